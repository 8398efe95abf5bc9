"""Which part of a picture is shown: as a copy asks for it, and as a book or web page says it to its style sheet."""

from xml.etree.ElementTree import Element

SHAPES = {"square": 1.0, "4:3": 4 / 3, "3:2": 1.5, "16:9": 16 / 9, "3:4": 0.75, "2:3": 2 / 3}
"""Width by height."""
MIDDLE = "centre"
STARTS, ENDS = frozenset({"top", "left"}), frozenset({"bottom", "right"})
SAID = "crop-"  # classes begin with it


def crop_classes(asked: str) -> str:
    """Return the classes of a picture of which a copy asks for a part: “16:9 top” are “crop-16-9 crop-top”."""
    words = [word.replace("center", MIDDLE) for word in asked.lower().split()]
    return " ".join(f"{SAID}{word.replace(':', '-')}" for word in words if word != MIDDLE)


def crop_said(element: Element) -> str:
    """Return the shape that a picture is shown in and what of it is kept, such as “16:9 top”; "" for all of it."""
    names = (element.get("class") or "").split()
    words = [name.removeprefix(SAID).replace("-", ":") for name in names if name.startswith(SAID)]
    return " ".join([*words, MIDDLE][:2]) if words and words[0] in SHAPES else ""


def part_of(crop: str) -> tuple[float, float]:
    """Return the ratio of width to height of what is shown, and how much of what is cut away lies before it, 0 to 1."""
    shape, kept = crop.split()
    return SHAPES[shape], 0.0 if kept in STARTS else 1.0 if kept in ENDS else 0.5
