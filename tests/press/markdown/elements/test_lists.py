"""Numbered lists leave room for their widest number; steps and checklists are known by their classes."""

import pytest

from clearfold.press.document.blocks import Item, List
from clearfold.press.document.parse import parse
from clearfold.press.document.render import xhtml
from clearfold.press.document.walk import walk
from clearfold.press.markdown.elements import lists

ITEM = "<li>x</li>"


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        (["steps"], f"<ol>{ITEM * 9}</ol>"),
        (["marker-2 steps"], f"<ol>{ITEM * 10}</ol>"),
        (["marker-3"], f'<ol start="98">{ITEM * 3}</ol>'),
        (["marker-2"], '<ol><li value="12">x</li></ol>'),
        (["marker-4"], f'<ol type="i">{ITEM * 8}</ol>'),
        (["marker-2"], f'<ol type="A" start="26">{ITEM * 2}</ol>'),
        (["marker-8"], f'<ol start="123456789">{ITEM}</ol>'),
        (["plain marker-2"], f'<ol class="plain" start="10">{ITEM}</ol>'),
        (["", "marker-2"], f'<ol><li>x<ol start="10">{ITEM}</ol></li></ol>'),
        ([], f"<ul>{ITEM * 12}</ul>"),
        ([""], f"<ol>{ITEM}</ol>"),
        ([""], f"<ul><li><ol>{ITEM * 3}</ol></li></ul>"),
        (["steps"], f'<div class="admonition note"><ol>{ITEM * 2}</ol></div>'),
    ],
)
def test_class_of_a_list(expected: list[str], html: str) -> None:
    """A list says how many characters its longest number has, where it is more than one, and whether it is of steps."""
    found = (node for node in walk(lists.finish(parse(html))) if isinstance(node, List) and node.ordered)
    assert expected == [node.attributes.get("class") or "" for node in found]


def test_step_that_begins_with_a_paragraph_is_loose() -> None:
    """The number of a step stands before its first paragraph, where it has one."""
    html = "<ol><li>x</li><li><p>y</p><p>z</p></li></ol>"
    items = (node for node in walk(lists.finish(parse(html))) if isinstance(node, Item))
    assert ["step", "step loose"] == [item.attributes.get("class") for item in items]


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ('<ul class="checklist"><li><span class="tick">☐</span> x</li></ul>', "<ul><li>☐ x</li></ul>"),
        ("<ul><li>☐ x</li><li>y</li></ul>", "<ul><li>☐ x</li><li>y</li></ul>"),
    ],
)
def test_checklist(expected: str, html: str) -> None:
    """A list is one to tick where each of its items begins with a box."""
    assert expected == xhtml(lists.finish(parse(html))).replace("\n", "")
