"""Reading the words of a document, and making one document of another."""

from collections.abc import Iterator

from clearfold.press.document.blocks import Node, Paragraph
from clearfold.press.document.inlines import Link, NoteReference, Style, Styled, Text
from clearfold.press.document.parse import parse
from clearfold.press.document.render import tag_of, xhtml
from clearfold.press.document.walk import Nodes, rewritten, texts, walk, words_of

TABLE = parse("<table><caption>One</caption><tbody><tr><th>two</th><td><p>three</p></td></tr></tbody></table>")


def test_nodes_come_in_reading_order() -> None:
    """A node comes before what is in it, and that before what follows it."""
    expected = ["table", "caption", "", "tbody", "tr", "th", "", "td", "p", ""]
    assert expected == [tag_of(node) for node in walk(TABLE)]


def test_texts_are_all_that_is_written() -> None:
    """Captions and cells are texts as well."""
    assert ["One", "two", "three"] == list(texts(TABLE))


def test_words_leave_out_references_to_notes() -> None:
    """The words of a heading are those that contents repeat: no number of a note, and no white space twice."""
    assert "One two" == words_of([Text("One\n "), NoteReference(1), Styled(Style.STRONG, (Text(" two"),))])


def test_words_leave_out_a_note_that_is_not_there() -> None:
    """A reference to no note is told as a mistake once, and not with each heading."""
    assert "One" == words_of([Text("One[^a]")])


def test_change_sees_siblings_and_goes_on_below_them() -> None:
    """What ``change`` gives in place of siblings is gone through in its turn."""

    def without_links(siblings: Nodes) -> Iterator[Node]:
        for node in siblings:
            if isinstance(node, Link):
                yield from node.children
            else:
                yield node

    nodes = parse('<ul><li><a href="#a">One <em>two</em></a></li></ul><p><a href="#b">three</a></p>')
    assert "<ul><li>One <em>two</em></li></ul><p>three</p>" == xhtml(rewritten(nodes, without_links))


def test_what_does_not_change_is_the_same_node() -> None:
    """Nothing is copied where nothing is different."""
    nodes = parse("<div><p>One</p></div><p>two</p>")
    first, second = rewritten(nodes, lambda siblings: (Paragraph(()) if n is nodes[1] else n for n in siblings))
    assert (nodes[0], Paragraph(())) == (first, second)
    assert nodes[0] is first
