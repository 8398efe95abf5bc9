"""A small leaflet with all that a fault can befall, as a copy, a tagged PDF and an EPUB that hold it word for word."""

import re
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from clearfold.model.source import Source, parse_source
from clearfold.model.transcript import Furniture, Kind
from tests.faults.tagged import Node, tagged_pdf

TITLE, LANG, AUTHOR = "Griep in de winter", "nl-BE", "An Voorbeeld"
COPY = """\
---
title: Griep in de winter
lang: nl-BE
subtitle: Wat je zelf kunt doen
published: 2026-11-23
authors: [An Voorbeeld]
publisher: Clearfold
audience: Voor iedereen die hoest
key_messages:
  - Griep gaat meestal vanzelf over.
  - Neem nooit meer dan 4 tabletten per dag.
abbreviations:
  WGO: "[World Health Organization]{lang=en}"
sources:
  - De eerste bron over griep.
  - De tweede bron over koorts.
contact:
  phone: 012 34 56 78
---

## Wat is griep?

Griep is een ziekte van de luchtwegen. Een virus veroorzaakt ze, en een antibioticum helpt niet.

De WGO noemt de ziekte [influenza]{lang=en}. Elke winter zijn er nieuwe virussen.[^1]

[^1]: Daarom krijg je elk jaar een nieuw vaccin.

## Wat kun je doen?

Dit helpt bij griep:

- veel drinken, ook zonder dorst
- rusten tot de koorts weg is

    - in bed blijven
    - niet gaan werken

1. meet je temperatuur
2. schrijf op wat je meet

Table: Hoeveel mag je nemen

| Middel | Dosis |
| --- | --- |
| **paracetamol** | 500 mg per keer |
| **ibuprofen** | 200 mg per keer |

![Een thermometer die 39 graden aanwijst](images/koorts.svg "Meten is weten")

### Wanneer bel je de arts?

!!! warning "Let op"
    Bel de arts als je geen adem krijgt.

Lees meer op [de pagina over griep](https://example.org/griep).

> Was je handen als je thuis komt.
>
> Hoest in de plooi van je arm.
"""


def label(name: str, text: str, before: str, kind: Kind = Kind.LABEL) -> Furniture:
    """Declare words that must stand right before a part of the copy."""
    return Furniture(name, re.escape(text), text=text, before=before, kind=kind)


def contents_entry(title: str) -> Furniture:
    """Declare an entry of printed contents, which must stand there with or without its page."""
    return Furniture("contents entry", rf"{re.escape(title)} ?\d*", least=1, text=title)


FURNITURE = (
    Furniture("running head", "Griep in de winter", 0),
    Furniture("folio", "{page}", 0),
    label("panel heading", "In het kort", "key_messages", Kind.HEADING),
    label("panel heading", "Afkortingen", "abbreviations", Kind.HEADING),
    label("panel heading", "Bronnen", "sources", Kind.HEADING),
    label("panel heading", "Over deze brochure", "about", Kind.HEADING),
    label("label", "Verschenen op", "published"),
)
PRINTED = (*FURNITURE, contents_entry("Wat is griep?"), contents_entry("Wat kun je doen?"))


def copy() -> Source:
    """Return the copy."""
    return parse_source(Path("griep/nl-BE.md"), COPY.encode())


QUOTED = ("Was je handen als je thuis komt.", "Hoest in de plooi van je arm.")


def bullets(*items: Node, numbering: str = "") -> Node:
    return Node("L", kids=items, attributes=(("ListNumbering", numbering),) if numbering else ())


def item(text: str, label: str = "", *inner: Node) -> Node:
    marks = (Node("Lbl", label),) if label else ()
    return Node("LI", kids=(*marks, Node("LBody", kids=(Node("P", text), *inner))))


def row(kind: str, first: str, second: str) -> Node:
    scope = (("Scope", "Row"),) if kind == "TD" else (("Scope", "Column"),)
    return Node("TR", kids=(Node("TH", first, attributes=scope), Node(kind, second)))


NODES = (
    Node("P", "Clearfold"),
    Node("H1", TITLE),
    Node("P", "Wat je zelf kunt doen"),
    Node("P", "Voor iedereen die hoest"),
    Node(
        "TOC",
        kids=(
            Node("TOCI", kids=(Node("Reference", kids=(Node("Link", "Wat is griep? 1", link="#a"),)),)),
            Node("TOCI", kids=(Node("Reference", kids=(Node("Link", "Wat kun je doen? 1", link="#b"),)),)),
        ),
    ),
    Node("H2", "In het kort"),
    bullets(item("Griep gaat meestal vanzelf over."), item("Neem nooit meer dan 4 tabletten per dag.")),
    Node("H2", "Wat is griep?"),
    Node(
        "P",
        "Griep is een ziekte van de luchtwegen. Een virus veroorzaakt ze, en een antibioticum helpt niet.",
    ),
    Node(
        "P",
        kids=(
            Node("Span", "De "),
            Node("Span", "WGO", expansion="World Health Organization"),
            Node("Span", " noemt de ziekte "),
            Node("Span", "influenza", lang="en"),
            Node("Span", ". Elke winter zijn er nieuwe virussen."),
            Node("Reference", kids=(Node("Link", "[1]", link="#note-1"),)),
        ),
    ),
    Node("Note", kids=(Node("Lbl", "[1] "), Node("P", "Daarom krijg je elk jaar een nieuw vaccin."))),
    Node("H2", "Wat kun je doen?"),
    Node("P", "Dit helpt bij griep:"),
    bullets(
        item("veel drinken, ook zonder dorst", "•"),
        item(
            "rusten tot de koorts weg is",
            "•",
            bullets(item("in bed blijven", "•"), item("niet gaan werken", "•"), numbering="Disc"),
        ),
        numbering="Disc",
    ),
    bullets(item("meet je temperatuur", "1."), item("schrijf op wat je meet", "2."), numbering="Decimal"),
    Node(
        "Table",
        kids=(
            Node("Caption", "Hoeveel mag je nemen"),
            Node("THead", kids=(row("TH", "Middel", "Dosis"),)),
            Node(
                "TBody",
                kids=(row("TD", "paracetamol", "500 mg per keer"), row("TD", "ibuprofen", "200 mg per keer")),
            ),
        ),
    ),
    Node(
        "Div",
        kids=(Node("Figure", alt="Een thermometer die 39 graden aanwijst"), Node("Caption", "Meten is weten")),
    ),
    Node("H3", "Wanneer bel je de arts?"),
    Node("Div", kids=(Node("P", "Let op"), Node("P", "Bel de arts als je geen adem krijgt."))),
    Node(
        "P",
        kids=(
            Node("Span", "Lees meer op "),
            Node("Link", "de pagina over griep", link="https://example.org/griep"),
            Node("Span", "."),
        ),
    ),
    Node("BlockQuote", kids=(Node("P", QUOTED[0]), Node("P", QUOTED[1]))),
    Node("H2", "Afkortingen"),
    Node(
        "L",
        kids=(
            Node(
                "LI",
                kids=(
                    Node("Lbl", "WGO"),
                    Node("LBody", kids=(Node("P", kids=(Node("Span", "World Health Organization", lang="en"),)),)),
                ),
            ),
        ),
    ),
    Node("H2", "Bronnen"),
    bullets(item("De eerste bron over griep.", "1."), item("De tweede bron over koorts.", "2."), numbering="Decimal"),
    Node("H2", "Over deze brochure"),
    Node("P", AUTHOR),
    Node("P", "Verschenen op"),
    Node("P", "23 november 2026"),
    Node("P", "012 34 56 78"),
)


def pdf() -> bytes:
    """Return the leaflet as a tagged PDF that the proof has nothing to say about."""
    return tagged_pdf(NODES, title=TITLE, lang=LANG, author=AUTHOR)


def pdf_with(words: str, others: str) -> bytes:
    """Return the PDF with other words in one of its paragraphs."""
    nodes = [replace(node, text=others) if node.text == words else node for node in NODES]
    return tagged_pdf(nodes, title=TITLE, lang=LANG, author=AUTHOR)


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the EPUB: its name and what its body holds."""

    name: str
    body: str


DOCUMENTS = (
    Document(
        "cover.xhtml",
        "<p>Clearfold</p><h1>Griep in de winter</h1><p>Wat je zelf kunt doen</p><p>Voor iedereen die hoest</p>",
    ),
    Document(
        "summary.xhtml",
        "<section>PAGE-2<h2>In het kort</h2><ul><li>Griep gaat meestal vanzelf over.</li>"
        "<li>Neem nooit meer dan 4 tabletten per dag.</li></ul></section>",
    ),
    Document(
        "what.xhtml",
        """<section>PAGE-3<h2 id="what">Wat is griep?</h2>
<p>Griep is een ziekte van de luchtwegen. Een virus veroorzaakt ze, en een antibioticum helpt niet.</p>
<p>De <abbr title="World Health Organization">WGO</abbr> noemt de ziekte <span lang="en">influenza</span>. Elke winter
zijn er nieuwe virussen.<a id="ref-1" role="doc-noteref" href="#note-1">[1]</a></p>
<aside id="note-1" role="doc-footnote"><p><a role="doc-backlink" href="#ref-1">[1]</a> Daarom krijg je elk jaar een
nieuw vaccin.</p></aside></section>""",
    ),
    Document(
        "do.xhtml",
        """<section>PAGE-4<h2 id="do">Wat kun je doen?</h2><p>Dit helpt bij griep:</p>
<ul><li>veel drinken, ook zonder dorst</li>
<li><p>rusten tot de koorts weg is</p><ul><li>in bed blijven</li><li>niet gaan werken</li></ul></li></ul>
<ol><li>meet je temperatuur</li><li>schrijf op wat je meet</li></ol>
<table><caption>Hoeveel mag je nemen</caption>
<thead><tr><th scope="col">Middel</th><th scope="col">Dosis</th></tr></thead>
<tbody><tr><th scope="row"><strong>paracetamol</strong></th><td>500 mg per keer</td></tr>
<tr><th scope="row"><strong>ibuprofen</strong></th><td>200 mg per keer</td></tr></tbody></table>
<figure><img src="koorts.svg" alt="Een thermometer die 39 graden aanwijst"/>
<figcaption>Meten is weten</figcaption></figure>
PAGE-5<h3>Wanneer bel je de arts?</h3><aside><p>Let op</p><p>Bel de arts als je geen adem krijgt.</p></aside>
<p>Lees meer op <a href="https://example.org/griep">de pagina over griep</a>.</p>
<blockquote><p>Was je handen als je thuis komt.</p><p>Hoest in de plooi van je arm.</p></blockquote></section>""",
    ),
    Document(
        "end.xhtml",
        """<section><h2 id="short">Afkortingen</h2><dl><dt>WGO</dt>
<dd><span lang="en">World Health Organization</span></dd></dl></section>
<section>PAGE-6<h2 id="sources">Bronnen</h2>
<ol><li>De eerste bron over griep.</li><li>De tweede bron over koorts.</li></ol></section>
<section><h2 id="about">Over deze brochure</h2><p>An Voorbeeld</p><dl>
<dt>Verschenen op</dt><dd>23 november 2026</dd></dl>
<p>012 34 56 78</p></section>""",
    ),
)
LISTED = (
    ("summary.xhtml", "In het kort"),
    ("what.xhtml#what", "Wat is griep?"),
    ("do.xhtml", "Wat kun je doen?"),
    ("end.xhtml#short", "Afkortingen"),
    ("end.xhtml#sources", "Bronnen"),
    ("end.xhtml#about", "Over deze brochure"),
)
NAV = """<nav epub:type="toc"><h2>Inhoud</h2><ol>{listed}</ol></nav>
<nav epub:type="landmarks"><h2>Wegwijzers</h2><ol><li><a epub:type="titlepage" href="cover.xhtml">Omslag</a></li>
<li><a epub:type="bodymatter" href="summary.xhtml">Begin</a></li></ol></nav>
<nav epub:type="page-list"><h2>Bladzijden</h2><ol>{pages}</ol></nav>"""
PAGES = {2: "summary", 3: "what", 4: "do", 5: "do", 6: "end"}
MARK = '<span epub:type="pagebreak" role="doc-pagebreak" id="page-{0}" aria-label="{0}"></span>'
TARGET = """<pageTarget id="p{0}"><navLabel><text>{0}</text></navLabel>
<content src="{1}.xhtml#page-{0}"/></pageTarget>"""
NCX = """<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head><meta name="dtb:uid" content="urn:uuid:0"/></head>
<docTitle><text>Griep</text></docTitle><navMap>{listed}</navMap>
<pageList>{pages}</pageList></ncx>"""
POINT = '<navPoint id="n{0}"><navLabel><text>{2}</text></navLabel><content src="{1}"/></navPoint>'
CLAIMS = """<meta property="schema:accessMode">textual</meta><meta property="schema:accessMode">visual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">pageNavigation</meta>
<meta property="schema:accessibilityFeature">pageBreakMarkers</meta>
<meta property="schema:accessibilityHazard">none</meta><meta property="pageBreakSource">Griep, grote letter</meta>"""
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="nl-BE" xml:lang="nl-BE">
<head><title>Griep</title><link rel="stylesheet" type="text/css" href="style.css"/></head><body>{body}</body></html>
"""
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def package() -> str:
    """Return the EPUB's package document."""
    names = [document.name for document in DOCUMENTS]
    items = "".join(
        f'<item id="d{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="d{n}"/>' for n in range(len(names)))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="nl-BE">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:0</dc:identifier>
<dc:title>Griep in de winter</dc:title><dc:language>nl-BE</dc:language><dc:creator>An Voorbeeld</dc:creator>
<dc:date>2026-11-23</dc:date><meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>{CLAIMS}</metadata>
<manifest>{items}<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="style.css" media-type="text/css"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/></manifest>
<spine toc="ncx">{spine}</spine></package>"""


def epub() -> bytes:
    """Return the leaflet as an EPUB that the proof has nothing to say about."""
    listed = "".join(f'<li><a href="{name}.xhtml#page-{n}">{n}</a></li>' for n, name in PAGES.items())
    older = "".join(TARGET.format(n, name) for n, name in PAGES.items())
    entries = "".join(f'<li><a href="{address}">{title}</a></li>' for address, title in LISTED)
    points = "".join(POINT.format(n, *entry) for n, entry in enumerate(LISTED))
    files = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/content.opf": package(),
        "EPUB/nav.xhtml": PAGE.format(body=NAV.format(listed=entries, pages=listed)),
        "EPUB/toc.ncx": NCX.format(listed=points, pages=older),
        "EPUB/style.css": "h1 { margin: 0 }",
        **{f"EPUB/{document.name}": PAGE.format(body=_marked(document.body)) for document in DOCUMENTS},
    }
    return zipped({**{name: text.encode() for name, text in files.items()}, "EPUB/cover.png": b"\x89PNG\r\n\x1a\n"})


def _marked(body: str) -> str:
    """Put the marks of the printed pages where a body has their names."""
    for n in PAGES:
        body = body.replace(f"PAGE-{n}", MARK.format(n))
    return body


def zipped(files: dict[str, bytes]) -> bytes:
    """Return an EPUB of those files, its media type first and not compressed."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"application/epub+zip", ZIP_STORED)
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
