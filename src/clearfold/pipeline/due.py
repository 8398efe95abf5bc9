"""What stands in the way of a release: final leaflets past their date of review, and stale translations of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clearfold.advice.rules import RULES
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location, Severity
from clearfold.model.messages import message
from clearfold.model.source import read_source
from clearfold.pipeline.copies import CONTENT, copies_of
from clearfold.pipeline.translations import states

_FINAL = "final"
_PASSED = "ADV-032"
_STALE = ("TRL-001", "TRL-002", "TRL-003", "TRL-004")
"""What is told of a translation whose source has changed since."""


@dataclass(frozen=True, slots=True)
class Due:
    """A final leaflet that is to be looked at again: by when, and in how many days, 0 for today."""

    path: Path
    day: date
    days: int


@dataclass(frozen=True, slots=True)
class Dues:
    """What was looked at: how many leaflets are final, which are due in their order, and what must not be released."""

    final: int
    coming: tuple[Due, ...]
    found: tuple[Diagnostic, ...]


def due(sources: Sequence[Path] = (CONTENT,), within: int = 0, today: date | None = None) -> Dues:
    """Look at the dates of review and the translations of all leaflets whose status is final.

    ``within`` is how many days ahead are looked at, ``today`` the day that dates are held against, None for this one.
    Raises UsageError where there is no copy.
    """
    now = today or date.today()
    found: list[Diagnostic] = []
    coming: list[Due] = []
    final: list[Path] = []
    for path in copies_of(sources):
        try:
            status, day, place = _dates(path)
        except LeafletError as error:
            found += error.diagnostics
            continue
        if status != _FINAL:
            continue
        final.append(path)
        if day is None:
            continue
        if day < now:
            rule = RULES[_PASSED]
            fact = message(rule.fact, said=day.isoformat())
            found.append(Diagnostic(_PASSED, Severity.ERROR, place, fact, message(rule.proposal)))
        elif (day - now).days <= within:
            coming.append(Due(path, day, (day - now).days))
    found += _stale(final)
    return Dues(len(final), tuple(sorted(coming, key=lambda one: (one.day, one.path))), tuple(dict.fromkeys(found)))


def _dates(path: Path) -> tuple[str, date | None, Location]:
    """Return status, date of review and where it stands; raises LeafletError where the front matter cannot be read."""
    from clearfold.proof.expect.front_matter import read_front

    source = read_source(path)
    front = read_front(source)
    try:
        day = date.fromisoformat(front.text("review_by").strip())
    except ValueError:  # there is none; or it is no date, of which the build tells
        day = None
    return front.text("status").strip(), day, front.keys.get("review_by") or source.at(1)


def _stale(final: Sequence[Path]) -> list[Diagnostic]:
    """Return what is stale in the final ones among the copies that are translations."""
    try:
        known = states(final)
    except LeafletError as error:
        return list(error.diagnostics)
    return [one for state in known if state.path in final for one in state.found if one.code in _STALE]
