"""The copies of a leaflet in its languages: which is a translation of which, and each as the proof reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import LeafletError, Location
from clearfold.model.messages import counted, message
from clearfold.model.source import Source, read_source
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.expect.front_matter import Fields, read_front
from clearfold.proof.expect.transcript import expect

KEY = "translation_of"


@dataclass(frozen=True)
class Copy:
    """One copy: its file, and what a reader of it meets."""

    source: Source
    transcript: Transcript

    @property
    def path(self) -> Path:
        """The file."""
        return self.source.path

    @property
    def lang(self) -> str:
        """The first subtag of the language, in small letters."""
        return self.transcript.lang.split("-")[0].lower()

    @cached_property
    def facts(self) -> dict[str, str]:
        """What the front matter says of the leaflet."""
        return dict(self.transcript.facts)

    @property
    def final(self) -> bool:
        """Whether the copy says that it is ready."""
        return self.facts.get("status") == "final"

    @cached_property
    def parts(self) -> dict[str, tuple[Block, ...]]:
        """The blocks of each part that stand in this very file, in reading order."""
        found: dict[str, list[Block]] = {"cover": []}
        begins = [("cover", 0), *self.transcript.parts, ("", len(self.transcript.blocks))]
        name = "cover"
        for (part, start), (_, end) in pairwise(begins):
            name = name if part.startswith("box ") else part or name
            own = (block for block in self.transcript.blocks[start:end] if self.owns(block))
            found.setdefault(name, []).extend(own)
        return {name: tuple(blocks) for name, blocks in found.items()}

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks that stand in this very file, in reading order."""
        return tuple(block for block in self.transcript.blocks if self.owns(block))

    def owns(self, block: Block) -> bool:
        """Say whether a block stands in this file, and not in publisher.yaml."""
        return bool(block.text.strip()) and block.location is not None and block.location.path == self.path

    @cached_property
    def body(self) -> Element:
        """The body as the proof reads it."""
        return fromstring(self.transcript.markup[0]) if self.transcript.markup else Element("body")


def read_copy(path: Path) -> Copy:
    """Read a copy; raises LeafletError where it cannot be read."""
    source = read_source(path)
    return Copy(source, expect(source))


def source_of(source: Source, front: Fields | None = None) -> Path | None:
    """Return the copy of which another is a translation, None for one that is none.

    Raises LeafletError where there is no such copy (TRL-010).
    """
    front = front or read_front(source)
    named = front.texts.get(KEY)
    if named is None or not named.text.strip():
        return None
    name = named.text.strip().removesuffix(".md")
    path = source.path.parent / f"{name}.md"
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", name) or not path.is_file():
        others = sorted(p.stem for p in source.path.parent.glob("*.md") if p.name != source.path.name)
        known = message("there is no other copy")
        if others:
            known = counted(len(others), "there is {others}", "there are {others}", others=", ".join(others))
        raise LeafletError([mistake("TRL-010", named.location, "none", name=name, known=known)])
    if path.samefile(source.path):
        raise LeafletError([mistake("TRL-010", named.location, "self", file=path.name)])
    further = read_front(read_source(path)).texts.get(KEY)
    if further and further.text.strip():
        raise LeafletError([mistake("TRL-010", named.location, "chain", file=path.name, other=further.text.strip())])
    return path


def translations_in(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each translation of a folder with the copy that it translates; raises LeafletError."""
    for path in sorted(folder.rglob("*.md")):
        if any(part.startswith((".", "_")) for part in path.relative_to(folder).parts):
            continue
        source = read_source(path)
        if source.front_matter and (of := source_of(source)):
            yield path, of


def place_of(block: Block, path: Path) -> Location:
    """Return where a block stands in its copy."""
    return block.location or Location(path)


def name_of_part(part: str) -> str:
    """Return what people call a part of a leaflet."""
    return {
        "cover": message("the cover"),
        "key_messages": message("the key messages"),
        "body": message("the text"),
    }.get(part, part.replace("_", " "))


__all__ = ["Copy", "Kind", "name_of_part", "place_of", "read_copy", "source_of", "translations_in"]
