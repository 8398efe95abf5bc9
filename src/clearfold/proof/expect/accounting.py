"""Account for every word of the copy: what no block of the oracle holds must be syntax, or somebody's words are lost.

The copy's lines, bared of their syntax, are laid beside the oracle's blocks. Where it is not certain that something is
text, it is taken for syntax: an author is never told of a mistake that is none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.source import Source
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.compare.alignment import align
from clearfold.proof.compare.letters import letters
from clearfold.proof.expect.front_matter import MEANT, OTHERS, READ, SYNTAX, read_front
from clearfold.proof.expect.markdown import ATTRIBUTES, FENCE
from clearfold.proof.findings.finding import finding, quoted

TITLE = r"""(?P<title>"[^"\n]*"|'[^'\n]*')?"""
SYNTAX_OF_BLOCKS = re.compile(r"<!--.*?-->|</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>", re.DOTALL)
DESTINATION = re.compile(rf"\]\(\s*(?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)\s*{TITLE}\s*\)")
SYNTAX_OF_LINES = (
    re.compile(r"^[ >]*\[(?!\^)[^\]\n]+\]:\s.*$"),  # a link's address, kept apart
    re.compile(r"\[\^[^\]\s]+\]:?"),
    re.compile(r"\]\[[^\]\n]*\]"),
    ATTRIBUTES,
    re.compile(r"^[\s>]*(?:!!!|\?\?\?\+?)\s*[\w-]*"),
    re.compile(r"^[\s>]*\[![A-Za-z]+\][-+]?"),
    re.compile(r"^[\s>]*:{3,}\s*[\w-]*"),
    re.compile(r"^[\s>]*(?:[-*+]|\d+[.)])\s+\[[xX]\](?=\s)"),
    re.compile(r"^[\s>]*[a-z][.)](?=\s)"),
    re.compile(r"^[\s>]*[ov]\t"),
    re.compile(r"^[\s>]*Table:(?=\s)"),
    re.compile(r"^[\s>*+-]*\d+[.)](?=\s)"),
    re.compile(r"^\s*\[TOC\]\s*$"),
)
REFERENCE = re.compile(r"\[\d+\]")
SHORTEST = 2  # letters; less may be a stray mark


def unread(source: Source, expected: Transcript) -> Iterator[Diagnostic]:
    """Find the words of a copy that are in no block of the oracle (SRC-090); raises as ``expect`` does."""
    yield from _front(source)
    lines = [Block(Kind.TEXT, _bare(text), source.at(n)) for n, text in spoken(source) if _bare(text).strip()]
    ours = letters(lines)
    theirs = letters(replace(block, text=_bare(REFERENCE.sub(" ", block.text))) for block in expected.blocks)
    alignment = align(ours, theirs)
    spare = Counter(word for part in alignment.added for word in theirs.piece(*part).split())
    for low, high in alignment.lost:
        for block, first, last in ours.by_block(low, high):
            text = ours.piece(first, last)
            words = Counter(text.split())
            if words <= spare:  # the order is not asked for here: notes and abbreviations are read elsewhere
                spare -= words
            elif last - first >= SHORTEST:
                yield finding("SRC-090", ours.blocks[block], expected=text, fact=quoted(text))


def spoken(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the lines of the body, each with its number in the file, bared of what is certainly syntax."""
    fence = ""
    rows: list[str] = []
    code: set[int] = set()
    for index, line in enumerate(source.body.split("\n")):
        opening = FENCE.match(line)
        if fence and not (opening and opening[1].startswith(fence)):
            code.add(index)
        elif opening:
            fence = "" if fence else opening[1]
            line = ""
        rows.append("" if index in code else line)
    bared = SYNTAX_OF_BLOCKS.sub(lambda m: " " + "\n" * m[0].count("\n"), "\n".join(rows)).split("\n")
    for index, (line, raw) in enumerate(zip(bared, source.body.split("\n"), strict=True)):
        yield index + source.body_line, raw if index in code else _line(line)


def _line(line: str) -> str:
    line = DESTINATION.sub(lambda m: f"] {m['title'] or ''} ", line)
    for syntax in SYNTAX_OF_LINES:
        line = syntax.sub(" ", line)
    return unescape(line)


def _bare(text: str) -> str:
    """Keep letters, digits and spaces: punctuation may be Markdown's."""
    return "".join(c for c in text if c.isalnum() or c.isspace())


def _front(source: Source) -> Iterator[Diagnostic]:
    """Find the keys of the front matter that the oracle does not know."""
    front = read_front(source)
    for key, at in front.keys.items():
        if key not in READ | SYNTAX | OTHERS | set(MEANT):
            text = front.text(key)
            hint_text = f"the key “{key}” is not one of the front matter's" + (
                f", its text is {quoted(text)}" if text else ""
            )
            yield finding("SRC-090", at, expected=text, fact=hint_text)
