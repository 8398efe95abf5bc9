"""How well one panel follows another: what the last words of the one and the first words of the other say."""

import re
from dataclasses import dataclass

from clearfold.importers.pdf.layout.pieces import Kind, Piece
from clearfold.importers.pdf.ordering.cues import NO_CUES, Cues, cues_of
from clearfold.importers.pdf.page.glyphs import HYPHENS
from clearfold.importers.words.breaks import Breaks

_STOP = re.compile(r"[.!?:…][)»”\"’']*$")
_ARTICLES = frozenset(
    "de het een der die das den dem des ein eine einen einem einer le la les un une the a an mijn je uw zijn haar ce "
    "cette ces son sa ses votre your their our this that deze dit".split()
)
_PREPOSITIONS = frozenset(
    "in op van met voor bij naar door over uit aan en of maar dat auf mit von für bei nach durch aus an und oder "
    "dass dans sur de avec pour par chez et ou mais que on with for by from to and or but of at".split()
)
_FULL, _WORD_APART = 0.6, 0.4  # em: no room for a word; a space, and what spaces give
_FILLED, _FITTED = -0.7, -2.0  # a paragraph that fills its last line by chance; a word that went on and had fitted
_ITEM_GOES_ON = 1.2
_ADDRESS = re.compile(r"(?:@|www\.|https?://|\d[\d ./()-]{5,}\d$)\S*$", re.I)
_CONTACT = re.compile(
    r"@|www\.|https?://|\+?\d[\d ./()-]{7,}\d|\b(?:tel|tél|telefoon|téléphone|telefon|phone|contact|kontakt)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Ends:
    """The first and the last piece of a panel, and whether more than text stands there."""

    first: Piece | None
    last: Piece | None
    size: float  # of its largest letters
    contact: bool
    begins_small: bool
    page: int | None = None  # as printed
    cues: Cues = NO_CUES
    room: float | None = None  # points of white behind its last line, as far as it is known


def ends_of(pieces: list[Piece | None], size: float, page: int | None = None, room: float | None = None) -> Ends | None:
    """Return the ends of a panel, None for an empty one; a picture or a table is None among its pieces."""
    if not pieces:
        return None
    first, last = pieces[0], pieces[-1]
    words = " ".join(piece.text for piece in pieces if piece is not None)
    small = first is not None and _first_word(first)[:1].islower()
    return Ends(first, last, size, len(_CONTACT.findall(words)) >= 2, small, page, cues_of(pieces), room)


def joint(one: Ends, other: Ends, breaks: Breaks) -> float:
    """Return how well one panel is followed by another, as a score: above 0 well, below 0 badly."""
    score = _words(one, other, breaks) + _room(one, other)
    if one.page is not None and other.page is not None:
        return (6.0 if other.page == one.page + 1 else -6.0) + score
    return score


def _room(one: Ends, other: Ends) -> float:
    """Return what the white behind the last line says: a text that goes on fills its lines."""
    last, first = one.last, other.first
    if one.room is None or last is None or last.kind is Kind.HEADING:
        return 0.0
    full = one.room < _FULL * last.size
    if first is None or first.kind is Kind.HEADING or first.sign is not None:
        return _FILLED if full else 0.0
    glyphs = first.lines[0].glyphs
    stop = next((number for number, glyph in enumerate(glyphs) if glyph.text == " "), len(glyphs))
    word = glyphs[stop - 1].box.right - glyphs[0].box.left
    fitted = one.room > word + _WORD_APART * last.size
    if _first_word(first)[:1].islower():
        return _FITTED if fitted and last.text.rstrip()[-1] not in HYPHENS else 0.0
    return -_FILLED if full else 0.0


def _words(one: Ends, other: Ends, breaks: Breaks) -> float:
    last, first = one.last, other.first
    if last is None or first is None:
        return _beside(last)
    if last.kind is Kind.HEADING:
        return -1.0 if first.kind is Kind.HEADING else 0.5
    text, start = last.text.rstrip(), _first_word(first)
    if text[-1] in HYPHENS and text[-2:-1].isalnum():
        return _hyphen(text[:-1], start, first, breaks)
    if first.kind is Kind.ITEM and first.sign is not None:
        return _item(last, first)
    if last.kind is Kind.ITEM and not start[:1].islower():
        return 0.3 if first.kind is Kind.HEADING else 0.0
    if _ADDRESS.search(text):
        return min(_closed(start, first), 0.0)
    if _STOP.search(text):
        return _closed(start, first)
    score = _open(text, start, first, breaks.language)
    # Items seldom end in a stop, and seldom go over to another panel.
    return min(score, _ITEM_GOES_ON) if last.kind is Kind.ITEM else score


def _beside(last: Piece | None) -> float:
    """Return how well a picture or a table follows: it seldom stands within a sentence."""
    opens = (
        last is not None and last.kind is Kind.TEXT and not _STOP.search(last.text) and not _ADDRESS.search(last.text)
    )
    return -0.5 if opens else 0.0


def _first_word(piece: Piece) -> str:
    words = piece.text.split()
    if piece.sign is not None:
        words = words[1:]
    return words[0].lstrip("(«“„\"‘'") if words else ""


def _hyphen(text: str, start: str, first: Piece, breaks: Breaks) -> float:
    if first.kind is Kind.HEADING or first.sign is not None or start[:1].isupper():
        return -4.0
    half = text.split()[-1]
    score = 4.0 if breaks.joins(half, start) else 0.8
    return score - (1.5 if breaks.are_words(half, start) else 0.0)


def _item(last: Piece, first: Piece) -> float:
    sign, before = first.sign, last.sign
    if sign is None:
        return 0.0
    if before is None:
        opens = last.text.rstrip().endswith(":")
        return (1.5 if opens else -0.5) if sign.number in (None, 1) else -1.5
    if sign.number is None or before.number is None:
        return 1.0 if sign.text == before.text else -0.5
    return 2.5 if sign.number == before.number + 1 else -2.0


def _closed(start: str, first: Piece) -> float:
    if first.kind is Kind.HEADING:
        return 0.6
    return -3.0 if start[:1].islower() else 0.0


def _open(text: str, start: str, first: Piece, language: str) -> float:
    before = text.split()[-1].lower()
    bound = before in _ARTICLES or before in _PREPOSITIONS
    if first.kind is Kind.HEADING:
        return -3.0 if bound else -1.0
    if not start[:1].islower():
        # In German, nouns begin so.
        if language == "de" and start[:1].isupper():
            return 1.5 if bound else 0.8
        return -0.5 if start[:1].isupper() else 0.0
    after = start.lower().strip(",;:.")
    if before in _ARTICLES and (after in _PREPOSITIONS or after in _ARTICLES):
        return 0.5
    if before in _PREPOSITIONS and after in _PREPOSITIONS:
        return 1.5
    return 2.5
