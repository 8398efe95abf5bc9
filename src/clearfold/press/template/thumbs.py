"""The thumb index: a tab at the outer edge of each page, in the colour and with the mark of its section."""

from dataclasses import dataclass
from string import ascii_uppercase

from clearfold.model.limits import TABS
from clearfold.press.edition import Edition
from clearfold.press.leaflet import Leaflet

COLOURS = 4  # of sections, which take turns: styles/tokens.css
FIGURES = 9  # sections that are numbered: two figures would stand too near to the edge


@dataclass(frozen=True, slots=True)
class Thumb:
    """A tab: its mark, the number of its colour from 1, its way down the page and its height, as shares of that."""

    mark: str
    colour: int
    top: float
    height: float


def thumbs(leaflet: Leaflet, edition: Edition) -> dict[str, Thumb]:
    """Return the tab of each section with a heading, by the section's id; none on a screen, or where nobody asks."""
    named = [section.id for section in leaflet.sections if section.title]
    if not leaflet.metadata.thumb_index or edition.paper is None or edition.paper.screen or len(named) > TABS:
        return {}
    marks = ascii_uppercase if len(named) > FIGURES else "123456789"
    share = round(1 / len(named), 4) if named else 0.0
    return {
        name: Thumb(marks[number], number % COLOURS + 1, round(number * share, 4), share)
        for number, name in enumerate(named)
    }
