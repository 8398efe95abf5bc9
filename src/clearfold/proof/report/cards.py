"""The page's first part: each edition at a glance."""

from collections.abc import Iterator
from dataclasses import dataclass

from clearfold.model.diagnostic import Severity
from clearfold.model.media_types import EPUB, PDF
from clearfold.model.messages import message
from clearfold.model.paper import Fold
from clearfold.proof.report import wording
from clearfold.proof.report.exhibit import Exhibit, Inline, inline
from clearfold.proof.report.families import PRINTING, looked_at, not_run
from clearfold.proof.report.pictures import cover, first_page
from clearfold.proof.report.results import sentence
from clearfold.proof.witnesses import Outcome

GOOD, BAD, WARN, OPEN = "good", "bad", "warn", "open"
NON_BREAKING = "\N{NON-BREAKING HYPHEN}"
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
        moved = message(", {how_many} moved", how_many=wording.how_many(stream.moved, "block")) if stream.moved else ""
        share = "" if stream.found == stream.expected else f" ({stream.share:.1f}\N{NO-BREAK SPACE}%)"
        told = message(
            "{found} of {expected} words{share}{moved}",
            found=stream.found,
            expected=stream.expected,
            share=share,
            moved=moved,
        )
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
            yield Row(family.name, wording.how_many(len(found), "finding"), BAD if errors else WARN)
        elif why:
            # An option of the command line is not parted at the end of a line.
            yield Row(family.name, message("Not looked at: {why}", why=why.replace("--", NON_BREAKING * 2)), OPEN)
        elif family is not PRINTING or _printed(exhibit):
            good.append(family.name)
    if good and report.streams:
        yield Row(", ".join(good), message("no finding"), GOOD)
    for reason in not_run(report):
        subject, _, why = reason.partition(": not run, ")
        yield Row(subject, message("Not looked at: {why}", why=why or reason), OPEN)
    for verdict in report.verdicts:
        told = f"{verdict.outcome}: {verdict.how_to_get}" if verdict.how_to_get else str(verdict.outcome)
        yield Row(f"{verdict.witness}, {verdict.profile}", sentence(told), STATES[verdict.outcome])
