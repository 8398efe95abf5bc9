"""The body of a leaflet: from Python-Markdown's HTML to sections, with the rules that a medical leaflet keeps."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.source import Source
from clearfold.press.document.blocks import Box, Container, Heading, Node
from clearfold.press.document.inlines import Image, NoteReference, Text, WayBack
from clearfold.press.document.walk import Nodes, rewritten, texts, walk, words_of
from clearfold.press.leaflet import Phrase, Section, fresh
from clearfold.press.markdown import html_allowlist
from clearfold.press.markdown.elements import abbreviations, figures, footnotes, lists, parts, tables
from clearfold.press.markdown.ids import heading_id
from clearfold.press.markdown.nodes import read_html
from clearfold.press.markdown.pictures import Pictures
from clearfold.press.markdown.positions import Places
from clearfold.press.markdown.written.boxes import TYPES

# The panels that templates make from the front matter can be linked to from the body.
PANELS = ("summary", "abbreviations", "glossary", "sources", "about", "contact")

_STARS = re.compile(r"(?=[^\n]{3})[^\n*]{0,12}(?<![*])\*\*(?!\*)[^\n*]{0,12}|(?<!\w)__(?=[^\W_])[^\n_]{1,12}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ADDRESS = re.compile(r"www\.\S+|(?P<mail>[^\s@/]+@[^\s@/]+\.[^\s@/]+)|(?P<phone>\+?\d[\d./-]{4,})")
_PAIR = re.compile(r"\*\*(?=[^\s*])[^*\n]*[^\s*]\*\*")  # in HTML, where the proof tells that Markdown is not read


@dataclass(slots=True)
class Body:
    """The body's sections, and what is wrong with it."""

    sections: tuple[Section, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_body(
    html: str, source: Source, title: str, pictures: Pictures, places: Places, meanings: Mapping[str, str]
) -> Body:
    """Turn the converted body into sections; every mistake is in the result's diagnostics.

    ``meanings`` are those of the abbreviations, in plain text.
    """
    parsed = read_html(html, places)
    body = Body(diagnostics=list(parsed.diagnostics))
    if parsed.nodes is None:
        return body
    body.diagnostics += html_allowlist.unclosed(places)
    nodes = rewritten(parsed.nodes, _without_contents)
    if not "".join(texts(nodes)).strip() and not any(isinstance(node, Image) for node in walk(nodes)):
        body.diagnostics.append(mistake("SRC-045", source.at(source.body_line)))
    nodes = _placed(_with_ids(_without_title(nodes, title)), places)
    body.diagnostics += _box_faults(nodes, places)
    body.diagnostics += _heading_faults(nodes, places)
    nodes, faults = figures.read(nodes, pictures, places)
    body.diagnostics += faults
    body.diagnostics += _id_faults(nodes, places)
    nodes = abbreviations.found(lists.finish(tables.finish(parts.finish(nodes))), meanings)
    nodes, faults = footnotes.place(abbreviations.once(nodes), places)
    body.diagnostics += faults
    body.diagnostics += _star_faults(nodes, places)
    body.diagnostics += _link_faults(nodes, places, source.path.parent)
    body.sections = tuple(_sections(nodes))
    return body


def _without_contents(siblings: Nodes) -> Iterator[Node]:
    """Leave out what [TOC] makes: every edition makes its own contents."""
    return (node for node in siblings if not (isinstance(node, Container) and "toc" in node.attributes.classes))


def _without_title(nodes: Nodes, title: str) -> Nodes:
    """Take out a first heading that repeats the title: front matter and body together have one."""
    first = next((node for node in walk(nodes) if isinstance(node, Heading) and node.level == 1), None)
    if first is None or words_of(first.children) != " ".join(title.split()):
        return nodes
    return rewritten(nodes, lambda siblings: (node for node in siblings if node is not first))


def _with_ids(nodes: Nodes) -> Nodes:
    """Give headings that are written in HTML an id, as Python-Markdown gives one to its own."""
    taken = {node.attributes.id or "" for node in walk(nodes) if not isinstance(node, Text)}
    given: dict[int, Heading] = {}
    for node in walk(nodes):
        if isinstance(node, Heading) and not node.attributes.id:
            name = fresh(heading_id(words_of(node.children), "-"), taken)
            given[id(node)] = replace(node, attributes=node.attributes.having("id", name))
    return rewritten(nodes, lambda siblings: (given.get(id(node), node) for node in siblings))


def _placed(nodes: Nodes, places: Places) -> Nodes:
    """Say of headings, boxes and pictures where the copy has them."""
    found: dict[int, Heading | Box | Image] = {}
    for node in walk(nodes):
        if isinstance(node, Heading):
            found[id(node)] = replace(node, place=places.heading(words_of(node.children)))
        elif isinstance(node, Box):
            found[id(node)] = replace(node, place=places.next(f"!!! {node.type}"))
        elif isinstance(node, Image):
            found[id(node)] = replace(node, place=places.next(node.name))
    return rewritten(nodes, lambda siblings: (found.get(id(node), node) for node in siblings))


def _box_faults(nodes: Nodes, places: Places) -> Iterator[Diagnostic]:
    """Tell of boxes that are written in HTML, without a type of ours."""
    for box in walk(nodes):
        if isinstance(box, Box) and box.type not in TYPES:
            place, choices = box.place or places.start, ", ".join(TYPES)
            yield mistake("SRC-050", place, "unknown", name=box.type, choices=choices)


def _heading_faults(nodes: Nodes, places: Places) -> Iterator[Diagnostic]:
    above = 1
    for heading in walk(nodes):
        if not isinstance(heading, Heading):
            continue
        text, place = words_of(heading.children), heading.place or places.start
        if heading.level == 1:
            yield mistake("SRC-041", place, text=text)
            continue
        if not text:
            yield mistake("SRC-047", place)
        if heading.level > above + 1:
            yield mistake("SRC-040", place, text=text, level=heading.level, above=above, signs="#" * (above + 1))
        above = heading.level


def _id_faults(nodes: Nodes, places: Places) -> Iterator[Diagnostic]:
    seen = {f"panel-{name}" for name in (*PANELS, "contents")}
    for node in walk(nodes):
        name = None if isinstance(node, Text) else node.attributes.get("id")
        if name is None or name.startswith(("fn:", "fnref")) or _is_empty(node):
            continue
        place = places.of_id(name)
        if name in seen:
            yield mistake("SRC-042", place, "twice", name=name)
        seen.add(name)


def _is_empty(node: Node) -> bool:
    """Tell whether a node is a heading without words, whose id was made of nothing: that it has none is told."""
    return isinstance(node, Heading) and not words_of(node.children)


def _star_faults(nodes: Nodes, places: Places) -> Iterator[Diagnostic]:
    """Tell of the signs for bold that stayed text; what was written with a backslash is found nowhere as it reads."""
    last = -1
    for node in walk(nodes):
        for found in _STARS.finditer(_PAIR.sub("\n", node.text)) if isinstance(node, Text) else ():
            place = places.next(found[0]) if found[0] in places.text else None
            if place and (place.line or 0) > last + 1:
                yield mistake("SRC-111", place, text=found[0].strip())
            last = (place.line or 0) if place else last


def _link_faults(nodes: Nodes, places: Places, folder: Path) -> Iterator[Diagnostic]:
    known = {node.attributes.id for node in walk(nodes) if not isinstance(node, Text)}
    known |= {f"panel-{name}" for name in PANELS}
    for node in walk(nodes):
        target = None if isinstance(node, Text | NoteReference | WayBack) else node.attributes.get("href")
        if target is None or (target[:1] == "#" and target[1:] in known) or _SCHEME.match(target):
            continue
        if not target:
            yield mistake("SRC-044", places.next("]()"), "empty")
        elif target.startswith("#"):
            place = places.next(f"({target}")
            near = [name for name in known if name and name.casefold() == target[1:].casefold()]
            yield (
                mistake("SRC-043", place, "near", target=target, instead=f"#{near[0]}")
                if near
                else mistake("SRC-043", place, "none", target=target)
            )
        elif found := _ADDRESS.fullmatch(target):
            number = re.sub(r"[^\d+]", "", target)
            instead = (
                f"mailto:{target}" if found["mail"] else f"tel:{number}" if found["phone"] else f"https://{target}"
            )
            yield mistake("SRC-044", places.next(target), "address", target=target, instead=instead)
        else:
            yield mistake("SRC-044", places.next(target), "file", target=target)


def _sections(nodes: Nodes) -> Iterator[Section]:
    parts: list[tuple[Heading | None, list[Node]]] = [(None, [])]
    for node in nodes:
        if isinstance(node, Heading) and node.level == 2:
            parts.append((node, []))
        elif not (isinstance(node, Text) and node.blank):
            parts[-1][1].append(node)
    for heading, blocks in parts:
        if heading is not None:
            title = Phrase(words_of(heading.children), heading.children)
            short = " ".join((heading.attributes.get("short") or "").split())
            yield Section(heading.attributes.id, title, tuple(blocks), short)
        elif blocks:
            taken = {node.attributes.id or "" for node in walk(nodes) if not isinstance(node, Text)}
            yield Section(fresh("opening", taken), None, tuple(blocks))
