"""The tag tree of a PDF: pdfium tells of each page the elements that stand on it; they are put together by their place.

An element's place is its number among its parent's children, and so on from the root: the same on every page.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

Path: TypeAlias = "tuple[int, ...]"
_DEEPEST = 40
_MOST = 50_000  # elements


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content: the page, from 1, and its number on it."""

    page: int
    number: int


@dataclass(slots=True)
class Element:
    """One element: its role, what it says of itself, and its children by their number."""

    role: str
    alternative: str = ""
    lang: str = ""
    columns: int = 1
    rows: int = 1
    kids: dict[int, "Element | Mark"] = field(default_factory=dict)

    @property
    def children(self) -> "list[Element | Mark]":
        """Return the children in their order."""
        return [self.kids[number] for number in sorted(self.kids)]

    def elements(self) -> "list[Element]":
        """Return the children that are elements, in their order."""
        return [kid for kid in self.children if isinstance(kid, Element)]

    def marks(self) -> Iterator[Mark]:
        """Yield all marked content below, in reading order."""
        for kid in self.children:
            if isinstance(kid, Mark):
                yield kid
            else:
                yield from kid.marks()


def read_tree(data: bytes) -> Element | None:
    """Return the root of the tag tree, None where a file has none."""
    document = pypdfium2.PdfDocument(data)
    root = Element("Root")
    try:
        for number in range(len(document)):
            _page(document[number], number + 1, root)
    finally:
        document.close()
    return root if root.kids else None


def is_own(data: bytes) -> bool:
    """Tell whether Clearfold has made a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return bool(document.get_metadata_value("Creator") == "Clearfold")
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, number: int, root: Element) -> None:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            child = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
            if child:
                _element(child, number, root, index, 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _element(handle: object, page: int, parent: Element, index: int, depth: int) -> None:
    found = parent.kids.get(index)
    if not isinstance(found, Element):
        found = _read(handle)
        parent.kids[index] = found
    count = int(pdfium.FPDF_StructElement_CountChildren(handle))
    if depth > _DEEPEST or count > _MOST:
        return
    for number in range(count):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(handle, number)
        mark = int(pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, number))
        if child:
            _element(child, page, found, number, depth + 1)
        elif mark >= 0 and number not in found.kids:
            found.kids[number] = Mark(page, mark)


def _read(handle: object) -> Element:
    return Element(
        _string(pdfium.FPDF_StructElement_GetType, handle),
        _string(pdfium.FPDF_StructElement_GetAltText, handle),
        _string(pdfium.FPDF_StructElement_GetLang, handle),
        _number(handle, b"ColSpan"),
        _number(handle, b"RowSpan"),
    )


def _string(function: Callable[..., int], handle: object) -> str:
    length = int(function(handle, None, 0))
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(handle, buffer, length)
    return " ".join(buffer.raw[: length - 2].decode("utf-16-le", "replace").split())


def _number(handle: object, name: bytes) -> int:
    """Return a number among an element's attributes, 1 where it has none of that name."""
    for index in range(int(pdfium.FPDF_StructElement_GetAttributeCount(handle))):
        attribute = pdfium.FPDF_StructElement_GetAttributeAtIndex(handle, index)
        value = pdfium.FPDF_StructElement_Attr_GetValue(attribute, name) if attribute else None
        number = ctypes.c_float()
        if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return max(int(number.value), 1)
    return 1
