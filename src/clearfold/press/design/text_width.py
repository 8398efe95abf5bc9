"""How wide a text is, where a decision falls before layout: in ems of the size of our default typeface."""

from clearfold.press.design import measure
from clearfold.press.design.typefaces import DEFAULT, shipped
from clearfold.press.leaflet import Typeface

LETTER = 0.597  # em of a letter of the widest sort, of which ``Edition.line`` counts how many a line holds


def width(text: str, *, bold: bool = False, face: Typeface | None = None) -> float:
    """Return the width of a text on one line, in ems; of another ``face``, whose small letters are set as high."""
    return measure.width(text, face, 700 if bold else 400) * scale_of(face)


def scale_of(face: Typeface | None) -> float:
    """Return how large a typeface is set beside the default one: its small letters are as high."""
    return shipped(DEFAULT).x_height / face.x_height if face else 1.0
