"""YAML with every scalar kept as it is written, and the place of each value, so that mistakes can be pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from clearfold.model.diagnostic import Diagnostic, Location, mistake
from clearfold.model.limits import DEEPEST
from clearfold.model.unsafe_text import first_odd, odd

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
Address: TypeAlias = tuple[str | int, ...]
"""Where a value stands in the YAML: ``("contact", "phone")``, ``("authors", 0)``."""


@dataclass(slots=True)
class Yaml:
    """A YAML mapping with every scalar kept as it is written, and the place of each value."""

    path: Path
    first_line: int
    values: dict[str, Tree] = field(default_factory=dict)
    places: dict[Address, Location] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def place(self, address: Address) -> Location:
        """Return the place of a value, or of the nearest value around it that the file holds."""
        while address and address not in self.places:
            address = address[:-1]
        return self.places.get(address, Location(self.path, self.first_line, 1))


def read_yaml(path: Path, text: str, first_line: int) -> Yaml:
    """Read a YAML mapping; what is wrong with it stands in the result's diagnostics."""
    result = Yaml(path, first_line)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        hint = "put a text that holds : # [ or { between quotation marks, and keep the lines of a list in one column"
        result.diagnostics.append(
            mistake("SRC-005", Location(path, line, column), f"not valid YAML: {error.problem}", hint)
        )
        return result
    except RecursionError:
        result.diagnostics.append(_too_deep(Location(path, first_line, 1)))
        return result
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # an escape beyond Unicode
        result.diagnostics.append(
            mistake("SRC-005", Location(path, first_line), f"not valid YAML: {error}", "take it out")
        )
        return result
    if node is None:
        return result
    if not isinstance(node, yaml.MappingNode):
        hint = "write one “key: value” a line, such as “title: …”"
        result.diagnostics.append(
            mistake("SRC-005", Location(path, first_line, 1), "keys and values are expected here", hint)
        )
        return result
    tree = _Walk(result).value(node, ())
    assert isinstance(tree, dict)
    result.values = tree
    return result


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
            self._report("SRC-006", place, "a YAML alias (*name) is not accepted", "write the value out")
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
                self._report("SRC-005", place, "not valid YAML here: a key must be a text", "write “key: value”")
                continue
            name = str(key.value)
            if character := first_odd(name):
                self.result.diagnostics.append(odd(character, place))
            if name in known:
                self._report("SRC-007", place, f"the key “{name}” stands twice", "keep one of them")
            known.add(name)
            # A finding about a value points at its key: that is the word an author looks for.
            self.result.places[(*address, name)] = place
            item = self.value(value, (*address, name))
            # "key:" alone is as if it were not there; alt: "" is something, it says that a picture decorates.
            if item or (isinstance(value, yaml.ScalarNode) and value.style):
                yield name, item

    def _report(self, code: str, place: Location, fact: str, hint: str) -> None:
        self.result.diagnostics.append(mistake(code, place, fact, hint))


def _too_deep(place: Location) -> Diagnostic:
    hint = "write it with fewer brackets and levels: keys of a leaflet hold texts, lists or keys with texts"
    return mistake("SRC-083", place, f"the YAML goes more than {DEEPEST} levels deep", hint)
