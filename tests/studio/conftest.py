"""A project with two leaflets, and the studio that serves it, on a port of this machine, for real."""

import http.client
import json
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from starlette.applications import Starlette

from clearfold.studio.copy.drafts import Memory
from clearfold.studio.copy.writers import Writers
from clearfold.studio.guard import OWN_HEADER, Guard
from clearfold.studio.launch import HOST, listening, new_secret, server
from clearfold.studio.project import project_in
from clearfold.studio.publishing import Publisher
from clearfold.studio.workshop import Workshop

TEA = """---
title: "Tea: how to make it"
lang: en
status: review
---

## Boil the water

Fresh water, from the tap.

- a pot
- a spoon

## Pour it

Wait four minutes.
"""
THEE = TEA.replace("lang: en", "lang: nl\ntranslation_of: en").replace("Tea: how to make it", "Thee zetten")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Studio:
    """A studio that runs, the folder of its project, and the application where that runs in this process."""

    folder: Path
    port: int
    secret: str
    app: Starlette = field(default_factory=Starlette)

    @property
    def copy(self) -> Path:
        return self.folder / "content" / "tea" / "en.md"

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes = b"",
        headers: dict[str, str] | None = None,
        *,
        raw: bool = False,
    ) -> Answer:
        """Ask as the studio's own pages do; ``raw`` asks for a path as it is, with no header but those given."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        own = {} if raw else {OWN_HEADER: "1", "Sec-Fetch-Site": "same-origin"}
        try:
            whole = path if raw else f"/{self.secret}{path}"
            connection.request(method, whole, body or None, {**own, **(headers or {})})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


def written(folder: Path) -> Path:
    """Write the project's copies."""
    tea = folder / "content" / "tea"
    tea.mkdir(parents=True)
    (tea / "en.md").write_bytes(TEA.encode())
    (tea / "nl.md").write_bytes(THEE.encode())
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return written(tmp_path / "project")


@pytest.fixture
def studio(served: Studio) -> Studio:
    """A studio that is as one that was just started; its server is that of the tests before."""
    anew(served)
    return served


@pytest.fixture
def own_studio(tmp_path: Path) -> Iterator[Studio]:
    """A studio for one test, whose streams may end after it."""
    yield from running(written(tmp_path / "project"))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """The server of one module's tests."""
    yield from running(written(tmp_path_factory.mktemp("served") / "project"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A studio for many questions that change nothing."""
    yield from running(written(tmp_path_factory.mktemp("shared") / "project"))


def running(folder: Path) -> Iterator[Studio]:
    """Serve a project, with drafts and former copies in a folder beside it, until the test ends."""
    secret = new_secret()
    with listening(0) as bound:
        port = bound.getsockname()[1]
        workshop = Workshop(folder / "build")
        served = server(project_in(folder), port, secret, workshop)
        guard = served.config.app
        assert isinstance(guard, Guard)
        app = guard.app
        assert isinstance(app, Starlette)
        app.state.memory = Memory(folder.parent / "state")
        thread = threading.Thread(target=served.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            yield Studio(folder, port, secret, app)
        finally:
            served.should_exit = True
            thread.join(timeout=30)
            workshop.close()
    assert not thread.is_alive()


def news(studio: Studio, event: str, copy: str = "tea/en") -> Generator[dict[str, Any], None, None]:
    """Yield what the page of a copy is told of one kind, as it happens."""
    connection = http.client.HTTPConnection(HOST, studio.port, timeout=120)
    try:
        connection.request("GET", f"/{studio.secret}/news/{copy}")
        answer = connection.getresponse()
        while line := answer.readline():
            if line == f"event: {event}\n".encode():
                yield json.loads(answer.readline().removeprefix(b"data: "))
    finally:
        connection.close()


def anew(studio: Studio) -> None:
    """Make a studio's project, and what it remembers, what they are at the start."""
    for folder in (studio.folder, studio.folder.parent / "state"):
        rmtree(folder, ignore_errors=True)
    written(studio.folder)
    state = studio.app.state
    state.language, state.writers, state.publisher = "", Writers(), Publisher(studio.folder / "build")
