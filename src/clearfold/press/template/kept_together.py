"""Keep on one line what is read as one: compounds, numbers with their units, a word and the note behind it.

A step of the paged writer, from a template's page to the layout.
"""

import re
from xml.etree.ElementTree import Element

from clearfold.press.template.page_text import pieces

JOINER = "\u2060"
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
# Behind a number: shares, degrees, masses, volumes, lengths, times, amounts, energy, pressure; IE and IU are doses.
_UNITS = r"%|‰|°C?|[nµμmk]?g|[µμmcd]?l|[nµμmck]?m[²³]?|ms|s|min|h|[µμm]?mol|k?cal|k?J|mmHg|k?Pa|mSv|m?Gy|IE|IU|€"
# "CAR T-cel": an abbreviation and the short compound behind it; "5 mg": a number and its unit; "mei 2026": a month.
_PAIR = re.compile(
    rf"(?<=[A-Z]{{2}}) (?=[A-Z][-\u2011])|(?<=\d) (?=(?:{_UNITS})(?![\w²³]))|(?<=[a-zûéä]{{3}}) (?=20\d\d(?!\w))"
)
_LINE = 24  # letters of the largest heading that fit on an A4 line


def keep_whole(root: Element) -> None:
    """See that no line of a page ends within a compound, unless too long for one, nor before a unit or a note.

    The no-break hyphen looks like a hyphen, and the PDF's text layer says that it is one. A span with
    ``white-space: nowrap`` would break the text before it wrongly (WeasyPrint 70).
    """
    for piece in pieces(root):
        before = piece.text
        text = _PAIR.sub("\xa0", _COMPOUND.sub(_no_break, before))
        if _is_reference(piece.following) and text[-1:].strip():
            text += JOINER
        if text != before:
            piece.put(text)


def _is_reference(element: Element | None) -> bool:
    return element is not None and element.tag == "a" and element.get("class") == "noteref"


def _no_break(match: re.Match[str]) -> str:
    return match[0].replace("-", "\u2011") if len(match[0]) <= _LINE else match[0]
