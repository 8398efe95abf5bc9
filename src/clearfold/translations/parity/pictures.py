"""The pictures of two copies: as many, the same ones or those of the other language, and no words left in a drawing."""

import re
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.transcript import Kind
from clearfold.translations.copies import Copy

_LANGUAGE = re.compile(r"[-_.](?:[a-z]{2}(?:[-_][a-z]{2})?)$", re.IGNORECASE)


def pictures(source: Copy, here: Copy) -> Iterator[Diagnostic]:
    """Yield what differs between the pictures of two copies, boxes by their types, and words left in drawings."""
    name, top = source.path.name, Location(here.path, 1, 1)
    ours, theirs = _shown(source), _shown(here)
    if len(ours) != len(theirs):
        # Pictures that say something are blocks, and told of as such; these only decorate.
        silent = [sum(not alternative for alternative, _ in side) for side in (ours, theirs)]
        if silent[0] != silent[1]:
            yield mistake("TRL-029", top, "count", mine=len(theirs), theirs=len(ours), source=name)
    else:
        for (_, one), (said, two) in zip(ours, theirs, strict=True):
            if one and two and not _same(Path(one), Path(two)):
                shown = {"here": Path(two).name, "there": Path(one).name}
                yield mistake("TRL-029", _place(here, said) or top, "other", source=name, **shown)
    yield from _words(source, here)
    yield from _boxes(source, here)


def _shown(copy: Copy) -> list[tuple[str, str]]:
    folder = copy.path.parent.resolve()
    return [(said, path) for said, path in copy.transcript.pictures if not path or folder in Path(path).parents]


def _same(one: Path, two: Path) -> bool:
    return one == two or _bare(one) == _bare(two) or one.read_bytes() == two.read_bytes()


def _bare(path: Path) -> str:
    """Return the name of a picture without what says its language: pump-fr.svg and pump.nl.svg are pump.svg."""
    return _LANGUAGE.sub("", path.stem).lower()


def _place(copy: Copy, said: str) -> Location | None:
    folded = " ".join(said.split())
    found = (block.location for block in copy.blocks if block.kind is Kind.ALTERNATIVE and block.text == folded)
    return next(found, None)


def _words(source: Copy, here: Copy) -> Iterator[Diagnostic]:
    """Tell of drawings whose words are those of the source."""
    drawn = {block.text for block in source.blocks if block.kind is Kind.DRAWING}
    for block in here.blocks:
        words = [word for word in re.findall(r"[^\W\d_]{3,}", block.text) if not word.isupper()]
        if block.kind is Kind.DRAWING and block.text in drawn and words and source.lang != here.lang:
            place = block.location or Location(here.path, 1, 1)
            yield mistake("TRL-029", place, "words", here=block.text[:60], source=source.path.name)


def _boxes(source: Copy, here: Copy) -> Iterator[Diagnostic]:
    """Tell of boxes of another type, where both copies have as many."""
    ours, theirs = _types(source), _types(here)
    if len(ours) == len(theirs):
        for (one, _), (two, line) in zip(ours, theirs, strict=True):
            if one != two:
                at = Location(here.path, line, 1)
                yield mistake("TRL-021", at, "box", mine=two, theirs=one, source=source.path.name)
    else:
        at = Location(here.path, theirs[0][1] if theirs else 1, 1)
        titles = [sum(block.kind is Kind.BOX_TITLE for block in copy.blocks) for copy in (source, here)]
        if titles[0] == titles[1]:  # a box with a title is a block, and told of as such
            counted = {"mine": len(theirs), "theirs": len(ours)}
            yield mistake("TRL-021", at, "count", kind="boxes", which="", source=source.path.name, **counted)


def _types(copy: Copy) -> list[tuple[str, int]]:
    found = []
    for element in copy.body.iter("div"):
        names = (element.get("class") or "").split()
        if "admonition" in names:
            kind = next((name for name in names if name != "admonition"), "note")
            found.append((kind, int(element.get("data-line") or 1)))
    return found
