"""Numbered lists: the numbers that their items say, and the room that these take, for style sheets to leave it."""

from dataclasses import replace

from clearfold.press.document.blocks import List, Node
from clearfold.press.document.walk import Nodes, rewritten

WIDEST = 8  # characters; of a longer number the rest may stand in the margin
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def finish(nodes: Nodes) -> Nodes:
    """Give every list whose longest number has more than one character the class ``marker-<characters>``."""
    return rewritten(nodes, lambda siblings: map(_finished, siblings))


def _finished(node: Node) -> Node:
    if not isinstance(node, List) or not node.ordered:
        return node
    node = _counted(node)
    longest = max((len(marker) for marker in _markers(node)), default=0)
    if longest <= 1:
        return node
    classes = " ".join((*node.attributes.classes, f"marker-{min(longest, WIDEST)}"))
    return replace(node, attributes=node.attributes.having("class", classes))


def _counted(numbered: List) -> List:
    """Leave out the number of each item that only goes on counting: Python-Markdown is made to write every one."""
    number, items = _whole(numbered.attributes.get("start"), 1), []
    for item in numbered.items:
        given = _whole(item.attributes.get("value"), number)
        items.append(replace(item, attributes=item.attributes.without("value")) if given == number else item)
        number = given + 1
    return replace(numbered, items=tuple(items))


def _markers(numbered: List) -> list[str]:
    """Return the numbers of a list's items as they are printed, without what follows them (HTML, 4.4.5)."""
    given, found = numbered.attributes, list[str]()
    number, kind = _whole(given.get("start"), 1), given.get("type") or "1"
    for item in numbered.items:
        number = _whole(item.attributes.get("value"), number)
        found.append(_printed(number, kind))
        number += 1
    return found


def _whole(value: str | None, otherwise: int) -> int:
    try:
        return int(value or "")
    except ValueError:
        return otherwise


def _printed(number: int, kind: str) -> str:
    """Return a number as letters or as a Roman numeral where a list has them: CSS Counter Styles 3, 6.1 and 6.2."""
    if kind in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, letter = divmod(number - 1, 26)
            letters = chr(ord("a") + letter) + letters
        return letters
    if kind in ("i", "I") and 0 < number < 400:
        roman = ""
        for value, sign in ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman
    return str(number)
