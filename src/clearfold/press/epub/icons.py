"""The icon of each type of box, in a book: a picture that decorates its title, drawn so that it is seen on any ground.

In print an icon is the background of its title. Readers of books choose their colours, and few show backgrounds.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from clearfold.press.design.brand import PRIMARY
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.reflow.markup import XHTML

ICONS = "note tip important warning phone question person calendar".split()
"""The types of boxes that have one; an amount is its own sign."""
COLOURS = {"tip": "#0b4a2f", "warning": "#8a0f16"}  # styles/tokens.css: those that stay whatever the association's are
ROUND = frozenset({"note", "tip", "phone", "person"})
SVG = "http://www.w3.org/2000/svg"
BOX, TITLE = "admonition", "admonition-title"


def put_icons(root: etree._Element) -> Iterator[str]:
    """Put the icon of each box of a document before its title, and yield its type."""
    for box in root.iter(f"{XHTML}aside"):
        names = (box.get("class") or "").split()
        kind = next((name for name in names if name in ICONS), "") if BOX in names else ""
        title = next((p for p in box.iterfind(f"{XHTML}p") if p.get("class") == TITLE), None)
        if not kind or title is None:
            continue
        picture = etree.Element(f"{XHTML}img", {"class": "icon", "src": name_of(kind), "alt": ""})
        picture.set("role", "presentation")
        picture.tail, title.text = f" {title.text or ''}", None
        title.insert(0, picture)
        yield kind


def name_of(kind: str) -> str:
    """Return the name in a book of the icon of a type of box."""
    return f"icons/{kind}.svg"


def drawn(kind: str) -> bytes:
    """Return an icon in white on a ground of its own, with a light edge that is seen at night."""
    glyph = etree.fromstring((styles_folder() / "art/icons" / f"{kind}.svg").read_bytes())
    icon = etree.fromstring(f'<svg xmlns="{SVG}" viewBox="-7 -7 38 38" width="38" height="38" fill="#fff"/>')
    radius = "19" if kind in ROUND else "5"
    shape = {"x": "-6", "y": "-6", "width": "36", "height": "36", "rx": radius, "stroke": "#fff"}
    etree.SubElement(icon, f"{{{SVG}}}rect", shape | {"fill": COLOURS.get(kind, PRIMARY)})
    icon.extend(list(glyph))
    return etree.tostring(icon)


def used(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the types of boxes that a book has, each once, in one order."""
    there = set(kinds)
    return tuple(kind for kind in ICONS if kind in there)
