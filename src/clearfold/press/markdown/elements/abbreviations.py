"""Abbreviations: the meaning of each is said where it first stands in a section, and nowhere else."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from clearfold.press.document.attributes import Attributes
from clearfold.press.document.blocks import Caption, Container, Heading, Node, Paragraph, Term
from clearfold.press.document.inlines import Abbreviation, Inline, LineBreak, Style, Styled, Text
from clearfold.press.document.walk import Nodes, children, rewritten, texts, with_children, words_of

BOX_TITLE = "admonition-title"  # the class that Markdown's boxes give their titles
NOTES = "footnote"  # the class of Markdown's list of notes, which stand beside the text
_NO_WORD = "\0"  # for what no name goes on over: a link, a picture, code, a reference to a note


def found(nodes: Nodes, meanings: Mapping[str, str]) -> Nodes:
    """Give abbreviations their meaning whose name is written over a line's end, or is partly set otherwise.

    Python-Markdown 3.11 looks in one text at a time, and for the spaces of the name alone: it misses `Ja **PDF**`, and
    `H~2~O`. A name that ends within other words (`**Ja PDF is** here`) has no element of its own, and is left alone.
    """
    if not meanings:
        return nodes
    names = sorted(meanings, key=len, reverse=True)
    spaced = ("[ \\n]+".join(map(re.escape, name.split())) for name in names)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)")
    return _found(nodes, meanings, pattern)


def _found(nodes: Nodes, meanings: Mapping[str, str], pattern: re.Pattern[str]) -> Nodes:
    if any(isinstance(node, Inline) for node in nodes):
        nodes = tuple(_joined(nodes, meanings, pattern))
    return tuple(
        node if isinstance(node, Abbreviation) else with_children(node, _found(children(node), meanings, pattern))
        for node in nodes
    )


def _joined(nodes: Nodes, meanings: Mapping[str, str], pattern: re.Pattern[str]) -> Iterator[Node]:
    """Yield siblings, those that are a name together within its element."""
    said = [_said(node) for node in nodes]
    starts = [sum(map(len, said[:at])) for at in range(len(said) + 1)]
    done = 0
    for match in pattern.finditer("".join(said)):
        name = tuple(_between(nodes, starts, match.start(), match.end()))
        is_known = len(name) == 1 and isinstance(name[0], Abbreviation)
        if not is_known and sum(len(_said(node)) for node in name) == len(match[0]):
            yield from _between(nodes, starts, done, match.start())
            yield Abbreviation(tuple(_plain(name)), Attributes((("title", meanings[" ".join(match[0].split())]),)))
            done = match.end()
    yield from _between(nodes, starts, done, starts[-1] + 1)


def _said(node: Node) -> str:
    """Return the words by which a name may go on over a node."""
    match node:
        case Text():
            return node.text
        case LineBreak():
            return "\n"
        case Abbreviation():
            return "".join(texts((node,)))
        case Styled() if node.style is not Style.CODE:
            return "".join(map(_said, node.children))
        case _:
            return _NO_WORD


def _between(nodes: Nodes, starts: Sequence[int], low: int, high: int) -> Iterator[Node]:
    """Yield what stands from one place up to another; a text is cut, any other node is left out that would be."""
    for node, start, end in zip(nodes, starts, starts[1:], strict=False):
        if low <= start < high and end <= high:
            yield node
        elif isinstance(node, Text) and start < high and low < end:
            yield Text(node.text[max(low - start, 0) : high - start])


def _plain(nodes: Iterable[Node]) -> Iterator[Inline]:
    """Yield what is in a name, without shorter names of which it is made."""
    for node in nodes:
        if isinstance(node, Abbreviation):
            yield from _plain(node.children)
        elif isinstance(node, Styled):
            yield replace(node, children=tuple(_plain(node.children)))
        elif isinstance(node, Inline):
            yield node


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
        elif _stands_beside(node):
            continue
        elif isinstance(node, Abbreviation) and (text := words_of(node.children)) not in said:
            said.add(text)
            yield node
        yield from _firsts(children(node), said)


def _stands_beside(node: Node) -> bool:
    """Say whether a node is no running text: a caption, a term, the title of a box, or the notes."""
    if isinstance(node, Container | Paragraph):
        return not {NOTES, BOX_TITLE}.isdisjoint(node.attributes.classes)
    return isinstance(node, Caption | Term)
