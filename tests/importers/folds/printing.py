"""Leaflets printed as panels, and panels laid on sheets as leaflets are folded."""

import io
import random
from dataclasses import dataclass
from pathlib import Path

import weasyprint
from pypdf import PageObject, PdfReader, PdfWriter, Transformation

FONTS = Path(__file__).parents[3] / "styles/fonts"
MM = 72 / 25.4
SIZES = (6.5, 11.0)  # points, of the text
TRIES = 4


@dataclass(frozen=True, slots=True)
class Way:
    """A way to fold: its name, the pages of each side from left to right, and the widths of panels as parts."""

    name: str
    sides: tuple[tuple[int, ...], ...]
    parts: tuple[float, ...] = ()
    height: float = 210.0
    width: float = 297.0

    @property
    def count(self) -> int:
        """Return how many panels there are."""
        return sum(map(len, self.sides))

    def panel_width(self, page: int) -> float:
        """Return the width of a panel in millimetres."""
        for side in self.sides:
            if page in side:
                parts = self.parts or tuple(1 / len(side) for _ in side)
                return self.width * parts[side.index(page)]
        raise ValueError(page)


WAYS = (
    Way("c", ((2, 6, 1), (3, 4, 5))),
    Way("c-flap-last", ((5, 6, 1), (2, 3, 4))),
    Way("z", ((1, 2, 3), (4, 5, 6))),
    Way("gate", ((2, 6, 1), (3, 4, 5)), (0.25, 0.5, 0.25)),
    Way("gate-4", ((2, 7, 8, 1), (3, 4, 5, 6)), width=320.0),
    Way("roll-4", ((6, 7, 8, 1), (2, 3, 4, 5)), width=320.0),
    Way("once", ((4, 1), (2, 3))),
    Way("booklet", ((8, 1), (2, 7), (6, 3), (4, 5)), width=210.0, height=148.0),
    Way("spreads", ((1, 2), (3, 4), (5, 6)), width=250.0, height=160.0),
    Way("plain", ((1,), (2,), (3,)), width=150.0, height=230.0),
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a leaflet is set."""

    font: str
    justified: bool
    indented: bool
    heading: float
    columns: int
    numbered: bool
    inside_first: bool
    hyphens: bool = True


def a_look(chance: random.Random, way: Way) -> Look:
    """Return a look by chance, of those that suit a way to fold."""
    wide = min(way.panel_width(page) for page in range(1, way.count + 1)) > 110
    return Look(
        chance.choice(("Atkinson", "Inclusive", "Noto")),
        chance.random() < 0.5,
        chance.random() < 0.3,
        chance.choice((1.12, 1.3, 1.5)),
        2 if wide and chance.random() < 0.5 else 1,
        way.name in ("booklet", "spreads", "plain") and chance.random() < 0.6,
        chance.random() < 0.3 and way.name not in ("z", "booklet", "spreads", "plain"),
    )


def printed(lang: str, html: str, way: Way, look: Look) -> bytes | None:
    """Return a leaflet as the PDF of its sheets: as large as goes; None where it does not fill its panels."""
    size, best = 9.5, None
    for _ in range(TRIES):
        document = weasyprint.HTML(string=_page(lang, html, way, look, size)).render()
        pages = len(document.pages)
        if pages == way.count:
            best = document.write_pdf()
            break
        size = min(
            max(size * (way.count / (pages + (0.35 if pages > way.count else -0.35))) ** 0.5, SIZES[0]), SIZES[1]
        )
    return imposed(best, way, inside_first=look.inside_first) if best is not None else None


def imposed(panels: bytes, way: Way, *, inside_first: bool = False) -> bytes:
    """Return panels, a page each, laid on the sides of sheets."""
    reader, writer = PdfReader(io.BytesIO(panels)), PdfWriter()
    for side in reversed(way.sides) if inside_first else way.sides:
        sheet = PageObject.create_blank_page(width=way.width * MM, height=way.height * MM)
        left = 0.0
        for page in side:
            if page <= len(reader.pages):
                sheet.merge_transformed_page(reader.pages[page - 1], Transformation().translate(left, 0))
            left += way.panel_width(page) * MM
        writer.add_page(sheet)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _page(lang: str, html: str, way: Way, look: Look, size: float) -> str:
    pages = "".join(
        f"@page :nth({page}) {{ size: {way.panel_width(page):.2f}mm {way.height}mm }}"
        for page in range(1, way.count + 1)
    )
    narrow = look.columns > 1 or min(way.panel_width(page) for page in range(1, way.count + 1)) < 90
    folio = "@page { @bottom-center { content: counter(page); font-size: 8pt } }" if look.numbered else ""
    paragraph = "text-indent: 1.2em; margin: 0" if look.indented else "margin: 0 0 .7em"
    return f"""<html lang="{lang}"><meta charset="utf-8"><style>
{_faces(look.font)}
@page {{ margin: 9mm 8mm 13mm }} {pages} {folio}
html {{ font: {size:.2f}pt/1.35 {look.font}; hyphens: {"auto" if look.hyphens else "manual"};
  text-align: {"justify" if look.justified else "left"} }}
body {{ margin: 0 }}
main {{ columns: {look.columns}; column-gap: 6mm }}
p {{ {paragraph}; orphans: 1; widows: 1 }} h2 + p {{ text-indent: 0 }}
h1 {{ font-size: {2.1}em; line-height: 1.15; margin: 0 0 .6em; text-align: left; hyphens: manual }}
h2 {{ font-size: {look.heading}em; line-height: 1.2; margin: 1em 0 .4em; text-align: left; color: #235;
  hyphens: {"auto" if narrow else "manual"} }}
ul, ol {{ margin: 0 0 .7em; padding-left: 1.4em; text-align: left }}
table {{ border-collapse: collapse; margin: .4em 0 .8em; text-align: left; font-size: .9em; max-width: 100%;
  break-inside: avoid }}
th, td {{ padding: .25em .6em; vertical-align: top }}
.lines td, .lines th {{ border: .5pt solid }} .rules td, .rules th {{ border-bottom: .5pt solid #666 }}
.fills th {{ background: #cde }} .fills td {{ background: #eee; border: 1pt solid white }}
.white td, .white th {{ padding: .2em 1.4em .2em 0 }}
figure {{ margin: .4em 0 .8em; break-inside: avoid }} img {{ width: 80% }}
figcaption {{ font-size: .85em; text-align: left; hyphens: manual }}
</style><main>{html}</main>"""


def _faces(name: str) -> str:
    start = {"Atkinson": "AtkinsonHyperlegibleNext", "Inclusive": "InclusiveSans", "Noto": "NotoSans"}[name]
    faces = ((weight, FONTS / f"{start}-{weight}.ttf") for weight in (400, 700))
    return "\n".join(
        f'@font-face {{ font-family: {name}; font-weight: {weight}; src: url("{path.as_uri()}") }}'
        for weight, path in faces
    )
