"""Values of the front matter, read with their marks and replaced between them: no other byte of it changes.

A value is a text, a list of texts, or a map of texts; what is otherwise (a sponsor with a logo) is left to the plain
view. After each change the front matter is read again, and a change that says anything else is refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from clearfold.model.source import FENCE
from clearfold.studio.copy.lines import BOM, plain, usual_end

Value: TypeAlias = str | list[str] | dict[str, str]
_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#\[\]{},&*!|>'\"%@`]|:(?=\S)|(?<=\S)#|,)*", re.UNICODE)
_WORDS = frozenset("true false yes no on off null y n ~".split())


class NotWrittenError(Exception):
    """A value that cannot be written where it stands; the plain view can."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter's place in a copy: its text begins at ``start`` and ends at ``end``."""

    text: str
    start: int
    end: int

    @property
    def inside(self) -> str:
        """Return the YAML itself."""
        return self.text[self.start : self.end]


def front_of(text: str) -> Front | None:
    """Return where a copy has its front matter, None where it has none."""
    match = re.match(rf"{BOM}?\s*{FENCE}[ \t]*(\r\n|\r|\n)", text)
    if match is None:
        return None
    closing = re.compile(rf"(?:(?<=[\r\n])|(?<=\A))(?:{FENCE}|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
    end = closing.search(text, match.end())
    return Front(text, match.end(), end.start()) if end else None


def values_of(text: str) -> dict[str, Value | None]:
    """Return the values of a copy's front matter as they are written, None for what is no such value."""
    front = front_of(text)
    root = _root(front.inside) if front else None
    return {key.value: _value(node) for key, node in root.value} if root else {}


def with_value(text: str, key: str, value: Value) -> str:
    """Return a copy whose front matter has a value for a key; an empty one takes the key out.

    Raises NotWrittenError where there is no front matter that can be read, and where the value would not be read back
    as it was given, or another would be read otherwise.
    """
    front = front_of(text)
    if front is None or (front.inside.strip() and _root(front.inside) is None):
        raise NotWrittenError(key)
    before = values_of(text)
    if before.get(key, "") == value or (key not in before and not value):
        return text
    if before.get(key, "") is None:
        raise NotWrittenError(key)
    new = _replaced(front, key, value, usual_end(text))
    made = text[: front.start] + new + text[front.end :]
    wanted = {name: one for name, one in before.items() if name != key} | ({key: value} if value else {})
    if values_of(made) != wanted or made[: front.start] != text[: front.start]:
        raise NotWrittenError(key)
    return made


def _replaced(front: Front, key: str, value: Value, end: str) -> str:
    inside = front.inside
    root = _root(inside)
    pair = next(((name, node) for name, node in root.value if name.value == key), None) if root else None
    if pair is None:
        gap = "" if not inside or inside.endswith(("\n", "\r")) else end
        return f"{inside}{gap}{_written(key, value, end)}"
    name, node = pair
    if isinstance(value, str) and value and isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
        return inside[: node.start_mark.index] + _scalar(value) + inside[node.end_mark.index :]
    if isinstance(value, list) and value and _block(node):
        return _items(inside, node, [_scalar(one) for one in value], [one.value for one in node.value], value, end)
    if isinstance(value, dict) and value and _block(node):
        lines = [f"{_scalar(term)}: {_scalar(said)}" for term, said in value.items()]
        known = [(term.value, said.value) for term, said in node.value]
        return _items(inside, node, lines, known, list(value.items()), end)
    start, stop = _line_start(inside, name.start_mark.index), _behind(inside, node)
    return inside[:start] + (_written(key, value, end) if value else "") + inside[stop:]


def _items(
    inside: str,
    node: yaml.CollectionNode,
    lines: list[str],
    known: Sequence[object],
    wanted: Sequence[object],
    end: str,
) -> str:
    """Return the front matter with the items of a list or map that changed; those around them stay."""
    first = 0
    while first < min(len(known), len(wanted)) and known[first] == wanted[first]:
        first += 1
    last = 0
    while last < min(len(known), len(wanted)) - first and known[-1 - last] == wanted[-1 - last]:
        last += 1
    starts = [_line_start(inside, _mark(one).index) for one in node.value]
    stop = _behind(inside, node)
    places = [*starts, stop]
    low, high = places[first], places[len(known) - last]
    indent = inside[starts[0] : _mark(node.value[0]).index]
    new = "".join(f"{indent}{line}{end}" for line in lines[first : len(lines) - last])
    gap = "" if low == 0 or inside[:low].endswith(("\n", "\r")) else end
    return inside[:low] + gap + new + inside[high:]


def _mark(item: "yaml.Node | tuple[yaml.Node, yaml.Node]") -> yaml.Mark:
    return (item[0] if isinstance(item, tuple) else item).start_mark


def _block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style and bool(node.value)


def _written(key: str, value: Value, end: str) -> str:
    if isinstance(value, str):
        return f"{key}: {_scalar(value)}{end}"
    if isinstance(value, list):
        return f"{key}:{end}" + "".join(f"  - {_scalar(one)}{end}" for one in value)
    return f"{key}:{end}" + "".join(f"  {_scalar(term)}: {_scalar(said)}{end}" for term, said in value.items())


def _scalar(value: str) -> str:
    """Return a text as YAML: as it is where it can only be meant so, else between quotation marks."""
    text = " ".join(plain(value).split("\n")).strip()
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS and not text.endswith(":"):
        return text
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d+\.\d+(\.\d+)*", text):
        return text
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _behind(inside: str, node: yaml.Node) -> int:
    """Return where the line ends on which a value does; a block's own mark stands behind the blank lines below it."""
    last = node
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        item = last.value[-1]
        last = item[1] if isinstance(item, tuple) else item
    at = last.end_mark.index
    if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">"):
        return at
    match = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)").match(inside, at)
    return match.end() if match else at


def _root(inside: str) -> yaml.MappingNode | None:
    try:
        node = yaml.compose(inside, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return None
    if not isinstance(node, yaml.MappingNode) or not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
        return None
    return node


def _value(node: yaml.Node) -> Value | None:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode) and all(isinstance(one, yaml.ScalarNode) for one in node.value):
        return [str(one.value) for one in node.value]
    if isinstance(node, yaml.MappingNode):
        pairs = node.value
        if all(isinstance(part, yaml.ScalarNode) for pair in pairs for part in pair):
            return {str(key.value): str(said.value) for key, said in pairs}
    return None
