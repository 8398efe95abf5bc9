"""How wide a text is in our default typeface, where a decision falls before layout: in ems of its size."""

from functools import lru_cache
from io import BytesIO

from clearfold.press.design.typefaces import DEFAULT, shipped

LETTER = 0.597  # em of a letter of the widest sort, of which ``Edition.line`` counts how many a line holds
SPACED = 0.01  # em between letters: --letter-space in styles/tokens.css
UNKNOWN = 1.0  # em of a character that another font draws


def width(text: str, *, bold: bool = False) -> float:
    """Return the width of a text on one line, in ems."""
    advances = _advances(700 if bold else 400)
    return sum(advances.get(ord(character), UNKNOWN) + SPACED for character in text)


@lru_cache(maxsize=2)
def _advances(weight: int) -> dict[int, float]:
    from fontTools.ttLib import TTFont

    path = dict(shipped(DEFAULT).files)[weight]
    with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
        widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: widths[name][0] / em for code, name in font.getBestCmap().items()}
