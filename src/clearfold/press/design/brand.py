"""The association's own look: what publisher.yaml says of colours and type, as the tokens that templates place."""

from collections.abc import Iterator
from dataclasses import dataclass

from clearfold.press.design.colours import INK, LEAST, contrast, tint
from clearfold.press.design.typefaces import DEFAULT, FALLBACKS, shipped
from clearfold.press.leaflet import Publisher

# The colours of styles/tokens.css, for whichever of the two an association leaves as it is.
PRIMARY, ACCENT = "#12305c", "#ffc72c"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of a page: its family, its weight, and its address."""

    family: str
    weight: int
    address: str


@dataclass(frozen=True, slots=True)
class Brand:
    """What is placed in a page: fonts, tokens with their values, and the address of the association's own sheet."""

    faces: tuple[Face, ...]
    tokens: tuple[tuple[str, str], ...]
    sheet: str


def brand_of(publisher: Publisher) -> Brand:
    """Return the look of an association; nothing of it where publisher.yaml says nothing."""
    face = publisher.typeface
    return Brand(
        tuple(Face(face.family, weight, path.as_uri()) for weight, path in face.files) if face else (),
        (*_colours(publisher), *_type(publisher)),
        publisher.style.as_uri() if publisher.style else "",
    )


def _colours(publisher: Publisher) -> Iterator[tuple[str, str]]:
    if publisher.primary:
        yield "primary", publisher.primary
        yield "tint", tint(publisher.primary)
    if publisher.accent:
        yield "accent", publisher.accent
    if contrast(publisher.primary or PRIMARY, publisher.accent or ACCENT) < LEAST:
        yield "subtitle", "var(--paper)"
    if contrast(INK, publisher.accent or ACCENT) < LEAST:
        yield "mark", "var(--tint)"


def _type(publisher: Publisher) -> Iterator[tuple[str, str]]:
    if face := publisher.typeface:
        yield "face", ", ".join((*(f'"{name}"' for name in (face.family, DEFAULT, *FALLBACKS)), "sans-serif"))
        # Readers see the x-height, not the points: every face is set as large as the default one looks.
        yield "type-scale", f"{shipped(DEFAULT).x_height / face.x_height:.4f}"
        yield "measure", f"{min(1.0, 1 / _letters(publisher)):.4f}"


def narrowed(line: int, publisher: Publisher) -> int:
    """Return how many characters fit on a line that has room for so many of the default typeface."""
    return int(line * min(1.0, _letters(publisher)))


def _letters(publisher: Publisher) -> float:
    """Return how many letters of an association's typeface stand where one of the default typeface does."""
    if (face := publisher.typeface) is None:
        return 1.0
    usual = shipped(DEFAULT)
    return (usual.width / usual.x_height) / (face.width / face.x_height)
