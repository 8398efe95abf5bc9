"""Pieces of a line, each with its look, put together as inlines that stand within each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from clearfold.importers.document import (
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Link,
    Lowered,
    Picture,
    Raised,
    Strong,
    Text,
)


@dataclass(frozen=True, slots=True)
class Look:
    """What is said of words beside the words: where they lead, their language, their weight and height."""

    link: str = ""
    lang: str = ""
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Piece:
    """An inline without others in it, and its look."""

    inline: Inline
    look: Look = PLAIN


_LAYERS: tuple[tuple[Callable[[Look], str | bool], Callable[[Look, Inlines], Inline]], ...] = (
    (lambda look: look.link, lambda look, inner: Link(inner, look.link)),
    (lambda look: look.lang, lambda look, inner: Foreign(inner, look.lang)),
    (lambda look: look.bold, lambda _, inner: Strong(inner)),
    (lambda look: look.italic, lambda _, inner: Emphasis(inner)),
    (lambda look: look.raised, lambda _, inner: Raised(inner)),
    (lambda look: look.lowered, lambda _, inner: Lowered(inner)),
)


def composed(pieces: Sequence[Piece]) -> Inlines:
    """Return pieces as inlines: what looks alike side by side stands in one."""
    return _layer(_joined(_smoothed(_apart(pieces))), 0)


def _apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with a space between a picture and a word that it touches: no reader takes them for one word."""
    told: list[Piece] = []
    for piece in pieces:
        if told and _touch(told[-1].inline, piece.inline):
            told.append(Piece(Text(" ")))
        told.append(piece)
    return told


def _touch(one: Inline, two: Inline) -> bool:
    if isinstance(one, Picture) is isinstance(two, Picture):
        return False
    text = one.text[-1:] if isinstance(one, Text) else two.text[:1] if isinstance(two, Text) else ""
    return text.isalnum()


def _layer(pieces: Sequence[Piece], depth: int) -> Inlines:
    if depth == len(_LAYERS):
        return tuple(piece.inline for piece in pieces)
    of, made = _LAYERS[depth]
    told: list[Inline] = []
    for value, some in groupby(pieces, key=lambda piece: of(piece.look)):
        group = list(some)
        inner = _layer(group, depth + 1)
        told += [made(group[0].look, inner)] if value else inner
    return tuple(told)


def _smoothed(pieces: Sequence[Piece]) -> list[Piece]:
    """Give spaces the look of what stands on both sides of them, and none where that differs."""
    told = list(pieces)
    for number, piece in enumerate(told):
        if not (isinstance(piece.inline, Text) and not piece.inline.text.strip()):
            continue
        before = told[number - 1].look if number else PLAIN
        after = told[number + 1].look if number + 1 < len(told) else PLAIN
        told[number] = replace(piece, look=_shared(before, after))
    return told


def _shared(one: Look, two: Look) -> Look:
    return Look(
        one.link if one.link == two.link else "",
        one.lang if one.lang == two.lang else "",
        one.bold and two.bold,
        one.italic and two.italic,
    )


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    told: list[Piece] = []
    for piece in pieces:
        if (
            told
            and isinstance(piece.inline, Text)
            and isinstance(told[-1].inline, Text)
            and told[-1].look == piece.look
        ):
            told[-1] = Piece(Text(told[-1].inline.text + piece.inline.text), piece.look)
        else:
            told.append(piece)
    return [piece for piece in told if not (isinstance(piece.inline, Text) and not piece.inline.text)]
