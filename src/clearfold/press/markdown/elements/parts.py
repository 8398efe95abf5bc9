"""Parts of a leaflet that people expect: a quotation with its speaker, a calendar of days, known by their classes."""

from collections.abc import Iterator
from dataclasses import replace

from clearfold.press.document.blocks import Box, Node, Paragraph, Quotation, Row, Table
from clearfold.press.document.inlines import Text
from clearfold.press.document.walk import Nodes, rewritten, texts

DASHES = ("—", "–", "―")  # before the name of who speaks
CALENDAR, DAYS = "calendar", "days"
WEEK = 7  # columns


def finish(nodes: Nodes) -> Nodes:
    """Give a quotation whose last paragraph names its speaker, and a table of days in a calendar box, their classes."""
    return rewritten(nodes, lambda siblings: map(_finished, siblings))


def _finished(node: Node) -> Node:
    if isinstance(node, Quotation):
        return _spoken(node)
    if isinstance(node, Box) and node.type == CALENDAR:
        return replace(node, children=tuple(_days(kid) for kid in node.children))
    return node


def _spoken(quotation: Quotation) -> Quotation:
    """Return a quotation with its speaker, who stands in a paragraph of their own behind a dash."""
    paragraphs = [kid for kid in quotation.children if not (isinstance(kid, Text) and kid.blank)]
    last = paragraphs[-1] if len(paragraphs) > 1 else None
    if not isinstance(last, Paragraph) or not "".join(texts(last.children)).lstrip().startswith(DASHES):
        return quotation
    speaker = replace(last, attributes=last.attributes.having("class", _with(last, "speaker")))
    below = tuple(speaker if kid is last else kid for kid in quotation.children)
    attributes = quotation.attributes.having("class", _with(quotation, "quotation"))
    return replace(quotation, children=below, attributes=attributes)


def _days(node: Node) -> Node:
    if not isinstance(node, Table) or not all(len(row.cells) == WEEK for row in _rows(node)):
        return node
    return replace(node, attributes=node.attributes.having("class", _with(node, DAYS)))


def _rows(table: Table) -> Iterator[Row]:
    return (row for group in table.groups for row in group.rows)


def _with(node: Paragraph | Quotation | Table, name: str) -> str:
    return " ".join((*node.attributes.classes, name))
