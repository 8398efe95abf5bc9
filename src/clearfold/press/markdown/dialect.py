"""The copy's language: Python-Markdown with the extensions that docs/writing.md lists, and two of our own."""

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension, get_attrs_and_remainder
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor

from clearfold.press.markdown.blocks import BlockExtension
from clearfold.press.markdown.ids import heading_id
from clearfold.press.markdown.inline import SignExtension
from clearfold.press.markdown.written import tidy

BOXES = ("note", "tip", "important", "warning")
_BLOCK = re.compile(r"(\d*)(?:(?<=\d)[.)] |(?<!\d)(?:[-+*:] |>|#|!!!))")


class Dialect:
    """A Markdown converter for one leaflet, with its abbreviations and its words for untitled boxes."""

    def __init__(
        self, abbreviations: Mapping[str, str], box_titles: Mapping[str, str], plain: Callable[[str], str] = str
    ) -> None:
        """Take the meaning of each abbreviation and the title of each type of box, both in plain text.

        ``plain`` turns the prose of a meaning that the body defines into plain text.
        """
        self._meanings = _Meanings(plain)
        self._abbreviations = AbbrExtension(glossary=dict(abbreviations))
        self._abbreviations.abbrs = self._meanings  # type: ignore[attr-defined]  # the stubs do not know it
        self._markdown = Markdown(
            output_format="xhtml",
            extensions=[
                self._abbreviations,
                BlockExtension(box_titles),
                AttrListExtension(),
                FencedCodeExtension(),
                FootnoteExtension(),
                MarkdownInHtmlExtension(),
                TableExtension(),
                TocExtension(slugify=heading_id),
                _SpanExtension(),
                SignExtension(),
            ],
        )

    def convert(self, text: str) -> str:
        """Return the XHTML that Python-Markdown makes of a text; footnotes stand in a list at its end."""
        html: str = self._markdown.reset().convert(text)
        return html

    def prose(self, text: str) -> str:
        """Return the XHTML of a value of the front matter: signs that begin a block in the body are text there."""
        line = text.strip()
        if "\n" in line:
            return self.convert(tidy(text)[0])
        found = _BLOCK.match(line)
        if found:
            line = f"{line[: found.end(1)]}\\{line[found.end(1) :]}"
        return self.convert(line if found else text)

    def meanings(self) -> dict[str, str]:
        """Return what each abbreviation means, in plain text: those given, and those that the last text defined."""
        return dict(self._meanings)

    def defined(self) -> dict[str, str]:
        """Return the abbreviations that the last text defined by itself, with the prose of their meanings."""
        return dict(self._meanings.prose)


class _Meanings(dict[str, str]):
    """What each abbreviation means, in plain text; keeps the prose of those that a text defines by itself."""

    def __init__(self, plain: Callable[[str], str]) -> None:
        super().__init__()
        self.prose: dict[str, str] = {}
        self._plain = plain

    def clear(self) -> None:
        super().clear()
        self.prose.clear()

    def __setitem__(self, term: str, prose: str) -> None:
        self.prose[term] = prose
        super().__setitem__(term, self._plain(prose))


class _SpanProcessor(InlineProcessor):
    """``[words]{lang=en}`` becomes a span; Python-Markdown has attribute lists, but no way to open a span."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        span = ElementTree.Element("span")
        span.text = m.group(1)
        attributes, _ = get_attrs_and_remainder(m.group(2))
        for key, value in attributes:
            name = "class" if key == "." else key
            span.set(name, " ".join(filter(None, [span.get(name) if key == "." else "", value])))
        return span, m.start(0), m.end(0)


class _SpanExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        # Possessive: what is in the brackets can be read in one way only, and is not tried in others.
        pattern = r"(?<!!)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*+\](?:\([^()]*+\))?+)++)\]\{:?[ ]*([^{}\n]+?)[ ]*\}"
        # Before references (170), which would take the brackets.
        md.inlinePatterns.register(_SpanProcessor(pattern, md), "span", 172)
