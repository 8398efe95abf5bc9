"""How wide a text is in our default typeface, where a decision falls before layout: in ems of its size."""

from clearfold.press.design import measure

LETTER = 0.597  # em of a letter of the widest sort, of which ``Edition.line`` counts how many a line holds


def width(text: str, *, bold: bool = False) -> float:
    """Return the width of a text on one line, in ems."""
    return measure.width(text, None, 700 if bold else 400)
