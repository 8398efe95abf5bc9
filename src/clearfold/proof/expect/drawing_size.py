"""The size that a drawing gives itself, and the same drawing for a canvas of whole pixels (SVG 2, 8)."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

from clearfold.proof.expect.plain_drawings import read_plain

PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 960 / 25.4, "in": 96.0, "em": 16.0}
"""Of CSS, in each unit."""
SAME = 1.0  # pixel of the canvas by which its box may be narrower than the drawing: it is rounded, and no letterbox
_NUMBER = r"[+]?((?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?)"
_LENGTH = re.compile(rf"\s*{_NUMBER}\s*([a-z]*)\s*", re.IGNORECASE)
_BOX = re.compile(rf"\s*[^\s,]+[\s,]+[^\s,]+[\s,]+{_NUMBER}[\s,]+{_NUMBER}\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG with its size and its ``viewBox``, both in units of their own, as width and height; 0 where it has none.

    A drawing without a size has that of its box, and one without a box shows as much as its size tells.
    """

    root: Element
    size: tuple[float, float]
    box: tuple[float, float]

    @property
    def ratio(self) -> float:
        """Return its width by its height, 0 where nothing tells them."""
        width, height = self.size
        across, down = self.box
        if width and height:
            return width / height
        return across / down if across and down else 0.0

    def on_canvas(self, longer: int) -> str:
        """Return its text for a canvas of whole pixels, of which the longer side has that many.

        A program that draws it as large as it says would cut off the last part of a pixel, or leave it empty.
        """
        ratio = self.ratio
        if not ratio:
            return tostring(self.root, "unicode")
        width, height = max(1, round(longer * min(1.0, ratio))), max(1, round(longer / max(1.0, ratio)))
        given = {**self.root.attrib, "width": str(width), "height": str(height)}
        across, down = self.box
        if not (across and down):
            across, down = self.size
            given["viewBox"] = f"0 0 {across} {down}"
        if abs(across / down - ratio) * min(height, width / ratio) < SAME:
            given["preserveAspectRatio"] = "none"
        made = Element(self.root.tag, given)
        made.extend(self.root)
        return tostring(made, "unicode")


def read_drawing(data: bytes, name: str) -> Drawing:
    """Return a drawing of a file; raise UnreadableError for what is none."""
    root = read_plain(data, name)
    box = _BOX.fullmatch(root.get("viewBox", ""))
    size = _pixels(root.get("width", "")), _pixels(root.get("height", ""))
    across, down = (float(box[1]), float(box[2])) if box else (0.0, 0.0)
    if across and down and bool(size[0]) != bool(size[1]):  # the other follows from the box
        size = (size[0] or size[1] * across / down, size[1] or size[0] * down / across)
    return Drawing(root, size, (across, down))


def _pixels(length: str) -> float:
    """Return a length in pixels of CSS, 0 for none, or a share of what is around."""
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * PIXELS.get(match[2].lower(), 0.0) if match else 0.0
