"""A project with two leaflets, and the studio that serves it, on a port of this machine, for real."""

import http.client
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clearfold.studio.guard import OWN_HEADER
from clearfold.studio.launch import HOST, listening, new_secret, server
from clearfold.studio.project import project_in
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
    """A studio that runs, and the folder of its project."""

    folder: Path
    port: int
    secret: str

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
def studio(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    yield from running(project)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A studio for many questions that change nothing."""
    yield from running(written(tmp_path_factory.mktemp("shared") / "project"))


def running(folder: Path) -> Iterator[Studio]:
    secret = new_secret()
    with listening(0) as bound:
        port = bound.getsockname()[1]
        workshop = Workshop(folder / "build")
        served = server(project_in(folder), port, secret, workshop)
        thread = threading.Thread(target=served.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            yield Studio(folder, port, secret)
        finally:
            served.should_exit = True
            thread.join(timeout=30)
            workshop.close()
    assert not thread.is_alive()
