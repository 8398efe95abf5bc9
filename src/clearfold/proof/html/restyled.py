"""Words that are seen otherwise than they are read: moved by style, struck through, raised, or counted by it."""

import re
from collections.abc import Iterator
from unicodedata import bidirectional
from xml.etree.ElementTree import Element

from clearfold.proof.html.cascade import Cascade
from clearfold.proof.html.elements import BLOCKS, name_of

REVERSED = frozenset({"row-reverse", "column-reverse", "wrap-reverse"})
PLACED = ("order", "grid-row", "grid-column", "grid-area", "grid-row-start", "grid-column-start")


def counted(given: Cascade) -> bool:
    """Say whether style shows numbers that it counts itself, which are not read here."""
    return any(
        re.search(r"\bcounters?\(", part.sometimes.get("content", ""))
        for parts in given.values()
        for part in parts.values()
    )


def struck(root: Element, given: Cascade) -> Iterator[str]:
    """Yield the words through which a line is drawn: they are seen, and taken back."""
    for element in root.iter():
        own = given.get(element, {}).get("")
        values = own.sometimes if own else {}
        line = any("line-through" in values.get(name, "") for name in ("text-decoration", "text-decoration-line"))
        words = " ".join("".join(element.itertext()).split())
        if words and (line or name_of(element) in ("del", "s", "strike")):
            yield words


def raised(root: Element, given: Cascade) -> Iterator[str]:
    """Yield the figures that style raises or lowers right behind other figures."""
    for parent in root.iter():
        before = parent.text or ""
        for element in parent:
            own, words = given.get(element, {}).get(""), "".join(element.itertext())
            shift = own.sometimes.get("vertical-align", "").lower() if own else ""
            if shift in ("super", "sub", "text-top") and words.isdecimal() and before[-1:].isdecimal():
                yield words
            before = (element.tail or "") or words


def moved(given: Cascade) -> Iterator[tuple[Element, str]]:
    """Yield the elements that style shows elsewhere than where they are read, with what it says of them."""
    for element, parts in given.items():
        if "" not in parts or not "".join(element.itertext()).strip():
            continue
        values = parts[""].sometimes
        for name in PLACED:
            if re.search(r"\d", values.get(name, "")) and values[name].strip("+0 ") not in ("", "1"):
                yield element, f"{name}: {values[name]}"
        for name in ("flex-direction", "flex-wrap", "flex-flow"):
            if REVERSED & set(values.get(name, "").lower().split()):
                yield element, f"{name}: {values[name]}"
        if "override" in values.get("unicode-bidi", "").lower():
            yield element, f"unicode-bidi: {values['unicode-bidi']}"


def displaced(root: Element, given: Cascade) -> Iterator[tuple[Element, str]]:
    """Yield the words within a line that are shown before what they follow, or after what follows them."""
    for parent in root.iter():
        before = bool((parent.text or "").strip())
        kids = list(parent)
        for number, element in enumerate(kids):
            own = given.get(element, {}).get("")
            side = own.sometimes.get("float", "").lower() if own else ""
            words = bool("".join(element.itertext()).strip()) and name_of(element) not in BLOCKS
            rest = [element.tail or "", *("".join(one.itertext()) + (one.tail or "") for one in kids[number + 1 :])]
            follows = any(part.strip() for part in rest)
            if words and ((side in ("left", "inline-start") and before) or (side == "right" and follows)):
                yield element, f"float: {side}"
            if name_of(element) == "bdo" and _turns(element):
                yield element, "bdo"
            before = before or words or bool((element.tail or "").strip())


def _turns(element: Element) -> bool:
    """Say whether letters or figures are shown against their own direction."""
    ways = {bidirectional(char) for char in "".join(element.itertext())}
    against = {"rtl": {"L", "EN"}, "ltr": {"R", "AL"}}.get((element.get("dir") or "").lower(), set())
    return bool(ways & against)
