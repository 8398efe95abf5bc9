"""The page's first part: each edition at a glance."""

from collections.abc import Iterator
from dataclasses import dataclass

from clearfold.model.diagnostic import Severity
from clearfold.model.media_types import EPUB, PDF
from clearfold.model.messages import counted, joined, message
from clearfold.model.paper import Fold
from clearfold.proof.report import wording
from clearfold.proof.report.exhibit import Exhibit, Inline, inline
from clearfold.proof.report.families import PRINTING, looked_at, not_run, reason_of
from clearfold.proof.report.pictures import cover, first_page
from clearfold.proof.report.results import sentence
from clearfold.proof.witnesses import Outcome

GOOD, BAD, WARN, OPEN = "good", "bad", "warn", "open"
STATES = {Outcome.PASSED: GOOD, Outcome.FAILED: BAD, Outcome.NOT_RUN: OPEN}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was looked at, what came of it, and how to take that: good, bad, warn, or open (not run)."""

    name: str
    told: str
    state: str


@dataclass(frozen=True, slots=True)
class Card:
    """An edition at a glance; ``streams`` are the orders in which it was read, ``rows`` what else was looked at."""

    name: str
    file: str
    proven: bool
    picture: Inline | None
    streams: tuple[Row, ...]
    rows: tuple[Row, ...]
    findings: int


def card(exhibit: Exhibit) -> Card:
    """Return the card of a finished file."""
    report = exhibit.report
    draw = {PDF: first_page, EPUB: cover}.get(report.media_type)
    if report.media_type == PDF and not report.pages:
        draw = None  # no program may come to an end with what cannot be read
    return Card(
        exhibit.name,
        report.name.replace("\\", "/").rsplit("/", 1)[-1],
        report.proven and not report.unread,
        inline(draw(exhibit.data)) if draw else None,
        tuple(_streams(exhibit)),
        tuple(_rows(exhibit)),
        len(report.diagnostics),
    )


def _streams(exhibit: Exhibit) -> Iterator[Row]:
    for stream in exhibit.report.streams:
        good = stream.found == stream.expected and not stream.moved
        told = message("{found} of {expected} words", found=stream.found, expected=stream.expected)
        if stream.found != stream.expected:
            told = message("{words} ({share:.1f}\N{NO-BREAK SPACE}%)", words=told, share=stream.share)
        if stream.moved:
            moved = counted(stream.moved, "{count} block moved", "{count} blocks moved")
            told = message("{words}, {moved}", words=told, moved=moved)
        yield Row(wording.ORDERS.get(stream.name, stream.name), told, GOOD if good else BAD)


def _printed(exhibit: Exhibit) -> bool:
    """Say whether a file is made for folding or for the print shop, so that its sheets were looked at."""
    return exhibit.paper is not None and (exhibit.paper.fold is not Fold.FLAT or exhibit.paper.bleed > 0)


def _rows(exhibit: Exhibit) -> Iterator[Row]:
    report = exhibit.report
    good: list[str] = []
    for family, found, why in looked_at(report):
        errors = any(d.severity is Severity.ERROR for d in found)
        if found:
            yield Row(family.name, wording.findings(len(found)), BAD if errors else WARN)
        elif why:
            yield Row(family.name, message("Not looked at: {why}", why=why), OPEN)
        elif family is not PRINTING or _printed(exhibit):
            good.append(family.name)
    if good and report.streams:
        yield Row(joined(", ", good), message("no finding"), GOOD)
    for reason in not_run(report):
        subject, why = reason_of(reason)
        yield Row(subject, message("Not looked at: {why}", why=why), OPEN)
    for verdict in report.verdicts:
        told = wording.OUTCOMES[verdict.outcome]
        if verdict.how_to_get:
            told = message("{outcome}: {how_to_get}", outcome=told, how_to_get=verdict.how_to_get)
        yield Row(f"{verdict.witness}, {verdict.profile}", sentence(told), STATES[verdict.outcome])
