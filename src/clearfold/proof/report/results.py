"""What a proof comes to, file by file: the shape that every form of the report is written from."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path

from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.model.messages import Message, message, told
from clearfold.proof.findings.finding import NOWHERE, Finding, both
from clearfold.proof.findings.rules import Rank
from clearfold.proof.witnesses import Outcome, Verdict

UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@dataclass(frozen=True, slots=True)
class StreamReport:
    """What one reading of a file came to: words of the copy that were found, words that it promises, blocks moved."""

    name: str
    found: int
    expected: int
    moved: int

    @property
    def share(self) -> float:
        """Return how much of the copy's words was found, in per cent, rounded down: 99.96 % is not all of them."""
        return int(1000 * self.found / self.expected) / 10 if self.expected else 100.0


@dataclass(frozen=True, slots=True)
class EditionReport:
    """The proof of one finished file.

    ``diagnostics`` are sorted: what can hurt somebody first. ``not_run`` says which checks could not be made, and why.
    ``copy`` is the file that it was held against, None where nothing was. Of a PDF that could be read ``pages`` are
    those of the file, with its sheets as they are folded, and ``claims`` the standards that it says it keeps.
    """

    name: str
    edition: str
    media_type: str
    streams: tuple[StreamReport, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    not_run: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    copy: Path | None = None
    pages: int = 0
    claims: tuple[str, ...] = ()

    @property
    def proven(self) -> bool:
        """Say whether the file holds what the copy promises: no error, and every word found."""
        return not any(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def unread(self) -> bool:
        """Say whether its words could not be read, so that nobody has proven them."""
        return any(reason.startswith("words: ") for reason in self.not_run)

    @property
    def good(self) -> bool:
        """Say whether it is proven, and no outside witness that was asked has found a fault."""
        return self.proven and not any(verdict.outcome is Outcome.FAILED for verdict in self.verdicts)


@dataclass(frozen=True, slots=True)
class Results:
    """All that one command found: of the finished files, and of the ``copies`` before anything was made of them.

    ``base`` is the folder to which the paths of copies are told, where they stand in it; ``version`` is Clearfold's.
    """

    reports: tuple[EditionReport, ...] = ()
    copies: tuple[Diagnostic, ...] = ()
    base: Path = Path()
    version: str = ""

    @property
    def proven(self) -> bool:
        """Say whether nothing is wrong."""
        good = not any(d.severity is Severity.ERROR for d in self.copies)
        return good and all(report.proven for report in self.reports)

    def path(self, path: Path) -> str:
        """Return a path as programs take it: relative to the base where it stands in it, with slashes."""
        whole, base = path.resolve(), self.base.resolve()
        return (whole.relative_to(base) if whole.is_relative_to(base) else path).as_posix()

    def told(self) -> Iterator[tuple[str, Diagnostic, Location | None]]:
        """Yield each diagnostic with the file that it is about ("" for the copy itself) and its place in the copy.

        What has no place there is told of the whole copy; None where there is none.
        """
        yield from (("", diagnostic, diagnostic.location) for diagnostic in self.copies)
        for report in self.reports:
            whole = Location(report.copy) if report.copy else None
            for diagnostic in report.diagnostics:
                place = diagnostic.location if diagnostic.location != NOWHERE else whole
                yield report.name, diagnostic, place


Form = Callable[[Results], str]
"""Writes the report in one form for programs."""


def not_run(subject: str, why: str) -> Message:
    """Say that something was not looked at, and why."""
    return message("{subject}: not run, {why}", subject=subject, why=why)


def sorted_findings(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings: what can hurt first, then by rank, place in the copy, and code.

    What is found in several orders at the same place is told once, with the names of the orders.
    """
    seen: dict[Diagnostic, list[str]] = {}
    for diagnostic in diagnostics:
        stream = diagnostic.stream if isinstance(diagnostic, Finding) else ""
        bare = replace(diagnostic, stream="") if isinstance(diagnostic, Finding) else diagnostic
        streams = seen.setdefault(bare, [])
        if stream and stream not in streams:
            streams.append(stream)
    told = (replace(d, stream=reduce(both, names, "")) if isinstance(d, Finding) else d for d, names in seen.items())
    return tuple(sorted(told, key=lambda d: (rank(d), d.location, d.code)))


def rank(diagnostic: Diagnostic) -> Rank:
    """Return how early a diagnostic is told."""
    return diagnostic.rank if isinstance(diagnostic, Finding) else Rank.REST


def whereabouts(name: str, diagnostic: Diagnostic) -> str:
    """Name the file, its page or document, and the order in which that was read; "" where nothing is known."""
    at = (diagnostic.place, diagnostic.stream) if isinstance(diagnostic, Finding) else ()
    return ", ".join(part for part in (name, *(told(message(part)) for part in at if part)) if part)


def printable(text: str) -> str:
    """Return a text in which what XML cannot hold (XML 1.0, 2.2: most control characters) is U+FFFD."""
    return UNPRINTABLE.sub("\ufffd", text)


def sentence(text: str) -> str:
    """Return a text as a sentence of its own, in the language that is spoken."""
    text = told(text)
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?', '”')) else '.'}" if text else ""
