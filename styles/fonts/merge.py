"""Make the fonts of this folder from the npm packages that carry them in pieces.

Why: WeasyPrint 70 prints garbled glyphs, silently, where two files share one family and weight, as
fontsource's latin and latin-ext pieces do. So each weight becomes one file.

    npm pack @fontsource/atkinson-hyperlegible-next@5.3.0 @fontsource/inclusive-sans@5.3.0
    npm pack @fontsource/noto-sans@5.3.0 @fontsource/noto-sans-math@5.3.0 @expo-google-fonts/noto-sans@0.4.2
    npm pack @fontsource/noto-sans-symbols@5.3.0 @fontsource/noto-sans-symbols-2@5.3.0
    npm pack @expo-google-fonts/vazirmatn@0.4.1 @expo-google-fonts/noto-sans-hebrew@0.4.1
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
WORD_SPACE = 0.06  # of the em; words set further apart read better with macular degeneration (Blackmore-Wright 2013)
# Hyphen, no-break hyphen and narrow no-break space look like signs that every font has.
TWINS = {0x2010: 0x2D, 0x2011: 0x2D, 0x202F: 0xA0}
# What a leaflet may hold beside letters: ‡ ‰ ⁴ CO₂ ℃ № ⅓, arrows and operators, ① ❶ ♀, ● ■ ▶, and some signs by which
# forms and lists are made. The bodies of the fonts that have them are not needed.
FORMS = [0x2020, 0x2021, 0x2023, 0x2030, *range(0x2070, 0x20A0), 0x2103, 0x2116, 0x211E, *range(0x2150, 0x2160)]
ARROWS = [*range(0x2190, 0x2200), *range(0x2200, 0x2300), 0x27E8, 0x27E9]
NUMBERS = [*range(0x2460, 0x2474), 0x2640, 0x2642, *range(0x2776, 0x2780)]
SHAPES = [*range(0x25A0, 0x2600), 0x2605, 0x2606, 0x260E, 0x2610, 0x2611, 0x2612, 0x2665, 0x267F]
# Letters and signs of the scripts that run from right to left, and the spaces, which Pango draws in the font of the
# letters beside them; the rest of what those fonts have stands in Noto Sans. Vazirmatn has each Arabic letter in one
# piece: Noto Sans Arabic makes it of a body and its points, which WeasyPrint 70 writes as raised text, one by one.
SPACES = [0x20, 0xA0]
ARABIC = [*SPACES, *range(0x600, 0x700)]
HEBREW = [*SPACES, *range(0x590, 0x600), 0x20AA]
# Arabic letters have a form for each place in a word, and some join to one; points stand over and under letters.
JOINING = ["init", "medi", "fina", "rlig", "liga", "rtlm", "ccmp", "locl", "kern", "mark", "mkmk"]
DINGBATS = [0x26A0, 0x2702, 0x2709, 0x2713, 0x2714, 0x2717, 0x2718, 0x271A]

# What is kept of a font that gives signs alone: no kerning and no marks, and no table that the first piece lacks.
BARE = {"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}

# The merger takes the largest of the donors' metrics; a sign of another font would set all lines of text apart.
METRICS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": (
        "sTypoAscender",
        "sTypoDescender",
        "sTypoLineGap",
        "usWinAscent",
        "usWinDescent",
        "sxHeight",
        "sCapHeight",
    ),
}


def piece(root: Path, package: str, subset: str, weight: int) -> Path:
    """Return the path of one piece of a fontsource package."""
    folder = next(p for p in root.glob(f"fontsource-{package}-[0-9]*") if p.is_dir()) / "package" / "files"
    return folder / f"{package}-{subset}-{weight}-normal.woff2"


def whole(root: Path, weight: int, package: str = "noto-sans", name: str = "NotoSans") -> Path:
    """Return the path of all of a font in one weight: fontsource's pieces of Noto Sans leave some number forms out."""
    folder = next(p for p in root.glob(f"expo-google-fonts-{package}-[0-9]*") if p.is_dir())
    style = {400: "400Regular", 700: "700Bold"}[weight]
    return folder / "package" / style / f"{name}_{style}.ttf"


def merge(pieces: list[Path], signs: list[tuple[Path, list[int]]] | None = None) -> TTFont:
    """Return one font with every character of the pieces, then the given signs; the first piece's metrics rule."""
    with tempfile.TemporaryDirectory() as folder:
        seen: set[int] = set()
        plain: list[str] = []
        wholes: list[tuple[Path, list[int]]] = [(path, []) for path in pieces]
        for index, (path, only) in enumerate([*wholes, *(signs or [])]):
            font = TTFont(path)
            wanted = set(font.getBestCmap()) - seen
            if only:
                wanted &= set(only)
            options = Options(
                layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], notdef_outline=True, hinting=False
            )
            subsetter = Subsetter(options)
            subsetter.populate(unicodes=wanted)
            subsetter.subset(font)
            for table in set(font.keys()) - BARE if only else ():
                if table != "GlyphOrder":
                    del font[table]
            seen |= wanted
            font.flavor = None
            plain.append(f"{folder}/{index}.ttf")
            font.save(plain[-1])
        merged = Merger().merge(plain)
    first = TTFont(pieces[0])
    for table, names in METRICS.items():
        for name in names:
            setattr(merged[table], name, getattr(first[table], name))
    return merged


def script(path: Path, letters: list[int]) -> TTFont:
    """Return a font with the letters of one script, and with what joins and points them."""
    font = TTFont(path)
    subsetter = Subsetter(Options(layout_features=JOINING, notdef_outline=True, hinting=False))
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    widen_spaces(font)
    return font


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


def widen_spaces(font: TTFont) -> None:
    """Set words further apart.

    In the font and not by word-spacing: together with letter-spacing that makes WeasyPrint 70 end about one line in
    300 after its first word.
    """
    apart = round(WORD_SPACE * font["head"].unitsPerEm)
    for name in {font.getBestCmap()[space] for space in (0x20, 0xA0)}:
        width, bearing = font["hmtx"][name]
        font["hmtx"][name] = (width + apart, bearing)


def main(root: Path) -> None:
    """Write every font of the folder."""
    for weight in (400, 600, 700, 800):
        parts = [piece(root, "atkinson-hyperlegible-next", s, weight) for s in ("latin", "latin-ext")]
        save(merge(parts), f"AtkinsonHyperlegibleNext-{weight}")
    for weight in (400, 600, 700):  # there is no 800
        parts = [piece(root, "inclusive-sans", s, weight) for s in ("latin", "latin-ext", "vietnamese")]
        save(merge(parts), f"InclusiveSans-{weight}")
    subsets = ("latin", "latin-ext", "greek", "greek-ext", "cyrillic", "cyrillic-ext", "vietnamese")
    for weight in (400, 700):
        parts = [piece(root, "noto-sans", s, weight) for s in subsets]
        signs = [
            (whole(root, weight), FORMS),
            (piece(root, "noto-sans-math", "latin", 400), ARROWS),
            (piece(root, "noto-sans-symbols", "symbols", weight), NUMBERS),
            (piece(root, "noto-sans-symbols-2", "symbols", 400), [*SHAPES, *DINGBATS]),
        ]
        save(merge(parts, signs), f"NotoSans-{weight}")
        put(script(whole(root, weight, "vazirmatn", "Vazirmatn"), ARABIC), f"Vazirmatn-{weight}")
        put(script(whole(root, weight, "noto-sans-hebrew", "NotoSansHebrew"), HEBREW), f"NotoSansHebrew-{weight}")


def save(font: TTFont, name: str) -> None:
    """Write a font that has spaces and hyphens of its own."""
    add_twins(font)
    widen_spaces(font)
    put(font, name)


def put(font: TTFont, name: str) -> None:
    """Write a font with fixed dates: the same bytes from the same pieces.

    Uncompressed: WeasyPrint 70 unpacks WOFF 2 in Python, which took longer than all the rest of a brochure.
    """
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 3_786_912_000  # 2024-01-01, in seconds since 1904
    font.save(HERE / f"{name}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
