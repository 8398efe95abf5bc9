"""The ground that an SVG brings: the one colour that it lays over all of itself before it draws anything."""

import re
from contextlib import suppress
from dataclasses import dataclass
from xml.parsers.expat import ExpatError, ParserCreate

from clearfold.press.images.plain_svg import plain_svg

# What stands before the drawing and draws nothing.
_SILENT = frozenset("title desc metadata defs style".split())
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\Z")
_ALTERED = ("transform", "opacity", "fill-opacity", "style", "class", "filter", "mask", "clip-path")


def svg_ground(data: bytes) -> str:
    """Return the colour, #rgb or #rrggbb, of a rectangle that an SVG begins with and that covers it; else ""."""
    scan = _Scan()
    with suppress(ExpatError, ValueError, LookupError):
        scan.read(data)
    return scan.ground


@dataclass(slots=True)
class _Scan:
    """One reading; ``view`` is the left, top, width and height of what is shown, ``silent`` counts open elements."""

    ground: str = ""
    view: tuple[float, ...] = ()
    silent: int = 0
    drawn: bool = False

    def read(self, data: bytes) -> None:
        parser = ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(plain_svg(data), True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if self.silent or name in _SILENT:
            self.silent += 1
        elif not self.view and name == "svg":
            self.view = _view(attributes)
        elif not self.drawn:
            self.drawn = True
            self.ground = attributes.get("fill", "") if name == "rect" and self._covers(attributes) else ""

    def _end(self, _tag: str) -> None:
        self.silent = max(0, self.silent - 1)

    def _covers(self, rect: dict[str, str]) -> bool:
        if not _COLOUR.match(rect.get("fill", "")) or any(name in rect for name in _ALTERED):
            return False
        left, top, width, height = self.view
        x, y = float(rect.get("x", "0")), float(rect.get("y", "0"))
        wide, high = (_length(rect.get(name, "0"), whole) for name, whole in (("width", width), ("height", height)))
        return x <= left and y <= top and x + wide >= left + width and y + high >= top + height


def _view(svg: dict[str, str]) -> tuple[float, ...]:
    box = svg.get("viewBox", "").replace(",", " ").split() or ["0", "0", svg.get("width", ""), svg.get("height", "")]
    left, top, width, height = map(float, box)
    return left, top, width, height


def _length(value: str, whole: float) -> float:
    return float(value[:-1]) / 100 * whole if value.endswith("%") else float(value)
