"""Tables that would run off the page are set as rows."""

from dataclasses import replace
from pathlib import Path

import pytest

from clearfold.model.source import parse_source
from clearfold.press.design.typefaces import DEFAULT, shipped
from clearfold.press.document.parse import parse
from clearfold.press.document.render import xhtml
from clearfold.press.leaflet import Leaflet, Metadata, Publisher, Section
from clearfold.press.template.wide_tables import Head, heads_in_cards, labels, stack_wide_tables

HEAD = "<thead><tr><th>Crop</th><th>Sow</th></tr></thead>"
SMALL = f"<table>{HEAD}<tbody><tr><th>Pea</th><td>May</td></tr></tbody></table>"
SPANNED = '<table><tbody><tr><td rowspan="2">wide-words-that-do-not-break</td></tr><tr></tr></tbody></table>'
TWO_HEADS = (
    '<table><thead><tr><th rowspan="2">Year</th><th colspan="2">Shady side</th></tr>'
    "<tr><th>Bed 3</th><th>Bed 4</th></tr></thead>"
    '<tbody><tr><th>4</th><td colspan="2">clover</td></tr></tbody></table>'
)


THIN = "<table><tbody><tr><td>lily</td><td>little</td></tr></tbody></table>"
DATED = "<table><tbody><tr><td>Hasel</td><td>am 15. Dezember</td></tr></tbody></table>"


def leaflet(html: str, lang: str = "en") -> Leaflet:
    source = parse_source(Path("en.md"), b"Text.")
    return Leaflet(source, Metadata("a", lang, "A"), Publisher(), (Section("s", None, parse(html)),), ())


def html_of(leaflet: Leaflet) -> str:
    return xhtml(leaflet.sections[0].blocks)


def test_table_that_fits_is_left_alone() -> None:
    """Two short words, and two cells' padding, fit a line of eleven letters."""
    assert html_of(leaflet(SMALL)) == html_of(stack_wide_tables(leaflet(SMALL), 11))


def test_table_that_does_not_fit_is_cards() -> None:
    """The first card holds the headers' own words, each with what parts it from its cell for the eye alone."""
    stacked = stack_wide_tables(leaflet(SMALL), 10)
    colon = '<span class="label" aria-hidden="true">: </span>'
    assert (
        '<table class="stacked cards"><thead><tr><th></th><th></th></tr></thead><tbody><tr>'
        f'<th><span class="label" data-head="0">Crop</span>{colon}Pea</th>'
        f'<td><span class="label" data-head="1">Sow</span>{colon}May</td></tr></tbody></table>'
    ) == html_of(stacked).replace("\n", "")


def test_words_are_measured_on_pages() -> None:
    """Words of thin letters need less of a page than a book, of whose type nothing is known, must reckon with."""
    assert html_of(leaflet(THIN)) == html_of(stack_wide_tables(leaflet(THIN), 12))
    assert html_of(leaflet(THIN)) != html_of(stack_wide_tables(leaflet(THIN), 12, Head.UNDRAWN))


def test_words_are_measured_in_the_typeface_of_the_pages() -> None:
    """A typeface that is narrower at the same height of its small letters has room for more."""
    wide = leaflet("<table><tbody><tr><td>mercredi</td><td>après-midi</td></tr></tbody></table>")
    own = replace(wide, publisher=replace(wide.publisher, typeface=replace(shipped(DEFAULT), x_height=0.7)))
    assert [True, False] == ["stacked" in html_of(stack_wide_tables(one, 18)) for one in (wide, own)]


@pytest.mark.parametrize(("lang", "fits"), [("de", False), ("nl", True)])
def test_what_stands_together_is_measured_as_one(lang: str, fits: bool) -> None:
    """A day and its month, between which no line of the leaflet's language ends, are as wide as both."""
    dated = leaflet(DATED, lang)
    assert fits == (html_of(dated) == html_of(stack_wide_tables(dated, 17)))


def test_next_card_repeats_the_headers() -> None:
    """Of each card but the first, the headers are for the eye alone; an empty cell is left out."""
    two = leaflet(SMALL.replace("</tbody>", "<tr><th>Leek</th><td></td></tr></tbody>"))
    stacked = stack_wide_tables(two, 10)
    assert (":", ":", "Crop:") == labels(stacked)
    assert '<td class="empty"></td>' in html_of(stacked)


def test_heads_of_cards_are_told() -> None:
    """The proof is told which tables have their head in the cards."""
    assert [("Crop", "Sow")] == list(heads_in_cards(stack_wide_tables(leaflet(SMALL), 10)))


def test_book_keeps_a_head_that_is_not_drawn() -> None:
    """In an edition without pages the head stands above the rows as it was; the cards, which show it, have it all."""
    stacked = stack_wide_tables(leaflet(SMALL), 10, Head.UNDRAWN)
    assert f'<table class="stacked cards">{HEAD}' in html_of(stacked).replace("\n", "")
    assert ("Crop:", "Sow:") == labels(stacked)
    assert [] == list(heads_in_cards(stacked))


@pytest.mark.parametrize(
    "shown",
    [
        SMALL.replace("May", ""),
        SMALL.replace("Sow", '<a href="https://example.org">Sow</a>'),
        SMALL.replace("</tbody>", "</tbody><tfoot><tr><th>All</th><td>June</td></tr></tfoot>"),
    ],
    ids=["column that is empty", "link", "foot"],
)
def test_head_that_cards_do_not_show_whole_is_drawn(shown: str) -> None:
    """A head of which a word, or a link, would be nowhere else stays above the cards."""
    assert 'class="stacked"' in html_of(stack_wide_tables(leaflet(shown), 10, Head.UNDRAWN))


def test_braille_has_the_head_as_a_line() -> None:
    """Above rows that fingers read the head stands once, and a cell that heads its row has no label."""
    stacked = stack_wide_tables(leaflet(SMALL), 10, Head.KEPT)
    assert 'class="stacked"' in html_of(stacked)
    assert ("Sow:",) == labels(stacked)


def test_cell_under_several_headers_repeats_each_once() -> None:
    """Of a cell over two columns, the header above both is said first, and once."""
    assert ("Shady side, Bed 3, Bed 4:",) == labels(stack_wide_tables(leaflet(TWO_HEADS), 5))


def test_table_with_cells_over_several_rows_stays_a_table() -> None:
    """A row that cannot be read alone is not parted from its table."""
    assert html_of(leaflet(SPANNED)) == html_of(stack_wide_tables(leaflet(SPANNED), 10))


TALL = (
    '<table><thead><tr><th>Bed</th><th>Work</th></tr></thead><tbody><tr><td rowspan="2">North</td><td>{}</td></tr>'
    "<tr><td>Rest.</td></tr></tbody></table>"
)


def test_row_that_is_tall_is_stacked_and_may_be_parted() -> None:
    """A row that would take most of a page goes on to the next; a row below a cell says again what that has."""
    stacked = stack_wide_tables(leaflet(TALL.format("dig " * 300)), 40)
    assert 1 == html_of(stacked).count('<tr class="long">')
    assert ("Bed:", "Work:", "Bed: North", "Work:") == labels(stacked)


def test_row_of_usual_height_is_left_alone() -> None:
    """A cell of some lines stays beside its neighbours; in an edition without pages, so does a longer one."""
    usual, tall = leaflet(TALL.format("dig " * 60)), leaflet(TALL.format("dig " * 300))
    assert html_of(usual) == html_of(stack_wide_tables(usual, 40))
    assert html_of(tall) == html_of(stack_wide_tables(tall, 40, Head.UNDRAWN))
