"""Write selectors that a browser tells in the words of those that cssselect2 tells (Selectors 4)."""

from collections.abc import Iterator, Mapping, Sequence

import tinycss2
import tinycss2.ast
from cssselect2 import SelectorError, compile_selector_list

Spaces = Mapping[str | None, str]
RIGHT_TO_LEFT = '[dir="rtl"], [dir="rtl"] *'
SAME = {"defined": ":is(*)", "read-only": ":is(*)"}  # of all that a book shows
FORGIVING = frozenset(("is", "where"))  # one that nobody knows is left out, and the rest of the list holds


def told(selectors: str, spaces: Spaces) -> str:
    """Return a list of selectors, without what nobody knows where a browser forgives it."""
    return "".join(_told(tinycss2.parse_component_value_list(selectors), spaces))


def _told(nodes: Sequence[tinycss2.ast.Node], spaces: Spaces) -> Iterator[str]:
    colon = False
    for node in nodes:
        if colon and isinstance(node, tinycss2.ast.IdentToken) and node.lower_value in SAME:
            yield SAME[node.lower_value]
        elif colon and isinstance(node, tinycss2.ast.FunctionBlock) and node.lower_name == "dir":
            turned = tinycss2.serialize(node.arguments).strip().lower() == "rtl"
            yield f":is({RIGHT_TO_LEFT})" if turned else f":not({RIGHT_TO_LEFT})"
        elif colon and isinstance(node, tinycss2.ast.FunctionBlock) and node.lower_name in FORGIVING:
            known = [one for one in _listed(node.arguments, spaces) if _is_known(one, spaces)]
            yield f":{node.lower_name}({', '.join(known) or ':not(*)'})"
        elif node == ":" and not colon:
            colon = True
            continue
        else:
            yield (":" if colon else "") + tinycss2.serialize([node])
        colon = False


def _listed(nodes: Sequence[tinycss2.ast.Node], spaces: Spaces) -> Iterator[str]:
    one: list[tinycss2.ast.Node] = []
    for node in (*nodes, None):
        if node is None or node == ",":
            yield "".join(_told(one, spaces)).strip()
            one = []
        else:
            one.append(node)


def _is_known(selector: str, spaces: Spaces) -> bool:
    try:
        return bool(compile_selector_list(selector, dict(spaces)))
    except SelectorError:
        return False
