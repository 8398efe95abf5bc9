"""Blocks for Python-Markdown as the body's lines are written for it: each that holds others stands between two marks.

A mark is a line of its own, ``OPEN`` and what it opens, or ``CLOSE``. The signs are no characters of any text (Unicode,
23.7), and a copy that holds one is refused.
"""

from collections.abc import Mapping
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from clearfold.model.messages import message

OPEN, CLOSE, PART = "\ufdd0", "\ufdd1", "\ufdd2"
_ELEMENTS = {"item": "li", "quotation": "blockquote", "list": "ul", "numbered": "ol", "terms": "dl", "term": "dt"}
_TIGHT = frozenset({"li", "dd"})
_READ_BEFORE = ("indent", "code", "olist", "ulist", "quote")


def opening(kind: str, *parts: str) -> str:
    """Return the mark that opens a block."""
    return OPEN + PART.join((kind, *parts))


class _Blocks(BlockProcessor):
    """Reads what stands between two marks into an element of its own."""

    def __init__(self, parser: BlockParser, titles: Mapping[str, str]) -> None:
        super().__init__(parser)
        self._titles = titles

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return block.lstrip("\n").startswith((OPEN, CLOSE))

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        mark = blocks.pop(0).strip()
        if mark == CLOSE:
            return
        inside, depth = list[str](), 1
        while blocks and depth:
            block = blocks.pop(0).lstrip("\n")
            depth += block.startswith(OPEN) - block.startswith(CLOSE)
            inside += [block] if depth else []
        kind, *parts = mark.removeprefix(OPEN).split(PART)
        element = self._element(parent, kind, parts)
        if kind == "term":
            element.text = "\n".join(inside).strip()
            return
        self.parser.parseBlocks(element, inside)
        if element.tag in _TIGHT and "tight" in parts and len(element) and element[0].tag == "p":
            element.text, element[0].text = element[0].text, None
            element.remove(element[0])

    def _element(self, parent: ElementTree.Element, kind: str, parts: list[str]) -> ElementTree.Element:
        if kind == "box":
            return self._box(parent, *parts)
        if kind == "terms" and len(parent) and parent[-1].tag == "dl":
            return parent[-1]  # terms that follow each other are one list
        element = ElementTree.SubElement(parent, _ELEMENTS.get(kind, "dd"))
        if kind == "numbered" and parts[0] != "1":
            element.set("start", parts[0])
        if kind == "numbered" and parts[1]:
            element.set("type", parts[1])
        if kind == "item" and parts[0]:
            element.set("value", parts[0])
        return element

    def _box(self, parent: ElementTree.Element, name: str, title: str) -> ElementTree.Element:
        # A class tells the tree builder that no word of the copy stands in a title of ours.
        box = ElementTree.SubElement(
            parent,
            "div",
            {"class": message("admonition {name}{what}", name=name, what="" if title else message(" untitled"))},
        )
        head = ElementTree.SubElement(box, "p", {"class": "admonition-title"})
        head.text = title or self._titles.get(name, name)
        return box


class BlockExtension(Extension):
    """Blocks as this module reads them, in place of Python-Markdown's."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        """Take the title of each type of box."""
        super().__init__()
        self._titles = titles

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        """Register the processor, before all others."""
        md.parser.blockprocessors.register(_Blocks(md.parser, self._titles), "marks", 200)
        for name in _READ_BEFORE:
            md.parser.blockprocessors.deregister(name)
