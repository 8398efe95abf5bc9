"""What stands on a page of a PDF: letters with their boxes, pictures and lines, in points from the top left corner."""

import ctypes
import math
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

# What pdfium gives for a hyphen at a line's end, by its version and by the file: soft, typographic, unmapped.
HYPHENS = frozenset("-\u00ad\u2010\u2011\ufffe\u0002")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_ITALIC = ("italic", "oblique")
_INVISIBLE = 3  # text render mode, ISO 32000-1, 9.3.6
_ONE_FONT = 1 << 18  # ForceBold among the flags of a font descriptor, ISO 32000-1, 9.8.2
_SPACE = 32
_DEEPEST = 8  # forms within forms


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Return the width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the height in points."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies within."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def turned(self, quarters: int, width: float, height: float) -> "Box":
        """Return this box on a sheet of that size that is turned so many quarters clockwise."""
        box = self
        for _ in range(quarters % 4):
            box = Box(height - box.bottom, box.left, height - box.top, box.right)
            width, height = height, width
        return box


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter: its loose box (advance and line height), baseline, size in points, and how it is drawn."""

    text: str
    box: Box
    baseline: float
    size: float
    font: str
    bold: bool
    italic: bool
    turn: int  # quarters clockwise
    mark: int  # number of its marked content, -1 for none
    drawn: bool  # False where it is laid invisibly over a picture
    index: int = 0  # its place in the order in which the page is drawn
    spaced: bool = False  # a space is drawn behind it
    hinted: bool = False  # pdfium thinks that a space is meant behind it

    @property
    def middle(self) -> tuple[float, float]:
        """Return the middle of its box."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page: its number among the objects of the page, its box, its marked content."""

    number: int
    box: Box
    mark: int


@dataclass(frozen=True, slots=True)
class Link:
    """A room of a page that leads to an address."""

    box: Box
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page, upright: number from 1, size in points."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    pictures: tuple[Picture, ...] = ()
    rules: tuple[Box, ...] = ()  # lines and filled rectangles
    links: tuple[Link, ...] = ()
    turn: int = 0  # quarters clockwise by which it was turned
    origin: tuple[float, float] = (0.0, 0.0)  # left and top of the page in the file

    def in_file(self, box: Box) -> tuple[float, float, float, float]:
        """Return a box as left, bottom, right, top in the coordinates of the file."""
        back = box.turned(-self.turn, self.width, self.height)
        left, top = self.origin
        return left + back.left, top - back.bottom, left + back.right, top - back.top


def read_pages(data: bytes) -> tuple[Page, ...]:
    """Return the pages of a PDF that asks for no password; raises pypdfium2.PdfiumError where pdfium cannot open it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_page(document[number], number + 1) for number in range(len(document)))
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    """Return a page as it is shown: turned by its /Rotate, and once more where all letters lie on their side."""
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    origin = (left, top)
    text = page.get_textpage()
    glyphs = _glyphs(text, origin)
    text.close()
    pictures, rules = _objects(page, origin)
    found = Page(
        number, width, height, tuple(glyphs), tuple(pictures), tuple(rules), tuple(_links(page, origin)), 0, origin
    )
    return upright(turned(found, int(page.get_rotation()) // 90))


def turned(page: Page, quarters: int) -> Page:
    """Return a page turned so many quarters clockwise."""
    if not quarters % 4:
        return page
    room = (page.width, page.height)
    width, height = room if quarters % 2 == 0 else room[::-1]
    glyphs = tuple(
        _with_baseline(replace(glyph, box=glyph.box.turned(quarters, *room), turn=(glyph.turn + quarters) % 4))
        for glyph in page.glyphs
    )
    pictures = tuple(replace(picture, box=picture.box.turned(quarters, *room)) for picture in page.pictures)
    links = tuple(replace(link, box=link.box.turned(quarters, *room)) for link in page.links)
    rules = tuple(box.turned(quarters, *room) for box in page.rules)
    turn = (page.turn + quarters) % 4
    return Page(page.number, width, height, glyphs, pictures, rules, links, turn, page.origin)


def upright(page: Page) -> Page:
    """Return the page turned so that most of its letters stand upright."""
    turns = [0, 0, 0, 0]
    for glyph in page.glyphs:
        turns[glyph.turn] += 1
    return turned(page, -max(range(4), key=lambda turn: (turns[turn], -turn)))


def _with_baseline(glyph: Glyph) -> Glyph:
    """Return a turned letter with a baseline: where it stands upright now, a fifth above the bottom of its box."""
    return replace(glyph, baseline=glyph.box.bottom - glyph.box.height / 5)


def _glyphs(page: pypdfium2.PdfTextPage, origin: tuple[float, float]) -> list[Glyph]:
    found: list[Glyph] = []
    seen: dict[tuple[str, int, int], list[float]] = {}
    handle = page.raw
    for index in range(pdfium.FPDFText_CountChars(handle)):
        if pdfium.FPDFText_IsGenerated(handle, index):
            if found and int(pdfium.FPDFText_GetUnicode(handle, index)) == _SPACE:
                found[-1] = replace(found[-1], hinted=True)
            continue
        glyph = _glyph(handle, index, origin)
        if glyph is None:
            continue
        if glyph.text == " " and found and found[-1].text != " ":
            found[-1] = replace(found[-1], spaced=True)
        # Some programs make bold letters by printing them twice, a hair apart.
        there = seen.setdefault((glyph.text, round(glyph.size), round(glyph.baseline)), [])
        # The letters of a ligature stand at one place too, one right behind the other.
        bound = bool(found) and found[-1].index == index - 1 and abs(found[-1].box.left - glyph.box.left) < 0.01
        if bound or not any(abs(left - glyph.box.left) < glyph.size / 10 for left in there):
            there.append(glyph.box.left)
            found.append(glyph)
    return found


def _glyph(handle: object, index: int, origin: tuple[float, float]) -> Glyph | None:
    number = int(pdfium.FPDFText_GetUnicode(handle, index))
    text = chr(number)
    if text in HYPHENS and text != "-" and text != "\u2011":
        text = "\u2010" if text != "\u00ad" else "\u00ad"
    text = _LIGATURES.get(text, text)
    if number == 0 or (number < 32):
        text = "\u2010" if number == 2 else ""
    if not text:
        return None
    room = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(handle, index, room)
    left, top = origin
    box = Box(room.left - left, top - room.top, room.right - left, top - room.bottom)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
    turn = round(float(pdfium.FPDFText_GetCharAngle(handle, index)) / (math.pi / 2)) % 4
    drawn = pdfium.FPDFText_GetTextObject(handle, index)
    font, flags = _font(handle, index)
    small = font.lower()
    weight = int(pdfium.FPDFText_GetFontWeight(handle, index))
    return Glyph(
        " " if text.isspace() and text != "\u00a0" else text,
        box,
        top - y.value,
        _size(handle, index),
        font,
        weight >= 600 or bool(flags & _ONE_FONT) or any(word in small for word in _BOLD),
        any(word in small for word in _ITALIC),
        turn,
        int(pdfium.FPDFPageObj_GetMarkedContentID(drawn)) if drawn else -1,
        not drawn or int(pdfium.FPDFTextObj_GetTextRenderMode(drawn)) != _INVISIBLE,
        index,
    )


def _size(handle: object, index: int) -> float:
    """Return the size of a letter in points, as it is on the page: a page may scale what is drawn."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, index, matrix)
    return float(pdfium.FPDFText_GetFontSize(handle, index)) * math.hypot(matrix.c, matrix.d)


def _font(handle: object, index: int) -> tuple[str, int]:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, index, name, 128, flags)
    return name.value.decode("utf-8", "replace").rpartition("+")[2], flags.value


def _objects(page: pypdfium2.PdfPage, origin: tuple[float, float]) -> tuple[list[Picture], list[Box]]:
    pictures: list[Picture] = []
    rules: list[Box] = []
    for number, item in enumerate(page.get_objects(max_depth=_DEEPEST)):
        if item.type not in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            continue
        left, bottom, right, top = item.get_bounds()
        box = Box(left - origin[0], origin[1] - top, right - origin[0], origin[1] - bottom)
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(Picture(number, box, int(pdfium.FPDFPageObj_GetMarkedContentID(item.raw))))
        else:
            rules.append(box)
    return pictures, rules


def _links(page: pypdfium2.PdfPage, origin: tuple[float, float]) -> list[Link]:
    found: list[Link] = []
    position, handle = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, position, handle):
        room, action = pdfium.FS_RECTF(), pdfium.FPDFLink_GetAction(handle)
        if not action or not pdfium.FPDFLink_GetAnnotRect(handle, room):
            continue
        length = int(pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0))
        if length > 1:
            address = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, address, length)
            low, high = sorted((origin[1] - room.top, origin[1] - room.bottom))
            box = Box(room.left - origin[0], low, room.right - origin[0], high)
            found.append(Link(box, address.value.decode("utf-8", "replace")))
    return found
