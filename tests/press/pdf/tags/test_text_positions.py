"""Places in the text of a page, and the spaces that printing dropped."""

from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from clearfold.press.pdf.render_error import RenderError
from clearfold.press.pdf.tags.marking import Leaf
from clearfold.press.pdf.tags.text_positions import Wording, spaces


def piece(element: Element, text: str, pseudo: str = "") -> Leaf:
    box: Any = SimpleNamespace(style={"hyphenate_character": "‐"})
    return Leaf(box, element, pseudo, 0, text, None)


def placed(html: str, *texts: tuple[str, str]) -> tuple[Wording, list[Leaf]]:
    """Return the wording of an element, with pieces of text of the elements that are named by their tags."""
    root = fromstring(html)
    wording = Wording(root, ())
    leaves = [piece(next(root.iter(tag)), text) for tag, text in texts]
    wording.place(leaves)
    return wording, leaves


def test_places() -> None:
    """Pieces are found in their own element's text, past white space, whatever is between."""
    wording, leaves = placed("<p> one <em>two</em>\n three</p>", ("p", "one "), ("em", "two"), ("p", "three"))
    assert ["one", "two", "three"] == [wording.text[leaf.start : leaf.end] for leaf in leaves]


def test_case_and_soft_hyphens_do_not_matter() -> None:
    """Styles may change case, and soft hyphens are there or not."""
    wording, leaves = placed("<p>straße nach­ts</p>", ("p", "STRASSE "), ("p", "nachts"))
    assert ["straße", "nach­ts"] == [wording.text[leaf.start : leaf.end] for leaf in leaves]


def test_hyphen_at_the_end_of_a_line_is_no_text() -> None:
    """A hyphen that breaks a word is taken off; one of the text is not."""
    _, leaves = placed("<p>broken well‐known</p>", ("p", "bro‐"), ("p", "ken well‐"), ("p", "known"))
    assert ["bro", "ken well‐", "known"] == [leaf.text for leaf in leaves]


@pytest.mark.parametrize("text", ["other", "on‐e", "one two", "‐"])
def test_foreign_text(text: str) -> None:
    """Text that is not the element's own is a RenderError."""
    with pytest.raises(RenderError, match="not in <p>"):
        placed("<p>one</p>", ("p", text))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<em>b</em></p>", ""),
        ("<p>a <em>b</em></p>", " "),
        ("<p>a<em> b</em></p>", " "),
        ("<p>a<br/><em>b</em></p>", " "),
        ("<p>a <em>b</em></p>", " "),
        ("<p>a­<em>b</em></p>", ""),
    ],
)
def test_spaces_come_back(html: str, expected: str) -> None:
    """White space between two pieces comes back where neither of them was painted with it."""
    wording, leaves = placed(html, ("p", "a"), ("em", "b"))
    spaces(leaves, wording.text)
    assert [expected, ""] == [leaf.space for leaf in leaves]


def test_painted_spaces_are_not_doubled() -> None:
    """A space that was painted, on either side, is enough."""
    for texts in ((("p", "a "), ("em", "b")), (("p", "a"), ("em", " b"))):
        wording, leaves = placed("<p>a <em> b</em></p>", *texts)
        spaces(leaves, wording.text)
        assert ["", ""] == [leaf.space for leaf in leaves]
