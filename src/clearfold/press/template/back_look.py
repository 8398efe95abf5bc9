"""What stands on the back cover of a brochure, and how large: the telephone first, then every other way to reach."""

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

from clearfold.model.paper import Paper
from clearfold.model.units import MM
from clearfold.press.design.measure import width
from clearfold.press.design.text_width import scale_of
from clearfold.press.leaflet import Leaflet, Publisher
from clearfold.press.template.cover_look import TEXT
from clearfold.press.template.panels import Panels, Row
from clearfold.press.template.spacing_by_language import NO_BREAK
from clearfold.press.template.title_lines import A5, SURE

_TOWN = re.compile(r"(?<=\b\d{4}) (?=[^\W\d_])|(?<=\b\d{5}) (?=[^\W\d_])")
CALLED = ("phone", "hours")
LARGEST, LEAST = 1.9, 1.15  # times the size of the text: of a number that is seen across a room, or a little larger
ICON = 1.5  # em that the sign before a number takes
BOLD = 800
CODE, WIDEST = 34.0, 48.0  # mm of a QR code on A5, and at most


@dataclass(frozen=True, slots=True)
class BackLook:
    """What the template of the back cover is told.

    ``called`` are the rows of the telephone, ``reached`` all others; the size of the ``number`` is in pt of the usual
    typeface, 0 where it is too long to be large; ``code`` is the width of a QR code in mm. Where there is nobody to
    call, the other forms stand above. ``signature`` is the association's name.
    """

    called: tuple[Row, ...]
    reached: tuple[Row, ...]
    number: float
    code: float
    formats_above: bool
    signature: str


def back_of(leaflet: Leaflet, made: Panels, paper: Paper | None) -> BackLook | None:
    """Return what stands on the back of a paper, None where there is none to speak of."""
    if paper is None or paper.screen or made.contact is None:
        return None
    contact = leaflet.metadata.contact
    called = tuple(row for row in made.contact_rows if row.part in CALLED)
    reached = tuple(_whole(row) for row in made.contact_rows if row.part not in CALLED)
    number = _number(contact.phone, leaflet.publisher, paper) if contact and contact.phone else 0.0
    above = bool(leaflet.metadata.formats) and not (called or reached or (contact and contact.text))
    code = min(CODE * paper.width / A5, WIDEST)
    return BackLook(called, reached, number, code, above, made.publisher)


def _whole(row: Row) -> Row:
    """Return a row in which no line ends between a postal code and its town."""
    if row.part != "address":
        return row
    return replace(row, values=tuple(Markup(_TOWN.sub(NO_BREAK, value)) for value in row.values))


def _number(phone: str, publisher: Publisher, paper: Paper) -> float:
    text, face = TEXT[paper.level], publisher.typeface
    scale = scale_of(face)
    room = (paper.width - 2 * paper.margin) * MM * SURE
    size = min(LARGEST * text, room / (width(phone, face, BOLD) + ICON) / scale)
    return round(size, 1) if size >= LEAST * text else 0.0
