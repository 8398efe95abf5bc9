"""Where pages end: all of them as full as they can be, and no page more for it."""

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from clearfold.press.pdf.composing.page_ends import Room, better_ends, own_ends
from clearfold.press.pdf.composing.units import Unit

ROOM = Room(height=100.0, grows=4.0)


def block(height: float, cuts: tuple[float, ...] = (), *, free: bool = True, first: bool = False) -> Unit:
    return Unit(Element("p"), (), height, 2.0, cuts, 1.0, free, first, None, 0.0)


def test_full_pages_end_where_they_do() -> None:
    """Where each page is full by itself, none ends earlier."""
    assert () == better_ends([block(48.0)] * 6, ROOM).before


def test_page_ends_earlier_for_an_empty_one() -> None:
    """A page gives its last block to the next, which a tall block behind it would leave half empty."""
    blocks = [block(40.0), block(36.0), block(18.0), block(18.0), block(85.0), block(50.0)]
    found = better_ends(blocks, ROOM)
    assert ((2,), 4) == (found.before, found.pages)


def test_page_is_not_made_emptier_than_that() -> None:
    """A page keeps its last block where it would be a quarter empty without it."""
    blocks = [block(30.0), block(30.0), block(30.0), block(18.0), block(80.0), block(50.0)]
    assert () == better_ends(blocks, ROOM).before


def test_no_page_more() -> None:
    """No page is made for fuller ones."""
    blocks = [block(30.0), block(30.0), block(30.0), block(20.0), block(60.0)]
    assert 2 == better_ends(blocks, ROOM).pages


def test_page_that_must_end_costs_nothing() -> None:
    """The white before a block that begins a page wherever it stands is nobody's fault."""
    found = better_ends([block(30.0), block(90.0, first=True), block(90.0)], ROOM)
    assert 0.0 < better_ends([block(30.0), block(90.0), block(90.0)], ROOM).white > found.white


def test_block_is_parted_where_it_may_be() -> None:
    """A page takes as much of a block as stands on it."""
    found = better_ends([block(60.0), block(90.0, cuts=(30.0, 60.0)), block(36.0)], ROOM)
    assert (2, True) == (found.pages, found.white < 0.1)


def test_heading_stays_with_what_follows() -> None:
    """A block before which no page may end takes the one before it along."""
    blocks = [block(60.0), block(20.0), block(50.0, free=False)]
    assert (2, ()) == ((found := better_ends(blocks, ROOM)).pages, found.before)


@pytest.mark.parametrize(("tall", "pages"), [(52.0, 1), (90.0, 2)])
def test_picture_is_lowered_a_little(tall: float, pages: int) -> None:
    """A picture that lacks a little room is made lower; one that lacks much goes over to the next page."""
    picture = replace(block(tall + 10), picture=Element("img"), pictured=tall)
    found = better_ends([block(45.0), picture], ROOM)
    assert (pages, pages == 1) == (found.pages, bool(found.lowered))


def test_block_taller_than_a_page_is_torn() -> None:
    """What no page holds is nobody's to mend here."""
    assert 2 == better_ends([block(50.0), block(300.0)], ROOM).pages


def test_no_short_item_stands_alone() -> None:
    """A page gives two items of a list to the next, rather than one alone, where that costs little."""
    listed = (Element("ul"),)
    items = [replace(block(10.0), element=Element("li"), around=listed if not n else ()) for n in range(4)]
    found = better_ends([block(60.0), *items, block(64.0), block(80.0)], ROOM)
    assert (3,) == found.before


def test_no_first_step_stands_alone() -> None:
    """A heading goes over to the next page with its steps, rather than leave the first of them at the foot."""
    steps = [replace(block(7.0), element=Element("li"), around=(Element("ol"),) if not n else ()) for n in range(4)]
    steps[0] = replace(steps[0], free=False)
    blocks = [block(40.0), block(40.0), replace(block(6.0), element=Element("h2")), *steps, block(28.0), block(70.0)]
    assert (2,) == better_ends(blocks, ROOM).before


def test_last_page_is_no_scrap() -> None:
    """A part is not ended by a few lines where the pages before it can spare more, and are full all the same."""
    assert (2,) == better_ends([block(48.0), block(42.0), block(6.0), block(16.0)], ROOM).before


def test_table_stays_on_one_page() -> None:
    """A page is left a little emptier rather than a table parted that stands whole on the next."""
    table = replace(block(60.0, cuts=(20.0, 40.0)), element=Element("table"))
    found = better_ends([block(46.0), block(30.0), table, block(30.0), block(60.0)], ROOM)
    assert (2,) == found.before


def test_spaces_give_a_little() -> None:
    """A page that lacks less than its spaces may give holds its last block; each gives the same share."""
    blocks = [replace(block(height), before=8.0) for height in (28.0, 28.0, 30.0)]
    found = better_ends(blocks, ROOM)
    assert (1, [6.5, 6.5]) == (found.pages, [space for _, space in found.tightened])


def test_spaces_give_no_more() -> None:
    """A page that lacks more ends before its last block, and its spaces are as they were."""
    blocks = [replace(block(height), before=8.0) for height in (28.0, 28.0, 33.0)]
    found = better_ends(blocks, ROOM)
    assert (2, ()) == (found.pages, found.tightened)


@pytest.mark.parametrize(("weight", "share"), [(0.0, 0.0), (0.5, 0.5), (2.2, 1.0)])
def test_space_gives_by_what_it_parts(weight: float, share: float) -> None:
    """What follows a heading stays as near to it; an item gives half of what a paragraph does, a section no more."""
    blocks = [replace(block(height), before=8.0) for height in (28.0, 28.0, 28.8)]
    found = dict(better_ends([blocks[0], replace(blocks[1], weight=weight), blocks[2]], ROOM).tightened)
    assert share == pytest.approx((8.0 - found.get(1, 8.0)) / (8.0 - found[2]))


def test_list_of_three_stays_whole() -> None:
    """A list that is seen at a glance goes over to the next page, where a longer one would be parted."""
    opened = Element("ul")
    opened.extend(Element("li") for _ in range(3))
    items = [replace(block(10.0), element=Element("li"), around=(opened,) if not n else ()) for n in range(3)]
    found = better_ends([block(78.0), *items, block(50.0), block(80.0)], ROOM)
    assert (1,) == found.before


def test_sentence_with_a_colon_stands_before_its_table() -> None:
    """What announces a table goes over to the next page with it, where another sentence would end its page."""
    told, table = Element("p"), replace(block(30.0), element=Element("table"))
    blocks = [block(45.0), block(33.0), replace(block(8.0), element=told), table, block(50.0)]
    said = {}
    for told.text in ("Note it here:", "Note it here."):
        said[told.text[-1]] = better_ends(blocks, ROOM).before
    assert {":": (2,), ".": ()} == said


def test_head_of_a_parted_table_stands_on_both_pages() -> None:
    """What goes on of a table has its head above it, and so much less room."""
    table = replace(block(100.0, cuts=(50.0,)), element=Element("table"), again=20.0)
    assert [2, 3] == [better_ends([block(48.0), table, block(rest)], ROOM).pages for rest in (27.0, 33.0)]


def test_picture_is_lowered_and_spaces_give() -> None:
    """What a picture may not give alone, the spaces before it give."""
    picture = replace(block(52.0), before=8.0, picture=Element("img"), pictured=50.0)
    found = better_ends([block(28.0), replace(block(22.0), before=8.0), picture], ROOM)
    assert (1, True, True) == (found.pages, bool(found.lowered), bool(found.tightened))


def test_pages_by_themselves_lower_no_picture() -> None:
    """A picture that would stand on a page if it were lower leaves it half empty, until somebody lowers it."""
    picture = replace(block(70.0), picture=Element("img"), pictured=70.0)
    blocks = [block(48.0), picture, block(20.0)]
    best, now = better_ends(blocks, ROOM), own_ends(blocks, ROOM)
    assert ((1, 50),) == tuple((at, round(height)) for at, height in best.lowered)
    assert now.white > best.white
