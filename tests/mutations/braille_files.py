"""Mutations of braille: any cell, line, page and entry of BRF, PEF and eBraille, and what they say of themselves."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from random import Random

from tests.mutations.archive import packed, unpacked
from tests.mutations.mutation import Mutant, Mutator, shortened
from tests.mutations.values import other_text

ASCII = r"[!-`]"  # the cells of a BRF, but for the empty one
CELLS = "[\u2801-\u283f]"
Change = Callable[[str, Sequence[re.Match[str]], Random], tuple[str, str]]
"""Changes a text at one of the matches of what is to be changed; says at which."""


def _dropped(text: str, found: Sequence[re.Match[str]], random: Random) -> tuple[str, str]:
    one = random.choice(found)
    return text[: one.start()] + text[one.end() :], f"{shortened(one[0])} at {one.start()}"


def _doubled(text: str, found: Sequence[re.Match[str]], random: Random) -> tuple[str, str]:
    one = random.choice(found)
    return text[: one.end()] + text[one.start() :], f"{shortened(one[0])} at {one.start()}"


def _swapped(text: str, found: Sequence[re.Match[str]], random: Random) -> tuple[str, str]:
    """Exchange what stands at a place with the next of its kind."""
    at = random.randrange(len(found) - 1)
    one, other = found[at], found[at + 1]
    between = text[one.end() : other.start()]
    return (
        text[: one.start()] + other[0] + between + one[0] + text[other.end() :],
        f"{shortened(one[0])} and {shortened(other[0])} at {one.start()}",
    )


def _moved(text: str, found: Sequence[re.Match[str]], random: Random) -> tuple[str, str]:
    """Take what stands at a place to another of its kind."""
    one, other = random.sample(list(found), 2)
    without = text[: one.start()] + text[one.end() :]
    at = other.start() - (len(one[0]) if other.start() > one.start() else 0)
    return without[:at] + one[0] + without[at:], f"{shortened(one[0])} from {one.start()} to {other.start()}"


def _other_cell(text: str, found: Sequence[re.Match[str]], random: Random) -> tuple[str, str]:
    one = random.choice(found)
    every = [chr(0x2801 + n) for n in range(63)] if ord(one[0]) > 0x2800 else [chr(0x21 + n) for n in range(63)]
    new = random.choice([cell for cell in every if cell not in (one[0], "<", "&")])
    return text[: one.start()] + new + text[one.end() :], f"{one[0]} is {new} at {one.start()}"


def _blank_added(text: str, found: Sequence[re.Match[str]], random: Random) -> tuple[str, str]:
    one = random.choice(found)
    blank = "\u2800" if ord(one[0]) > 0x2800 else " "
    return text[: one.start()] + blank + text[one.start() :], f"a blank before {one[0]} at {one.start()}"


def _other_value(text: str, found: Sequence[re.Match[str]], random: Random) -> tuple[str, str]:
    one = random.choice(found)
    new = other_text(one[0], random).replace("<", "").replace("&", "").replace('"', "")
    return text[: one.start()] + new + text[one.end() :], f"{shortened(one[0])} is {shortened(new)}"


EVERY = {"dropped": _dropped, "doubled": _doubled, "swapped": _swapped, "moved": _moved}
OF_CELLS = {"changed": _other_cell, "blank added": _blank_added, **EVERY}


def _text(pattern: str, kind: str, change: Change, coding: str) -> Mutator:
    def mutate(data: bytes, random: Random) -> Mutant | None:
        text = data.decode(coding)
        found = list(re.finditer(pattern, text, re.DOTALL))
        if not found:
            return None
        changed, note = change(text, found, random)
        return Mutant(changed.encode(coding), kind, note)

    return mutate


def _entry(name: str, pattern: str, kind: str, change: Change) -> Mutator:
    def mutate(data: bytes, random: Random) -> Mutant | None:
        entries = unpacked(data)
        at = next(n for n, one in enumerate(entries) if one.name == name)
        made = _text(pattern, kind, change, "utf-8")(entries[at].data, random)
        if made is None:
            return None
        return replace(made, data=packed([*entries[:at], entries[at].holding(made.data), *entries[at + 1 :]]))

    return mutate


def _zip(action: str) -> Mutator:
    def mutate(data: bytes, random: Random) -> Mutant | None:
        entries = unpacked(data)
        one = random.choice(entries)
        rest = [other for other in entries if other is not one]
        made = {
            "dropped": rest,
            "doubled": [*entries, one],
            "renamed": [*rest, replace(one, name=f"{one.name}x")],
            "added": [*entries, replace(one, name=f"ebraille/{random.randrange(99)}.html")],
        }
        return Mutant(packed(made[action]), f"entry, {action}", one.name)

    return mutate


def _group(pattern: str, what: str, coding: str, changes: Mapping[str, Change]) -> dict[str, Mutator]:
    return {action: _text(pattern, f"{what}, {action}", change, coding) for action, change in changes.items()}


BRF_GROUPS: dict[str, dict[str, Mutator]] = {
    "cell": _group(ASCII, "cell", "ascii", OF_CELLS),
    "line": _group(r"[^\r\n\f]*\r\n", "line", "ascii", EVERY),
    "page": _group(r"[^\f]*\f", "page", "ascii", EVERY),
}
PEF_GROUPS: dict[str, dict[str, Mutator]] = {
    "cell": _group(CELLS, "cell", "utf-8", OF_CELLS),
    "line": _group(r"<row>[^<]*</row>\n", "line", "utf-8", EVERY),
    "page": _group(r"<page>.*?</page>\n", "page", "utf-8", EVERY),
    "fact": _group(r"(?<=>)[^<\n]+(?=</dc:)", "fact", "utf-8", {"changed": _other_value}),
    "attribute": _group(r'(?<==")[^"]+(?="[ >].*<section>)', "attribute", "utf-8", {"changed": _other_value}),
}
TEXT, CONTENTS, PACKAGE = "ebraille/text.html", "index.html", "package.opf"
EBRAILLE_GROUPS: dict[str, dict[str, Mutator]] = {
    "cell": {action: _entry(TEXT, CELLS, f"cell, {action}", change) for action, change in OF_CELLS.items()},
    "element": {
        action: _entry(TEXT, r"<(h[123]|p|li|aside)[^>]*>[^<]*</\1>\n", f"element, {action}", change)
        for action, change in EVERY.items()
    },
    "contents": {
        **{action: _entry(CONTENTS, CELLS, f"cell of the contents, {action}", one) for action, one in OF_CELLS.items()},
        "target changed": _entry(CONTENTS, r'(?<=#)[^"]+', "target, changed", _other_value),
        **{
            f"entry {action}": _entry(CONTENTS, r"<li>.*?</li>\n", f"entry of the contents, {action}", change)
            for action, change in EVERY.items()
        },
    },
    "package": {
        "fact changed": _entry(PACKAGE, r"(?<=>)[^<\n]+(?=</(dc:|meta))", "fact, changed", _other_value),
        "fact dropped": _entry(PACKAGE, r"<(dc:\w+|meta)[^>]*>[^<]*</\1>\n", "fact, dropped", _dropped),
        "attribute changed": _entry(PACKAGE, r'(?<=href=")[^"]+', "address, changed", _other_value),
    },
    "zip": {f"entry {action}": _zip(action) for action in ("dropped", "doubled", "renamed", "added")},
}
