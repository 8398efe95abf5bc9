"""Follow the style of a document to what its elements are given: which declaration wins for each (CSS Cascade 4).

Style sheets are parsed by tinycss2 and their selectors matched by cssselect2. What holds under some conditions alone
(the width of a window, a feature of the browser) is kept apart, since some readers meet it and others do not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree.ElementTree import Element

import tinycss2
import tinycss2.ast
from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list

from clearfold.proof.html.elements import name_of

DEEPEST = 20  # rules within rules, and sheets that import sheets
SCREEN = frozenset({"", "all", "screen"})
# What HTML itself gives elements before any style sheet speaks (HTML, 15.3), as far as it decides what is seen.
OF_HTML = "[hidden], [popover], dialog:not([open]), datalist, template { display: none }"


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration as it weighs in the cascade; ``sometimes`` where it holds under a condition alone."""

    name: str
    value: str
    important: bool = False
    sometimes: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rules of one style sheet: each a list of selectors, as written, with its declarations.

    ``imports`` are the sheets that it asks for, each with its media queries.
    """

    rules: tuple[tuple[str, tuple[Declaration, ...]], ...]
    imports: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Given:
    """What an element, or what stands before or after it, is given: always, and under conditions beside."""

    always: dict[str, str] = field(default_factory=dict)
    sometimes: dict[str, str] = field(default_factory=dict)


Cascade = Mapping[Element, Mapping[str, Given]]
"""For each element what it is given, by pseudo-element; "" for the element itself."""


@lru_cache(maxsize=32)
def read_sheet(text: str, media: str = "") -> Sheet:
    """Read a style sheet; ``media`` are the queries of the element that links it."""
    condition = _media(tinycss2.parse_component_value_list(media))
    if condition is None:
        return Sheet(())
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    imports = tuple(_imported(nodes))
    return Sheet(tuple(_rules(nodes, sometimes=condition)), imports)


def cascade(root: Element, sheets: Sequence[Sheet]) -> Cascade:
    """Return what the elements of a document are given by its style sheets, in their order, and by style attributes."""
    matcher = Matcher()
    for sheet in (read_sheet(OF_HTML), *sheets):
        for selectors, declarations in sheet.rules:
            for selector in _compiled(selectors):
                matcher.add_selector(selector, declarations)
    given: dict[Element, dict[str, Given]] = {}
    for wrapper in ElementWrapper.from_xml_root(root).iter_subtree():
        element = wrapper.etree_element
        matched = matcher.match(wrapper) if name_of(element) else []
        own = tuple(_declarations(tinycss2.parse_blocks_contents(element.get("style") or "")))
        if matched or own:
            given[element] = _won([*((pseudo or "", declared) for _, _, pseudo, declared in matched), ("", own)])
    return given


def _won(rules: Iterable[tuple[str, tuple[Declaration, ...]]]) -> dict[str, Given]:
    """Let the rules speak in their order, lightest first, and the important ones once more."""
    found: dict[str, Given] = {}
    ordered = list(rules)
    for important in (False, True):
        for pseudo, declarations in ordered:
            given = found.setdefault(pseudo, Given())
            for one in declarations:
                if one.important == important:
                    given.sometimes[one.name] = one.value
                    if not one.sometimes:
                        given.always[one.name] = one.value
    return found


@lru_cache(maxsize=2048)
def _compiled(selectors: str) -> tuple[object, ...]:
    """Return the selectors of a list that can be told; one that cannot is met by no reader that we know of."""
    try:
        return tuple(compile_selector_list(selectors))
    except SelectorError:
        return ()


def _rules(
    nodes: Iterable[tinycss2.ast.Node], *, sometimes: bool, depth: int = 0
) -> Iterator[tuple[str, tuple[Declaration, ...]]]:
    for node in nodes:
        if isinstance(node, tinycss2.ast.QualifiedRule):
            yield from _styled(tinycss2.serialize(node.prelude).strip(), node.content, sometimes, depth)
        elif isinstance(node, tinycss2.ast.AtRule) and node.content is not None and depth < DEEPEST:
            condition = _condition(node)
            if condition is not None:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield from _rules(inner, sometimes=sometimes or condition, depth=depth + 1)


def _styled(
    selectors: str, content: Sequence[tinycss2.ast.Node], sometimes: bool, depth: int
) -> Iterator[tuple[str, tuple[Declaration, ...]]]:
    """Yield the declarations of a rule, and those of the rules that stand within it (CSS Nesting 1)."""
    parts = tinycss2.parse_blocks_contents(list(content), skip_comments=True, skip_whitespace=True)
    yield selectors, tuple(_declarations(parts, sometimes=sometimes))
    for part in parts if depth < DEEPEST else ():
        if isinstance(part, tinycss2.ast.QualifiedRule):
            inner = tinycss2.serialize(part.prelude).strip()
            outer = f":is({selectors})"
            inner = inner.replace("&", outer) if "&" in inner else f"{outer} {inner}"
            yield from _styled(inner, part.content, sometimes, depth + 1)
        elif isinstance(part, tinycss2.ast.AtRule) and part.content is not None:
            condition = _condition(part)
            if condition is not None:
                yield from _styled(selectors, part.content, sometimes or condition, depth + 1)


def _condition(rule: tinycss2.ast.AtRule) -> bool | None:
    """Say whether the rules within an at-rule hold sometimes (True) or always (False); None where they never do."""
    name = rule.lower_at_keyword
    if name == "media":
        return _media(rule.prelude)
    if name in ("supports", "container", "scope", "starting-style"):
        return True
    return False if name == "layer" else None


def _media(prelude: Sequence[tinycss2.ast.Node]) -> bool | None:
    """Say whether media queries hold on a screen sometimes (True) or always (False); None where they never do."""
    text = tinycss2.serialize(list(prelude)).lower()
    held = [_query(query.split()) for query in text.split(",")]
    if False in held:
        return False
    return True if True in held else None


def _query(words: list[str]) -> bool | None:
    negated = words[:1] == ["not"]
    words = words[1:] if words[:1] in (["not"], ["only"]) else words
    kind = words[0] if words and not words[0].startswith("(") else ""
    if any("(" in word for word in words):
        return True if kind in SCREEN or negated else None
    return False if (kind in SCREEN) != negated else None


def _imported(nodes: Iterable[tinycss2.ast.Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, tinycss2.ast.AtRule) and node.lower_at_keyword == "import":
            for part in node.prelude:
                if isinstance(part, tinycss2.ast.StringToken | tinycss2.ast.URLToken):
                    rest = node.prelude[node.prelude.index(part) + 1 :]
                    yield part.value, tinycss2.serialize([one for one in rest if not _of_layer(one)]).strip()
                    break


def _of_layer(node: tinycss2.ast.Node) -> bool:
    """Say whether a part of @import is no media query: the layer of the sheet, or what a browser must know."""
    named = isinstance(node, tinycss2.ast.IdentToken) and node.lower_value == "layer"
    return named or (isinstance(node, tinycss2.ast.FunctionBlock) and node.lower_name in ("layer", "supports"))


def _declarations(nodes: Iterable[tinycss2.ast.Node], *, sometimes: bool = False) -> Iterator[Declaration]:
    for node in nodes:
        if isinstance(node, tinycss2.ast.Declaration):
            value = tinycss2.serialize(node.value).strip()
            yield Declaration(node.lower_name, value, node.important, sometimes)
