"""The marks within a block: kept beside its words where no translator can break them, and put back.

``**bold**``, links and words in another language are pairs around their words; notes, code, HTML and pictures within a
line are signs of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<alone>\[\^[^\]]+\]|!\[[^\]]*\]\([^)]*\)(?:\{[^{}]*\})?|`+[^`]*`+|<[^<>]+>|&#?\w+;)"
    r"|(?P<bold>\*\*|__)|(?P<stress>(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))"
    r"|(?P<open>\[)|(?P<close>\](?:\((?:<[^>]*>|[^()\s]*(?:\([^()]*\))?[^()\s]*)(?:\s+\"[^\"]*\")?\)|\{[^{}]*\}))"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of its own in a text."""

    raw: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Marks around some words."""

    before: str
    after: str
    inner: "tuple[Piece, ...]"


Piece = str | Mark | Pair


def pieces(text: str) -> tuple[Piece, ...]:
    """Return a text as words and marks; what opens and never closes is words."""
    stack: list[tuple[str, list[Piece]]] = [("", [])]
    at = 0
    for match in _MARK.finditer(text):
        _say(stack[-1][1], text[at : match.start()])
        at, raw = match.end(), match[0]
        if match["escape"]:
            _say(stack[-1][1], raw)
        elif match["alone"]:
            stack[-1][1].append(Mark(raw))
        elif match["open"] or (not match["close"] and stack[-1][0] != raw):
            stack.append((raw, []))
        elif match["close"] and stack[-1][0] != "[":
            _say(stack[-1][1], raw)
        else:
            opening, inner = stack.pop()
            stack[-1][1].append(Pair(opening, raw, tuple(inner)))
    _say(stack[-1][1], text[at:])
    while len(stack) > 1:  # never closed
        opening, inner = stack.pop()
        _say(stack[-1][1], opening)
        for piece in inner:
            if isinstance(piece, str):
                _say(stack[-1][1], piece)
            else:
                stack[-1][1].append(piece)
    return tuple(stack[0][1])


def _say(into: list[Piece], words: str) -> None:
    if words and into and isinstance(into[-1], str):
        into[-1] += words
    elif words:
        into.append(words)


def raw(found: tuple[Piece, ...]) -> str:
    """Return words and marks as they are written."""
    return "".join(
        piece
        if isinstance(piece, str)
        else piece.raw
        if isinstance(piece, Mark)
        else f"{piece.before}{raw(piece.inner)}{piece.after}"
        for piece in found
    )


def marks(found: tuple[Piece, ...]) -> Iterator[str]:
    """Yield what is kept beside the words: each sign, and both ends of each pair."""
    for piece in found:
        if isinstance(piece, Mark):
            yield piece.raw
        elif isinstance(piece, Pair):
            yield f"{piece.before}…{piece.after}"
            yield from marks(piece.inner)
