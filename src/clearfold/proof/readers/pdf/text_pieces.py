"""Make pieces of text of what the operators of a page show: each with its words, its look, and its letters' places.

Between the interpreter, which follows the operators, and all readers of PDFs.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import atan2, degrees, hypot
from unicodedata import bidirectional

from pypdf.generic import PdfObject

from clearfold.proof.compare.letters import fold
from clearfold.proof.page.page_model import EVERYWHERE, Box, Colour, Face, TextState
from clearfold.proof.readers.pdf.fonts.fonts import UNKNOWN, Font
from clearfold.proof.readers.pdf.fonts.right_to_left import RIGHT_TO_LEFT, displayed, logical
from clearfold.proof.readers.pdf.objects import STRINGS, number
from clearfold.proof.readers.pdf.operators.matrix import Matrix, times
from clearfold.proof.readers.pdf.operators.state import Graphics, MarkedContent

SLANT = 0.07  # cosine of the angle between a baseline and its uprights: 86 degrees and less is a slant
LEVEL = 0.1  # of the size: what stands less far apart is on one baseline
SPACE = 32  # the code to which word spacing applies: ISO 32000-1, 9.3.3
ASIDE = 0.05  # of the type size; letters that are drawn again so near are one letter to the eye
ENDED = re.compile(r"[.,:;!?،؛؟][\d\s.,/()-]*\d\s*")  # a line of figures, read against its way
UNPAINTED = 3  # the text rendering mode of what is not painted: ISO 32000-1, 9.3.6
NO_STATE = TextState(Face(), 0.0)
SINGLE = "f"  # single precision, for a book has millions of letters: good to a ten-thousandth of a point


@dataclass(frozen=True, slots=True)
class Piece:
    """Text drawn by one operator: its page from 0, marked-content id (-1: none), and the form that holds it (0: none).

    ``sequence`` numbers the marked-content sequences of the page. ``artifact`` is the artifact's type ("Artifact" where
    it has none), "" for content; ``figure`` is true within a picture's tag. ``y`` is the height of the baseline in
    points from the page's origin; ``starts`` and ``ends`` are the places of the characters along it. ``drawn`` and
    ``missing`` are as in a line of ``look``, ``clip`` as in a stretch of it; ``seen`` is what the glyphs
    show where the file says that they are other letters, "" for all else.
    """

    text: str
    page: int
    mcid: int = -1
    form: int = 0
    sequence: int = 0
    artifact: str = ""
    lang: str = ""
    expansion: str = ""
    figure: bool = False
    y: float = 0.0
    state: TextState = NO_STATE
    starts: Sequence[float] = ()
    ends: Sequence[float] = ()
    drawn: str = ""
    missing: tuple[int, ...] = ()
    scope: tuple[int, ...] = ()
    clip: Box = EVERYWHERE
    seen: str = ""

    @property
    def x(self) -> float:
        """Return where its first character starts along the baseline."""
        return self.starts[0] if self.starts else 0.0

    @property
    def size(self) -> float:
        """Return the size of the type in points."""
        return self.state.size


@dataclass(frozen=True, slots=True)
class Shown:
    """Codes that one operator shows, where each starts and ends in text space, and how far the text moves on."""

    codes: tuple[int, ...] = ()
    starts: tuple[float, ...] = ()
    ends: tuple[float, ...] = ()
    moved: float = 0.0


def placed(parts: Sequence[PdfObject | None], font: Font, now: Graphics) -> Shown:
    """Return where the codes of strings, and of the numbers between them, stand (ISO 32000-1, 9.4.4)."""
    codes: list[int] = []
    starts: list[float] = []
    ends: list[float] = []
    at = 0.0
    width, size, stretch = font.widths.of, now.size, now.stretch
    space = now.letter_space * stretch
    spaced = (now.letter_space + now.word_space) * stretch if font.size == 1 else space
    for part in parts:
        if isinstance(part, STRINGS):
            for code in font.codes(bytes(part.original_bytes)):
                codes.append(code)
                starts.append(at)
                end = at + width(code) * size * stretch
                ends.append(end)
                at = end + (spaced if code == SPACE else space)
        elif part is not None:
            at -= number(part) / 1000 * now.size * now.stretch
    return Shown(tuple(codes), tuple(starts), tuple(ends), at)


def parted(shown: Shown, font: Font | None) -> Iterator[Shown]:
    """Yield codes whose glyphs draw something apart from those whose glyphs draw nothing."""
    if font is None or font.blank.isdisjoint(shown.codes):
        yield shown
        return
    low = 0
    for _, group in groupby(shown.codes, lambda code: code in font.blank):
        high = low + sum(1 for _ in group)
        yield Shown(shown.codes[low:high], shown.starts[low:high], shown.ends[low:high])
        low = high


def made(shown: Shown, now: Graphics, colour: Colour | None, text: Matrix, mark: MarkedContent, page: int) -> Piece:
    """Return the piece of text that codes are; ``text`` is the text matrix, ``page`` counts from 0."""
    a, b, c, d, x, y = times((1, 0, 0, 1, 0, now.rise), times(text, now.ctm))
    along, up = hypot(a, b) or 1.0, hypot(c, d) or 1.0
    size = abs(now.size * (a * d - b * c)) / along
    font = now.font or Font(1, {})
    slanted = abs(a * c + b * d) / (along * up) > SLANT
    width = now.stretch * along * along / (abs(a * d - b * c) or along * along)
    mode = UNPAINTED if mark.hidden or (shown.codes and font.blank.issuperset(shown.codes)) else now.mode
    mirrored = (a * d - b * c) * now.stretch < 0
    angle = degrees(atan2(b, a))
    state = TextState(font.face, size, colour, now.alpha, mode, slanted, angle, width, now.masked, mirrored)
    # Along the baseline, and upright to it: on a page whose text is level these are x and y.
    across, lift = (a * x + b * y) / along, (a * y - b * x) / along
    letters = [
        (char, across + start * along, across + end * along, code in font.missing)
        for code, first, last in zip(shown.codes, shown.starts, shown.ends, strict=True)
        for char, start, end in _spread(font.text.get(code, UNKNOWN), first, last)
    ]
    letters = _as_read(letters, [font.text.get(code, UNKNOWN) for code in shown.codes])
    words = "".join(char for char, _, _, _ in letters)
    known = (mark.mcid, mark.form, mark.sequence, mark.artifact, mark.lang, mark.expansion, bool(mark.figure))
    left, right = array(SINGLE, [start for _, start, _, _ in letters]), array(SINGLE, [end for _, _, end, _ in letters])
    lacking = tuple(i for i, (_, _, _, lacks) in enumerate(letters) if lacks)
    return Piece(words, page, *known, lift, state, left, right, words, lacking, now.scope, now.clip, _seen(shown, font))


def _as_read(letters: list[tuple[str, float, float, bool]], glyphs: list[str]) -> list[tuple[str, float, float, bool]]:
    """Return letters in the order in which they are read: those that run from right to left are drawn the other way."""
    if not any(bidirectional(char) in RIGHT_TO_LEFT for char, *_ in letters):
        return letters
    read = "".join(logical(glyphs))
    return [(char, start, end, lacks) for char, (_, start, end, lacks) in zip(read, letters, strict=True)]


def _seen(shown: Shown, font: Font) -> str:
    """Return what glyphs show that the file says are other letters, "" where none are."""
    if font.lies.keys().isdisjoint(shown.codes):
        return ""
    return "".join(font.lies.get(code, font.text.get(code, UNKNOWN)) for code in shown.codes)


def glyphs_of(shown: Shown, now: Graphics) -> list[str]:
    """Return what each glyph says by its font."""
    return [now.font.text.get(code, UNKNOWN) for code in shown.codes] if now.font else []


def instead(held: Sequence[tuple[Piece, list[str]]], text: str) -> Piece:
    """Return the first of some pieces with the text that replaces them all, spread over their width on its line.

    What they draw may go on in the next line, as a word with a hyphen does. Where letters of a line run in both
    directions, what it says by itself is read in that of the two that the text has.
    """
    piece = held[0][0]
    line = [one for one in held if one[0].page == piece.page and abs(one[0].y - piece.y) < LEVEL * piece.size]
    if len(line) == len(held) > 1:
        drawn = "".join(one.drawn for one, _ in line)
        glyphs = [glyph for _, some in line for glyph in some]
        if not RIGHT_TO_LEFT.isdisjoint(map(bidirectional, drawn)):
            ways = ["".join(logical(glyphs, base)) for base in ("L", "R")]
            drawn = next((way for way in ways if fold(way) == fold(text)), drawn)
        piece = replace(piece, drawn=drawn, ends=line[-1][0].ends)
    elif len(held) > 1:
        piece = replace(piece, drawn="".join(one.drawn for one, _ in held))
    start, end = (piece.starts[0], piece.ends[-1]) if piece.starts else (0.0, 0.0)
    letters = list(_spread(text, start, end))
    left, right = array(SINGLE, [start for _, start, _ in letters]), array(SINGLE, [end for _, _, end in letters])
    return replace(piece, text=text, starts=left, ends=right, missing=())


def _spread(text: str, start: float, end: float) -> Iterator[tuple[str, float, float]]:
    """Yield the characters of one glyph, each with its share of the glyph's width."""
    step = (end - start) / len(text) if text else 0.0
    for i, char in enumerate(text):
        yield char, start + i * step, start + (i + 1) * step


def in_reading_order(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces, those in one where a line that runs from right to left is drawn in parts from the left.

    Chromium draws each glyph by itself, and cairo each few: only the whole line can be read. On a page of a script that
    runs so, a line of figures that begins with the sign that ends a sentence runs so too.
    """
    ways = [bidirectional(char) for piece in pieces for char in piece.text]
    turned = sum(way in RIGHT_TO_LEFT for way in ways) > ways.count("L")
    held: list[Piece] = []
    for piece in pieces:
        if held and not _goes_on(held[-1], piece):
            yield from _whole(held, turned=turned)
            held = []
        held.append(piece)
    yield from _whole(held, turned=turned)


def once(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces without those that are drawn over themselves, a hair aside: programs make letters bold so.

    In tags, what is said twice is heard twice.
    """
    last: dict[str, Piece] = {}
    for piece in pieces:
        before = last.get(piece.text)
        if before is None or not piece.text.strip() or not _is_over(piece, before):
            last[piece.text] = piece
            yield piece


def _is_over(two: Piece, one: Piece) -> bool:
    loose = one.mcid < 0 and two.mcid < 0 and not one.artifact and not two.artifact
    alike = (one.size, one.state.angle, one.state.seen) == (two.size, two.state.angle, two.state.seen)
    return loose and alike and max(abs(one.x - two.x), abs(one.y - two.y)) <= ASIDE * one.size


def _goes_on(one: Piece, two: Piece) -> bool:
    """Say whether a piece stands right behind another in the same marked content."""
    if not one.ends or not two.starts or (one.mcid, one.form, one.artifact) != (two.mcid, two.form, two.artifact):
        return False
    return abs(one.y - two.y) < LEVEL * one.size and abs(two.starts[0] - one.ends[-1]) < LEVEL * one.size


def _whole(held: Sequence[Piece], *, turned: bool) -> Iterator[Piece]:
    """Yield a line in one piece where several parts run from right to left, or nothing runs the other way."""
    parts = [piece for piece in held if not RIGHT_TO_LEFT.isdisjoint(map(bidirectional, piece.text))]
    mixed = any(bidirectional(char) == "L" for piece in held for char in piece.text)
    figures = turned and bool(ENDED.fullmatch("".join(piece.text for piece in held)))
    if not figures and (len(held) < 2 or len(parts) < (2 if mixed else 1)):
        yield from held
        return
    base = "R" if figures else ""
    text = "".join(logical([glyph for piece in held for glyph in displayed(piece.text)], base))
    drawn = "".join(logical([glyph for piece in held for glyph in displayed(piece.drawn)], base))
    letters = list(_spread(text, held[0].starts[0], held[-1].ends[-1]))
    left, right = array(SINGLE, [start for _, start, _ in letters]), array(SINGLE, [end for _, _, end in letters])
    seen = "".join(piece.seen or piece.text for piece in held) if any(piece.seen for piece in held) else ""
    yield replace(held[0], text=text, drawn=drawn, starts=left, ends=right, missing=(), seen=seen)
