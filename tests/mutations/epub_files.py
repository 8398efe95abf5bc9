"""Mutations of an EPUB's files: entries of its zip, and the rules of its style sheets."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.mutations.archive import Entry, packed, sort_of, unpacked
from tests.mutations.mutation import Mutant, Mutator, shortened, two
from tests.mutations.values import other_bytes, other_number

SELECTORS = "p li td th h1 h2 em strong a img table body section li:nth-child(2) p:first-child *:not(em) ol".split()
DECLARATIONS = (
    "display: none",
    "display: flex; flex-direction: column-reverse",
    "visibility: hidden",
    "color: white",
    "font-size: 0",
    "opacity: 0",
    "position: absolute; left: -99em",
    "transform: scale(0)",
    "float: right",
    "direction: rtl; unicode-bidi: bidi-override",
    "height: 0; overflow: hidden",
    "list-style-type: upper-roman",
    "text-transform: uppercase",
    "text-decoration: line-through",
    "margin-left: -20em",
    "background: black",
    "clip-path: inset(100%)",
    "letter-spacing: -1em",
    "counter-increment: list-item 3",
    "font-family: Symbol",
    "writing-mode: vertical-rl",
    "text-indent: -999px",
)
RULES = (
    'p::before { content: "not " }',
    'li::after { content: " 10 tablets" }',
    '@import "other.css";',
    '@font-face { font-family: "Other"; src: url("other.ttf") }',
    "@media screen { p { display: none } }",
)
RULE = re.compile(r"[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}")
DECLARATION = re.compile(r"[\w-]+\s*:\s*[^;{}]+")


def _rule_added(text: str, random: Random) -> tuple[str, str] | None:
    rule = f"{random.choice(SELECTORS)} {{ {random.choice(DECLARATIONS)} }}"
    rule = random.choice((rule, rule, rule, random.choice(RULES)))
    low = random.choice([0, *(found.end() for found in RULE.finditer(text)), len(text)])
    return f"{text[:low]}\n{rule}\n{text[low:]}", f"{rule} is added"


def _at(pattern: re.Pattern[str], action: str, new: Callable[[str, Random], str]) -> Callable[..., tuple[str, str]]:
    """Return what changes a part of a style sheet that a pattern finds."""

    def change(text: str, random: Random) -> tuple[str, str]:
        found = random.choice(list(pattern.finditer(text)))
        after = new(found[0], random)
        return text[: found.start()] + after + text[found.end() :], f"{shortened(found[0])} {action} {shortened(after)}"

    return change


def _other_selector(rule: str, random: Random) -> str:
    return f"\n{random.choice(SELECTORS)} {rule[rule.index('{') :]}"


def _other_value(declaration: str, random: Random) -> str:
    name, _, value = declaration.partition(":")
    figures = list(re.finditer(r"\d*\.?\d+", value))
    if figures:
        one = random.choice(figures)
        value = f"{value[: one.start()]}{other_number(float(one[0]), random):g}{value[one.end() :]}"
    else:
        value = random.choice((" none", " 0", " hidden", " white", " inherit", " auto", " absolute"))
    return f"{name}:{value}"


def _one_more(declaration: str, random: Random) -> str:
    return f"{declaration}; {random.choice(DECLARATIONS)}"


STYLE_CHANGES = {
    "rule added": _rule_added,
    "rule dropped": _at(RULE, "is dropped", lambda *_: ""),
    "rule doubled": _at(RULE, "is", lambda rule, _: rule + rule),
    "selector changed": _at(RULE, "is", _other_selector),
    "declaration changed": _at(DECLARATION, "is", _other_value),
    "declaration dropped": _at(DECLARATION, "is dropped", lambda *_: ""),
    "declaration added": _at(DECLARATION, "is", _one_more),
}


def _style(action: str, change: Callable[[str, Random], tuple[str, str] | None]) -> Mutator:
    def mutate(data: bytes, random: Random) -> Mutant | None:
        entries = unpacked(data)
        sheets = [n for n, one in enumerate(entries) if sort_of(one.name) == "style"]
        if not sheets:
            return None
        at = random.choice(sheets)
        done = change(entries[at].data.decode(), random)
        if done is None:
            return None
        entries[at] = entries[at].holding(done[0].encode())
        return Mutant(packed(entries), f"style, {action}", done[1])

    return mutate


def _drawn(entries: list[Entry], random: Random) -> int:
    sort = random.choice(sorted({sort_of(one.name) for one in entries}))
    return random.choice([n for n, one in enumerate(entries) if sort_of(one.name) == sort])


def _entry_dropped(entries: list[Entry], random: Random) -> tuple[str, str] | None:
    gone = entries.pop(_drawn(entries, random))
    return sort_of(gone.name), f"{gone.name} is dropped"


def _entry_added(entries: list[Entry], random: Random) -> tuple[str, str] | None:
    names = ("OEBPS/other.xhtml", "META-INF/encryption.xml", "other.txt", "EPUB/other.css", "META-INF/container.xml ")
    added = Entry(random.choice(names), b"<p>10 tablets</p>")
    entries.insert(random.randrange(1, len(entries) + 1), added)
    return "zip", f"{added.name} is added"


def _entry_doubled(entries: list[Entry], random: Random) -> tuple[str, str] | None:
    """Add a second entry of one name, with other bytes."""
    one = entries[_drawn(entries, random)]
    entries.append(one.holding(other_bytes(one.data, random)))
    return sort_of(one.name), f"{one.name} stands twice"


def _entry_renamed(entries: list[Entry], random: Random) -> tuple[str, str] | None:
    at = _drawn(entries, random)
    before = entries[at].name
    entries[at] = replace(entries[at], name=random.choice((f"x{before}", before.upper(), f"../{before}", f"{before}~")))
    return sort_of(before), f"{before} is {entries[at].name}"


def _entries_exchanged(entries: list[Entry], random: Random) -> tuple[str, str] | None:
    """Let each of two entries of one sort hold what the other held."""
    sort = sort_of(entries[_drawn(entries, random)].name)
    pair = two(random, [n for n, one in enumerate(entries) if sort_of(one.name) == sort])
    if pair is None:
        return None
    first, second = entries[pair[0]], entries[pair[1]]
    entries[pair[0]], entries[pair[1]] = first.holding(second.data), second.holding(first.data)
    return sort, f"{first.name} and {second.name} hold each other's bytes"


def _entry_damaged(entries: list[Entry], random: Random) -> tuple[str, str] | None:
    at = _drawn(entries, random)
    one = entries[at]
    entries[at] = one.holding(other_bytes(one.data, random))
    return sort_of(one.name), f"{one.name}: {len(entries[at].data)} bytes of {len(one.data)}, other ones"


def _zip(action: str, change: Callable[[list[Entry], Random], tuple[str, str] | None]) -> Mutator:
    def mutate(data: bytes, random: Random) -> Mutant | None:
        entries = unpacked(data)
        done = change(entries, random)
        return None if done is None else Mutant(packed(entries), f"{done[0]}, {action}", done[1])

    return mutate


FILES = {
    **{action: _style(action, change) for action, change in STYLE_CHANGES.items()},
    **{
        action: _zip(action, change)
        for action, change in {
            "entry dropped": _entry_dropped,
            "entry added": _entry_added,
            "entry doubled": _entry_doubled,
            "entry renamed": _entry_renamed,
            "entries exchanged": _entries_exchanged,
            "entry damaged": _entry_damaged,
        }.items()
    },
}
