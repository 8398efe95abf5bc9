"""YAML with every scalar kept as it is written, and the place of each value, so that mistakes can be pointed at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.limits import DEEPEST
from clearfold.model.messages import joined, message
from clearfold.model.unsafe_text import first_odd, odd
from clearfold.press.front_matter.yaml_slips import Slip, corrected, slips

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
Address: TypeAlias = tuple[str | int, ...]
"""Where a value stands in the YAML: ``("contact", "phone")``, ``("authors", 0)``."""

_BACK = 40  # lines that are looked through for the one at fault


@dataclass(slots=True)
class Yaml:
    """A YAML mapping with every scalar kept as it is written, and the place of each value."""

    path: Path
    first_line: int
    values: dict[str, Tree] = field(default_factory=dict)
    places: dict[Address, Location] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    called: dict[str, str] = field(default_factory=dict)
    """What a key is called in the file, where it stands there as another program knows it."""

    def place(self, address: Address) -> Location:
        """Return the place of a value, or of the nearest value around it that the file holds."""
        while address and address not in self.places:
            address = address[:-1]
        return self.places.get(address, Location(self.path, self.first_line, 1))


def read_yaml(path: Path, text: str, first_line: int) -> Yaml:
    """Read a YAML mapping; what is wrong with it stands in the result's diagnostics.

    Where a slip was found, the values are those of the text as it should be.
    """
    result = Yaml(path, first_line)
    lines = text.split("\n")
    try:
        node, wrong = yaml.compose(text, Loader=yaml.SafeLoader), None
        found = _wanted(slips(lines), node)
    except yaml.YAMLError as error:
        node, wrong, found = None, error, slips(lines)
    except RecursionError:
        result.diagnostics.append(_too_deep(Location(path, first_line, 1)))
        return result
    except (ValueError, OverflowError):  # an escape beyond Unicode
        return _unreadable(result, _last_good(lines, len(lines) - 1), lines)
    if not found and wrong:
        return _unreadable(result, _offending(wrong, lines), lines)
    if found:
        result.diagnostics += _told(found, path, first_line)
        mended = read_yaml(path, "\n".join(corrected(lines, found)), first_line)
        result.values = mended.values
        if not mended.values:
            result.diagnostics += mended.diagnostics[: not result.diagnostics]
        return result
    if node is None:
        return result
    if not isinstance(node, yaml.MappingNode):
        result.diagnostics.append(mistake("SRC-005", Location(path, first_line, 1), "shape"))
        return result
    tree = _Walk(result).value(node, ())
    assert isinstance(tree, dict)
    result.values = tree
    return result


def slips_of(text: str) -> tuple[Slip, ...]:
    """Return the slips of a YAML file that matter: of one that can be read, those which it would read otherwise."""
    try:
        return _wanted(slips(text.split("\n")), yaml.compose(text, Loader=yaml.SafeLoader))
    except yaml.YAMLError:
        return slips(text.split("\n"))
    except (RecursionError, ValueError, OverflowError):
        return ()


def _wanted(found: Sequence[Slip], node: yaml.Node | None) -> tuple[Slip, ...]:
    readable = node is None or isinstance(node, yaml.MappingNode)
    return tuple(slip for slip in found if slip.silent or not readable)


def _told(found: Sequence[Slip], path: Path, first_line: int) -> Iterator[Diagnostic]:
    """Say of each slip what to write: SRC-008 of what YAML would drop in silence, else SRC-005; equal ones once."""
    lines: dict[str, list[int]] = {}
    for slip in found:
        lines.setdefault(slip.fact, []).append(slip.line + first_line)
    for slip in found:
        first, *more = lines[slip.fact]
        if slip.line + first_line != first:
            continue
        new = (
            "”, “".join(slip.new[:3])
            if len(slip.new) < 4
            else message("{new}”, and so on, “", new=joined("”, “", slip.new[:2]))
        )
        others = message("{more} more lines", more=len(more)) if len(more) > 1 else message("one more line")
        fact = message("{fact}; so it is in {others}", fact=slip.fact, others=others) if more else slip.fact
        place = Location(path, first, slip.column)
        if slip.noted:
            yield mistake("SRC-008", place, fact=fact, new=new)
        elif slip.sure:
            yield mistake("SRC-005", place, "slip", fact=fact, new=new)
        else:
            yield mistake("SRC-005", place, "unsure", fact=fact, new=new)


def _unreadable(result: Yaml, at: int, lines: Sequence[str]) -> Yaml:
    """Say of a line that it is not as YAML wants it, where no slip was recognised."""
    text = lines[at].strip() if at < len(lines) else ""
    result.diagnostics.append(mistake("SRC-005", Location(result.path, result.first_line + at, 1), "line", line=text))
    return result


def _offending(error: yaml.YAMLError, lines: Sequence[str]) -> int:
    """Return the line at which a YAML file stops being one: the mark of an error often stands further down."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return _last_good(lines, min(mark.line, len(lines) - 1) if mark else len(lines) - 1)


def _last_good(lines: Sequence[str], last: int) -> int:
    for at in range(last, max(last - _BACK, -1), -1):
        try:
            yaml.compose("\n".join(lines[:at]), Loader=yaml.SafeLoader)
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
            continue
        while at < last and not lines[at].strip():
            at += 1
        return at
    return last


@dataclass(slots=True)
class _Walk:
    """One walk over the nodes of a YAML file."""

    result: Yaml
    seen: set[int] = field(default_factory=set)

    def value(self, node: yaml.Node, address: Address) -> Tree:
        place = Location(self.result.path, node.start_mark.line + self.result.first_line, node.start_mark.column + 1)
        self.result.places.setdefault(address, place)
        if id(node) in self.seen:
            # Repeated aliases grow without bound; no leaflet needs them.
            self.result.diagnostics.append(mistake("SRC-006", place))
            return ""
        self.seen.add(id(node))
        if len(address) > DEEPEST:
            self.result.diagnostics.append(_too_deep(place))
            return ""
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, address))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*address, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        if character := first_odd(node.value):  # written as an escape, such as "\\u202e"
            self.result.diagnostics.append(odd(character, place))
        return str(node.value)

    def _pairs(self, node: yaml.MappingNode, address: Address) -> Iterator[tuple[str, Tree]]:
        known: set[str] = set()
        for key, value in node.value:
            place = Location(self.result.path, key.start_mark.line + self.result.first_line, key.start_mark.column + 1)
            if not isinstance(key, yaml.ScalarNode):
                self.result.diagnostics.append(mistake("SRC-005", place, "key"))
                continue
            name = str(key.value).strip()  # French has a no-break space before its colons
            if character := first_odd(name):
                self.result.diagnostics.append(odd(character, place))
            if name in known:
                self.result.diagnostics.append(mistake("SRC-007", place, name=name))
                continue
            known.add(name)
            # A finding about a value points at its key: that is the word an author looks for.
            self.result.places[(*address, name)] = place
            item = self.value(value, (*address, name))
            # "key:" alone is as if it were not there; alt: "" is something, it says that a picture decorates.
            if item or (isinstance(value, yaml.ScalarNode) and value.style):
                yield name, item


def _too_deep(place: Location) -> Diagnostic:
    return mistake("SRC-083", place, "yaml", most=DEEPEST)
