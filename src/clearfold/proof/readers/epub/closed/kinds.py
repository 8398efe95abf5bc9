"""Read the lines of a grammar: what each kind of element is given, and what it may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of element: its attributes, each with its values, () for any; those that it must have; what it holds."""

    attributes: dict[str, tuple[str, ...]]
    needed: frozenset[str]
    holds: re.Pattern[str]
    may_hold: frozenset[str]


def read_kinds(text: str, groups: Mapping[str, str]) -> dict[str, Kind]:
    """Return the kinds of a grammar by their names; ``groups`` are the words in capitals that may stand in it."""
    return dict(_line(line, groups) for line in text.splitlines() if line)


def _line(line: str, groups: Mapping[str, str]) -> tuple[str, Kind]:
    name, _, rest = line.partition(": ")
    given, _, held = rest.partition(">")
    parts = [part.partition("=") for part in given.split()]
    attributes = {name.rstrip("?"): tuple(values.split("|")) if sign else () for name, sign, values in parts}
    needed = frozenset(name for name, _, _ in parts if not name.endswith("?"))
    pattern = _pattern(held, groups)
    return name, Kind(attributes, needed, re.compile(pattern), frozenset(re.findall(r"[a-z#][a-z0-9-]*(?=;)", pattern)))


def _pattern(held: str, groups: Mapping[str, str]) -> str:
    """Return a regular expression for the kinds of children, each with a semicolon behind it."""
    one = re.sub(r"[A-Z]+", lambda word: "(" + "|".join(groups[word[0]].split()) + ")", held)
    one = re.sub(r"[a-z#][a-z0-9-]*", lambda word: f"(?:{word[0]};)", one)
    return "".join(one.split())
