"""The note of what was seen: which blocks the source had when its translation was last accepted, beside the copy.

``fr.seen.yaml`` has a line a block: eight signs of the digest of the source's block, and of the block that answers it,
and the source's words then, so that what has changed since can be shown.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location
from clearfold.model.digest import digest
from clearfold.model.messages import message
from clearfold.model.source import read_text
from clearfold.model.transcript import Block
from clearfold.translations.copies import Copy
from clearfold.translations.sections import lay_beside

_SIGNS = 8
_BLOCK = re.compile(r"  - (\"(?P<source>[0-9a-f]{8}) (?P<here>[0-9a-f]{8}|-) .*\")\s*$")
_ACCEPTED = re.compile(r"  - ([0-9a-f]{8})\s*$")
# Names, dates and numbers of the colophon are compared as they are.
_OTHERWISE = frozenset(
    "authors reviewers testers translated_by checked_by checked credit version published review_by searched online "
    "phone hours email website address sponsors".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A block of the source as it was, and the digest of what answered it, "" for nothing."""

    source: str
    here: str
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen: the blocks of the source in their order, and the differences that somebody has found right."""

    entries: tuple[Entry, ...] = ()
    accepted: frozenset[str] = frozenset()


def note_of(copy: Path) -> Path:
    """Return where the note on a translation stands."""
    return copy.with_name(f"{copy.stem}.seen.yaml")


def noted(copy: Copy) -> Iterator[Block]:
    """Yield the blocks of a copy that are translated."""
    for part, blocks in copy.parts.items():
        if part not in _OTHERWISE:
            yield from blocks


def mark(block: Block) -> str:
    """Return the digest of a block: its kind, its words and its links, however its lines are broken."""
    links = [span.link for span in block.spans if span.link and not span.link.startswith("#note")]
    told = (str(block.kind), str(block.level), " ".join(block.text.split()), *links)
    return digest("\n".join(told).encode())[:_SIGNS]


def fingerprint(found: Diagnostic) -> str:
    """Return the digest of a difference, wherever its lines stand."""
    return digest(f"{found.code} {re.sub(r':[0-9]+', '', found.fact)}".encode())[:_SIGNS]


def read_seen(copy: Path) -> Seen | None:
    """Return what was noted of a translation, None where there is no note; raises LeafletError (TRL-006)."""
    path = note_of(copy)
    if not path.is_file():
        return None
    entries, accepted = list[Entry](), set[str]()
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if match := _BLOCK.match(line):
            try:
                text = str(json.loads(match[1]))
            except ValueError:
                raise LeafletError([_broken(path, number, line)]) from None
            source, here, words = (*text.split(" ", 2), "")[:3]
            entries.append(Entry(source, here.strip("-"), words))
        elif match := _ACCEPTED.match(line):
            accepted.add(match[1])
        elif line.strip() and not re.match(r"#|source: |blocks:\s*$|accepted:\s*$", line):
            raise LeafletError([_broken(path, number, line)])
    return Seen(tuple(entries), frozenset(accepted))


def _broken(path: Path, number: int, line: str) -> Diagnostic:
    why = message("this line is not one that was written here: “{line}”", line=line.strip()[:40])
    return mistake("TRL-006", Location(path, number, 1), why=why, name=path.name.removesuffix(".seen.yaml"))


def answers(source: Copy, here: Copy) -> dict[int, str]:
    """Return the digest of what answers each block of the source, by the block's identity."""
    found: dict[int, str] = {}
    for part in lay_beside(source, here):
        for pair in part.pairs:
            if len(pair.source) > 2:
                continue  # a list that each language orders in its own way
            for one in pair.source:
                if pair.here:
                    found[id(one.block)] = mark(pair.here[0].block)
    return found


def write_seen(source: Copy, here: Copy, accepted: Iterable[str]) -> str:
    """Return the text of the note that the source was seen as it is."""
    answering = answers(source, here)
    lines = [
        message("# What of {name} was seen in {name2}.", name=source.path.name, name2=here.path.name),
        message("# Written by “clearfold translations accept {stem}”, and not by hand.", stem=here.path.stem),
        message("source: {stem}", stem=source.path.stem),
        "blocks:",
    ]
    for block in noted(source):
        told = f"{mark(block)} {answering.get(id(block), '-')} {' '.join(block.text.split())}"
        lines.append(f"  - {json.dumps(told, ensure_ascii=False)}")
    if known := sorted(set(accepted)):
        lines += ["accepted:", *(f"  - {one}" for one in known)]
    return "\n".join(lines) + "\n"
