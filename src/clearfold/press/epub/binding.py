"""Declare what a book has around its text, so that the proof can hold it against that."""

from clearfold.model.binding import Binding, folded
from clearfold.model.digest import digest
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.edition import Edition
from clearfold.press.epub.icons import ICONS, drawn
from clearfold.press.epub.metadata import page_source, related, sentences
from clearfold.press.leaflet import Leaflet
from clearfold.press.reflow.identifier import identifier
from clearfold.press.template.page import imprint_of, words_of

# What is said of left and right, the other way: older readers know no other words for the sides of a page.
TURNED = "reflow-rtl.css"


def binding_of(leaflet: Leaflet, edition: Edition, printed: Edition) -> Binding:
    """Return the binding of a leaflet's book; ``printed`` is the edition whose pages it tells."""
    words = words_of(leaflet)
    names = (
        ("toc", "Contents"),
        ("landmarks", "Landmarks"),
        ("page-list", "Pages of the large-print edition"),
        ("titlepage", "Cover"),
        ("bodymatter", "Start of the text"),
    )
    return Binding(
        identifier(leaflet.metadata.id, leaflet.metadata.lang),
        folded(style_of(leaflet, edition).encode()),
        tuple((name, words(english)) for name, english in names),
        sentences(words),
        page_source(leaflet, imprint_of(leaflet, printed)),
        related=related(leaflet),
        icons=tuple((kind, digest(drawn(kind))) for kind in ICONS),
    )


def style_of(leaflet: Leaflet, edition: Edition) -> str:
    """Return the style sheet of a book: those that its edition names, and what another direction needs."""
    turned = (TURNED,) if words_of(leaflet).direction == "rtl" else ()
    return "\n".join((styles_folder() / name).read_text("utf-8") for name in (*edition.style_sheets, *turned))
