"""A plain text as a document: paragraphs between empty lines, and lists that were typed."""

import codecs

from clearfold.importers.document import Block, Document, Paragraph, Place, Text
from clearfold.importers.reading import Imported, Options


def make(data: bytes, name: str, options: Options) -> Imported:
    """Return what a plain text holds."""
    blocks: list[Block] = []
    lines: list[str] = []
    rows = decoded(data).split("\n")
    for number, row in enumerate([*rows, ""], start=1):
        if row.strip():
            lines.append(row.strip())
        elif lines:
            place = Place("text", len(blocks) + 1, line=number - len(lines))
            blocks.append(Paragraph((Text(" ".join(lines)),), place))
            lines = []
    return Imported(Document("", options.lang, tuple(blocks)))


def decoded(data: bytes) -> str:
    """Return the text of bytes: UTF-16 or UTF-8 where they are that, else what Windows wrote in the West."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
