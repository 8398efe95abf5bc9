"""Headings of several lines and links say their text in one piece; nothing that is said inside them is lost."""

from types import SimpleNamespace
from typing import Any

from clearfold.press.pdf.tags.marking import Leaf
from clearfold.press.pdf.tags.spoken_whole import say_whole
from clearfold.press.pdf.tags.tree import Kid, Node


def line(text: str, space: str = "") -> Leaf:
    box: Any = SimpleNamespace()
    return Leaf(box, None, "", 0, text, None, space=space)


def said(node: Node) -> list[str]:
    """Return what is said in one piece, of a node and of all below it."""
    say_whole(Node("Document", kids=[node]))
    return [one.said for one in node.nodes() if one.said]


def heading(*kids: Kid) -> Node:
    return Node("H2", kids=list(kids))


def test_heading_of_two_lines() -> None:
    """The lines stand one space apart, with hyphens and spaces as people type them."""
    assert ["Treatment with CAR T-cells"] == said(heading(line("Treatment with", " "), line("CAR\u00a0T\u2011cells")))


def test_heading_of_one_line() -> None:
    """What is one piece needs nothing."""
    assert [] == said(heading(line("Treatment at once")))


def test_heading_whose_spaces_are_painted() -> None:
    """A space at the end of a line is dropped by viewers, whether it is painted or not."""
    assert ["Treatment at once"] == said(heading(line("Treatment "), Node("Strong", kids=[line("at once")])))


def test_heading_with_another_language() -> None:
    """A language inside stays: the piece alone that has a space behind it says it."""
    other = Node("Span", kids=[line("potager")], lang="fr")
    assert ["Make a "] == said(heading(line("Make a", " "), other, line(" now")))


def test_link_keeps_the_space_behind_it() -> None:
    """An entry of the contents is not joined to its page number."""
    assert ["Clay and sand "] == said(Node("Link", kids=[line("Clay and", " "), line("sand", " ")], target="clay"))


def test_link_around_a_picture() -> None:
    """A picture in a link has a text of its own."""
    assert [] == said(Node("Link", kids=[Node("Figure", alternative="A spade"), line("Tools")]))


def test_paragraph() -> None:
    """Paragraphs are heard line by line, and need nothing."""
    assert [] == said(Node("P", kids=[line("One", " "), line("two")]))


def test_heading_with_a_link() -> None:
    """What is said in place of all that is inside would be said in place of the link too."""
    link = Node("Link", kids=[line("at once")])
    assert ["Treatment ", "at once"] == said(heading(line("Treatment "), link))
