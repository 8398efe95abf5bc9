"""Markers of lists are painted where they are read, whatever their item begins with."""

from collections.abc import Callable

import pypdfium2
import pytest

from clearfold.press.pdf.render import Rendered

SQUARE = "<svg width='40' height='20' style='display: block'><title>A square</title><path d='M0 0h40v20'/></svg>"


def copied(page: Rendered) -> list[str]:
    """Return the words of a page, but for its running head, in the order in which they are painted."""
    text: str = pypdfium2.PdfDocument(page.data)[0].get_textpage().get_text_range()
    return text.partition("Running")[0].split()


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<ol><li>Boil.<li>Cool.</ol><p>End.", "1. Boil. 2. Cool. End."),
        ("<ol><li><p>Boil.</p><p>Wait.</p><li><p>Cool.</p></ol><p>End.", "1. Boil. Wait. 2. Cool. End."),
        ("<ol><li><ol><li>Boil.<li>Cool.</ol></ol><p>End.", "1. 1. Boil. 2. Cool. End."),
        ("<ol><li>Boil.<ol><li>Slowly.</ol><li>Cool.</ol>", "1. Boil. 1. Slowly. 2. Cool."),
        ("<table><tr><td><ol><li>Boil.</ol><td>now</table><p>End.", "1. Boil. now End."),
        ("<ol><li><table><tr><td>Boil.<td>now</table><li>Cool.</ol>", "1. Boil. now 2. Cool."),
        (
            "<ol><li><table><caption>How</caption><tr><td>now</table>and then<li>Cool.</ol>",
            "1. How now and then 2. Cool.",
        ),
        ("<ol><li><li>Cool.</ol>", "1. 2. Cool."),
    ],
)
def test_marker_is_painted_before_its_item(body: str, read: str, print_page: Callable[..., Rendered]) -> None:
    """Who copies a page gets each marker before the words of its item."""
    assert f"Water {read}".split() == copied(print_page(f"<h1>Water</h1>{body}"))


def test_marker_of_a_picture_is_painted_before_what_comes_next(print_page: Callable[..., Rendered]) -> None:
    """An item that begins with a picture has its marker before its words."""
    item = f"<ol><li>{SQUARE}Boil.<li>Cool.</ol><p>End."
    assert "Water 1. Boil. 2. Cool. End.".split() == copied(print_page(f"<h1>Water</h1>{item}"))
