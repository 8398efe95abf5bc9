"""Let the markers of lists be painted where they are read: right before the first block of their items.

WeasyPrint 70 lays a marker beside its item as it lays any box that is placed absolutely, and so paints it after all
text around it: who copies a page gets its bullets at the end. Once it has its place, it is as good as any other block.
"""

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder


def paint_in_order(box: boxes.Box) -> None:
    """Let the markers in a laid-out box be painted in the order of the text; nothing moves on the page."""
    children = getattr(box, "children", ())
    for child in children:
        paint_in_order(child._box if isinstance(child, AbsolutePlaceholder) else child)
    if any(map(_is_read, children)) and not any(isinstance(child, boxes.LineBox) for child in children):
        box.children = [_in_flow(child._box) if _is_read(child) else child for child in children]


def _is_read(child: boxes.Box) -> bool:
    """Say whether a child is a marker with text; one that is a picture is never read."""
    marker = isinstance(child, AbsolutePlaceholder) and child.is_outside_marker
    return marker and any(isinstance(part, boxes.TextBox) for part in child.descendants())


def _in_flow(marker: boxes.BlockBox) -> boxes.BlockBox:
    marker.style["position"] = "static"
    return marker
