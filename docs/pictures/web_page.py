"""Draw the README's picture of the web page: four telephones side by side, as Chromium shows it.

    python docs/pictures/web_page.py build chromium

The folder holds the example leaflet as a web page. Needs lxml, Pillow and a Chromium.
"""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import html
from PIL import Image

HERE = Path(__file__).parent
WIDTH, HEIGHT, GAP, SCALE = 390, 844, 14, 1.05  # CSS px of a telephone, between two, and pixels for each of them
GROUND = "#d9dde5"
COLOURS = 128


@dataclass(frozen=True, slots=True)
class Shown:
    """What a telephone shows: where on the page, by an id, in which colours, and whether the aids are open."""

    place: str = ""
    colours: str = "light"
    is_open: bool = False


SHOWN = (Shown(), Shown("tbody"), Shown("part", "dark"), Shown("aids", "soft", is_open=True))


def telephone(page: Path, shown: Shown, target: Path) -> str:
    """Write the page as a telephone shows it, and return its address with the place."""
    tree = html.parse(str(page))
    for choice in tree.iter("input"):
        if choice.get("name") == "colours":
            choice.attrib.pop("checked", None)
            if choice.get("value") == shown.colours:
                choice.set("checked", "checked")
    for aids in tree.iter("details"):
        if shown.is_open and "aids" in (aids.get("class") or ""):
            aids.set("open", "open")
    found = next((one for one in tree.iter() if shown.place in (one.tag, one.get("class"))), None)
    if shown.place and found is not None:
        found.set("id", found.get("id") or "shown")
    target.write_bytes(html.tostring(tree, doctype="<!DOCTYPE html>", encoding="utf-8"))
    return f"{target.as_uri()}#{found.get('id')}" if shown.place and found is not None else target.as_uri()


def draw(addresses: Sequence[str], browser: str, folder: Path) -> Path:
    """Return a picture of pages beside each other, each in a frame as wide as a telephone."""
    frames = "".join(f'<iframe src="{one}" width="{WIDTH}" height="{HEIGHT}"></iframe>' for one in addresses)
    style = (
        f"body {{ margin: 0; padding: {GAP}px; display: flex; gap: {GAP}px; background: {GROUND} }}"
        "iframe { border: 0; flex: none }"
    )
    (folder / "all.html").write_text(f"<!DOCTYPE html><style>{style}</style>{frames}", encoding="utf-8")
    size = f"{len(addresses) * (WIDTH + GAP) + GAP},{HEIGHT + 2 * GAP}"
    words = ("--headless=new", "--no-sandbox", "--hide-scrollbars", f"--force-device-scale-factor={SCALE}")
    target = folder / "all.png"
    more = (f"--user-data-dir={folder / 'user'}", "--virtual-time-budget=4000", f"--window-size={size}")
    subprocess.run([browser, *words, *more, f"--screenshot={target}", (folder / "all.html").as_uri()], check=True)
    return target


def main(folder: Path, browser: str) -> None:
    """Draw the picture."""
    (page,) = folder.glob("car-t-cell/nl-BE/*.html")
    with TemporaryDirectory() as name:
        made = Path(name)
        addresses = [telephone(page, shown, made / f"{n}.html") for n, shown in enumerate(SHOWN)]
        picture = Image.open(draw(addresses, browser, made)).convert("RGB")
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / "web-page.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
