"""Put what a PDF's pages draw into lines, pictures and shapes: what the checks of printed pages look at."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import groupby

from pypdf import PageObject
from pypdf.generic import ArrayObject

from clearfold.proof.page.page_model import Box, Line, PageLook, Picture, Shape, Stretch
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.content import by_line
from clearfold.proof.readers.pdf.file import PdfFile, origin, trimmed
from clearfold.proof.readers.pdf.objects import dictionary, floats, items
from clearfold.proof.readers.pdf.operators.matrix import point
from clearfold.proof.readers.pdf.text_pieces import SINGLE, Piece

NEAR = 12.0  # pt between shapes of one drawing


def read_looks(pdf: PdfFile) -> tuple[PageLook, ...]:
    """Return the look of each page; its lines are numbered as the blocks of ``read_content`` point to them."""
    looks: list[PageLook] = []
    number = 0
    for index, (content, ((width, height), links)) in enumerate(zip(pdf.pages, _sheets(pdf), strict=True)):
        grouped = list(by_line(content.pieces))
        lines = tuple(_line(pieces, number + i) for i, pieces in enumerate(grouped))
        number += len(lines)
        pictures = (*content.pictures, *_drawings(content.shapes))
        looks.append(PageLook(index, pdf.labels[index], width, height, lines, content.shapes, pictures, links))
    return tuple(looks)


@foreign()
def _sheets(pdf: PdfFile) -> list[tuple[tuple[float, float], tuple[Box, ...]]]:
    """Return the size of each page, and the areas of its links."""
    return [(_size(page), tuple(_links(page))) for page in pdf.reader.pages]


def _size(page: PageObject) -> tuple[float, float]:
    """Return width and height of a page as it is trimmed and turned, in points."""
    unit = float(str(page.get("/UserUnit", 1)))
    left, bottom, right, top = trimmed(page)
    size = ((right - left) * unit, (top - bottom) * unit)
    return size if page.rotation % 180 == 0 else (size[1], size[0])


def _line(pieces: Sequence[Piece], number: int) -> Line:
    """Join pieces to a line; white space is folded, so that its text is that of the block of content."""
    one = pieces[-1]
    if len(pieces) == 1 and _told(one) and one.text == " ".join(one.text.split()):  # most lines of most files
        stretch = Stretch(0, len(one.text), one.state, one.y, one.clip)
        seen = (one.text, one.text, one.starts, one.ends, (stretch,))
        return Line(one.page, number, *seen, one.artifact, one.figure, one.scope, one.missing)
    placed = [
        (char, piece.starts[i], piece.ends[i], piece.drawn[i : i + 1] if _told(piece) else char, k, i in piece.missing)
        for k, piece in enumerate(pieces)
        for i, char in enumerate(piece.text)
    ]
    kept = [item for at, item in enumerate(placed) if not item[0].isspace() or (at and not placed[at - 1][0].isspace())]
    while kept and kept[0][0].isspace():
        kept.pop(0)
    while kept and kept[-1][0].isspace():
        kept.pop()
    text = "".join(" " if char.isspace() else char for char, *_ in kept)
    stretches: list[Stretch] = []
    for k, group in groupby(range(len(kept)), lambda at: kept[at][4]):
        places = list(group)
        stretches.append(Stretch(places[0], places[-1] + 1, pieces[k].state, pieces[k].y, pieces[k].clip))
    drawn = "".join(pieces[k].drawn if not _told(pieces[k]) else "" for k in range(len(pieces)))
    last = pieces[-1]
    return Line(
        last.page,
        number,
        text,
        " ".join("".join(p.drawn or p.text for p in pieces).split()) if drawn else text,
        array(SINGLE, [item[1] for item in kept]),
        array(SINGLE, [item[2] for item in kept]),
        tuple(stretches),
        last.artifact,
        last.figure,
        last.scope,
        tuple(at for at, item in enumerate(kept) if item[5]),
    )


def _told(piece: Piece) -> bool:
    """Say whether the text of a piece is what its glyphs show."""
    return piece.drawn == piece.text


def _drawings(shapes: Sequence[Shape]) -> Iterator[Picture]:
    """Gather the shapes of a drawing: those in a picture's tag, and curves and slopes that stand together."""
    tagged: dict[int, list[Shape]] = {}
    loose: list[list[Shape]] = []
    for shape in shapes:
        if shape.figure:
            tagged.setdefault(shape.figure, []).append(shape)
        elif not shape.plain and loose and _belongs(shape, loose[-1]):
            loose[-1].append(shape)
        elif not shape.plain:
            loose.append([shape])
    for group in (*tagged.values(), *loose):
        box = group[0].box
        for shape in group[1:]:
            box = box.joined(shape.box)
        yield Picture(box, _shared([shape.scope[:-1] for shape in group]))


def _belongs(shape: Shape, group: Sequence[Shape]) -> bool:
    box = shape.box
    around = Box(box.left - NEAR, box.bottom - NEAR, box.right + NEAR, box.top + NEAR)
    return any(around.meets(other.box) for other in group)


def _shared(scopes: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the beginning that all of them share."""
    first, last = min(scopes), max(scopes)
    size = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:size]


def _links(page: PageObject) -> Iterator[Box]:
    """Return the areas of the page's links."""
    for item in items(page.get("/Annots")):
        annotation = dictionary(item)
        area = annotation.get("/Rect") if annotation is not None and annotation.get("/Subtype") == "/Link" else None
        sides = area.get_object() if area is not None else None
        if isinstance(sides, ArrayObject) and len(sides) == 4:
            left, bottom, right, top = floats(list(sides))
            one, other = point(origin(page), left, bottom), point(origin(page), right, top)
            yield Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
