"""What the document tree is of each thing that a copy may hold."""

import pickle

import pytest

from clearfold.model.limits import DEEPEST
from clearfold.press.document.attributes import Attributes
from clearfold.press.document.blocks import (
    Box,
    Caption,
    Cell,
    Code,
    Container,
    Description,
    DescriptionList,
    Figure,
    Heading,
    Item,
    List,
    Node,
    Paragraph,
    Quotation,
    Row,
    RowGroup,
    Rule,
    Table,
    Term,
)
from clearfold.press.document.inlines import Abbreviation, Image, LineBreak, Link, Style, Styled, Text
from clearfold.press.document.parse import TooDeepError, parse
from clearfold.press.document.render import xhtml


def given(**pairs: str) -> Attributes:
    return Attributes(tuple(pairs.items()))


ONE = (Text("1"),)
NODES: dict[str, Node] = {
    "<p>1</p>": Paragraph(ONE),
    '<h3 id="a">1</h3>': Heading(3, ONE, given(id="a")),
    "<ul>\n<li>1</li>\n</ul>": List(False, (Item(ONE),)),
    '<ol start="3">\n<li>1</li>\n</ol>': List(True, (Item(ONE),), given(start="3")),
    "<dl>\n<dt>1</dt>\n<dd>1</dd>\n</dl>": DescriptionList((Term(ONE), Description(ONE))),
    "<table>\n<caption>1</caption><thead>\n<tr>\n<th>1</th>\n</tr>\n</thead>\n</table>": Table(
        Caption("caption", ONE), (RowGroup("thead", (Row((Cell(True, ONE),)),)),)
    ),
    '<div class="admonition tip">1</div>': Box(ONE, Attributes((("class", "admonition tip"),))),
    "<blockquote><p>1</p></blockquote>": Quotation((Paragraph(ONE),)),
    '<figure><img src="a.svg"><figcaption>1</figcaption></figure>': Figure(
        (Image(given(src="a.svg")), Caption("figcaption", ONE))
    ),
    "<pre><code>1</code></pre>": Code((Styled(Style.CODE, ONE),)),
    "<table></table>": Table(None, (), gaps=("",)),
    "<hr>": Rule(),
    '<section lang="fr">1</section>': Container("section", ONE, given(lang="fr")),
    "<em>1</em>": Styled(Style.EMPHASIS, ONE),
    '<a href="#a">1</a>': Link(ONE, given(href="#a")),
    '<abbr title="One">1</abbr>': Abbreviation(ONE, given(title="One")),
    "<br>": LineBreak(),
}


@pytest.mark.parametrize("html", NODES)
def test_each_element_has_its_node(html: str) -> None:
    """Of each element that a copy may hold there is one kind of node."""
    assert (NODES[html],) == parse(html)


@pytest.mark.parametrize("html", ["<ul>1</ul>", "<dl><dd>1</dd>1</dl>"])
def test_element_that_holds_what_it_may_not_is_kept(html: str) -> None:
    """No text is lost of what is no list, though it is written as one."""
    (node,) = parse(html)
    assert isinstance(node, Container)


def test_caption_below_a_table_is_read_above_it() -> None:
    """HTML shows a caption above its table, wherever it is written in it."""
    (table,) = parse("<table><tbody></tbody><caption>1</caption></table>")
    assert "<table>\n<caption>1</caption><tbody></tbody>\n</table>" == xhtml([table])


def test_link_around_blocks_is_a_container() -> None:
    """What stands within a line holds no blocks; HTML lets a link have them."""
    assert (Container("a", (Container("div", ONE),), given(href="#a")),) == parse('<a href="#a"><div>1</div></a>')


def test_alignment_of_a_column_is_a_class() -> None:
    """Looks belong in a style sheet: of all styles the alignment alone is kept, as a class."""
    (table,) = parse(
        '<table><tbody><tr><td style="text-align: right;">1</td><td style="color: red">1</td></tr></table>'
    )
    assert isinstance(table, Table)
    assert [("align-right",), ()] == [cell.attributes.classes for cell in table.groups[0].rows[0].cells]


def test_deepest_nodes_are_the_last_that_are_taken() -> None:
    """As many elements as are allowed stand within each other, and one more is told with its words."""
    assert parse("<div>" * DEEPEST + "1" + "</div>" * DEEPEST)
    with pytest.raises(TooDeepError, match="too far"):
        parse("<div>" * DEEPEST + "<p>too far</p>" + "</div>" * DEEPEST)


@pytest.mark.parametrize("character", ["\x01", "\x0c", "\ufffe"])
def test_character_that_is_no_text_is_parsed(character: str) -> None:
    """What is no text comes through, wherever it stands, so that it can be told with its place."""
    html = f'{character}<p title="{character}">{character}</p>'
    assert (Text(character), Paragraph((Text(character),), given(title=character))) == parse(html)


def test_nodes_pass_from_one_process_to_another() -> None:
    """Nodes are pickled, and are equal to what they were."""
    nodes = tuple(NODES.values())
    assert nodes == pickle.loads(pickle.dumps(nodes))
