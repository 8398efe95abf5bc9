"""Make the fonts of this folder from the npm packages that carry them in pieces.

Why: WeasyPrint 70 prints garbled glyphs, silently, where two files share one family and weight, as
fontsource's latin and latin-ext pieces do. So each weight becomes one file.

    npm pack @fontsource/atkinson-hyperlegible-next@5.3.0 @fontsource/noto-sans@5.3.0 @fontsource/noto-sans-math@5.3.0
    for f in *.tgz; do mkdir -p "${f%.tgz}" && tar xzf "$f" -C "${f%.tgz}"; done
    python merge.py .

Needs fontTools with brotli. The licence texts are the packages' own (OFL-1.1), beside the fonts.
"""

import sys
import tempfile
from copy import deepcopy
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
# Hyphen, no-break hyphen and narrow no-break space look like signs that every font has.
TWINS = {0x2010: 0x2D, 0x2011: 0x2D, 0x202F: 0xA0}
# Arrows and the mathematical operators that a leaflet may hold; the body of the maths font is not needed.
SIGNS = [*range(0x2190, 0x2200), *range(0x2200, 0x2300), 0x2610, 0x2611, 0x2713, 0x2717]


def piece(root: Path, package: str, subset: str, weight: int) -> Path:
    """Return the path of one piece of a fontsource package."""
    folder = next(p for p in root.glob(f"fontsource-{package}-[0-9]*") if p.is_dir()) / "package" / "files"
    return folder / f"{package}-{subset}-{weight}-normal.woff2"


def merge(pieces: list[Path], signs: Path | None = None) -> TTFont:
    """Return one font that holds every character of the pieces, the first piece's metrics ruling."""
    with tempfile.TemporaryDirectory() as folder:
        seen: set[int] = set()
        plain: list[str] = []
        for index, path in enumerate([*pieces, *([signs] if signs else [])]):
            font = TTFont(path)
            wanted = set(font.getBestCmap()) - seen
            if path == signs:
                wanted &= set(SIGNS)
            options = Options(
                layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], notdef_outline=True, hinting=False
            )
            subsetter = Subsetter(options)
            subsetter.populate(unicodes=wanted)
            subsetter.subset(font)
            for table in ("MATH", "GSUB") if path == signs else ():
                if table in font:
                    del font[table]
            seen |= wanted
            font.flavor = None
            plain.append(f"{folder}/{index}.ttf")
            font.save(plain[-1])
        return Merger().merge(plain)


def add_twins(font: TTFont) -> None:
    """Give each missing twin a glyph of its own that looks like its model: a text layer can tell them apart."""
    for twin, model in TWINS.items():
        characters = font.getBestCmap()
        if twin in characters:
            continue
        name = f"{characters[model]}.twin{twin:04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = deepcopy(font["glyf"][characters[model]])
        font["hmtx"][name] = font["hmtx"][characters[model]]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[twin] = name


def main(root: Path) -> None:
    """Write every font of the folder."""
    for weight in (400, 600, 700, 800):
        parts = [piece(root, "atkinson-hyperlegible-next", s, weight) for s in ("latin", "latin-ext")]
        save(merge(parts), f"AtkinsonHyperlegibleNext-{weight}")
    subsets = ("latin", "latin-ext", "greek", "greek-ext", "cyrillic", "cyrillic-ext", "vietnamese")
    for weight in (400, 700):
        parts = [piece(root, "noto-sans", s, weight) for s in subsets]
        save(merge(parts, piece(root, "noto-sans-math", "latin", 400)), f"NotoSans-{weight}")


def save(font: TTFont, name: str) -> None:
    """Write a font with fixed dates: the same bytes from the same pieces.

    Uncompressed: WeasyPrint 70 unpacks WOFF 2 in Python, which took longer than all the rest of a brochure.
    """
    add_twins(font)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 3_786_912_000  # 2024-01-01, in seconds since 1904
    font.save(HERE / f"{name}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
