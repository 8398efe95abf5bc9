"""Put glyphs that run from right to left into the order in which they are read (Unicode Standard Annex 9).

A PDF shows glyphs in the order of the page; what they say is read the other way where a script runs so. The algorithm
that orders letters for the page is its own way back for lines of one level, as those of leaflets are.
"""

import re
from collections.abc import Sequence
from unicodedata import bidirectional, normalize

from bidi import get_display

RIGHT_TO_LEFT = frozenset(("R", "AL"))
STAND_INS = range(0x07CA, 0x07EB)  # letters of N'Ko, which run from right to left and join none of the others here
FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")  # letters as they look within a word
NOTHING = "\u200b"  # for a glyph that says nothing


def logical(glyphs: Sequence[str], base: str = "") -> list[str]:
    """Return what glyphs say, in the order of reading; a glyph of several letters stays whole.

    ``base`` is the direction of the text that they are of, "L" or "R", "" for that of most of them.
    """
    joined = [glyph for glyph in dict.fromkeys(glyphs) if len(glyph) > 1]
    several = dict(zip(joined, map(chr, STAND_INS), strict=False))
    whole = {letter: glyph for glyph, letter in several.items()}
    standing = "".join(several.get(glyph) or glyph[:1] or NOTHING for glyph in glyphs)
    rightward = sum(bidirectional(char) in RIGHT_TO_LEFT for char in standing)
    leftward = sum(bidirectional(char) == "L" for char in standing)
    read = get_display(standing, base_dir=base or ("R" if rightward >= leftward else "L"))
    return [whole.get(char, char) for char in read if char != NOTHING]


def unformed(text: str) -> str:
    """Return letters for the forms that they have at the beginning, in the middle and at the end of a word."""
    return normalize("NFKC", text) if FORMS.search(text) else text


def displayed(text: str) -> str:
    """Return a text as it stands on the page, from the left."""
    if RIGHT_TO_LEFT.isdisjoint(map(bidirectional, text)):
        return text
    return str(get_display(text, base_dir="R"))
