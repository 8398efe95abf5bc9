"""The words that an SVG draws, in its order."""

from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from clearfold.press.images.plain_svg import plain_svg

# What is drawn nowhere, or only where something else refers to it.
_SILENT = frozenset("title desc metadata style script clippath mask pattern marker".split())


def svg_words(data: bytes) -> tuple[str, ...]:
    """Return each text of an SVG that may be drawn, once; () for what is no XML."""
    scan = _Scan()
    with suppress(ExpatError, ValueError, LookupError):
        scan.read(data)
    return tuple(dict.fromkeys(words for text in scan.found if (words := " ".join(text.split()))))


@dataclass(slots=True)
class _Scan:
    """One reading; ``silent`` counts the open elements that draw nothing, ``depth`` those within a text."""

    found: list[str] = field(default_factory=list)
    silent: int = 0
    depth: int = 0

    def read(self, data: bytes) -> None:
        parser = ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(plain_svg(data), True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2].lower()
        hidden = attributes.get("display") == "none" or "display:none" in attributes.get("style", "").replace(" ", "")
        if self.silent or hidden or name in _SILENT:
            self.silent += 1
        elif self.depth or name == "text":
            if not self.depth:
                self.found.append("")
            self.depth += 1

    def _end(self, _tag: str) -> None:
        if self.silent:
            self.silent -= 1
        elif self.depth:
            self.depth -= 1

    def _text(self, data: str) -> None:
        if self.depth and not self.silent:
            self.found[-1] += data
