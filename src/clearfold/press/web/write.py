"""Write a leaflet as one page of HTML that holds its pictures, letters, style and script, and asks for nothing."""

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lxml import etree
from markupsafe import Markup

from clearfold.press.design.brand import brand_of
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.design.typefaces import lacking
from clearfold.press.edition import Edition, Output
from clearfold.press.images.published import published
from clearfold.press.labels import own_name
from clearfold.press.leaflet import Leaflet, Picture, fresh
from clearfold.press.markdown.pictures import MEDIA_TYPES
from clearfold.press.reflow.glossary import link_terms, name_terms
from clearfold.press.reflow.markup import XHTML, add_after, local_name, parse
from clearfold.press.reflow.numbers_apart import keep_numbers
from clearfold.press.reflow.tables import say_roles
from clearfold.press.template.page import page, words_of
from clearfold.press.template.spacing_by_language import NARROW
from clearfold.press.template.wide_tables import Head, stack_wide_tables
from clearfold.press.web.fonts import families, web_fonts
from clearfold.press.web.line_endings import end_lines
from clearfold.press.web.linked_data import linked_data

OUTER = "web/page.html.j2"
SCRIPT = "web.js"
# Sections whose text leads to the meaning of difficult words, and those that have the meanings.
ROLES = {"glossary": "doc-glossary", "sources": "doc-bibliography"}
EXPLAINED, MEANINGS = ("part", "summary"), ("glossary", "abbreviations")


def write_page(leaflet: Leaflet, edition: Edition) -> Output:
    """Return a leaflet as a web page; the same leaflet gives the same bytes."""
    leaflet = stack_wide_tables(leaflet, edition.line, Head.UNDRAWN)
    taken = {name for part in leaflet.sections for name in part.ids}
    text_id = fresh("text", taken)
    langs = _languages(leaflet, edition)
    body = parse(page(leaflet, edition, roles=ROLES, text_id=text_id, languages=langs, **_addresses(leaflet)))
    _name_sections(body)
    _link_meanings(body, leaflet.metadata.lang)
    _say_what_boxes_are(body)
    say_roles(body)
    if words_of(leaflet).direction == "rtl":
        keep_numbers(body)
    _embed(body, leaflet)
    text = _html(_with_line_endings(body, leaflet))
    style, script = _style(leaflet, edition, text), (styles_folder() / SCRIPT).read_text("utf-8").strip()
    data = linked_data(leaflet)
    whole = page(
        leaflet,
        edition,
        OUTER,
        body=Markup(text),
        style=Markup(style),
        script=Markup(script),
        data=Markup(data),
        policy=_policy(style, script),
    )
    return Output(edition.name, edition.file_name(leaflet), edition.media_type, whole.strip().encode() + b"\n", 0, ())


def _languages(leaflet: Leaflet, edition: Edition) -> list[tuple[str, str, str]]:
    """Return each language of the leaflet with its own name and where its page stands, seen from this one."""
    found = []
    for lang in leaflet.languages:
        other = replace(leaflet, metadata=replace(leaflet.metadata, lang=lang))
        found.append((lang, own_name(lang, leaflet.languages), f"../{lang}/{edition.file_name(other)}"))
    return found


def _addresses(leaflet: Leaflet) -> dict[str, str]:
    logo, cover = leaflet.publisher.logo, leaflet.metadata.cover
    return {"logo": logo.name if logo else "", "cover": cover.name if cover else ""}


def _name_sections(body: etree._Element) -> None:
    """Name each section by its heading; one whose heading says what an earlier one says is no landmark of its own."""
    taken = {name for element in body.iter() if (name := element.get("id"))}
    names: set[str] = set()
    for section in body.iter(f"{XHTML}section"):
        heading = section.find(f"{XHTML}h2")
        if heading is not None:
            heading.set("id", heading.get("id") or fresh(f"{section.get('id')}-title", taken))
            name = " ".join("".join(map(str, heading.itertext())).split()).casefold()
            if name not in names or section.get("role"):
                section.set("aria-labelledby", heading.get("id", ""))
            names.add(name)


def _link_meanings(body: etree._Element, lang: str) -> None:
    """Lead from the first use of a difficult word or an abbreviation in each section to its meaning."""
    sections = {name: section for section in body.iter(f"{XHTML}section") for name in section.get("class", "").split()}
    taken = {name for element in body.iter() if (name := element.get("id"))}
    parts = [s for s in body.iter(f"{XHTML}section") if set(EXPLAINED) & set(s.get("class", "").split())]
    terms = {name: name_terms(sections[name], taken) for name in MEANINGS if name in sections}
    link_terms(parts, terms.get("glossary", {}), lang)
    for part in parts:
        _link_abbreviations(part, dict(terms.get("abbreviations", {})))


def _link_abbreviations(part: etree._Element, waiting: dict[str, str]) -> None:
    """Put a link around the first use of each abbreviation: its title reaches neither fingers nor keys."""
    for short in tuple(part.iter(f"{XHTML}abbr")):
        around = {local_name(above) for above in short.iterancestors()}
        if around & {"a", "h2", "h3", "h4", "h5", "h6", "caption", "th"}:
            continue
        if name := waiting.pop("".join(map(str, short.itertext())), ""):
            link = etree.Element(f"{XHTML}a", {"class": "glossref", "role": "doc-glossref", "href": f"#{name}"})
            link.tail, short.tail = short.tail, None
            add_after(short, link)
            link.append(short)


def _say_what_boxes_are(body: etree._Element) -> None:
    """Give boxes the role of a note: an aside within a section is a landmark, which they are not."""
    for box in body.iter(f"{XHTML}aside"):
        if not box.get("role"):
            box.set("role", "note")


def _embed(body: etree._Element, leaflet: Leaflet) -> None:
    """Put each picture into the page, as the address that holds it."""
    shown = {picture.name: picture for picture in leaflet.shown}
    held: dict[str, str] = {}
    for element in body.iter(f"{XHTML}img"):
        name = element.get("src", "")
        if name in shown:
            held[name] = held.get(name) or _held(shown[name])
            element.set("src", held[name])


def _held(picture: Picture) -> str:
    data = b64encode(published(picture.path.read_bytes())).decode()
    return f"data:{MEDIA_TYPES[picture.path.suffix.lower()]};base64,{data}"


def _with_line_endings(body: etree._Element, leaflet: Leaflet) -> Element:
    """Return the body as the page has it: without name spaces, compounds whole, and long words that may be parted."""
    for element in body.iter(f"{XHTML}*"):
        element.tag = local_name(element)
        for name in [name for name in element.attrib if str(name).startswith("{")]:
            del element.attrib[name]
    etree.cleanup_namespaces(body)
    page = ElementTree.fromstring(f"<html>{etree.tostring(body, encoding='unicode')}</html>")
    end_lines(page, leaflet.metadata.lang, lacking(leaflet.publisher.typeface, (NARROW,)))
    return page[0]


def _html(body: Element) -> str:
    """Return an element as HTML: what is empty in HTML has no end, all else has one."""
    return ElementTree.tostring(body, encoding="unicode", method="html")


def _style(leaflet: Leaflet, edition: Edition, text: str) -> str:
    """Return the page's one style sheet: its letters, the association's colours, and the edition's sheet."""
    face = leaflet.publisher.typeface
    fonts = "\n".join(
        f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight}; src: url("{font.address}"); }}'
        for font in web_fonts(face, text)
    )
    tokens = {"face": ", ".join(f'"{name}"' for name in families(face))}
    tokens |= {name: value for name, value in brand_of(leaflet.publisher).tokens if name in ("primary", "tint")}
    root = "\n".join(f"  --brand-{name}: {value};" for name, value in tokens.items())
    sheets = "\n".join((styles_folder() / name).read_text("utf-8").strip() for name in edition.style_sheets)
    return f"{fonts}\n:root {{\n{root}\n}}\n{sheets}"


def _policy(style: str, script: str) -> str:
    """Return what a browser may do with the page (Content Security Policy 3): what is in it, and nothing else."""
    sources = {
        "default-src": "'none'",
        "style-src": _hash(style),
        "script-src": _hash(script),
        "img-src": "data:",
        "font-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {source}" for name, source in sources.items())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
