"""The copy's language: Python-Markdown with the extensions that docs/writing.md lists, and two of our own."""

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor
from markdown.extensions.attr_list import AttrListExtension, get_attrs_and_remainder
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor

from clearfold.press.leaflet import slug

BOXES = ("note", "tip", "important", "warning")


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
                _BoxExtension(box_titles),
                AttrListExtension(),
                DefListExtension(),
                FencedCodeExtension(),
                FootnoteExtension(),
                MarkdownInHtmlExtension(),
                SaneListExtension(),
                TableExtension(),
                TocExtension(slugify=slug),
                _SpanExtension(),
            ],
        )

    def convert(self, text: str) -> str:
        """Return the XHTML that Python-Markdown makes of a text; footnotes stand in a list at its end."""
        html: str = self._markdown.reset().convert(text)
        return html

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


class _BoxProcessor(AdmonitionProcessor):
    """Admonitions whose missing title is a word of the leaflet's language, not the English name of the type."""

    titles: Mapping[str, str]

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        name, title = super().get_class_and_title(match)
        if match.group(2) is None:
            # The class tells the tree builder that no word of the copy stands here.
            return f"{name} untitled", self.titles.get(name, name)
        return name, title


class _BoxExtension(AdmonitionExtension):
    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        md.registerExtension(self)
        processor = _BoxProcessor(md.parser)
        processor.titles = self._titles
        md.parser.blockprocessors.register(processor, "admonition", 105)
