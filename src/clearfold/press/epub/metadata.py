"""What a book says of itself, and only what is true of its files (EPUB Accessibility 1.1, 2; 1.2 where it differs)."""

from dataclasses import dataclass
from pathlib import Path

from clearfold.press.labels import Labels
from clearfold.press.leaflet import Leaflet
from clearfold.press.reflow.identifier import identifier
from clearfold.press.template.page import words_of

# What the writer gives every book: headings, contents, one order, text that the reader sets, and no lock on it.
ALWAYS = ("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability", "unlocked")
# What makes a picture move: an SVG's animations, an animated PNG's control chunk. A GIF is taken to move.
MOVING = {".svg": (b"<animate", b"<set", b"@keyframes"), ".png": (b"acTL",), ".gif": (b"",)}


@dataclass(frozen=True, slots=True)
class Claims:
    """The accessibility metadata of a book: values of schema.org's properties, and a summary for people."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazard: str
    summary: str


def related(leaflet: Leaflet) -> tuple[tuple[str, str, str], ...]:
    """Return the books of a leaflet in other languages: what each is to this one, its identifier and its language."""
    own = leaflet.metadata
    found = []
    for one in leaflet.siblings:
        name = "schema:translationOfWork" if one.is_source else "schema:workTranslation"
        found.append((name, identifier(own.id, one.lang), one.lang))
    return tuple(found)


def claims(leaflet: Leaflet, *, has_pages: bool) -> Claims:
    """Return what is true of a leaflet as a book; ``has_pages`` tells whether it has the printed page numbers."""
    seen = leaflet.shown
    described = any(picture.alternative for picture in seen)
    moves = any(_moves(picture.path) for picture in seen)
    return Claims(
        # A picture that only decorates says nothing, and so is no way in which the text is given.
        modes=("textual", "visual") if described else ("textual",),
        sufficient=("textual", "textual,visual") if described else ("textual",),
        features=(
            *ALWAYS,
            *(("alternativeText",) if described else ()),
            *(("pageNavigation", "pageBreakMarkers") if has_pages else ()),
        ),
        # Nobody has looked at what moves, so it is not said to be harmless.
        hazard="unknown" if moves else "none",
        summary=" ".join(
            sentence
            for when, sentence in sentences(words_of(leaflet))
            if {"": True, "described": described, "pages": has_pages, "moves": moves}[when]
        ),
    )


def page_source(leaflet: Leaflet, imprint: str) -> str:
    """Return the name of the printed edition whose pages a book tells: its title and the line on its cover."""
    return f"{leaflet.metadata.title} ({imprint})"


def sentences(words: Labels) -> tuple[tuple[str, str], ...]:
    """Return the sentences of the summary, each with what must be true for it to stand there, "" for always."""
    return (
        ("", words("This e-book has headings and a table of contents.")),
        ("described", words("Each picture that tells something is also described in words.")),
        ("pages", words("It has the page numbers of the printed large-print edition.")),
        ("", words("Its text can be enlarged, recoloured and read aloud.")),
        ("moves", words("It may hold pictures that move.")),
    )


def _moves(picture: Path) -> bool:
    data = picture.read_bytes()
    return any(mark in data for mark in MOVING.get(picture.suffix.lower(), ()))
