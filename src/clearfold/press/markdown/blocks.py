"""Blocks for Python-Markdown as the body's lines are written for it: lists with their own numbers, boxes, no code.

A list begins with ``*``, ``1)`` or, where its items have letters, ``1]``; its further items with ``-`` or ``1.``.
"""

import re
from collections.abc import Mapping
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor

_NUMBER = re.compile(r"^ {0,3}(\d+)([.)\]])[ ]", re.MULTILINE)


class _Numbered(OListProcessor):
    """Ordered lists in which an item keeps the number that its writer gave it."""

    SIBLING_TAGS = ["ol"]  # noqa: RUF012 -- Python-Markdown's own attribute
    LAZY_OL = False

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self._fresh = False
        self.RE = re.compile(r"^[ ]{0,3}\d+[.)\]][ ]+(.*)")
        self.CHILD_RE = re.compile(r"^[ ]{0,3}((\d+[.)\]]))[ ]+(.*)")
        self.INDENT_RE = re.compile(r"^[ ]{4,7}((\d+[.)\]])|[*+-])[ ]+.*")

    def lastChild(self, parent: ElementTree.Element) -> ElementTree.Element | None:  # noqa: N802 -- Python-Markdown's name
        fresh, self._fresh = self._fresh, False
        return None if fresh else super().lastChild(parent)

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        given = [(int(found[1]), found[2]) for found in _NUMBER.finditer(blocks[0])]
        self._fresh = bool(given) and given[0][1] in ")]"
        super().run(parent, blocks)
        listing = parent if parent.tag == "ol" else parent[-1]
        if given and given[0][1] == "]":
            listing.set("type", "a")
        items = [item for item in listing if item.tag == "li"]
        for item, (number, _) in zip(items[-len(given) :], given, strict=False):
            item.set("value", str(number))


class _Bulleted(UListProcessor):
    """Lists of bullets, each begun by its own sign."""

    SIBLING_TAGS = ["ul"]  # noqa: RUF012 -- Python-Markdown's own attribute

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self._fresh = False
        self.CHILD_RE = re.compile(r"^[ ]{0,3}(([*+-]))[ ]+(.*)")
        self.INDENT_RE = re.compile(r"^[ ]{4,7}((\d+[.)\]])|[*+-])[ ]+.*")

    def lastChild(self, parent: ElementTree.Element) -> ElementTree.Element | None:  # noqa: N802 -- Python-Markdown's name
        fresh, self._fresh = self._fresh, False
        return None if fresh else super().lastChild(parent)

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        self._fresh = blocks[0].lstrip(" ").startswith("*")
        super().run(parent, blocks)


class ListExtension(Extension):
    """Lists as this module reads them, in place of Python-Markdown's."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        """Register the processors."""
        md.parser.blockprocessors.register(_Numbered(md.parser), "olist", 40)
        md.parser.blockprocessors.register(_Bulleted(md.parser), "ulist", 30)
        md.parser.blockprocessors.deregister("code")


class _BoxProcessor(AdmonitionProcessor):
    """Boxes whose missing title is a word of the leaflet's language, not the English name of the type."""

    RE = re.compile(r'(?:^|\n)!!! ?([\w\-]+)()(?: +"(.*)")? *(?:\n|$)')
    titles: Mapping[str, str]

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        name, title = match[1].lower(), match[3]
        if title is None:
            # The class tells the tree builder that no word of the copy stands here.
            return f"{name} untitled", self.titles.get(name, name)
        return name, title


class BoxExtension(AdmonitionExtension):
    """Boxes with titles in the leaflet's language."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        """Take the title of each type of box."""
        super().__init__()
        self._titles = titles

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        """Register the processor."""
        md.registerExtension(self)
        processor = _BoxProcessor(md.parser)
        processor.titles = self._titles
        md.parser.blockprocessors.register(processor, "admonition", 105)
