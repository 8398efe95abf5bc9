"""What the page of "clearfold watch" shows: of each piece of news, the state of the one copy that was saved last."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, assert_never
from urllib.parse import quote

from clearfold.cli.command_line import wording
from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.model.media_types import HTML, PNG
from clearfold.model.messages import counted, told
from clearfold.pipeline.building.leaflet_job import Built
from clearfold.pipeline.watching.looks import Look, Sketch
from clearfold.pipeline.watching.watcher import Made, Making, News
from clearfold.store.published_set import PROOF

KEPT = 40  # pages and pictures that a browser may still be about to fetch


class Problem(TypedDict):
    """A diagnostic, in the words of the terminal."""

    severity: str
    code: str
    place: str
    fact: str
    hint: str


class State(TypedDict):
    """What the page shows, as its script gets it; addresses are relative to the page, "" where there is nothing.

    ``old`` says that the page shows the copy as it was before the mistakes of ``problems``.
    """

    copy: str
    title: str
    lang: str
    page: str
    old: bool
    problems: list[Problem]
    heading: str
    pictures: list[str]
    pages: int
    sketch_old: bool
    building: bool
    told: list[str]
    files: list[tuple[str, str]]
    findings: list[Problem]


def _nothing() -> State:
    return State(
        copy="",
        title="",
        lang="",
        page="",
        old=False,
        problems=[],
        heading="",
        pictures=[],
        pages=0,
        sketch_old=False,
        building=False,
        told=[],
        files=[],
        findings=[],
    )


@dataclass(slots=True)
class Board:
    """The state that every open page shows; any thread may ask for it."""

    number: int = 0
    state: State = field(default_factory=_nothing)
    folder: Path | None = None
    _made: tuple[tuple[Built, str], ...] = ()
    _held: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def put(self, news: News) -> None:
        """Show a piece of news."""
        with self._changed:
            match news:
                case Look():
                    self._look(news)
                case Sketch():
                    self._sketch(news)
                case Making():
                    self.state["building"] = True
                case Made():
                    self._make(news)
                case _:
                    assert_never(news)
            self.number += 1
            self._changed.notify_all()

    def after(self, number: int, seconds: float) -> tuple[int, State]:
        """Return the number of the newest state and the state, once it is newer than ``number`` or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != number, seconds)
            return self.number, self.state.copy()

    def held(self, name: str) -> tuple[str, bytes] | None:
        """Return the media type and the bytes of a page or picture, None of one that is long gone."""
        with self._changed:
            return self._held.get(name)

    def _look(self, news: Look) -> None:
        if self.state["copy"] != str(news.copy):
            self.state = State(**{**_nothing(), "copy": str(news.copy), "building": self.state["building"]})
            self._stand()
        self.state["problems"] = _problems(news.diagnostics)
        self.state["old"] = not news.good
        if news.good:
            self.state["title"], self.state["lang"] = news.title, news.lang
            self.state["page"] = self._hold("page", ".html", HTML, news.page)
        self.state["sketch_old"] = bool(self.state["pictures"])

    def _sketch(self, news: Sketch) -> None:
        if news.diagnostics:
            self.state["problems"] = [*self.state["problems"], *_problems(news.diagnostics)]
            return
        held = (self._hold(f"part-{at}", ".png", PNG, picture) for at, picture in enumerate(news.pictures, 1))
        self.state["pictures"], self.state["pages"] = list(held), news.pages
        self.state["heading"], self.state["sketch_old"] = news.title, False

    def _make(self, news: Made) -> None:
        self.state["building"] = False
        if not news.fault:
            self._made = news.built
        self._stand()
        if news.fault:
            self.state["told"] = [told(news.fault)]

    def _stand(self) -> None:
        """Show what the last build has made of the copy that is shown."""
        own = next((one for one in self._made if str(one[0].source) == self.state["copy"]), None)
        if own is None:
            return
        built, hint = own
        found = [one for one in built.diagnostics if one.severity is Severity.ERROR]
        found += [one for report in built.reports for one in report.diagnostics]
        self.state["findings"] = _problems(found)
        if not built.good or built.folder is None or built.manifest is None:
            self.state["told"] = [wording("not published; the last good editions are as they were")]
            return
        self.folder = built.folder
        names = [file.path for file in built.manifest.files]
        self.state["files"] = [(name, f"made/{quote(name)}") for name in [*names, *self._proof(built.folder)]]
        files = told(counted(len(names), "{folder}: one file", "{folder}: {count} files", folder=built.folder))
        self.state["told"] = [files, *filter(None, [hint])]

    def _proof(self, folder: Path) -> Sequence[str]:
        return [PROOF] if (folder / PROOF).is_file() else []

    def _hold(self, name: str, suffix: str, media_type: str, data: bytes) -> str:
        address = f"{name}-{self.number + 1}{suffix}"
        self._held[address] = (media_type, data)
        while len(self._held) > KEPT:
            del self._held[next(iter(self._held))]
        return address


def _problems(diagnostics: Sequence[Diagnostic]) -> list[Problem]:
    return [
        Problem(
            severity=one.severity.told,
            code=one.code,
            place=str(one.location),
            fact=told(one.fact),
            hint=told(one.hint),
        )
        for one in diagnostics
    ]
