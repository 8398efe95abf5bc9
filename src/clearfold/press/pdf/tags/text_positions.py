"""Find each painted piece's place in the text of the page, and the white space that painting dropped.

Second step from a laid-out page to a tagged one. WeasyPrint 70 paints no space at the end of a line and none in a run
of white space alone, so "en" and "de" on two lines read "ende". The HTML knows where the spaces are.
"""

from collections.abc import Collection, Iterable
from itertools import pairwise
from xml.etree.ElementTree import Element

from clearfold.press.edition import INVISIBLE
from clearfold.press.pdf.render_error import RenderError
from clearfold.press.pdf.tags.marking import Leaf

PICTURE = "\ufffc"
SKIPPED = frozenset(INVISIBLE).union(c for c in map(chr, range(0x3001)) if c.isspace())  # no white space beyond


class Wording:
    """The text of a page of HTML as one string, and where each element's own characters stand in it.

    ``hidden`` elements are in it without their text.
    """

    def __init__(self, root: Element, hidden: Collection[Element]) -> None:
        self.start: dict[Element, int] = {}
        self.end: dict[Element, int] = {}
        self._hidden = hidden
        self._characters: list[str] = []
        self._own: dict[Element, list[tuple[str, int]]] = {}
        self._read(root)
        self.text = "".join(self._characters)

    def place(self, leaves: Iterable[Leaf]) -> None:
        """Set the place of each piece, given in painting order; raise RenderError for text that is not the page's."""
        reached: dict[Element, int] = {}
        for leaf in leaves:
            if leaf.element is None or leaf.text is None or leaf.pseudo:
                self._place_whole(leaf)
            elif message := self._place_text(leaf, leaf.element, reached):
                raise RenderError((message,))

    def _place_whole(self, leaf: Leaf) -> None:
        """Set the place of a picture, or of generated text: before or after all that is in its element."""
        assert leaf.element is not None, "only margin boxes, which are artifacts, have no element"
        last = leaf.text is not None and leaf.pseudo == "after"
        leaf.start = leaf.end = self.end[leaf.element] if last else self.start[leaf.element]

    def _place_text(self, leaf: Leaf, element: Element, reached: dict[Element, int]) -> str:
        """Set the place of text by finding its letters next in the element's own; return a complaint or ""."""
        own = self._own[element]
        position = first = reached.get(element, 0)
        text = leaf.text or ""
        for index, letter in enumerate(_letters(text)):
            if position == len(own) or own[position][0] != letter:
                hyphen = str(leaf.box.style["hyphenate_character"])
                if not index or not text.endswith(hyphen) or index < len(_letters(text.removesuffix(hyphen))):
                    return f"painted text that is not in <{element.tag}>: {text!r}"
                leaf.text = text.removesuffix(hyphen)  # the line was broken in a word: its hyphen is no text
                break
            position += 1
        reached[element] = position
        leaf.start, leaf.end = own[first][1], own[position - 1][1] + 1
        return ""

    def _read(self, element: Element) -> None:
        self.start[element] = len(self._characters)
        if element.tag in ("img", "br"):
            self._characters.append(PICTURE if element.tag == "img" else "\n")
        self._add(element, element.text)
        for child in element:
            if isinstance(child.tag, str):  # not a comment
                self._read(child)
            self._add(element, child.tail)
        self.end[element] = len(self._characters)

    def _add(self, element: Element, text: str | None) -> None:
        own = self._own.setdefault(element, [])
        if text and element not in self._hidden:
            begin = len(self._characters)
            own += [
                (letter, begin + at) for at, c in enumerate(text) for letter in c.casefold() if letter not in SKIPPED
            ]
            self._characters += text


def spaces(run: Iterable[Leaf], text: str) -> None:
    """Give back to the pieces of one run of text the white space that stands between them and was not painted."""
    for before, after in pairwise(run):
        if before.text is None or before.text[-1:].isspace() or (after.text or "")[:1].isspace():
            continue
        gap = text[before.end : after.start]
        if any(character.isspace() for character in gap):
            before.space = " "


def _letters(text: str) -> list[str]:
    """Return the letters of a text as they are compared: without white space and case, which styles may change."""
    return [letter for letter in text.casefold() if letter not in SKIPPED]
