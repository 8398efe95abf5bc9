"""A small brochure in large print, made with WeasyPrint alone, that tests make wrong in one way at a time."""

from functools import cache
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from clearfold.model.paper import Level, Paper
from clearfold.model.source import parse_source
from clearfold.model.transcript import Furniture, Kind
from clearfold.proof.prove import expect, prove
from clearfold.proof.report import EditionReport
from tests.faults.sample import label

FONTS = Path(__file__).parents[2] / "styles" / "fonts"
PAPER = Paper(Level.LARGE, width=148, height=210, margin=14)
LONG = (
    "Griep is een ziekte van de luchtwegen die elke winter terugkomt en die meestal na een week vanzelf over is. "
    "Je krijgt koorts, je hebt pijn in je spieren en je bent moe. Blijf thuis tot je weer beter bent, drink veel "
    "water, en vraag hulp als je alleen woont. Wie ouder is dan 65 jaar krijgt elk jaar een vaccin."
)
MORE = (
    "Rust veel en neem de tijd om weer gezond te worden. De meeste mensen hebben geen medicijn nodig, en een "
    "antibioticum helpt niet tegen een virus. Bel je arts als de koorts na vier dagen niet weg is, of als je "
    "adem te kort komt."
)
ITEMS = ("veel drinken, ook zonder dorst", "rusten tot de koorts weg is", "een T-cel doet haar werk")
COPY = f"""\
---
title: Griep in de winter
lang: nl-BE
publisher: Clearfold
abbreviations:
  WHO: World Health Organization
---

## Wat is griep?

{LONG}

{LONG.replace("Griep", "Influenza")}

### Hoe lang duurt het?

{MORE}

## Wat kun je doen?

{MORE.replace("Rust", "Slaap")}

- {ITEMS[0]}
- {ITEMS[1]}
- {ITEMS[2]}

| Middel | Dosis |
| --- | --- |
| paracetamol | 500 mg |
| ibuprofen | 200 mg |

De WHO noemt de ziekte influenza. Lees meer op [de pagina over griep](https://example.org/griep).

## Wanneer bel je?

{LONG.replace("Griep", "Koorts")}
"""
FURNITURE = (
    Furniture("running head", "Griep", 0),
    Furniture("folio", "{page}", 0),
    label("contents heading", "Inhoud", "key_messages", Kind.HEADING),
    label("panel heading", "Afkortingen", "abbreviations", Kind.HEADING),
    *(
        Furniture("contents entry", rf"{t} ?\d*")
        for t in (r"Wat is griep\?", r"Wat kun je doen\?", r"Wanneer bel je\?")
    ),
    Furniture("contents entry", r"Afkortingen ?\d*"),
)
CSS = f"""
@font-face {{ font-family: A; font-weight: 400; src: url("{(FONTS / "AtkinsonHyperlegibleNext-400.ttf").as_uri()}") }}
@font-face {{ font-family: A; font-weight: 800; src: url("{(FONTS / "AtkinsonHyperlegibleNext-800.ttf").as_uri()}") }}
@page {{ size: A5; margin: 14mm 14mm 22mm; font: 400 19pt/1.2 A;
  @bottom-left {{ content: "Griep"; vertical-align: top; padding-top: 4mm }}
  @bottom-right {{ content: counter(page); font-weight: 800; vertical-align: top; padding-top: 4mm; width: 3em;
    text-align: right }} }}
@page :left {{
  @bottom-right {{ content: "Griep"; font-weight: 400; width: auto }}
  @bottom-left {{ content: counter(page); font-weight: 800; width: 3em }} }}
@page cover {{ @bottom-left {{ content: none }} @bottom-right {{ content: none }} }}
html {{ font: 400 19pt/1.4 A; color: #000; background: #fff }}
body {{ margin: 0; orphans: 3; widows: 3; font-variant-ligatures: none }}
h1, h2, h3 {{ font-weight: 800; line-height: 1.2; break-after: avoid; break-inside: avoid; margin: .8em 0 0 }}
h1 {{ font-size: 34pt }} h2 {{ font-size: 25pt; color: #12305c }} h3 {{ font-size: 22pt }}
p, ul, table, dl {{ margin: .6em 0 0 }}
a {{ color: inherit; text-decoration: none }}
.cover {{ page: cover; background: #12305c; color: #fff; height: 150mm; padding: 4mm }}
.contents {{ break-before: page }} .contents ol {{ list-style: none; padding: 0; margin: 0 }}
.contents li {{ position: relative; border-bottom: 1pt solid #12305c; padding-bottom: 4pt }}
.contents li::after {{ content: target-counter(attr(data-to), page); position: absolute; right: 0; font-weight: 800 }}
.part {{ break-before: page }}
th, td {{ text-align: left; padding: 4pt 12pt 4pt 0; border-bottom: 1pt solid }} th {{ font-weight: 800 }}
thead th {{ background: #12305c; color: #fff }}
"""
HTML = f"""<html lang="nl-BE"><title>Griep in de winter</title><style>{CSS}</style><body>
<div class="cover"><p>Clearfold</p><h1>Griep in de winter</h1></div>
<div class="contents"><h2>Inhoud</h2><ol><li data-to="#a">Wat is griep?</li><li data-to="#b">Wat kun je doen?</li>
<li data-to="#c">Wanneer bel je?</li><li data-to="#d">Afkortingen</li></ol></div>
<div class="part"><h2 id="a">Wat is griep?</h2><p class="first">{LONG}</p>
<p>{LONG.replace("Griep", "Influenza")}</p><h3>Hoe lang duurt het?</h3><p>{MORE}</p></div>
<div><h2 id="b">Wat kun je doen?</h2><p>{MORE.replace("Rust", "Slaap")}</p>
<ul>{"".join(f"<li>{item}</li>" for item in ITEMS)}</ul>
<table><thead><tr><th>Middel</th><th>Dosis</th></tr></thead><tbody><tr><th>paracetamol</th><td>500 mg</td></tr>
<tr><th>ibuprofen</th><td>200 mg</td></tr></tbody></table>
<p class="who">De WHO noemt de ziekte influenza. Lees meer op
<a href="https://example.org/griep">de pagina over griep</a>.</p></div>
<div class="part"><h2 id="c">Wanneer bel je?</h2><p class="last">{LONG.replace("Griep", "Koorts")}</p></div>
<div class="part"><h2 id="d">Afkortingen</h2><dl><dt>WHO</dt><dd>World Health Organization</dd></dl></div>
</body></html>"""


@cache
def pdf(css: str = "", *, html: str = HTML, tagged: bool = True) -> bytes:
    """Return the brochure as a PDF, with rules of style added."""
    page = html.replace("</style>", f"{css}</style>")
    made: bytes | None = weasyprint.HTML(string=page).write_pdf(
        pdf_variant="pdf/ua-1" if tagged else None, font_config=FontConfiguration()
    )
    assert made is not None
    return made


def proved(data: bytes, paper: Paper | None = PAPER, copy: str = COPY) -> EditionReport:
    """Prove a brochure against its copy."""
    expected = expect(parse_source(Path("griep/nl-BE.md"), copy.encode()))
    return prove(expected, data, "application/pdf", name="griep", edition="sample", furniture=FURNITURE, paper=paper)


def page_findings(data: bytes, paper: Paper | None = PAPER, copy: str = COPY) -> list[str]:
    """Return what is told of a brochure's pages."""
    return [str(d) for d in proved(data, paper, copy).diagnostics if d.code.startswith("TYP")]


def page_codes(data: bytes, paper: Paper | None = PAPER, copy: str = COPY) -> set[str]:
    """Return the codes of what is told of a brochure's pages."""
    return {d.code for d in proved(data, paper, copy).diagnostics if d.code.startswith("TYP")}
