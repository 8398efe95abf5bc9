"""Lists: the numbers that items say and the room that these take, which are steps, and which are to be ticked."""

from dataclasses import replace

from clearfold.press.document.attributes import Attributes
from clearfold.press.document.blocks import Box, Container, Item, List, Node, Paragraph
from clearfold.press.document.inlines import Style, Styled, Text
from clearfold.press.document.walk import Nodes, rewritten

WIDEST = 8  # characters; of a longer number the rest may stand in the margin
LARGE = 2  # characters of a number that has its own disc, at most
_TICK = Attributes((("class", "tick"),))
TICKS = ("☐", "☑")
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def finish(nodes: Nodes) -> Nodes:
    """Give lists the classes by which style sheets know them.

    ``marker-<characters>`` is how long the longest number is, of one with more than one character; ``steps`` is a
    list of numbers that stands on its own, or in a box; the items of a ``checklist`` all begin with a box to tick.
    """
    return _with_steps(rewritten(nodes, lambda siblings: map(_finished, siblings)))


def _finished(node: Node) -> Node:
    if not isinstance(node, List):
        return node
    if not node.ordered:
        return _ticked(node)
    node = _counted(node)
    longest = max((len(marker) for marker in _markers(node)), default=0)
    return _called(node, f"marker-{min(longest, WIDEST)}") if longest > 1 else node


def _called(node: List, name: str) -> List:
    return replace(node, attributes=node.attributes.having("class", " ".join((*node.attributes.classes, name))))


def _with_steps(nodes: Nodes) -> Nodes:
    return tuple(_step_list(node) for node in nodes)


def _step_list(node: Node) -> Node:
    if isinstance(node, Box | Container):
        return replace(node, children=_with_steps(node.children))
    if not isinstance(node, List) or not node.ordered:
        return node
    numbers = _markers(node)
    steps = len(numbers) > 1 and all(number.isdecimal() and len(number) <= LARGE for number in numbers)
    return _called(replace(node, items=tuple(map(_step, node.items))), "steps") if steps else node


def _step(item: Item) -> Item:
    """Return an item as a step; one is ``loose`` that begins with a paragraph, before which its number then stands."""
    first = next((kid for kid in item.children if not (isinstance(kid, Text) and kid.blank)), None)
    names = (*item.attributes.classes, "step", *(["loose"] if isinstance(first, Paragraph) else []))
    return replace(item, attributes=item.attributes.having("class", " ".join(names)))


def _ticked(node: List) -> List:
    """Return a list as a checklist, each sign a span of its own, where every item begins with one."""
    items = tuple(ticked for item in node.items if (ticked := _ticked_item(item)))
    whole = items and len(items) == len(node.items)
    return _called(replace(node, items=items), "checklist") if whole else node


def _ticked_item(item: Item) -> Item | None:
    first, *rest = item.children or (Text(""),)
    if isinstance(first, Text) and first.text.lstrip().startswith(TICKS):
        sign, words = first.text.lstrip()[0], first.text.lstrip()[1:]
        return replace(item, children=(Styled(Style.SPAN, (Text(sign),), _TICK), Text(words), *rest))
    return None


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
        found.append(printed_number(number, kind))
        number += 1
    return found


def _whole(value: str | None, otherwise: int) -> int:
    try:
        return int(value or "")
    except ValueError:
        return otherwise


def printed_number(number: int, kind: str) -> str:
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
