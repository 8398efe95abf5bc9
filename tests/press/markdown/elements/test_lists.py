"""Numbered lists leave room for their widest number."""

import pytest

from clearfold.press.document.blocks import List
from clearfold.press.document.parse import parse
from clearfold.press.document.walk import walk
from clearfold.press.markdown.elements import lists

ITEM = "<li>x</li>"


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ([""], f"<ol>{ITEM * 9}</ol>"),
        (["marker-2"], f"<ol>{ITEM * 10}</ol>"),
        (["marker-3"], f'<ol start="98">{ITEM * 3}</ol>'),
        (["marker-2"], '<ol><li value="12">x</li></ol>'),
        (["marker-4"], f'<ol type="i">{ITEM * 8}</ol>'),
        (["marker-2"], f'<ol type="A" start="26">{ITEM * 2}</ol>'),
        (["marker-8"], f'<ol start="123456789">{ITEM}</ol>'),
        (["plain marker-2"], f'<ol class="plain" start="10">{ITEM}</ol>'),
        (["", "marker-2"], f'<ol><li>x<ol start="10">{ITEM}</ol></li></ol>'),
        ([], f"<ul>{ITEM * 12}</ul>"),
    ],
)
def test_class_of_a_list(expected: list[str], html: str) -> None:
    """A list says how many characters its longest number has, where it is more than one."""
    found = (node for node in walk(lists.finish(parse(html))) if isinstance(node, List) and node.ordered)
    assert expected == [node.attributes.get("class") or "" for node in found]
