"""The stretches of a copy that are translated, by their places in the file; all between them stays as it is.

What is no text (comments, code, HTML, ids, addresses, marks at the beginning of a line) is no part of a stretch. One
that is overlooked is not lost: it stays in the language of the source, and TRL-011 tells of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearfold.model.source import Source
from clearfold.model.transcript import Kind

_INDENT = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
_ITEM = re.compile(r"(?:[-*+•▪·]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_HEADING = re.compile(r"#{1,6}[ \t]*")
_HEADING_END = re.compile(r"[ \t]*(?:#+[ \t]*)?(?:\{[^{}]*\}[ \t]*)?$")
_NOTE = re.compile(r"\[\^[^\]]+\]:[ \t]*|\*\[[^\]]+\]:[ \t]*")
_BOX = re.compile(r"(?:!!!|\?\?\?\+?|:::)[ \t]*\w+[^\"“„«]*(?:[\"“„«](?P<title>[^\"”“»]*)[\"”“»])?[ \t]*$")
_CAPTION = re.compile(r"Table:[ \t]*")
_DEFINITION = re.compile(r":[ \t]+")
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\((?:<[^>]*>|[^\s()]*)(?:[ \t]+\"(?P<caption>[^\"]*)\")?\)(?:\{[^{}]*\})?[ \t]*$"
)
_ROW = re.compile(r"\|?.*\|.*$")
_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*\|?[ \t]*$|[-*_=]{3,}[ \t]*$")
_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_HTML = re.compile(r"</?[A-Za-z][^>]*>[ \t]*$|\[[^\]^]+\]:[ \t]*\S+[ \t]*$|\[TOC\][ \t]*$|:::[ \t]*$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a file: where it begins and ends, what it is to readers, and its text as it is written.

    ``part`` is the key of the front matter in which it stands, or "body"; ``quoted`` says that it is a value of YAML.
    """

    start: int
    end: int
    kind: Kind
    text: str
    part: str = "body"
    level: int = 0
    quoted: bool = False


def body_segments(source: Source, text: str) -> Iterator[Segment]:
    """Yield the stretches of the body, in order; ``text`` is the whole file."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    lines = text.split("\n")
    first, held = source.body_line - 1, list[tuple[int, int]]()
    kind, level, silent = Kind.PARAGRAPH, 0, ""
    for number in range(first, len(lines)):
        line = lines[number]
        lead = _INDENT.match(line)
        begin = lead.end() if lead else 0
        rest = line[begin:]
        if silent:
            silent = "" if _ends(silent, rest) else silent
            continue
        if fresh := _silent(rest):
            yield from _joined(text, held, kind, level)
            held, silent = [], fresh if not _ends(fresh, rest[len(fresh) :]) else ""
            continue
        if not rest.strip() or _RULE.match(rest) or _HTML.match(rest):
            yield from _joined(text, held, kind, level)
            held = []
            continue
        new = _opening(rest)
        if new is not None or (_ROW.match(rest) and _in_table(lines, number, first)):
            yield from _joined(text, held, kind, level)
            held = []
        at = starts[number] + begin
        if new is None and _ROW.match(rest) and _in_table(lines, number, first):
            yield from _cells(text, at, rest)
            continue
        if new is None:
            kind, level = (kind, level) if held else (Kind.PARAGRAPH, 0)
            held.append((at, starts[number] + len(line.rstrip())))
            continue
        kind, level, inner = new
        if kind in (Kind.BOX_TITLE, Kind.ALTERNATIVE):
            yield from (Segment(at + low, at + high, sort, rest[low:high]) for sort, low, high in inner if high > low)
            continue
        low, high = inner[0][1:]
        held = [(at + low, at + high)]
        if kind is Kind.HEADING:
            yield from _joined(text, held, kind, level)
            held = []
    yield from _joined(text, held, kind, level)


def _silent(rest: str) -> str:
    """Return what opens a stretch that is not read, "" for none."""
    if rest.startswith("<!--"):
        return "<!--"
    fence = _FENCE.match(rest)
    return fence[0] if fence else ""


def _ends(opening: str, rest: str) -> bool:
    return "-->" in rest if opening == "<!--" else rest.startswith(opening)


def _in_table(lines: Sequence[str], number: int, first: int) -> bool:
    """Say whether a line with bars is a row: a line of hyphens stands below its first row."""
    top = number
    while top > first and "|" in lines[top - 1] and lines[top - 1].strip():
        top -= 1
    return top + 1 < len(lines) and "|" in lines[top + 1] and _RULE.match(lines[top + 1].lstrip(" >")) is not None


_Opening = tuple[Kind, int, Sequence[tuple[Kind, int, int]]]


def _opening(rest: str) -> _Opening | None:
    """Return what a line begins, and where its text stands in it; None for a line that goes on."""
    if match := _PICTURE.match(rest):
        spans = [(Kind.ALTERNATIVE, *match.span("alt")), (Kind.CAPTION, *match.span("caption"))]
        return Kind.ALTERNATIVE, 0, [span for span in spans if span[1] >= 0]
    if match := _BOX.match(rest):
        low, high = match.span("title")
        return Kind.BOX_TITLE, 0, [(Kind.BOX_TITLE, low, high)] if low >= 0 else []
    if match := _HEADING.match(rest):
        end = _HEADING_END.search(rest)
        level = len(match[0].strip())
        return Kind.HEADING, level, [(Kind.HEADING, match.end(), end.start() if end else len(rest))]
    for pattern, kind in (
        (_ITEM, Kind.LIST_ITEM),
        (_NOTE, Kind.NOTE),
        (_CAPTION, Kind.CAPTION),
        (_DEFINITION, Kind.DEFINITION),
    ):
        if match := pattern.match(rest):
            return kind, 0, [(kind, match.end(), len(rest.rstrip()))]
    return None


def _cells(text: str, at: int, row: str) -> Iterator[Segment]:
    """Yield the cells of a row; a bar behind a stroke, or within code, parts nothing."""
    for match in re.finditer(r"(?:\\.|`[^`]*`|[^|\\`])+", row):
        low, high = match.span()
        while low < high and row[low].isspace():
            low += 1
        while high > low and row[high - 1].isspace():
            high -= 1
        if high > low:
            yield Segment(at + low, at + high, Kind.TABLE_CELL, text[at + low : at + high])


def _joined(text: str, lines: Sequence[tuple[int, int]], kind: Kind, level: int) -> Iterator[Segment]:
    """Yield the stretch that some lines are, their breaks folded into spaces."""
    if lines:
        words = " ".join(text[low:high] for low, high in lines)
        if words.strip():
            yield Segment(lines[0][0], lines[-1][1], kind, words, level=level)
