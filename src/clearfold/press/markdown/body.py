"""The body of a leaflet: from Python-Markdown's HTML to sections, with the rules that a medical leaflet keeps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement

from clearfold.model.diagnostic import Diagnostic, mistake
from clearfold.model.source import Source
from clearfold.press.leaflet import Phrase, Section
from clearfold.press.markdown import element_limits, footnotes, html_allowlist, tables
from clearfold.press.markdown.ids import safe
from clearfold.press.markdown.pictures import Pictures
from clearfold.press.markdown.positions import Places

# The panels that templates make from the front matter can be linked to from the body.
PANELS = ("summary", "abbreviations", "glossary", "sources", "about", "contact")
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
UNEXPANDED = (*HEADINGS, "caption", "figcaption")
_VOID = frozenset({"br", "hr", "img"})


@dataclass(slots=True)
class Body:
    """The body's sections, and what is wrong with it."""

    sections: tuple[Section, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_body(html: str, source: Source, title: str, pictures: Pictures, places: Places) -> Body:
    """Turn the converted body into sections; every mistake is in the result's diagnostics."""
    body = Body()
    if too_much := element_limits.excess(html, places):
        body.diagnostics += too_much
        return body
    body.diagnostics += [*html_allowlist.faults(html, places), *html_allowlist.unclosed(places)]
    root = html_allowlist.parse(html_allowlist.clean(html))
    for contents in root.find_class("toc"):  # [TOC]: every edition makes its own
        contents.drop_tree()
    if not "".join(root.itertext()).strip() and root.find(".//img") is None:
        fact, hint = "the leaflet has no text", "write the body below the front matter"
        body.diagnostics.append(mistake("SRC-045", source.at(source.body_line), fact, hint))
    _drop_title(root, title, places, body.diagnostics)
    _as_written(root)
    body.diagnostics += _heading_faults(root, places)
    body.diagnostics += _figures(root, pictures, places)
    body.diagnostics += _id_faults(root, places)
    tables.finish(root)
    _expand_once(root)
    body.diagnostics += footnotes.place(root, places)
    body.diagnostics += _link_faults(root, places, source.path.parent)
    body.sections = tuple(_sections(root))
    return body


def _drop_title(root: HtmlElement, title: str, places: Places, diagnostics: list[Diagnostic]) -> None:
    """Take out a first heading that repeats the title: front matter and body together have one."""
    for index, heading in enumerate(list(root.iter("h1"))):
        text = text_of(heading)
        if index == 0 and text == " ".join(title.split()):
            heading.drop_tree()
            continue
        fact = f"“{text}” is a second title"
        hint = "the title stands in the front matter; begin headings of the body with ##"
        diagnostics.append(mistake("SRC-041", places.heading(text), fact, hint))


def _as_written(root: HtmlElement) -> None:
    """Name what Markdown names otherwise: boxes, ids, and the numbers of items that only go on counting."""
    for box in list(root.find_class("admonition")):
        box.tag = "aside"
    for listing in root.iter("ol"):
        number = int(listing.get("start", "1"))
        for item in listing.iterchildren("li"):
            if item.get("value") == str(number):
                del item.attrib["value"]
            number = int(item.get("value", str(number))) + 1
    known = {str(e.get("id")) for e in root.iter() if isinstance(e.tag, str) and e.get("id")}
    for element in root.iter():
        name = element.get("id") if isinstance(element.tag, str) else None
        if name and not name.startswith(("fn:", "fnref")):
            element.set("id", safe(name))
        target = element.get("href", "") if element.tag == "a" else ""
        if target.startswith("#") and (target[1:] not in known or safe(target[1:]) != target[1:]) and len(target) > 1:
            if not target.startswith(("#fn:", "#fnref")):
                element.set("href", f"#{safe(target[1:])}")


def _heading_faults(root: HtmlElement, places: Places) -> Iterator[Diagnostic]:
    above = 1
    for heading in root.iter(*HEADINGS):
        level, text = int(str(heading.tag)[1]), text_of(heading)
        place = places.heading(text)
        if not text:
            yield mistake("SRC-047", place, "a heading without words", "write its words, or take the line out")
        if level > above + 1:
            fact = f"heading “{text}” is of level {level}, and the one above it of level {above}"
            yield mistake("SRC-040", place, fact, f"write it with {'#' * (above + 1)}")
        above = level


def _figures(root: HtmlElement, pictures: Pictures, places: Places) -> Iterator[Diagnostic]:
    for image in list(root.iter("img")):
        name, alternative = image.get("src", ""), image.get("alt", "")
        caption, place = image.attrib.pop("title", ""), places.next(name)
        decoration = image.get("role") in ("presentation", "none")
        yield from pictures.add(name, alternative, place, decoration=decoration)
        if caption and " ".join(caption.split()) == " ".join(alternative.split()):
            fact = "the alternative text only repeats the caption"
            yield mistake("SRC-036", place, fact, "say what the picture shows to somebody who cannot see it")
        parent = image.getparent()
        if parent is None or parent.tag != "p" or len(parent) != 1 or "".join(parent.itertext()).strip():
            if caption:
                fact, hint = "a picture within a sentence cannot have a caption", "put it in a paragraph of its own"
                yield mistake("SRC-037", place, fact, hint)
            continue
        around = parent.getparent()
        if not caption and around is not None and around.tag == "figure":
            parent.drop_tag()
            continue
        parent.tag = "figure"
        if caption:
            etree.SubElement(parent, "figcaption").text = caption


def _id_faults(root: HtmlElement, places: Places) -> Iterator[Diagnostic]:
    seen = {f"panel-{name}" for name in PANELS}
    for element in root.iter():
        name = element.get("id") if isinstance(element.tag, str) else None
        if name is None or name.startswith(("fn:", "fnref")):
            continue
        place = places.of_id(name)
        if name in seen:
            fact, hint = f"the id “{name}” stands twice", "give each a name of its own: a link must know where to go"
            yield mistake("SRC-042", place, fact, hint)
        seen.add(name)


def _expand_once(root: HtmlElement) -> None:
    """Keep an abbreviation's meaning where it first stands in a section: WCAG 2.2, technique H28.

    A screen reader that says the meaning each time is hard to follow; headings, which it lists, stay short.
    """
    said: set[str] = set()
    for element in list(root.iter("h2", "abbr")):
        if element.tag == "h2":
            said.clear()
        elif (text := text_of(element)) in said or any(True for _ in element.iterancestors(*UNEXPANDED)):
            element.drop_tag()
        else:
            said.add(text)


def _link_faults(root: HtmlElement, places: Places, folder: Path) -> Iterator[Diagnostic]:
    known = {str(e.get("id")) for e in root.iter() if isinstance(e.tag, str) and e.get("id")}
    known |= {f"panel-{name}" for name in PANELS}
    for link in root.iter("a"):
        target = link.get("href", "")
        if link.get("href") is None or link.get("role") in ("doc-noteref", "doc-backlink"):
            continue
        if target.startswith("#"):
            if target[1:] not in known:
                fact = f"the link goes to “{target}”, which is nowhere in the leaflet"
                yield mistake("SRC-043", places.next(f"({target}"), fact, f"give the heading the id: ## … {{{target}}}")
        elif not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target):
            fact = f"the link goes to the file “{target}”, which readers will not have"
            yield mistake("SRC-044", places.next(target), fact, "link to an address that begins with https://")


def _sections(root: HtmlElement) -> Iterator[Section]:
    parts: list[tuple[HtmlElement | None, list[HtmlElement]]] = [(None, [])]
    for child in root:
        if child.tag == "h2":
            parts.append((child, []))
        else:
            parts[-1][1].append(child)
    for heading, blocks in parts:
        if heading is None and not blocks:
            continue
        html = "\n".join(serialise(block) for block in blocks)
        ids = {str(e.get("id")) for block in blocks for e in block.iter() if isinstance(e.tag, str) and e.get("id")}
        if heading is None:
            yield Section("opening", None, html, frozenset(ids | {"opening"}))
            continue
        name = heading.get("id", "")
        yield Section(name, Phrase(text_of(heading), inner(heading)), html, frozenset(ids | {name}))


def text_of(element: HtmlElement) -> str:
    """Return an element's words without its references to notes, white space folded."""
    words = "".join(str(t) for t in element.xpath(".//text()[not(ancestor::a[@role='doc-noteref'])]"))
    return " ".join(re.sub(r"\[\^[^\]]*\]", "", words).split())


def inner(element: HtmlElement) -> str:
    """Return what stands in an element, as XHTML."""
    whole = serialise(element)
    return whole[whole.index(">") + 1 : whole.rindex("</")]


def serialise(element: HtmlElement) -> str:
    """Return an element as XHTML; an element that may hold text is never self-closed, since HTML has no such thing."""
    for child in element.iter():
        if isinstance(child.tag, str) and child.tag not in _VOID and child.text is None and not len(child):
            child.text = ""
    return etree.tostring(element, method="xml", encoding="unicode", with_tail=False)
