"""Compare the page that the press made of a copy with what the proof read in it: two Markdown parsers, one text.

Where they differ, the author wrote something that programs read in two ways. The finding stands at the copy's line
and says what to write instead.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Furniture, Kind, Transcript
from clearfold.proof.checks.text.order import moved_groups
from clearfold.proof.checks.text.structure import block_pairs, kind_differs
from clearfold.proof.compare.changes import changes
from clearfold.proof.compare.letters import Letters, fold
from clearfold.proof.compare.marks import marked_otherwise
from clearfold.proof.compare.stream import Reading, Stream, lay_beside
from clearfold.proof.findings.finding import Finding, finding, quoted
from clearfold.proof.html.parser import parse_html
from clearfold.proof.html.walker import Walker

LIST = message("leave an empty line before the list, and begin each item with `- ` or `1. `")
INNER = message("indent what belongs to a list item, and a list within it, by four spaces")
EMPHASIS = message(
    "put the stars next to the words, with a space or a comma on their other side; within HTML, write `markdown` on "
    "the element"
)
DEFAULT = message("write it as docs/writing.md shows, with an empty line before and after it")
APART = 3  # lines between two that have one cause
SIGNS = (
    (
        re.compile(r"\]\([^()<>\n]*\S [^()<>\n]*\)"),
        message("put an address that has a space in it between angle brackets: `](<images/my picture.png>)`"),
    ),
    (re.compile(r"(?:^|\s)(?:[-*+]|\d+[.)])\s"), LIST),
    (re.compile(r"\\$|\\\s"), message("end the line with two spaces, or write <br>, in place of the backslash")),
    (re.compile(r"\\"), message("leave the backslash out")),
    (re.compile(r"\|"), message("leave an empty line before and after the table")),
    (
        re.compile(r"!!!"),
        message("leave an empty line before the box, and put four spaces before each line of its text"),
    ),
    (re.compile(r"```|~~~"), message("leave an empty line before and after the code")),
    (
        re.compile(r"\[\^"),
        message("write the note on a line of its own, `[^1]: The note.`, with an empty line before it"),
    ),
    (re.compile(r"\{[^}]*\}"), message("put the braces right behind the bracket, without a space: `[text]{lang=en}`")),
    (re.compile(r"(?:^|\s)#{1,6}\s"), message("leave an empty line before the heading")),
    (re.compile(r"(?:^|\s)>"), message("leave an empty line before the quotation")),
    (re.compile(r"[*_`]"), EMPHASIS),
    (
        re.compile(r"(?:^|\s):\s"),
        message("write the definition right below its term, with `:` and three spaces before it"),
    ),
    (re.compile(r"[<>]"), message("write `&lt;` for a sign that is no HTML")),
)


def disagreements(expected: Transcript, page: str, furniture: tuple[Furniture, ...] = ()) -> tuple[Diagnostic, ...]:
    """Return where the page says something else than the proof read: SRC-091, once a line, in the copy's order."""
    walker = Walker("page")
    walker.flow(parse_html(page), walker.start(expected.lang), lambda _block: None)
    reading = Reading("page", Transcript(tuple(walker.blocks), expected.lang), structured=True)
    stream = lay_beside(expected, reading, tuple(f for f in furniture if f.limit), str)
    told: dict[tuple[Path, int], Finding] = {}
    for one in (*_words(stream), *_order(stream), *_kinds(stream), *_spaces(stream), *_marks(stream)):
        told.setdefault((one.location.path, one.location.line), one)
    return tuple(_once(sorted(told.values(), key=lambda d: d.location)))


def _once(told: Sequence[Finding]) -> Iterator[Finding]:
    """Tell what has one cause once: lines below each other for which the same is to be written."""
    for hint, group in groupby(told, lambda one: one.hint):
        first, last, more = None, 0, 0
        for one in group:
            if first and hint != DEFAULT and one.location.line - last <= APART:
                more += 1
            else:
                if first:
                    yield _and_more(first, more)
                first, more = one, 0
            last = one.location.line
        if first:
            yield _and_more(first, more)


def _and_more(first: Finding, more: int) -> Finding:
    if not more:
        return first
    lines = message("{more} more lines", more=more) if more > 1 else message("one more line")
    return replace(first, fact=message("{fact}; so it is in {lines} below", fact=first.fact, lines=lines))


def _words(stream: Stream) -> Iterator[Finding]:
    for change in changes(stream):
        block = change.at
        if change.expected and change.found:
            fact = message("as {expected}, or as {found}", expected=quoted(change.expected), found=quoted(change.found))
        elif change.expected:
            fact = message("{expected} as a text, or as a sign that is not printed", expected=quoted(change.expected))
        else:
            fact = message("{found} as a text, or as a sign that is not printed", found=quoted(change.found))
        yield _told(block, fact, _hint(change.expected, change.found, block))


def _order(stream: Stream) -> Iterator[Finding]:
    for group in moved_groups(stream):
        block = stream.expected.blocks[stream.expected.block_of[group[0].low]]
        fact = message(
            "{piece} in two different places", piece=quoted(stream.expected.piece(group[0].low, group[-1].high))
        )
        yield _told(block, fact, INNER if block.kind is Kind.LIST_ITEM else DEFAULT)


def _kinds(stream: Stream) -> Iterator[Finding]:
    for ours, theirs in block_pairs(stream):
        differing = kind_differs(ours, theirs)
        if differing:
            _, want, got = differing
            hint = DEFAULT
            if Kind.LIST_ITEM in (ours.kind, theirs.kind):
                hint = INNER if ours.kind is theirs.kind or Kind.CODE in (ours.kind, theirs.kind) else LIST
            elif Kind.CODE in (ours.kind, theirs.kind):
                hint = message("begin the line with fewer than four spaces, unless it is code")
            yield _told(
                ours, message("{text} as {want}, or as {got}", text=quoted(ours.text), want=want, got=got), hint
            )


def _spaces(stream: Stream) -> Iterator[Finding]:
    """Find words that one of the two joins."""
    expected, found = stream.expected, stream.found
    for pair in stream.alignment.pairs():
        for copied, low, high in expected.by_block(pair.low, pair.high):
            for i in range(max(low, pair.low + 1, expected.start[copied] + 1), high):
                k = i + pair.at - pair.low
                if expected.gap[i] != found.gap[k] and found.block_of[k] == found.block_of[k - 1]:
                    parted = (expected, i) if expected.gap[i] else (found, k)
                    fact = message("{around} as two words, or as one", around=quoted(_around(*parted)))
                    yield _told(expected.blocks[copied], fact, DEFAULT)


def _marks(stream: Stream) -> Iterator[Finding]:
    """Find words that one of the two makes bold, raised, or another thing."""
    for one in marked_otherwise(stream):
        ours, theirs = (", ".join(sorted(marks)) or message("plain words") for marks in (one.expected, one.found))
        yield _told(
            one.block,
            message("{words} as {ours}, or as {theirs}", words=quoted(one.words), ours=ours, theirs=theirs),
            EMPHASIS,
        )


def _around(text: Letters, at: int) -> str:
    """Return the words before and after a place between letters."""
    low = next((n for n in range(at - 1, 0, -1) if text.gap[n]), 0)
    high = next((n for n in range(at + 1, len(text.chars)) if text.gap[n]), len(text.chars))
    return text.piece(low, high)


def _told(block: Block | None, fact: str, hint: str) -> Finding:
    return replace(finding("SRC-091", block, fact=fact), hint=hint)


def _hint(expected: str, found: str, block: Block | None) -> str:
    """Recognise the construct by the signs that one of the two took for text."""
    ours, theirs = fold(expected), fold(found)
    for sign, hint in SIGNS:
        if bool(sign.search(found)) != bool(sign.search(expected)) and ours != theirs:
            return INNER if hint is LIST and block is not None and block.kind is Kind.LIST_ITEM else hint
    return DEFAULT
