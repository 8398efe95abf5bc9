"""What the front matter of two copies says of the leaflet: dates, version, how to reach the publisher, long lists."""

from collections.abc import Iterator

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind
from clearfold.translations.copies import Copy
from clearfold.translations.reading.references import phone

_SAME = ("version", "review_by")
_REACHED = ("phone", "email")


def facts(source: Copy, here: Copy) -> Iterator[Diagnostic]:
    """Yield what of the front matter is not the same."""
    top = Location(here.path, 1, 1)
    name = source.path.name
    for key in _SAME:
        ours, theirs = source.facts.get(key, ""), here.facts.get(key, "")
        if ours != theirs:
            values = {"mine": theirs or message("not given"), "theirs": ours or message("not given")}
            yield mistake("TRL-026", _place(here, key) or top, "fact", key=key, source=name, **values)
    for key in _REACHED:
        ours, theirs = source.facts.get(key, ""), here.facts.get(key, "")
        if (phone(ours) if key == "phone" else ours.lower()) == (phone(theirs) if key == "phone" else theirs.lower()):
            continue
        if ours:
            yield mistake("TRL-027", top, "missing", there=ours, source=name)
        else:
            yield mistake("TRL-027", top, "extra", here=theirs, source=name)
    yield from _lists(source, here, top)


def _place(copy: Copy, key: str) -> Location | None:
    return next((block.location for block in copy.parts.get(key, ()) if block.location), None)


def _lists(source: Copy, here: Copy, top: Location) -> Iterator[Diagnostic]:
    """Tell of abbreviations, which each language may spell and order in its own way, by their number."""
    ours, theirs = (_terms(copy.parts.get("abbreviations", ())) for copy in (source, here))
    if len(ours) != len(theirs):
        at = next((block.location for block in theirs if block.location), top)
        counted = {"mine": len(theirs), "theirs": len(ours)}
        yield mistake("TRL-028", at, kind="abbreviations", source=source.path.name, **counted)


def _terms(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.kind is Kind.TERM)
