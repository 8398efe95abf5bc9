"""Which stretches of a translation answer those of its source: what becomes a unit, with its name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.digest import digest
from clearfold.model.source import Source, parse_source
from clearfold.model.transcript import Block
from clearfold.translations.alignment import Looks, align
from clearfold.translations.xliff.front import front_segments
from clearfold.translations.xliff.segments import Segment, body_segments

_UNPAIRED = frozenset({"abbreviations", "glossary"})  # each language has an order of its own
_SIGNS = 8


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the source and the one that answers it; ``id`` follows from the source's words alone."""

    id: str
    source: Segment
    here: Segment


def begun(source: Source, lang: str) -> str:
    """Return the text of a translation that is not there yet: the source, as a draft in another language."""
    text = source.data.decode("utf-8-sig").replace("\r\n", "\n")
    front = "\n".join(_front_lines(source, lang))
    return text.replace(source.front_matter, front, 1)


def _front_lines(source: Source, lang: str) -> Iterator[str]:
    for line in source.front_matter.split("\n"):
        if re.match(r"lang\s*:", line):
            yield f"lang: {lang}"
            yield f"translation_of: {source.path.stem}"
        else:
            yield re.sub(r"^status\s*:.*", "status: draft", line)


def segments(path: Path, text: str) -> tuple[Segment, ...]:
    """Return the stretches of a copy that are translated, in their order."""
    source = parse_source(path, text.encode())
    return (*front_segments(source, text), *body_segments(source, text))


def units(source: Sequence[Segment], here: Sequence[Segment], *, new: bool) -> tuple[Unit, ...]:
    """Return the units of a translation, in the order of its source; ``new`` says that it is the source's text yet."""
    pairs = list(zip(source, here, strict=True)) if new else list(_paired(source, here))
    seen: Counter[str] = Counter()
    found = []
    for one, two in pairs:
        if not one.text:
            continue  # the alternative of a picture that only decorates
        name = f"u{digest(f'{one.part} {one.kind} {one.text}'.encode())[:_SIGNS]}"
        seen[name] += 1
        found.append(Unit(name if seen[name] == 1 else f"{name}-{seen[name]}", one, two))
    return tuple(found)


def _paired(source: Sequence[Segment], here: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    for part in dict.fromkeys(one.part for one in source):
        ours = [one for one in source if one.part == part]
        theirs = [one for one in here if one.part == part]
        if part in _UNPAIRED:
            continue
        if [(o.kind, o.level) for o in ours] == [(t.kind, t.level) for t in theirs]:
            yield from zip(ours, theirs, strict=True)
            continue
        for pair in align(list(map(_looks, ours)), list(map(_looks, theirs))):
            if len(pair.source) == len(pair.here) == 1:
                yield ours[pair.source[0]], theirs[pair.here[0]]


def _looks(segment: Segment) -> Looks:
    numbers = frozenset[object](re.findall(r"\d+", segment.text))
    return Looks(Block(segment.kind, segment.text, level=segment.level), numbers)
