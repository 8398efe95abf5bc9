"""What changed, as people read it on the terminal and in the notes of a release, and as programs read it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from clearfold.changes.compare import Change, Changes, What, Words
from clearfold.model.messages import counted, message, told

SCHEMA = 1
_SIGNS = {What.CHANGED: "~", What.ADDED: "+", What.REMOVED: "-", What.MOVED: ">"}
_KEPT = 8  # words of a stretch that did not change that are shown at each side of one that did
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~"})


def to_text(leaflets: Sequence[Changes]) -> str:
    """Write changes for the terminal: [-words that went-] and {+words that came+}."""
    return "\n\n".join("\n".join(_text(one)) for one in leaflets)


def to_markdown(leaflets: Sequence[Changes]) -> str:
    """Write changes as the notes of a release: words that went struck out, words that came in bold."""
    return "\n".join(line for one in leaflets for line in _markdown(one))


def to_json(leaflets: Sequence[Changes]) -> str:
    """Write changes as JSON: every word of every block that changed."""
    whole = {"schema": SCHEMA, "leaflets": [asdict(one) for one in leaflets]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _text(one: Changes) -> Iterator[str]:
    yield f"{one.title} ({one.new or one.old}): {_summary(one)}"
    for section, changes in groupby(one.changes, key=lambda change: change.section):
        if section:
            yield f"  {section}"
        for change in changes:
            moved = f"{told(message('moved here:'))} " if change.what is What.MOVED else ""
            yield f"    {_SIGNS[change.what]} {moved}{_joined(change, ('[-', '-]'), ('{+', '+}'))}"


def _markdown(one: Changes) -> Iterator[str]:
    yield f"## {one.title.translate(_ESCAPED)}\n"
    yield f"`{one.new or one.old}`: {_summary(one)}\n"
    for section, changes in groupby(one.changes, key=lambda change: change.section):
        if section:
            yield f"### {section.translate(_ESCAPED)}\n"
        for change in changes:
            moved = f"{told(message('moved here:'))} " if change.what is What.MOVED else ""
            yield f"- {moved}{_joined(change, ('~~', '~~'), ('**', '**'), escaped=True)}"
        yield ""


def _summary(one: Changes) -> str:
    if not one.old:
        return told(message("a new leaflet"))
    if not one.new:
        return told(message("no longer there"))
    if not one.changes:
        return told(message("no word has changed"))
    return told(counted(len(one.changes), "one passage has changed", "{count} passages have changed"))


def _joined(change: Change, old: tuple[str, str], new: tuple[str, str], *, escaped: bool = False) -> str:
    """Put the words of a change together; what is whole in one of the two needs no signs around it but its own."""
    around = {"old": old, "new": new, "": ("", "")}
    parts = []
    for number, words in enumerate(change.words):
        text = _shortened(words, first=number == 0, last=number == len(change.words) - 1)
        before, after = around[words.only]
        parts.append(f"{before}{text.translate(_ESCAPED) if escaped else text}{after}")
    return " ".join(parts)


def _shortened(words: Words, *, first: bool, last: bool) -> str:
    """Return words of both states without the middle of a long stretch; at an end only those beside a change stay."""
    parts = words.text.split(" ")
    if words.only or (first and last) or len(parts) <= 2 * _KEPT:
        return words.text
    head = [] if first else parts[:_KEPT]
    tail = [] if last else parts[-_KEPT:]
    return " ".join((*head, "…", *tail))
