"""Abbreviations: the meaning of each is said where it first stands in a section, and nowhere else."""

from collections.abc import Iterable, Iterator

from clearfold.press.document.blocks import Caption, Heading, Node
from clearfold.press.document.inlines import Abbreviation
from clearfold.press.document.walk import Nodes, children, rewritten, words_of


def once(nodes: Nodes) -> Nodes:
    """Keep an abbreviation's meaning where it first stands in a section: WCAG 2.2, technique H28.

    A screen reader that says the meaning each time is hard to follow; headings, which it lists, stay short.
    """
    kept = {id(node) for node in _firsts(nodes, set())}

    def change(siblings: Nodes) -> Iterator[Node]:
        for node in siblings:
            if isinstance(node, Abbreviation) and id(node) not in kept:
                yield from change(node.children)
            else:
                yield node

    return rewritten(nodes, change)


def _firsts(nodes: Iterable[Node], said: set[str]) -> Iterator[Abbreviation]:
    """Yield the abbreviations that stand in running text for the first time, in reading order."""
    for node in nodes:
        if isinstance(node, Heading):
            if node.level == 2:
                said.clear()
            if node.level > 1:
                continue
        elif isinstance(node, Caption):
            continue
        elif isinstance(node, Abbreviation) and (text := words_of(node.children)) not in said:
            said.add(text)
            yield node
        yield from _firsts(children(node), said)
