"""A document as a copy: front matter, body, notes, and on which line each place of the original stands."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clearfold.importers.document import Document, FrontValue, Place
from clearfold.importers.writing.blocks import Line, lines_of, numbered

_UNQUOTED = re.compile(r"[^\W_](?:[\w .,()/–’+]|-(?=\w))*(?<! )")


@dataclass(frozen=True, slots=True)
class Written:
    """A copy: its text, and on which of its lines, counted from 1, each place of the original begins."""

    text: str
    lines: Mapping[Place, int]


def write(document: Document) -> Written:
    """Write a document as a copy."""
    front = list(_front(document))
    body = lines_of(document.blocks)
    for label, blocks in document.notes.items():
        first, *rest = lines_of(blocks) or [("", None)]
        body += [("", None), (f"[^{label}]: {first[0]}", first[1])]
        body += [(f"    {line}" if line else "", place) for line, place in rest]
    lines: list[Line] = [(line, None) for line in (*front, "")] + body
    # A line of a block may hold several lines of the file.
    flat: list[Line] = []
    for text, place in lines:
        parts = text.split("\n")
        flat += [(part, None if number else place) for number, part in enumerate(parts)]
    return Written("\n".join(line for line, _ in flat).rstrip("\n") + "\n", numbered(flat, 1))


def _front(document: Document) -> Iterator[str]:
    yield "---"
    yield f"title: {_value(document.title)}"
    if document.subtitle:
        yield f"subtitle: {_value(document.subtitle)}"
    yield f"lang: {document.lang}"
    for key, value in document.front.items():
        yield from _entry(key, value)
    yield "---"


def _entry(key: str, value: FrontValue) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{key}: {_value(value)}"
    elif isinstance(value, Mapping):
        yield f"{key}:"
        yield from (f"  {_value(name)}: {_value(text)}" for name, text in value.items())
    else:
        yield f"{key}:"
        yield from (f"  - {_value(text)}" for text in value)


def _value(text: str) -> str:
    """Write a value as YAML reads it, between quotation marks where it could be read otherwise."""
    text = " ".join(text.split(" "))
    return text if _UNQUOTED.fullmatch(text) else json.dumps(text, ensure_ascii=False)
