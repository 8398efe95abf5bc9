"""What the templates add to the copy, declared so that the proof can account for every character."""

import re
from collections import Counter
from collections.abc import Iterator

from clearfold.press.copy.dialect import BOXES
from clearfold.press.edition import Edition, words_of
from clearfold.press.leaflet import Leaflet
from clearfold.press.look import narrowed
from clearfold.press.panels import Panels, panels
from clearfold.press.wide_tables import labels, stack_wide_tables
from clearfold.transcript import Furniture


def paged(leaflet: Leaflet, edition: Edition) -> tuple[Furniture, ...]:
    """Declare the furniture of a printed edition: labels, contents with folios, running heads and folios."""
    words = words_of(leaflet)
    made = panels(leaflet, words, edition.label)
    return (
        *_labels(leaflet, made),
        Furniture("contents heading", re.escape(words("Contents"))),
        *(Furniture("contents entry", rf"{re.escape(entry.title)} ?(\d+)?") for entry in made.contents),
        *_cell_labels(leaflet, narrowed(edition.line, leaflet.publisher)),
        Furniture("folio", "{page}", limit=0),
        *(Furniture("running head", re.escape(head), limit=0) for head in sorted(_heads(made, words("Contents")))),
    )


def flowing(leaflet: Leaflet, edition: Edition) -> tuple[Furniture, ...]:
    """Declare the furniture of an edition without pages: labels alone, since contents stand apart from the text."""
    return (*_labels(leaflet, panels(leaflet, words_of(leaflet), edition.label)), *_cell_labels(leaflet, edition.line))


def _cell_labels(leaflet: Leaflet, line: int) -> Iterator[Furniture]:
    cells = Counter(labels(stack_wide_tables(leaflet, line)))
    for label, count in cells.items():
        yield Furniture("cell label", re.escape(label), limit=count, hidden=True)


def _labels(leaflet: Leaflet, made: Panels) -> Iterator[Furniture]:
    words = words_of(leaflet)
    if made.imprint:
        yield Furniture("imprint", re.escape(made.imprint))
    for entry in (made.summary, made.abbreviations, made.glossary, made.sources, made.about, made.contact):
        if entry:
            yield Furniture("panel heading", re.escape(entry.title))
    for row in (*made.about_rows, *made.contact_rows):
        yield Furniture("label", re.escape(row.label))
    for name in BOXES:
        count = sum(part.html.count(f'class="admonition {name} untitled"') for part in leaflet.sections)
        if count:
            yield Furniture("box title", re.escape(words(name.capitalize())), limit=count)


def _heads(made: Panels, contents: str) -> set[str]:
    return {entry.head for entry in made.contents if entry.head} | {contents}
