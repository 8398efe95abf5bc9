"""How large the letters of an SVG are, so that a page can show it large enough for them."""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from clearfold.press.images.plain_svg import plain_svg

USUAL = 16.0  # user units: the size of letters of which nothing is said
_NUMBER = re.compile(r"\s*(\d*\.?\d+)\s*(?:px)?\s*(?:!.*)?")
_SIZE = re.compile(r"font-size\s*:\s*(\d*\.?\d+)\s*(?:px)?\s*(?=[;}\"]|$)")
_SCALE = re.compile(r"scale\(\s*(-?\d*\.?\d+)")


@dataclass(frozen=True, slots=True)
class Letters:
    """The smallest letters of a drawing: their size as a share of its height; ``ratio`` is its width by its height."""

    share: float
    ratio: float


def svg_letters(data: bytes) -> Letters | None:
    """Return how large the smallest letters of an SVG are, None where it has none, or nobody can say."""
    scan = _Scan()
    with suppress(ExpatError, ValueError, LookupError):
        scan.read(data)
        if scan.found and scan.width and scan.height:
            return Letters(min(scan.found) / scan.height, scan.width / scan.height)
    return None


@dataclass(slots=True)
class _Scan:
    """One reading: the size of the drawing, and of the letters of each of its texts, all in its own units."""

    width: float = 0.0
    height: float = 0.0
    found: list[float] = field(default_factory=list)
    sizes: list[tuple[str, float, float]] = field(default_factory=list)  # of open elements: name, size, scale
    styled: dict[str, float] = field(default_factory=dict)  # of one style sheet: the size by element or class

    def read(self, data: bytes) -> None:
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _tag: self.sizes.pop()
        parser.CharacterDataHandler = self._text
        parser.Parse(plain_svg(data), True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2].lower()
        if not self.sizes:
            self._measure(attributes)
        _, size, scale = self.sizes[-1] if self.sizes else ("", USUAL, 1.0)
        for known in (name, *(f".{word.lower()}" for word in attributes.get("class", "").split())):
            size = self.styled.get(known, size)
        for said in (_NUMBER.fullmatch(attributes.get("font-size", "")), _SIZE.search(attributes.get("style", ""))):
            size = float(said[1]) if said else size
        for grown in _SCALE.findall(attributes.get("transform", "")):
            scale *= abs(float(grown))
        self.sizes.append((name, size, scale))

    def _measure(self, attributes: dict[str, str]) -> None:
        box = [float(number) for number in re.split(r"[\s,]+", attributes.get("viewBox", "").strip()) if number]
        sides = [_NUMBER.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
        if len(box) == 4:
            self.width, self.height = box[2:]
        elif sides[0] and sides[1]:
            self.width, self.height = float(sides[0][1]), float(sides[1][1])

    def _text(self, data: str) -> None:
        names = [name for name, _, _ in self.sizes]
        if "style" in names:
            for selectors, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", data):
                if said := _SIZE.search(rules):
                    self.styled |= {one.strip().lower(): float(said[1]) for one in selectors.split(",")}
        elif "text" in names and data.strip():
            _, size, scale = self.sizes[-1]
            self.found.append(size * scale)
