"""Tables that are shown as cards: each cell after a label for the eye alone, which says what stands over its column."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from clearfold.proof.compare.letters import fold
from clearfold.proof.html.elements import Grid, name_of, span_of


def headed(table: Element) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Yield each cell of a table outside its head, with the cells of the head that stand over it."""
    heads: dict[int, list[Element]] = {}
    for group in table:
        grid = Grid()
        for row in group if name_of(group) in ("thead", "tbody", "tfoot") else ():
            grid.next_row()
            for cell in row:
                across = span_of(cell, "colspan")
                _, column = grid.place(across, span_of(cell, "rowspan"))
                columns = range(column, column + across)
                if name_of(group) == "thead":
                    for one in columns:
                        heads.setdefault(one, []).append(cell)
                else:
                    yield cell, tuple(dict.fromkeys(head for one in columns for head in heads.get(one, ())))


def labels_of(cell: Element) -> list[Element]:
    """Return what stands in a cell for the eye alone."""
    return [child for child in cell if child.get("aria-hidden") == "true"]


def agree(label: str, heads: tuple[str, ...]) -> bool:
    """Say whether a label is what stands over its column, each once, and at most a colon behind it."""
    return fold(label).rstrip(":") == fold(", ".join(dict.fromkeys(filter(None, heads)))).rstrip(":")


def is_said(table: Element, seen: Callable[[Element], bool]) -> bool:
    """Say whether labels show each header of a table before some cell; ``seen`` tells which elements the eye meets.

    A head with a link or a picture is never shown whole: a label has words alone. One without words lacks nothing.
    """
    head = [element for group in table if name_of(group) == "thead" for element in group.iter()]
    waiting = {cell for cell in head if name_of(cell) in ("th", "td") and _text(cell)}
    if not head or any(name_of(element) in ("a", "img", "svg") for element in head):
        return False
    for cell, over in headed(table):
        label = "".join(_text(one) for one in labels_of(cell) if seen(one))
        if label and agree(label, tuple(map(_text, over))):
            waiting -= set(over)
    return not waiting


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
