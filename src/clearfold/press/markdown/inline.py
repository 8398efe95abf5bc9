"""Signs within lines that other dialects have, and that mean the same here: H~2~O, 10^6^, ==marked==, 5*3, a < b."""

import re
import string
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

# An attribute of HTML with its value; what is left of a tag without them is no attribute, but words.
_ATTRIBUTE = re.compile(r"""[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+)""")
_SINGLE = frozenset({"markdown", "hidden", "reversed", "/"})


class _Tag(InlineProcessor):
    """An element of HTML for what stands between two signs."""

    def __init__(self, pattern: str, tag: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._tag = tag

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        element = ElementTree.Element(self._tag)
        element.text = m[1]
        return element, m.start(0), m.end(0)


class _Sign(InlineProcessor):
    """A sign that is text."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        return AtomicString(m[0]), m.start(0), m.end(0)


class _Less(InlineProcessor):
    """A ``<`` that opens no element, since the words behind it are no attributes: ``a<b and c>d``."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[str | None, int | None, int | None]:
        if all(word in _SINGLE for word in _ATTRIBUTE.sub(" ", m[1]).split()):
            return None, None, None
        return "&lt;", m.start(0), m.start(0) + 1


class SignExtension(Extension):
    """The signs of this module."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        """Register the processors: after code and escapes (180), some before HTML (90) and all before emphasis (60)."""
        md.ESCAPED_CHARS = list(string.punctuation)
        md.inlinePatterns.register(_Less(r"<(?=/?[A-Za-z][A-Za-z0-9-]*([^<>]*)>)", md), "less", 95)
        md.inlinePatterns.register(_Tag(r"(?<=[\w)\]])~([^\s~]+)~(?!~)", "sub", md), "tilde", 66)
        md.inlinePatterns.register(_Tag(r"(?<=[\w)\]])\^([^\s^]+)\^", "sup", md), "caret", 65)
        md.inlinePatterns.register(_Tag(r"(?<!\^)\^([^\W_]{1,3})\^(?!\^)", "sup", md), "note", 64.5)  # of a table
        md.inlinePatterns.register(_Tag(r"(?<![=\w])==(?=[^\s=])([^=]*[^\s=])==(?![=\w])", "strong", md), "marked", 64)
        md.inlinePatterns.register(_Sign(r"(?<=\d)\*{1,2}(?=\d)", md), "times", 63)
        # The one star of a word stresses nothing: Leser*innen, also in bold.
        word = r"(?<!\w)(?<!(?<!\*)\*)\w+\*\w+(?!\w)(?!\*(?!\*))"
        md.inlinePatterns.register(_Sign(word, md), "within", 62.5)
        # Lines to write a date or a measure on: __/__/____. Nothing between them is a word that could stand out.
        md.inlinePatterns.register(_Sign(r"_+(?:[/.:,;–—+%°|-]+_+)+", md), "lines", 62)
