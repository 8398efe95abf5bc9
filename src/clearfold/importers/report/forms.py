"""An import told on the terminal, and for programs."""

import json
from collections.abc import Iterator, Sequence

from clearfold.importers.ledger import Entry
from clearfold.importers.report.told import Told, taken
from clearfold.importers.rules import Section
from clearfold.model.messages import joined, message, told

_MOST = 5  # entries of a section that the terminal shows; import.html has them all
_LONG = 70


def to_text(imports: Sequence[Told], *, verbose: bool = False) -> str:
    """Say in some lines what came of each file, in the language that is spoken."""
    return "\n".join(line for one in imports for line in _lines(one, verbose=verbose))


def _lines(one: Told, *, verbose: bool) -> Iterator[str]:
    yield f"{one.original}: {told(one.state)}: {told(one.accounted)}"
    if one.copy:
        yield f"  {one.copy}: {told(joined(', ', taken(one.document)))}"
    for found in one.proof.differences[: None if verbose else _MOST]:
        words = f"{_short(found.before)} → {_short(found.after)}".strip(" →")
        place = f" {told(found.place.words)}:" if found.place.words else ""
        yield f"  {told(message('rejected'))}:{place} {told(found.fact)}: {words}"
    for section, entries in one.sections():
        shown = len(entries) if verbose or section is Section.DECIDE else 0
        yield f"  {told(message(section))}: {len(entries)}"
        for entry in entries[:shown]:
            yield f"    {_at(entry)}{told(entry.fact)} {told(entry.advice)}".rstrip()


def _at(entry: Entry) -> str:
    place = message("line {line}", line=entry.line) if entry.line else entry.place.words
    return f"{told(place)}: " if place else ""


def _short(text: str) -> str:
    return f"“{text if len(text) <= _LONG else text[:_LONG] + '…'}”" if text else ""


def to_json(imports: Sequence[Told]) -> str:
    """Write what came of each file as JSON."""
    return json.dumps({"version": 1, "imports": [_value(one) for one in imports]}, ensure_ascii=False, indent=2) + "\n"


def _value(told: Told) -> dict[str, object]:
    return {
        "original": told.original,
        "kind": told.kind,
        "copy": told.copy,
        "state": told.state,
        "words": told.proof.words,
        "accounted": told.proof.accounted,
        "taken": taken(told.document),
        "entries": [_entry(entry) for _, entries in told.sections() for entry in entries],
        "differences": [
            {"fact": d.fact, "place": str(d.place), "before": d.before, "after": d.after}
            for d in told.proof.differences
        ],
    }


def _entry(entry: Entry) -> dict[str, object]:
    place = entry.place
    return {
        "code": entry.code,
        "section": str(entry.section),
        "act": str(entry.act),
        "fact": entry.fact,
        "advice": entry.advice,
        "before": entry.before,
        "after": entry.after,
        "place": str(place),
        "page": place.page,
        "panel": place.panel,
        "line": entry.line,
    }
