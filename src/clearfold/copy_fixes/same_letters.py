"""Tell whether a text has kept its letters and figures: asked of every mended copy, before it is written."""

import re
import unicodedata

# Word writes its second bullet as a letter of a font of signs, with a tab behind it: no letter of the text.
_BULLET = re.compile(r"^[ \t\u00a0>]*[o§Øüv]\t(?=[ \t]*\S)", re.MULTILINE)


def same_letters(before: str, after: str) -> bool:
    """Tell whether two texts have the same letters and figures, in the same order."""
    return _letters(_BULLET.sub("", before)) == _letters(_BULLET.sub("", after))


def _letters(text: str) -> list[str]:
    # Unicode's categories: letters, figures, and accents that stand by themselves.
    return [char for char in text if unicodedata.category(char)[0] in "LNM"]
