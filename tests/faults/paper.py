"""Take a finished PDF apart with pikepdf: structure elements with their words, and text that can be rewritten."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from tests.faults.tagged import saved

SHOWING = ("Tj", "TJ")
PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
BLOCK = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element, its parent, its type, and the marked content that it holds at any depth."""

    object: Object
    parent: Object
    kind: str
    marks: tuple[tuple[int, int], ...]


class Paper:
    """A PDF taken apart: pages' operators, structure elements in order, words by page and marked-content id."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.pages = [list(pikepdf.parse_content_stream(page)) for page in self.pdf.pages]
        self.numbers: dict[object, int] = {page.objgen: index for index, page in enumerate(self.pdf.pages)}
        self.words: dict[tuple[int, int], str] = {}
        for page in range(len(self.pages)):
            for mark, first, last in self.sequences(page):
                self.words[page, mark] = "".join(self.shown(page, i) for i in range(first, last))
        root = self.pdf.Root.get("/StructTreeRoot")
        self.elements = list(self._walk(root, -1)) if root is not None else []

    def data(self) -> bytes:
        """Put the PDF together again."""
        for page, operators in zip(self.pdf.pages, self.pages, strict=True):
            page.Contents = self.pdf.make_stream(pikepdf.unparse_content_stream(operators))
        return saved(self.pdf)

    def _page(self, element: Object, otherwise: int) -> int:
        return self.numbers.get(element.Pg.objgen, otherwise) if "/Pg" in element else otherwise

    def _walk(self, parent: Object, page: int) -> Iterator[Element]:
        for kid in kids(parent):
            if isinstance(kid, Dictionary) and "/S" in kid:
                here = self._page(kid, page)
                yield Element(kid, parent, str(kid.S)[1:], tuple(self._marks(kid, here)))
                yield from self._walk(kid, here)

    def _marks(self, element: Object, page: int) -> Iterator[tuple[int, int]]:
        for kid in kids(element):
            if isinstance(kid, Dictionary):
                here = self._page(kid, page)
                if kid.get("/Type") == Name.MCR:
                    yield here, int(kid.MCID)
                elif "/S" in kid:
                    yield from self._marks(kid, here)
            else:
                yield page, int(kid)

    def text(self, element: Element) -> str:
        """Return the words of an element."""
        return " ".join("".join(self.words.get(mark, "") for mark in element.marks).split())

    def of(self, *kinds: str) -> list[Element]:
        """Return the elements of those types, in their order."""
        return [element for element in self.elements if element.kind in kinds]

    def inside(self, element: Element, *kinds: str) -> bool:
        """Say whether an element stands, at any depth, in one of those types."""
        parent = element.parent
        while "/S" in parent:
            if str(parent.S)[1:] in kinds:
                return True
            parent = parent.P
        return False

    def sequences(self, page: int) -> list[tuple[int, int, int]]:
        """Return the marked-content sequences of a page: id, first operator (BDC), operator after the last (EMC)."""
        found: list[tuple[int, int, int]] = []
        opened: list[tuple[int, int]] = []
        for index, instruction in enumerate(self.pages[page]):
            operator = str(instruction.operator)
            if operator in ("BDC", "BMC"):
                given = instruction.operands[1] if len(instruction.operands) > 1 else None
                mark = int(given.get("/MCID", -1)) if isinstance(given, Dictionary) else -1
                opened.append((mark, index))
            elif operator == "EMC" and opened:
                mark, first = opened.pop()
                if mark >= 0:
                    found.append((mark, first, index + 1))
        return found

    def where(self, mark: tuple[int, int]) -> tuple[int, int] | None:
        """Return the operators, first and after the last, of a marked-content sequence."""
        return next(((a, b) for m, a, b in self.sequences(mark[0]) if m == mark[1]), None)

    def artifacts(self, page: int) -> list[int]:
        """Return the operators that open artifacts which show text."""
        result: list[int] = []
        for index, instruction in enumerate(self.pages[page]):
            if str(instruction.operator) in ("BDC", "BMC") and instruction.operands[0] == Name.Artifact:
                depth, end = 1, index + 1
                while depth and end < len(self.pages[page]):
                    name = str(self.pages[page][end].operator)
                    depth += (name in ("BDC", "BMC")) - (name == "EMC")
                    end += 1
                if "".join(self.shown(page, i) for i in range(index, end)).strip():
                    result.append(index)
        return result

    def shown(self, page: int, index: int) -> str:
        """Return the text that an operator shows, "" for one that shows none."""
        return "".join(char for _, char in self.codes(page, index))

    def codes(self, page: int, index: int) -> list[tuple[bytes, str]]:
        """Return the codes that an operator shows, each with its text."""
        instruction = self.pages[page][index]
        if str(instruction.operator) not in SHOWING:
            return []
        operand = instruction.operands[0]
        parts = (
            [part for part in operand if isinstance(part, pikepdf.String)] if isinstance(operand, Array) else [operand]
        )
        raw = b"".join(bytes(part) for part in parts)
        size, table = self._font(page, index)
        cut = [raw[i : i + size] for i in range(0, len(raw), size)]
        return [(code, table.get(code, code.decode("cp1252") if size == 1 else "\ufffd")) for code in cut]

    def rewrite(self, page: int, index: int, codes: list[bytes]) -> None:
        """Make an operator show other codes."""
        shown = pikepdf.String(b"".join(codes))
        self.pages[page][index] = pikepdf.ContentStreamInstruction([shown], pikepdf.Operator("Tj"))

    def erase(self, marks: tuple[tuple[int, int], ...]) -> None:
        """Take the text out of marked-content sequences."""
        for mark in marks:
            place = self.where(mark)
            for index in range(*place) if place else ():
                if str(self.pages[mark[0]][index].operator) in SHOWING:
                    self.rewrite(mark[0], index, [])

    def edit(self, mark: tuple[int, int], pattern: str, put: Callable[[re.Match[str]], str]) -> bool:
        """Rewrite what a pattern finds in a sequence, if its font has the letters; say whether that was done."""
        place = self.where(mark)
        for index in range(*place) if place else ():
            codes = self.codes(mark[0], index)
            text = "".join(char for _, char in codes)
            match = re.search(pattern, text)
            if match is None or len(text) != len(codes):
                continue
            size, table = self._font(mark[0], index)
            back = {char: code for code, char in table.items()}
            if size == 1:
                back.update({char: char.encode("cp1252") for char in put(match)})
            letters = [back.get(char) for char in put(match)]
            known = [code for code in letters if code is not None]
            if len(known) == len(letters):
                raw = [code for code, _ in codes]
                self.rewrite(mark[0], index, [*raw[: match.start()], *known, *raw[match.end() :]])
                return True
        return False

    def _font(self, page: int, index: int) -> tuple[int, dict[bytes, str]]:
        """Return the size of a code, and the text of each, of the font in which an operator shows text."""
        chosen = next(i for i in reversed(self.pages[page][:index]) if str(i.operator) == "Tf")
        return read_font(self.pdf.pages[page].Resources.Font[str(chosen.operands[0])])


def read_font(font: Object) -> tuple[int, dict[bytes, str]]:
    """Return the size of a font's codes, and the text of each."""
    if "/ToUnicode" not in font:
        return 1, {}
    pairs = [pair for block in BLOCK.findall(font.ToUnicode.read_bytes()) for pair in PAIR.findall(block)]
    table = {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
    return (2 if font.Subtype == Name.Type0 else 1), table


def kids(element: Object) -> list[Object]:
    """Return the children of an element as a list."""
    given = element.get("/K")
    if given is None:
        return []
    return list(given) if isinstance(given, Array) else [given]


def put_kids(element: Object, given: list[Object]) -> None:
    """Give an element other children."""
    element.K = Array(given)


def position(element: Element) -> int:
    """Return the place of an element among the children of its parent."""
    return next(
        i for i, kid in enumerate(kids(element.parent)) if isinstance(kid, Dictionary) and kid == element.object
    )
