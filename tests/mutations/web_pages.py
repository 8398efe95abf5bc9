"""Mutations of a web page: its tree, the rules of its style, its script, and what it tells programs of itself."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from random import Random

from lxml import etree, html

from tests.mutations.epub_files import STYLE_CHANGES
from tests.mutations.epub_trees import CHANGES, XHTML
from tests.mutations.mutation import Mutant, Mutator, shortened
from tests.mutations.values import other_bytes, other_text

Element = etree._Element
POLICY = re.compile(r"(?<=style-src )'sha256-[^;]*(?=; script-src)|(?<=script-src )'sha256-[^;]*(?=; img-src)")
STATEMENT = re.compile(r"[^;{}\n]{4,}[;{]")
LINKED_DATA = "application/ld+json"


def read(data: bytes) -> Element:
    """Return the tree of a page, its elements in the namespace that those of a book have."""
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    for one in root.iter(etree.Element):
        one.tag = f"{{{XHTML}}}{one.tag}"
    return root


def written(root: Element) -> bytes:
    """Return the page of a tree."""
    for one in root.iter(etree.Element):
        one.tag = etree.QName(one).localname
    etree.cleanup_namespaces(root)
    text: bytes = html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")
    return text


def allowed(data: bytes) -> bytes:
    """Return a page whose policy lets the browser keep its style and its script, whatever these are now."""
    text = data.decode("utf-8", "replace")
    sheets = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    scripts = re.findall(r'<script type="module">(.*?)</script>', text, re.DOTALL)
    digests = iter((" ".join(map(_digest, sheets)), " ".join(map(_digest, scripts))))
    return POLICY.sub(lambda found: next(digests, found[0]) or "'none'", text, count=2).encode()


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _tree(action: str, change: Callable[[Element, Random], str | None]) -> Mutator:
    """Return what changes the tree of a page, its head as likely as a fifth of the places."""

    def mutate(data: bytes, random: Random) -> Mutant | None:
        root = read(data)
        head, body = root.find(f"{{{XHTML}}}head"), root.find(f"{{{XHTML}}}body")
        where = head if random.random() < 0.2 else body
        if where is None:
            return None
        note = change(where, random)
        return None if note is None else Mutant(written(root), f"{_local(where)}, {action}", note)

    return mutate


def _local(one: Element) -> str:
    return etree.QName(one).localname


def _part(pattern: str, action: str, change: Callable[[str, Random], tuple[str, str] | None]) -> Mutator:
    """Return what changes the text of a style or a script; half of the time the policy lets it be."""
    held = re.compile(pattern, re.DOTALL)

    def mutate(data: bytes, random: Random) -> Mutant | None:
        text = data.decode()
        found = held.search(text)
        done = change(found[2], random) if found else None
        if found is None or done is None:
            return None
        changed = (text[: found.start(2)] + done[0] + text[found.end(2) :]).encode()
        return Mutant(allowed(changed) if random.random() < 0.5 else changed, action, done[1])

    return mutate


def _style(change: Callable[[str, Random], tuple[str, str] | None]) -> Callable[[str, Random], tuple[str, str] | None]:
    """Leave the fonts before the rules as they are: they are most of a sheet, and nobody reads them."""

    def rules(text: str, random: Random) -> tuple[str, str] | None:
        at = text.rfind("base64,")
        at = text.index("}", at) + 1 if at >= 0 else 0
        done = change(text[at:], random)
        return None if done is None else (text[:at] + done[0], done[1])

    return rules


def _statement_dropped(text: str, random: Random) -> tuple[str, str] | None:
    found = random.choice(list(STATEMENT.finditer(text)))
    return text[: found.start()] + text[found.end() :], f"{shortened(found[0])} is dropped"


def _script_changed(text: str, random: Random) -> tuple[str, str] | None:
    found = random.choice(list(re.finditer(r"[\w.\"'-]+", text)))
    after = other_text(found[0], random)
    return text[: found.start()] + after + text[found.end() :], f"{shortened(found[0])} is {shortened(after)}"


def _script_added(text: str, random: Random) -> tuple[str, str] | None:
    added = random.choice(
        (
            "document.querySelector('p').remove();",
            "document.body.append('10 tablets');",
            "for (const one of document.querySelectorAll('li')) one.textContent = '10';",
            "document.title = 'Other';",
            "document.querySelector('a').href = 'https://example.org';",
        )
    )
    return f"{text}\n{added}\n", f"{added} is added"


def _leaves(value: object) -> list[tuple[list[object] | dict[str, object], int | str]]:
    """Return the place of each value that holds no other, as what holds it and its key."""
    pairs = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    found: list[tuple[list[object] | dict[str, object], int | str]] = []
    for key, inner in pairs:
        found += _leaves(inner) if isinstance(inner, dict | list) else [(value, key)]  # type: ignore[list-item]
    return found


def _said(change: Callable[[dict[str, object], Random], str]) -> Callable[[str, Random], tuple[str, str] | None]:
    def changed(text: str, random: Random) -> tuple[str, str] | None:
        facts = json.loads(text)
        note = change(facts, random)
        return json.dumps(facts, ensure_ascii=False), note

    return changed


def _fact_changed(facts: dict[str, object], random: Random) -> str:
    holder, key = random.choice(_leaves(facts))
    before = holder[key]  # type: ignore[index]
    after = other_text(str(before), random)
    holder[key] = after  # type: ignore[index]
    return f"{key}: {shortened(before)} is {shortened(after)}"


def _fact_dropped(facts: dict[str, object], random: Random) -> str:
    key = random.choice(sorted(facts))
    return f"{key}: {shortened(facts.pop(key))} is dropped"


def _fact_added(facts: dict[str, object], random: Random) -> str:
    key = random.choice([one for one in ("lastReviewed", "dose", "isBasedOn", "about", "headline") if one not in facts])
    facts[key] = random.choice(("2020-01-01", "10 tablets", "https://example.org"))
    return f"{key}: {facts[key]} is added"


def _damaged(data: bytes, random: Random) -> Mutant:
    """Change bytes anywhere in the page; of its fonts and pictures as likely as their size."""
    changed = other_bytes(data, random)
    return Mutant(changed, "bytes", f"{len(changed)} bytes of {len(data)}, other ones")


def _text_damaged(data: bytes, random: Random) -> Mutant:
    """Change bytes of what is shown."""
    at = data.index(b"<body")
    changed = data[:at] + other_bytes(data[at:], random)
    return Mutant(changed, "bytes of the body", f"{len(changed)} bytes of {len(data)}, other ones")


STYLE = r"(<style>)(.*?)</style>"
SCRIPT = r'(<script type="module">)(.*?)</script>'
DATA = r'(<script type="application/ld\+json">)(.*?)</script>'

PAGES: dict[str, dict[str, Mutator]] = {
    "tree": {action: _tree(action, change) for action, change in CHANGES.items()},
    "style": {action: _part(STYLE, f"style, {action}", _style(change)) for action, change in STYLE_CHANGES.items()},
    "script": {
        action: _part(SCRIPT, f"script, {action}", change)
        for action, change in {
            "statement dropped": _statement_dropped,
            "word changed": _script_changed,
            "statement added": _script_added,
        }.items()
    },
    "data": {
        action: _part(DATA, f"data, {action}", _said(change))
        for action, change in {
            "fact changed": _fact_changed,
            "fact dropped": _fact_dropped,
            "fact added": _fact_added,
        }.items()
    },
    "file": {"bytes damaged": _damaged, "bytes of the body damaged": _text_damaged},
}
