"""Words that are seen otherwise than they are read: moved by style, struck through, raised, or counted by it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from unicodedata import bidirectional
from xml.etree.ElementTree import Element

import tinycss2
import tinycss2.ast

from clearfold.proof.html.elements import BLOCKS, name_of
from clearfold.proof.html.unseen import pixels
from clearfold.proof.html.values import Cascade

REVERSED = frozenset({"row-reverse", "column-reverse", "wrap-reverse"})
PLACED = ("grid-row", "grid-column", "grid-area", "grid-row-start", "grid-column-start")
BOXES = frozenset("flex inline-flex grid inline-grid -webkit-flex -webkit-box -ms-flexbox".split())
FAR = 12.0  # px; of less, letters are raised or kerned


COUNTING = ("counter-reset", "counter-set", "counter-increment")
LABELLED = ("list-style", "list-style-type")
# What every reader draws before items: the marks and numbers that HTML has too, and words beside them.
USUAL = frozenset(
    "none disc circle square decimal decimal-leading-zero lower-roman upper-roman lower-alpha upper-alpha lower-latin "
    "upper-latin lower-greek inside outside initial disclosure-open disclosure-closed".split()
)


def counted(given: Cascade) -> bool:
    """Say whether style shows numbers or words of its own before items, which are not read here."""
    return any(_counts(part.sometimes) for parts in given.values() for part in parts.values())


def _counts(values: Mapping[str, str]) -> bool:
    if re.search(r"\bcounters?\(", values.get("content", "")):
        return True
    if any("list-item" in values.get(name, "") for name in COUNTING):
        return True
    for part in (part for name in LABELLED for part in tinycss2.parse_component_value_list(values.get(name, ""))):
        if isinstance(part, tinycss2.ast.StringToken) and any(char.isalnum() for char in part.value):
            return True
        if isinstance(part, tinycss2.ast.IdentToken) and part.lower_value not in USUAL:
            return True
        if isinstance(part, tinycss2.ast.FunctionBlock) and part.lower_name == "symbols":
            return True
    return False


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
        if "" not in parts or not _worded(element):
            continue
        values = parts[""].sometimes
        if values.get("display", "").lower().split()[-1:] and BOXES & set(values["display"].lower().split()):
            yield from _in_box(element, values, given)
        if "override" in values.get("unicode-bidi", "").lower():
            yield element, f"unicode-bidi: {values['unicode-bidi']}"
        if values.get("position", "").lower() == "relative" and name_of(element) not in BLOCKS:
            for name in ("left", "right"):
                if (shift := pixels(values.get(name, ""))) is not None and abs(shift) > FAR:
                    yield element, f"{name}: {values[name]}"


def _in_box(box: Element, values: Mapping[str, str], given: Cascade) -> Iterator[tuple[Element, str]]:
    """Yield what stands elsewhere among the items of a flexible box, or in the fields of a grid."""
    items = [child for child in box if _worded(child)]
    if len(items) + bool((box.text or "").strip()) < 2:
        return
    for name in ("flex-direction", "flex-wrap", "flex-flow"):
        if REVERSED & set(values.get(name, "").lower().split()):
            yield box, f"{name}: {values[name]}"
    if values.get("direction", "").lower() == "rtl" and not {"R", "AL"} & set(map(bidirectional, _text(box))):
        yield box, f"direction: {values['direction']}"
    held = [own.sometimes if (own := given.get(item, {}).get("")) else {} for item in items]
    loose = any((text or "").strip() for text in (box.text, *(child.tail for child in box)))
    yield from _turned(items, held, loose=loose)
    for item, said in zip(items, held, strict=True):
        for name in PLACED:
            if _places(said.get(name, "")):
                yield item, f"{name}: {said[name]}"
    if "dense" in values.get("grid-auto-flow", "").lower():
        spans = [any("span" in said.get(name, "") for name in ("grid-row", "grid-column")) for said in held]
        if any(spans[:-1]):
            yield box, f"grid-auto-flow: {values['grid-auto-flow']}"
    fields = _fields(values)
    last = -1
    for item, said in zip(items, held, strict=True):
        at = fields.get(said.get("grid-area", "").strip(), last)
        if at < last:
            yield item, f"grid-area: {said['grid-area']}"
        last = max(last, at)


def _turned(
    items: Sequence[Element], held: Sequence[Mapping[str, str]], *, loose: bool
) -> Iterator[tuple[Element, str]]:
    """Yield what is shown before what comes before it, or after what comes after it; ``loose`` text is in no item."""
    orders = [said.get("order", "").strip() or "0" for said in held]
    places = [int(order) if re.fullmatch(r"[-+]?\d{1,9}", order) else None for order in orders]
    for at, (item, place) in enumerate(zip(items, places, strict=True)):
        before, after = [one or 0 for one in places[:at]], [one or 0 for one in places[at + 1 :]]
        passes = place is None or max(before, default=place) > place or min(after, default=place) < place
        if place != 0 and (passes or loose):
            yield item, f"order: {orders[at]}"
    for name in ("grid-row", "grid-row-start"):
        first = [said.get(name, "").strip() == "1" for said in held]
        for at, item in enumerate(items):
            if first[at] and not all(first[:at]):
                yield item, f"{name}: 1"


def _places(value: str) -> bool:
    """Say whether a value names a place by its number; one that is as wide as several is not moved by that."""
    parts = [part for part in tinycss2.parse_component_value_list(value) if part.type not in ("whitespace", "comment")]
    spans = {at + 1 for at, part in enumerate(parts) if part.type == "ident" and part.lower_value == "span"}
    numbers = [part.value for at, part in enumerate(parts) if part.type == "number" and at not in spans]
    worked_out = any(part.type == "function" for part in parts)
    return worked_out or (bool(numbers) and not (len(parts) == 1 and numbers[0] in (0, 1)))


def _fields(values: Mapping[str, str]) -> dict[str, int]:
    """Return the named fields of a grid, each with its place: row by row, as a page is read."""
    found: dict[str, int] = {}
    for name in ("grid", "grid-template", "grid-template-areas"):
        for part in tinycss2.parse_component_value_list(values.get(name, "")):
            if isinstance(part, tinycss2.ast.StringToken):
                for field in part.value.split():
                    found.setdefault(field, len(found))
    return found


def _worded(element: Element) -> bool:
    return bool(_text(element).strip())


def _text(element: Element) -> str:
    return "".join(element.itertext()) if name_of(element) else ""


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
            part = own.sometimes.get("display", "").lower() if own else ""
            late = (part == "table-header-group" and (before or any(map(_worded, kids[:number])))) or (
                part == "table-footer-group" and follows
            )
            if late and _worded(element):
                yield element, f"display: {part}"
            before = before or words or bool((element.tail or "").strip())


def _turns(element: Element) -> bool:
    """Say whether letters or figures are shown against their own direction."""
    ways = {bidirectional(char) for char in "".join(element.itertext())}
    against = {"rtl": {"L", "EN"}, "ltr": {"R", "AL"}}.get((element.get("dir") or "").lower(), set())
    return bool(ways & against)
