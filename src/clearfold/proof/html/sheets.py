"""Read a style sheet as rules: selectors, declarations, and the conditions and layers in which they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import tinycss2
import tinycss2.ast

DEEPEST = 20  # rules within rules, and sheets that import sheets
SCREEN = frozenset({"", "all", "screen"})
Layer = tuple[str, ...]
"""The name of a layer after those of the layers around it; () for what is in none (CSS Cascade 5, 6.4)."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration as it weighs in the cascade; ``sometimes`` where it holds under a condition alone."""

    name: str
    value: str
    important: bool = False
    sometimes: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A list of selectors, as written, with its declarations; ``spaces`` are the name spaces that it may name."""

    selectors: str
    declarations: tuple[Declaration, ...]
    layer: Layer = ()
    spaces: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """A sheet that another one asks for: its address, its media queries, and the layer in which it shall stand."""

    address: str
    media: str = ""
    layer: Layer = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rules of one style sheet, the sheets that it asks for, and its layers in the order in which it names them."""

    rules: tuple[Rule, ...]
    imports: tuple[Import, ...] = ()
    layers: tuple[Layer, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What is gathered while a sheet is read."""

    within: Layer = ()
    spaces: tuple[tuple[str, str], ...] = ()
    layers: list[Layer] = field(default_factory=list)
    unnamed: int = 0

    def enter(self, around: Layer, name: str, text: str) -> Layer:
        """Return the layer of that name within another; one without a name is met nowhere else."""
        self.unnamed += not name
        parts = tuple(name.split(".")) if name else (f"{hash(text)} {self.unnamed}",)
        self.layers.append((*around, *parts))
        return (*around, *parts)


@lru_cache(maxsize=32)
def read_sheet(text: str, media: str = "", within: Layer = ()) -> Sheet:
    """Read a style sheet; ``media`` are the queries of the element that links it, ``within`` the layer of all of it."""
    condition = _media(tinycss2.parse_component_value_list(media))
    if condition is None:
        return Sheet(())
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    reading = _Reading(within, tuple(_spaces(nodes)), [within] if within else [])
    imports = tuple(_imported(nodes, reading, text))
    rules = tuple(_rules(nodes, reading, within, text, sometimes=condition))
    return Sheet(rules, imports, tuple(dict.fromkeys(reading.layers)))


def _rules(
    nodes: Iterable[tinycss2.ast.Node], reading: _Reading, layer: Layer, text: str, *, sometimes: bool, depth: int = 0
) -> Iterator[Rule]:
    for node in nodes:
        if isinstance(node, tinycss2.ast.QualifiedRule):
            for selectors, declared in _styled(
                tinycss2.serialize(node.prelude).strip(), node.content, sometimes=sometimes
            ):
                yield Rule(selectors, declared, layer, reading.spaces)
        elif isinstance(node, tinycss2.ast.AtRule) and depth < DEEPEST:
            yield from _within(node, reading, layer, text, sometimes=sometimes, depth=depth)


def _within(
    rule: tinycss2.ast.AtRule, reading: _Reading, layer: Layer, text: str, *, sometimes: bool, depth: int
) -> Iterator[Rule]:
    """Yield the rules that stand within an at-rule."""
    name, names = rule.lower_at_keyword, tinycss2.serialize(rule.prelude).strip()
    if rule.content is None:
        if name == "layer":
            for one in names.split(","):
                reading.enter(layer, one.strip(), text)
        return
    condition = _condition(rule)
    if condition is None:
        return
    inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    if name == "layer":
        layer = reading.enter(layer, names, text)
    scope = tinycss2.serialize(rule.prelude).partition(")")[0].strip("( ") if name == "scope" else ""
    for one in _rules(inner, reading, layer, text, sometimes=sometimes or condition, depth=depth + 1):
        yield Rule(_scoped(one.selectors, scope), one.declarations, one.layer, one.spaces) if scope else one


def _scoped(selectors: str, scope: str) -> str:
    """Return selectors for what stands within other elements alone."""
    outer = f":is({scope})"
    return selectors.replace(":scope", outer) if ":scope" in selectors else f"{outer} :is({selectors})"


def _styled(
    selectors: str, content: Sequence[tinycss2.ast.Node], *, sometimes: bool, depth: int = 0
) -> Iterator[tuple[str, tuple[Declaration, ...]]]:
    """Yield the declarations of a rule, and those of the rules that stand within it (CSS Nesting 1)."""
    parts = tinycss2.parse_blocks_contents(list(content), skip_comments=True, skip_whitespace=True)
    yield selectors, tuple(declarations(parts, sometimes=sometimes))
    for part in parts if depth < DEEPEST else ():
        if isinstance(part, tinycss2.ast.QualifiedRule):
            inner = tinycss2.serialize(part.prelude).strip()
            outer = f":is({selectors})"
            inner = inner.replace("&", outer) if "&" in inner else f"{outer} {inner}"
            yield from _styled(inner, part.content, sometimes=sometimes, depth=depth + 1)
        elif isinstance(part, tinycss2.ast.AtRule) and part.content is not None:
            condition = _condition(part)
            if condition is not None:
                yield from _styled(selectors, part.content, sometimes=sometimes or condition, depth=depth + 1)


def _condition(rule: tinycss2.ast.AtRule) -> bool | None:
    """Say whether the rules within an at-rule hold sometimes (True) or always (False); None where they never do."""
    name = rule.lower_at_keyword
    if name == "media":
        return _media(rule.prelude)
    if name in ("supports", "container", "scope"):
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


def _spaces(nodes: Iterable[tinycss2.ast.Node]) -> Iterator[tuple[str, str]]:
    """Yield the name spaces that a sheet names (CSS Namespaces 3), that of all else by no name."""
    for node in nodes:
        if isinstance(node, tinycss2.ast.AtRule) and node.lower_at_keyword == "namespace":
            name = next((part.value for part in node.prelude if isinstance(part, tinycss2.ast.IdentToken)), "")
            for part in node.prelude:
                if (space := _address(part)) is not None:
                    yield name, space


def _address(node: tinycss2.ast.Node) -> str | None:
    """Return the address that a string or url() is, None for anything else."""
    if isinstance(node, tinycss2.ast.FunctionBlock) and node.lower_name == "url":
        node = next((part for part in node.arguments if isinstance(part, tinycss2.ast.StringToken)), node)
    return node.value if isinstance(node, tinycss2.ast.StringToken | tinycss2.ast.URLToken) else None


def _imported(nodes: Iterable[tinycss2.ast.Node], reading: _Reading, text: str) -> Iterator[Import]:
    for node in nodes:
        if not isinstance(node, tinycss2.ast.AtRule) or node.lower_at_keyword != "import":
            continue
        for at, part in enumerate(node.prelude):
            if (address := _address(part)) is not None:
                rest = node.prelude[at + 1 :]
                media = tinycss2.serialize([one for one in rest if not _of_layer(one)]).strip()
                layers = [reading.enter(reading.within, _named(one), text) for one in rest if _names_layer(one)]
                yield Import(address, media, layers[0] if layers else reading.within)
                break


def _names_layer(node: tinycss2.ast.Node) -> bool:
    named = isinstance(node, tinycss2.ast.IdentToken) and node.lower_value == "layer"
    return named or (isinstance(node, tinycss2.ast.FunctionBlock) and node.lower_name == "layer")


def _named(node: tinycss2.ast.Node) -> str:
    return tinycss2.serialize(node.arguments).strip() if isinstance(node, tinycss2.ast.FunctionBlock) else ""


def _of_layer(node: tinycss2.ast.Node) -> bool:
    """Say whether a part of @import is no media query: the layer of the sheet, or what a browser must know."""
    return _names_layer(node) or (isinstance(node, tinycss2.ast.FunctionBlock) and node.lower_name == "supports")


def declarations(nodes: Iterable[tinycss2.ast.Node], *, sometimes: bool = False) -> Iterator[Declaration]:
    """Yield the declarations of a block."""
    for node in nodes:
        if isinstance(node, tinycss2.ast.Declaration):
            value = tinycss2.serialize(node.value).strip()
            name = node.name if node.name.startswith("--") else node.lower_name
            yield Declaration(name, value, node.important, sometimes)
