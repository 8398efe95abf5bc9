"""Print the accessibility tree of what a program shows, as JSON: run by the system's Python, which has AT-SPI.

    python3 dump_tree.py PROGRAM

Where no document stands ready yet the answer is null. A node has its role, name, level, classes, text (in which U+FFFC
stands for each child), and children.
"""

import json
import sys
from typing import TypeAlias

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

DOCUMENTS = {"document web", "document frame", "document"}
KEPT = {"level": "level", "xml-roles": "roles", "class": "class", "tag": "tag"}
DEEPEST = 120
Told: TypeAlias = "dict[str, str | list[Told]]"


def document(program: str) -> "Atspi.Accessible | None":
    """Return the document that fills the program's window: the first that is met from outside."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(number)
        if application and program in (application.get_name() or "").lower() and (found := first(application, 0)):
            return found
    return None


def first(node: "Atspi.Accessible", depth: int) -> "Atspi.Accessible | None":
    """Return the first document that is on the screen."""
    if node.get_role_name() in DOCUMENTS and node.get_state_set().contains(Atspi.StateType.SHOWING):
        return node
    for number in range(node.get_child_count()) if depth < DEEPEST else ():
        child = node.get_child_at_index(number)
        if child and (found := first(child, depth + 1)):
            return found
    return None


def dump(node: "Atspi.Accessible", depth: int = 0) -> Told:
    """Return a node with all below it."""
    told: Told = {"role": node.get_role_name(), "name": node.get_name() or ""}
    attributes = node.get_attributes() or {}
    told.update({ours: attributes[theirs] for theirs, ours in KEPT.items() if attributes.get(theirs)})
    if node.get_text_iface() and (text := Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))):
        told["text"] = text
    if depth < DEEPEST:
        children = [node.get_child_at_index(number) for number in range(node.get_child_count())]
        told["children"] = [dump(child, depth + 1) for child in children if child]
    return told


def main(program: str) -> None:
    """Print the tree."""
    tree: Told | None = None
    try:
        found = document(program)
        tree = dump(found) if found else None
    except GLib.Error as error:  # what is built anew while it is read
        sys.stderr.write(error.message)
    json.dump(tree, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
