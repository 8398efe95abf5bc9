"""Keep on one line what is read as one: compounds, numbers with their units, a word and the note behind it.

A step of the paged writer, from a template's page to the layout.
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from clearfold.press.template.addresses import BREAK
from clearfold.press.template.page_text import Piece, pieces
from clearfold.press.template.spacing_by_language import NARROW, NO_BREAK, spaced

JOINER, HYPHEN = "\u2060", "\u2011"
INLINE = frozenset("a abbr b cite code del em i ins kbd mark q s small span strong sub sup u".split())
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
_WITH_SIGNS = re.compile(r"(?<!\S)[^\s-]+(?:-[^\s-]+)+")
_PLAIN_HYPHEN = re.compile(rf"(?<!{JOINER})-(?![{JOINER}.,:;!?)\]])")
_ADDRESS = re.compile(r"@|://|\w\.[^\W\d]\w")
# UAX 14 ends a line in Ja!Nee and C++ (LB6), and in 32(5):100 and pp.3 (LB13, LB29: between figures alone it does not).
_SIGNS = re.compile(r"(?<=\S[!?|+])(?=[\w+])|(?<=[^\s\d][.,:;])(?=\d)")
_WORD = re.compile(r"\S+")
_RANGE = re.compile(r"(?<=\d)[–/](?=\d)")
_BRACKETS = re.compile(r"(?<=[)\]}])(?=[(\[{])")  # a line may end between two: UAX 14, LB30 is of letters beside them
_WITH_STROKE = re.compile(r"(?<![^\s(\[„“\"«])[^\s/.@:]+(?:/[^\s/.@:]+)+(?=[.,:;!?)\]»”\"]*(?!\S))")  # and no address
_SHORT_SIDE = re.compile(r"(?<=\w)/(?=\w{1,3}(?!\w))|(?<!\w)\w{1,3}/(?=\w)")  # mg/m², jede/r, en/of
_LINE = 24  # letters of the largest heading that fit on an A4 line


def keep_whole(root: Element, lang: str, lacking: frozenset[str] = frozenset()) -> None:
    """See that no line of a page ends within a compound, unless too long for one, nor before a unit or a note.

    The no-break hyphen looks like a hyphen, and the PDF's text layer says that it is one. A span with
    ``white-space: nowrap`` would break the text before it wrongly (WeasyPrint 70). Of these characters some may be
    ``lacking`` in the leaflet's typeface, and others that do the same stand for them.
    """
    for line in _lines(pieces(root)):
        before = [piece.text for piece in line]
        text, at = spaced("".join(before), lang), 0
        if NARROW in lacking:
            text = text.replace(NARROW, NO_BREAK)
        if HYPHEN not in lacking:  # as long as the hyphen, so that a compound may begin in one piece and end in another
            text = _hyphened(text, HYPHEN)
        for piece, was in zip(line, before, strict=True):
            now = _whole(text[at : at + len(was)], lacking)
            at += len(was)
            if _is_reference(piece.following) and now[-1:].strip():
                now += JOINER
            elif now.endswith(" ") and piece.following is not None and piece.following.tag in INLINE:
                # Where such a space alone has no room, WeasyPrint 70 ends the line after its first word.
                now += BREAK
            if now != was:
                piece.put(now)


def _lines(given: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Gather the texts that go on on one line: within inline elements, before and after them."""
    line: list[Piece] = []
    for piece in given:
        if line and piece.element.tag not in INLINE:
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _whole(text: str, lacking: frozenset[str]) -> str:
    if HYPHEN in lacking:
        text = _hyphened(text, f"{JOINER}-{JOINER}")
    text = _WITH_STROKE.sub(lambda found: _one(found[0]), text)
    text = _WORD.sub(lambda found: found[0] if _ADDRESS.search(found[0]) else _SIGNS.sub(JOINER, found[0]), text)
    return _BRACKETS.sub(JOINER, _RANGE.sub(rf"{JOINER}\g<0>{JOINER}", text))


def _one(text: str) -> str:
    """Return words with strokes, no line of which ends after a stroke with a short word beside it."""
    return _SHORT_SIDE.sub(rf"\g<0>{JOINER}", text) if len(text) <= _LINE else text


def _hyphened(text: str, hyphen: str) -> str:
    """Return a text with other hyphens in its compounds, and between figures with signs: €5-€10, 2.-3. Klasse."""
    text = _COMPOUND.sub(lambda found: _with(found, hyphen), text)
    return _WITH_SIGNS.sub(lambda found: found[0] if _ADDRESS.search(found[0]) else _with(found, hyphen), text)


def _with(compound: re.Match[str], hyphen: str) -> str:
    """Return a compound with other hyphens, unless it is too long for a line."""
    return _PLAIN_HYPHEN.sub(hyphen, compound[0]) if len(compound[0]) <= _LINE else compound[0]


def _is_reference(element: Element | None) -> bool:
    return element is not None and element.tag == "a" and element.get("class") == "noteref"
