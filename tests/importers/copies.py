"""Documents written and read again, as the proof reads copies, and as the press does."""

from collections.abc import Mapping
from pathlib import Path

from clearfold.importers.document import Block, Blocks, Document, Inline, Inlines, Paragraph, Place, Text
from clearfold.importers.writing import write
from clearfold.model.source import read_source
from clearfold.model.transcript import Kind
from clearfold.pipeline.second_reading import SecondReading
from clearfold.press.markdown import read_leaflet

AT = Place("text", 1)


def paragraph(*words: "str | Inline") -> Paragraph:
    """Return a paragraph of text and other inlines."""
    return Paragraph(inlines(*words), AT)


def inlines(*words: "str | Inline") -> Inlines:
    """Return inlines, texts among them."""
    return tuple(Text(word) if isinstance(word, str) else word for word in words)


def read_back(
    folder: Path, *blocks: Block, notes: Mapping[str, Blocks] | None = None, pictures: Mapping[str, bytes] | None = None
) -> list[tuple[Kind, str]]:
    """Write blocks as a copy, have both towers read it and agree, and return what the proof has read."""
    copy = folder / "en.md"
    text = write(Document("T", "en", blocks, notes or {}, pictures or {})).text
    copy.write_text(text, "utf-8")
    expected = SecondReading(read_leaflet(read_source(copy)), lambda _: None).expected()
    return [(block.kind, block.text) for block in expected.blocks][1:]
