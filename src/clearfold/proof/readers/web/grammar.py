"""What a web page of ours may hold: elements, what may stand in each, and attributes with their values.

A new element of the templates, or a new form of the copy, is one line in ELEMENTS.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree.ElementTree import Element

from clearfold.proof.html.elements import name_of
from clearfold.proof.readers.web.languages import list_of

INLINE = "a abbr b bdi br cite code em i img ins kbd mark q small span strong sub sup u"
BLOCKS = "aside blockquote div dl figure h2 h3 h4 h5 h6 hr ol p pre section table ul"
FLOW = f"{BLOCKS} {INLINE}"
TABLE_ROLES = MappingProxyType(
    {
        "table": r"table",
        "thead": r"rowgroup",
        "tbody": r"rowgroup",
        "tfoot": r"rowgroup",
        "tr": r"row",
        "td": r"cell",
        "th": r"columnheader|rowheader",
    }
)
# What any element of the body may say: its name for links, its class, language and direction.
ANYWHERE: Mapping[str, str] = MappingProxyType(
    {"id": r"\S+", "class": r"[\w -]+", "lang": r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "dir": r"ltr|rtl|auto"}
)


@dataclass(frozen=True, slots=True)
class Rule:
    """What an element may hold, and its own attributes, each with the pattern of its value."""

    holds: frozenset[str]
    attributes: Mapping[str, str]


def _rule(holds: str = "", **attributes: str) -> Rule:
    named = {name.strip("_").replace("_", "-"): pattern for name, pattern in attributes.items()}
    return Rule(frozenset(holds.split()), MappingProxyType(named))


_PROSE = _rule(INLINE)
_CELL = {"colspan": r"\d+", "rowspan": r"\d+", "headers": r"\S+( \S+)*"}
ELEMENTS: Mapping[str, Rule] = MappingProxyType(
    {
        "html": _rule("head body", dir=r"ltr|rtl"),
        "head": _rule("meta title link style script"),
        "meta": _rule(charset=r"utf-8", http_equiv=r"(?i:content-security-policy|refresh)", name=r".+", content=r".*"),
        "title": _rule(),
        "link": _rule(rel=r"icon", href=r"data:,"),
        "style": _rule(),
        "script": _rule(type=r"application/ld\+json|module"),
        "body": _rule("header nav main", data_close=r".+"),
        "header": _rule("p nav details h1 div"),
        "details": _rule("summary fieldset p"),
        "summary": _PROSE,
        "fieldset": _rule("legend p"),
        "legend": _rule("span"),
        "label": _rule("input span"),
        "input": _rule(type=r"radio", name=r"letters|spacing|colours", value=r"[a-z]+", checked=r"checked|"),
        "button": _rule(type=r"button"),
        "nav": _rule("h2 ol", role=r"doc-toc", aria_label=r".+"),
        "main": _rule("section"),
        "section": _rule(FLOW, aria_labelledby=r"\S+", role=r"doc-glossary|doc-bibliography"),
        "aside": _rule(FLOW, role=r"note|doc-footnote"),
        "div": _rule(FLOW),
        "p": _rule(f"{INLINE} label button", hidden=r"hidden|"),
        **{f"h{level}": _PROSE for level in range(1, 7)},
        "blockquote": _rule(FLOW),
        "pre": _PROSE,
        "hr": _rule(),
        "ul": _rule("li"),
        "ol": _rule("li", start=r"-?\d+", type=r"[1aAiI]"),
        "li": _rule(FLOW, value=r"-?\d+"),
        "dl": _rule("dt dd"),
        "dt": _PROSE,
        "dd": _rule(FLOW),
        "figure": _rule(f"figcaption {FLOW}"),
        "figcaption": _rule(FLOW),
        "table": _rule("caption thead tbody tfoot"),
        "caption": _PROSE,
        "thead": _rule("tr"),
        "tbody": _rule("tr"),
        "tfoot": _rule("tr"),
        "tr": _rule("td th"),
        "td": _rule(FLOW, **_CELL),
        "th": _rule(FLOW, scope=r"(col|row)(group)?", **_CELL),
        "a": _rule(INLINE, href=r"(#|https?:|mailto:|tel:)\S+", role=r"doc-(noteref|backlink|glossref)"),
        "abbr": _rule(INLINE, title=r".+"),
        "img": _rule(src=r"data:image/(png|jpeg|svg\+xml|gif|webp);base64,\S+", alt=r".*", role=r"presentation"),
        "span": _rule(INLINE, aria_hidden=r"true"),
        "bdi": _rule("span", dir=r"ltr"),
        "br": _rule(),
        **dict.fromkeys("b cite code em i ins kbd mark q small strong sub sup u".split(), _PROSE),
    }
)


def strangers(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield what no page of ours holds, each with the element that has it, in words.

    The list of languages is left out: its own check knows each of its elements.
    """
    listed = list_of(root)
    held = set(listed.iter()) if listed is not None else set()
    for element in root.iter():
        if element in held:
            continue
        name = name_of(element)
        rule = ELEMENTS.get(name)
        if rule is None:
            continue  # told of what holds it
        for child in element:
            if name_of(child) not in rule.holds:
                yield child, f"<{name_of(child)}> in <{name}>"
        allowed = {**ANYWHERE, **rule.attributes}
        if name in TABLE_ROLES:
            allowed["role"] = TABLE_ROLES[name]
        for attribute, value in element.attrib.items():
            if attribute not in allowed:
                yield element, f"{attribute} on <{name}>"
            elif not re.fullmatch(allowed[attribute], value, re.DOTALL):
                yield element, f"{attribute}=“{value[:40]}” on <{name}>"
        yield from _misplaced(element, name)


def _misplaced(element: Element, name: str) -> Iterator[tuple[Element, str]]:
    """Yield attributes that only some elements of their kind may have."""
    classes = (element.get("class") or "").split()
    if element.get("aria-hidden") and classes != ["label"]:
        yield element, f"aria-hidden on <{name}>"
    if element.get("hidden") is not None and classes != ["voice"]:
        yield element, f"hidden on <{name}>"
    if name == "img" and (element.get("role") == "presentation") != (element.get("alt") == ""):
        yield element, "a picture with an alternative that is kept silent, or without one that is not"
    if name == "th" and element.get("role"):
        by_row = (element.get("scope") or "").startswith("row")
        if element.get("role") != ("rowheader" if by_row else "columnheader"):
            yield element, f"role=“{element.get('role')}” on <th>, and scope=“{element.get('scope') or ''}”"
