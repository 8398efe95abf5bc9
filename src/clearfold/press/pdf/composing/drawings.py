"""Drawings with words: how high a page has to show them for letters as large as its others may be."""

from collections.abc import Mapping

from clearfold.model.paper import Level
from clearfold.press.edition import Edition
from clearfold.press.images.svg_letters import Letters, svg_letters
from clearfold.press.images.svg_words import svg_words
from clearfold.press.leaflet import Leaflet
from clearfold.press.template.cover_look import A4

LEAST = {Level.CLEAR: 2.0, Level.LARGE: 2.9, Level.GIANT: 3.6}  # mm of x-height: RNIB, UKAAF, our own choice
X_HEIGHT = 0.49  # of the size of letters, in the typeface that drawings have
SURE = 1.02  # times that: sizes are rounded
MOST = 0.68  # of the page's height: below it stands the caption, above it a heading


def worded(leaflet: Leaflet, edition: Edition) -> Mapping[str, float]:
    """Return the drawings with words by their names, each with the height in mm that its letters want, 0 for none."""
    found: dict[str, float] = {}
    for picture in leaflet.pictures:
        data = picture.path.read_bytes() if picture.path.suffix.lower() == ".svg" else b""
        if data and svg_words(data):
            letters = svg_letters(data)
            found[picture.name] = _height(letters, edition) if letters else 0.0
    return found


def _height(letters: Letters, edition: Edition) -> float:
    paper = edition.paper or A4
    wanted = SURE * LEAST[paper.level] / X_HEIGHT / letters.share
    widest = (paper.width - 2 * paper.margin) / letters.ratio
    return round(min(wanted, widest, MOST * (paper.height - 2 * paper.margin)), 1)
