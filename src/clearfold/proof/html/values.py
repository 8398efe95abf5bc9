"""What the values of a cascade come to: variables, what is taken over from around, and several names of one thing.

CSS Custom Properties 1, 3; CSS Cascade 5, 7.3; CSS Logical Properties 1, 4.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import tinycss2
import tinycss2.ast

LONGEST = 4096  # characters of a value in which variables stand; a browser ends as well
DEEPEST = 20  # variables within variables
# What an element takes over from those around it, with what it begins with.
TAKEN_OVER = {
    "color": "#000",
    "-webkit-text-fill-color": "currentcolor",
    "visibility": "visible",
    "font-size": "medium",
    "text-indent": "0",
    "direction": "ltr",
    "list-style": "disc",
    "list-style-type": "disc",
    "quotes": "auto",
}
KEPT = frozenset({"direction", "unicode-bidi"})  # by "all"
OTHERS = {
    "block-size": "height",
    "inline-size": "width",
    "max-block-size": "max-height",
    "max-inline-size": "max-width",
    "inset-inline-start": "left",
    "inset-block-start": "top",
    "margin-inline-start": "margin-left",
    "margin-block-start": "margin-top",
    "-webkit-clip-path": "clip-path",
    "-webkit-mask": "mask",
    "-webkit-mask-image": "mask-image",
    "-webkit-filter": "filter",
    "-webkit-transform": "transform",
    "-webkit-order": "order",
    "-webkit-flex-flow": "flex-flow",
    "-webkit-flex-direction": "flex-direction",
    "-webkit-animation": "animation",
    "word-wrap": "overflow-wrap",
}
"""Names that stand for others, on a page whose lines run level and from the left."""
SEVERAL = frozenset({"font", "inset", "inset-inline", "inset-block", "margin", "margin-inline", "margin-block"})


@dataclass(slots=True)
class Given:
    """What an element, or what stands before or after it, is given: always, and under conditions beside."""

    always: dict[str, str] = field(default_factory=dict)
    sometimes: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, value: str, *, sometimes: bool) -> None:
        """Take a declaration that wins over all before it."""
        for held in (self.sometimes,) if sometimes else (self.always, self.sometimes):
            if name == "all":
                for other in [one for one in held if one not in KEPT and not one.startswith("--")]:
                    del held[other]
                held |= dict.fromkeys(TAKEN_OVER.keys() - KEPT, value) if value.lower() == "initial" else {}
            else:
                held.pop(name, None)  # what comes last stands last
                held[name] = value


Cascade = Mapping[Element, Mapping[str, Given]]
"""For each element what it is given, by pseudo-element; "" for the element itself."""


def settle(root: Element, given: Mapping[Element, Mapping[str, Given]]) -> None:
    """Work out the values of all elements, each after those around it."""
    nothing = Given()
    waiting = [(root, nothing)]
    while waiting:
        element, around = waiting.pop()
        parts = given.get(element, {})
        here = parts.get("")
        if here is not None:
            here.always = _settled(here.always, around.always)
            here.sometimes = _settled(here.sometimes, around.sometimes)
        else:
            # Nothing but variables goes on to what is within.
            here = Given(_variables(around.always), _variables(around.sometimes)) if _has_variables(around) else nothing
        for name, part in parts.items():
            if name:
                part.always = _settled(part.always, here.always)
                part.sometimes = _settled(part.sometimes, here.sometimes)
        waiting += [(child, here) for child in element]


def _has_variables(given: Given) -> bool:
    return any(name.startswith("--") for name in given.sometimes)


def _variables(held: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in held.items() if name.startswith("--")}


def _settled(held: Mapping[str, str], around: Mapping[str, str]) -> dict[str, str]:
    """Return values without variables, and without words that stand for another value."""
    variables = _variables(around) | _variables(held)
    found: dict[str, str] = dict(variables)
    for name, written in held.items():
        if name.startswith("--"):
            continue
        value = written
        if "var(" in written.lower():
            value = _filled(written, variables) or "unset"
        for one, what in _longhands(OTHERS.get(name, name), value):
            found.pop(one, None)
            if (settled := _chosen(one, what, around)) is not None:
                found[one] = settled
    return found


def _chosen(name: str, value: str, around: Mapping[str, str]) -> str | None:
    """Return what a value is, None for one that is as if nothing were given."""
    word = value.lower()
    if word in ("unset", "revert", "revert-layer", "initial", "inherit"):
        if name in TAKEN_OVER:
            return TAKEN_OVER[name] if word == "initial" else None
        return around.get(name) if word == "inherit" else None
    return value


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield a declaration, and what it says of others that are asked for by themselves."""
    yield name, value
    if name not in SEVERAL:
        return
    parts = [part for part in tinycss2.parse_component_value_list(value) if part.type not in ("whitespace", "comment")]
    if name == "font":
        lengths = ("dimension", "percentage", "number")
        sizes = [part for part in parts if part.type in lengths and not (part.type == "number" and part.value)]
        yield "font-size", tinycss2.serialize(sizes[:1]) if sizes else value if len(parts) == 1 else "medium"
    elif name in ("inset", "inset-inline", "inset-block"):
        sides = [tinycss2.serialize([part]) for part in parts] or [""]
        across = {"inset": ("top", "right", "bottom", "left"), "inset-inline": ("left", "right")}
        names = across.get(name, ("top", "bottom"))
        for at, side in enumerate(names):
            yield side, sides[at] if at < len(sides) else sides[at - 2] if 0 <= at - 2 < len(sides) else sides[0]
    elif name in ("margin-inline", "margin-block"):
        yield ("margin-left" if name == "margin-inline" else "margin-top"), tinycss2.serialize(parts[:1])
    elif name == "margin":
        sides = [tinycss2.serialize([part]) for part in parts] or [""]
        yield "margin-top", sides[0]
        yield "margin-left", sides[3] if len(sides) > 3 else sides[1] if len(sides) > 1 else sides[0]


def _filled(value: str, variables: Mapping[str, str], depth: int = 0) -> str | None:
    """Return a value with its variables in their places; None where one has none, or has itself in it."""
    if depth > DEEPEST:
        return None
    parts = _parts(tinycss2.parse_component_value_list(value), variables, depth)
    text = "".join(parts).strip() if parts is not None else None
    return text if text is not None and len(text) <= LONGEST else None


def _parts(nodes: Sequence[tinycss2.ast.Node], variables: Mapping[str, str], depth: int) -> list[str] | None:
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, tinycss2.ast.FunctionBlock):
            inner = _variable(node, variables, depth) if node.lower_name == "var" else _function(node, variables, depth)
            if inner is None:
                return None
            parts.append(inner)
        else:
            parts.append(tinycss2.serialize([node]))
    return parts


def _function(node: tinycss2.ast.FunctionBlock, variables: Mapping[str, str], depth: int) -> str | None:
    inner = _parts(node.arguments, variables, depth)
    return f"{node.name}({''.join(inner)})" if inner is not None else None


def _variable(node: tinycss2.ast.FunctionBlock, variables: Mapping[str, str], depth: int) -> str | None:
    text = tinycss2.serialize(node.arguments)
    name, comma, otherwise = text.partition(",")
    given = variables.get(name.strip())
    filled = _filled(given, variables, depth + 1) if given is not None else None
    if filled is not None and filled.lower() != "initial":
        return filled
    return _filled(otherwise, variables, depth + 1) if comma else None
