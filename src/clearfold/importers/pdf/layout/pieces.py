"""Lines of a column → pieces of text: headings, paragraphs, items of lists, as their place and type tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from clearfold.importers.pdf.page.glyphs import Glyph
from clearfold.importers.pdf.page.lines import Line

HEADING = 1.08  # times the size of the text
_ONE_HEADING = 1.75  # times its size, from baseline to baseline
_PARAGRAPH = 1.25  # times the leading
_LONGEST = 90  # characters of a heading that is told by bold type
_LONGEST_LARGE = 160  # and of one that is told by its size
BULLETS = "•◦▪▫■□●○‣⁃∙·►▶➢➤❖◆◇✓✔✗✘☐☑☒→⇒–—*"
_FAR, _SENTENCE = 1.45, 45  # times the size of the text; characters: more, with a stop, is a sentence
_ROOM = 1.2  # em that must be left behind the word that would have fitted
_STOPS = (".", "!", "?", ":")
_CLOSED = (".", "!", "?", ":", ";", "…")
_NUMBER = re.compile(r"(?:(\d{1,2})[.)]|\((\d{1,2})\)|([a-z])[)])$")
_SIGN_FONTS = ("dingbat", "wingding", "symbol", "webding")


class Kind(Enum):
    """What a piece of text is."""

    HEADING = auto()
    TEXT = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign before an item: its letters, how many glyphs it takes with the space, its number where it has one."""

    text: str
    glyphs: int
    number: int | None = None
    letter: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph, or an item with the sign that stands before it."""

    kind: Kind
    lines: tuple[Line, ...]
    sign: Sign | None = None
    ended: frozenset[int] = frozenset()  # numbers of lines that somebody ended, from 0

    @property
    def text(self) -> str:
        """Return its lines, a space between them."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """Return the size of its first line."""
        return self.lines[0].size


def sign_of(line: Line) -> Sign | None:
    """Return the sign or number of an item that a line begins with."""
    glyphs = line.glyphs
    count = next((number for number, glyph in enumerate(glyphs) if glyph.text == " "), len(glyphs))
    if count >= len(glyphs):
        return None
    word = "".join(glyph.text for glyph in glyphs[:count])
    if count == 1 and (word in BULLETS or _is_sign(glyphs[0])):
        return Sign(word, 2)
    if word == "-" or (word in ("\u2010", "\u2011", "o") and glyphs[1].box.width > 0.4 * line.size):
        return Sign(word, 2)
    found = _NUMBER.match(word)
    if not found:
        return None
    if found[3]:
        return Sign(word, count + 1, ord(found[3]) - 96, letter=True)
    return Sign(word, count + 1, int(found[1] or found[2]))


def _is_sign(glyph: Glyph) -> bool:
    """Tell whether a letter is a sign of a font of signs, or of no known letter."""
    return "\ue000" <= glyph.text <= "\uf8ff" or any(font in glyph.font.lower() for font in _SIGN_FONTS)


def pieces_of(lines: Sequence[Line], body: float, leading: float, width: float) -> list[Piece]:
    """Return the pieces of the lines of one column, given its width, and size and leading of the text, in points."""
    groups: list[list[Line]] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is not None and groups and _goes_on(groups[-1], before, line, body, leading, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_piece(group, body, width) for group in groups]


def leading_of(columns: Sequence[Sequence[Line]], body: float) -> float:
    """Return the usual distance of baselines in the text, in points."""
    apart = [
        other.baseline - one.baseline
        for lines in columns
        for one, other in pairwise(lines)
        if abs(one.size - body) < 0.6 and abs(other.size - body) < 0.6 and other.baseline - one.baseline < 2.2 * body
    ]
    return median(apart) if apart else 1.2 * body


def large(line: Line, body: float) -> bool:
    """Tell whether a line is set as a heading by its size."""
    return line.size >= HEADING * body


def _goes_on(group: Sequence[Line], before: Line, line: Line, body: float, leading: float, width: float) -> bool:
    """Tell whether a line goes on with what the lines before it are."""
    apart = line.baseline - before.baseline
    first = group[0]
    if abs(line.size - first.size) > 0.05 * first.size + 0.1:
        return False
    if large(first, body) and not _is_bulleted(first):
        return apart <= _ONE_HEADING * first.size and line.bold == first.bold
    sign = sign_of(first)
    if sign_of(line) is not None and _begins_item(first, sign, line, before.text):
        return False
    if _bold_heading(group, body) != _bold_heading([line], body) and not _bold_run(group, line):
        return False
    near = leading if abs(first.size - body) < 0.6 else max(1.35 * first.size, leading)
    if apart > _PARAGRAPH * near or (before.text.endswith(_STOPS) and was_ended(before, line, width)):
        return False
    if sign is not None:
        return line.box.left >= _text_left(first, sign) - 0.35 * first.size
    return not _indented(group, line)


def _is_bulleted(line: Line) -> bool:
    """Tell whether a line begins with a sign that is only one of lists: however large, it is no heading."""
    sign = sign_of(line)
    return sign is not None and sign.number is None


def _begins_item(first: Line, sign: Sign | None, line: Line, text: str) -> bool:
    """Tell whether a sign begins an item: not a dash or a number that stands within the text of what goes before."""
    new = sign_of(line)
    if new is None or (new.number is None and new.text not in "–—*-→"):
        return True
    if sign is None:
        return text.rstrip().endswith(_CLOSED) or abs(line.box.left - first.box.left) > 0.5 * first.size
    if line.box.left < _text_left(first, sign) - 0.35 * first.size:
        return True
    return new.text == sign.text or (new.number is not None and new.number == 1)


def _text_left(first: Line, sign: Sign) -> float:
    return first.glyphs[sign.glyphs].box.left if sign.glyphs < len(first.glyphs) else first.box.left


def _indented(group: Sequence[Line], line: Line) -> bool:
    """Tell whether a line begins a paragraph by standing to the right of those before it."""
    left = min(other.box.left for other in group[-2:]) if len(group) > 1 else group[0].box.left
    step = line.box.left - left
    return 0.7 * line.size < step < 4 * line.size and group[-1].text.rstrip().endswith((".", "?", "!", ":", "”", "»"))


def _bold_heading(group: Sequence[Line], body: float) -> bool:
    text = " ".join(line.text for line in group)
    return all(line.bold for line in group) and len(text) <= _LONGEST and group[0].size >= 0.95 * body


def _bold_run(group: Sequence[Line], line: Line) -> bool:
    """Tell whether bold letters run over from one line to the next within a paragraph."""
    last, first = group[-1].glyphs[-1], line.glyphs[0]
    if not (last.bold and first.bold):
        return False
    return not all(other.bold for other in group) or not line.bold or len(group[-1].text) + len(line.text) > _LONGEST


def was_ended(before: Line, line: Line, width: float) -> bool:
    """Tell whether somebody ended a line: the next word, with a capital or a figure, would have fitted."""
    glyphs = line.glyphs
    stop = next((number for number, glyph in enumerate(glyphs) if glyph.text == " "), len(glyphs))
    first = glyphs[0].text
    begins = first.isupper() or first.isdigit() or first in "+(“„«" or (glyphs[0].bold and not before.glyphs[-1].bold)
    room = width - before.box.width
    return begins and room > glyphs[stop - 1].box.right - glyphs[0].box.left + _ROOM * before.size


def _is_title(lines: Sequence[Line], text: str, body: float, *, bold: bool) -> bool:
    """Tell whether large letters are a heading, and not a text that is set larger than others."""
    if len(text) > _LONGEST_LARGE or (len(text) > _LONGEST and text[-1] in ".,;"):
        return False
    return bold or lines[0].size > _FAR * body or len(text) <= _SENTENCE or text[-1] not in ".,;:"


def _piece(group: Sequence[Line], body: float, width: float) -> Piece:
    lines = tuple(group)
    text = " ".join(line.text for line in lines)
    sign = sign_of(lines[0])
    bold = all(line.bold for line in lines)
    if large(lines[0], body) and not _is_bulleted(lines[0]) and _is_title(lines, text, body, bold=bold):
        return Piece(Kind.HEADING, lines)
    closed = text[-1] in ".,;:" and not (text[-1] == "." and sign is not None and len(text) < 6)
    short = bold and len(text) <= _LONGEST and not closed and lines[0].size >= 0.95 * body
    if short and any(letter.isalpha() for letter in text) and (sign is None or sign.number is not None):
        return Piece(Kind.HEADING, lines)
    ended = frozenset(n for n, (one, other) in enumerate(pairwise(lines)) if was_ended(one, other, width))
    return Piece(Kind.ITEM if sign is not None else Kind.TEXT, lines, sign, ended)
