"""EPUB: the style leaves the reader's own settings in force, cuts nothing off, and runs and fetches nothing.

The list of what is not allowed is of two kinds: what takes a setting away from the reader (a size in pixels, a font,
half a pair of colours), and what older reading systems refuse a book, or drop a whole sheet, for.
"""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import name_of
from clearfold.proof.html.unseen import clips
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.style_rules import (
    Rule,
    addresses,
    at_rules,
    parts_of,
    style_rules,
    style_texts,
    styles_text,
    walked,
)

UNITS = frozenset("px pt pc cm mm in q rem".split()) | {
    f"{kind}v{side}" for kind in ("", "s", "l", "d") for side in ("w", "h", "i", "b", "min", "max")
}
FUNCTIONS = frozenset({"var", "min", "max", "clamp", "calc", "env"})
AT_RULES = frozenset({"media", "supports", "container", "layer"})
REMOTE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
SOURCES = ("src", "poster", "data", "{http://www.w3.org/1999/xlink}href")
SHARED = frozenset({"inherit", "initial", "unset", "revert", "currentcolor", "transparent", "none"})
SCRIPT = re.compile(r"|module|.*(?:java|ecma)script.*", re.IGNORECASE)


def style(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find what style sheets, scripts and addresses do to a reader; each code once for each file."""
    epub = evidence.epub
    if epub is None:
        return
    seen: set[tuple[str, str]] = set()
    for code, place, what in _all(epub):
        if (code, place) not in seen:
            seen.add((code, place))
            yield finding(code, None, place=place, found=what, fact=f"“{what}”")


def _all(epub: EpubFile) -> Iterator[tuple[str, str, str]]:
    for path, root in epub.documents.items():
        for element in root.iter():
            yield from ((code, path, what) for code, what in _active(element))
    for place, text in style_texts(epub):
        yield from (("EPB-051", place, address) for address in addresses(text) if REMOTE.match(address))
        asked = (rule.at_keyword for rule in at_rules(text) if rule.lower_at_keyword in AT_RULES)
        yield from (("EPB-055", place, f"@{name}") for name in asked)
    for rule in style_rules(epub):
        yield from ((code, rule.place, what) for code, what in _taken(rule))
        for code, names, cuts in CUTTING:
            what = next((f"{n}: {v}" for n, v in rule.declarations if n in names and cuts(v)), "")
            harmless = code == "EPB-060" and clips(rule.declarations)  # what is clipped away whole lies over nothing
            if what and not harmless and styles_text(epub, rule):
                yield code, rule.place, f"{rule.selector} {{ {what} }}"


def _active(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the scripts of an element, and the addresses outside the book that it fetches."""
    name = name_of(element)
    if not name:
        return
    if name == "script" and SCRIPT.fullmatch((element.get("type") or "").strip()):
        yield "EPB-050", "script"
    for key, value in element.attrib.items():
        if re.fullmatch(r"on[a-z]+", key) or (key == "href" and value.strip().lower().startswith("javascript:")):
            yield "EPB-050", f'{key}="{value[:40]}"'
        if (key in SOURCES or (name == "link" and key == "href" and _is_fetched(element))) and REMOTE.match(value):
            yield "EPB-051", value


def _is_fetched(link: Element) -> bool:
    return bool({"stylesheet", "icon", "preload"} & set((link.get("rel") or "").lower().split()))


def _taken(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the declarations of a rule that take a setting away from the reader, or that older readers refuse."""
    for name, value in rule.declarations:
        said = f"{name}: {value}"
        parts = list(walked(value))
        if any(part.type == "dimension" and part.value and part.lower_unit in UNITS for part in parts):
            yield "EPB-052", said
        if value not in SHARED and (name == "font-family" or (name == "font" and _names_a_family(value))):
            yield "EPB-053", said
        if any(part.type == "function" and part.lower_name in FUNCTIONS for part in parts):
            yield "EPB-056", said
        if name in ("text-align", "text-align-all", "text-align-last") and value == "justify":
            yield "EPB-059", said
    colour = rule.value("color") not in ("", *SHARED)
    ground = bool(set(rule.value("background", "background-color").split()) - SHARED)
    if colour != ground:
        name = "color" if colour else "background"
        yield "EPB-054", f"{rule.selector} {{ {name} }}"


def _names_a_family(value: str) -> bool:
    """Say whether a value of font ends in a family: a string, or a name that stands behind a size."""
    parts = [part for part in parts_of(value) if part.type != "whitespace"]
    sizes = ("ident", "number", "dimension", "percentage")
    return any(
        part.type == "string" or (part.type == "ident" and before.type in sizes and (after is None or after == ","))
        for before, part, after in zip(parts, parts[1:], [*parts[2:], None], strict=False)
    )


def _is_length(value: str) -> bool:
    parts = parts_of(value)
    return len(parts) == 1 and parts[0].type == "dimension" and parts[0].value > 0


def _clips(value: str) -> bool:
    return bool({"hidden", "clip"} & set(value.split()))


def _floats(value: str) -> bool:
    return value in ("absolute", "fixed", "sticky")


CUTTING: tuple[tuple[str, frozenset[str], Callable[[str], bool]], ...] = (
    ("EPB-057", frozenset({"height", "max-height", "block-size", "max-block-size"}), _is_length),
    ("EPB-058", frozenset({"overflow", "overflow-x", "overflow-y"}), _clips),
    ("EPB-060", frozenset({"position"}), _floats),
)
