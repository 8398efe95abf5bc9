"""Unfold a printed file: print it, fold the paper and turn its pages, so that other readers see them one by one.

Nothing is known here of where a page ought to stand. Sheets are printed as the file asks, piled up, folded and opened
again, and what a person sees is read: at each step what the next step hides, and in the end all that lies open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from clearfold.model.messages import message
from clearfold.model.paper import Fold, Paper
from clearfold.model.units import MM
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.objects import dictionary
from clearfold.proof.readers.pdf.operators.visitor import Operation
from clearfold.proof.readers.pdf.print.page_part import Placed, Window, cut

SHEET = (297.0, 210.0)  # mm, A4 landscape
# Widths of a sheet's parts in mm, from left to right, with the inside up.
PARTS = {Fold.BOOKLET: (148.5, 148.5), Fold.C_FOLD: (100.0, 100.0, 97.0), Fold.Z_FOLD: (99.0, 99.0, 99.0)}


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a part of a sheet: the page of the file (from 0) printed on it, and where, in mm from its left.

    ``turned`` is true where it is printed upside down.
    """

    side: int
    left: float
    width: float
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a sheet between folds, as it lies: the face that is up, and the one below."""

    up: Face
    down: Face

    def over(self) -> "Leaf":
        """Return the leaf turned over, as one turns the page of a book."""
        return Leaf(self.down, self.up)


View = tuple[Face, ...]
"""What a person sees at once, from left to right."""


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A file of single pages in the order in which a person reads them, and what was seen of the sheets.

    ``sides`` are the measures in mm of the file's pages, each with its rotation; ``placed`` are, for each single page,
    the forms drawn on it; ``scaling`` is what the file says of scaling to the printer, "" for nothing.
    """

    data: bytes
    sides: tuple[tuple[float, float, int], ...]
    placed: tuple[tuple[Placed, ...], ...]
    scaling: str


@foreign()
def unfold(data: bytes, paper: Paper) -> Unfolded:
    """Return the single pages of a file whose sheets are folded; raise UnreadableError where it cannot be read.

    Sheets that are not whole have blank sides.
    """
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise UnreadableError(message("it is locked with a password"))
    preferences = dictionary(reader.root_object.get("/ViewerPreferences")) or DictionaryObject()
    sheets = _print(len(reader.pages), paper.fold, str(preferences.get("/Duplex")) == "/DuplexFlipLongEdge")
    faces = read(VIEWS[paper.fold](sheets))
    sides = tuple(_measures(page) for page in reader.pages)
    writer = PdfWriter(clone_from=reader)
    drawn = [_operations(page) for page in writer.pages]
    placed = tuple(_single(writer, drawn, face, paper) for face in faces)
    for _ in sides:
        writer.remove_page(0)
    for key in ("/PageLabels", "/Outlines"):
        writer.root_object.pop(NameObject(key), None)
    out = BytesIO()
    writer.write(out)
    return Unfolded(out.getvalue(), sides, placed, str(preferences.get("/PrintScaling") or "")[1:])


def _print(sides: int, fold: Fold, long_edge: bool) -> list[list[Leaf]]:
    """Return the sheets that come out of the printer, each as its leaves from left to right with the inside up.

    The file's pages are fronts and backs in turn; the back is the inside. Turned over on its short edge, a landscape
    sheet stays upright, and its left is on the right; on its long edge it keeps left and right, upside down.
    """
    parts = PARTS[fold]
    sheets: list[list[Leaf]] = []
    for front in range(0, sides, 2):
        leaves: list[Leaf] = []
        left = 0.0
        for width in parts:
            mirrored = SHEET[0] - left - width
            up = Face(front + 1, left if not long_edge else mirrored, width, turned=long_edge)
            leaves.append(Leaf(up, Face(front, mirrored, width)))
            left += width
        sheets.append(leaves)
    return sheets


def _booklet(sheets: list[list[Leaf]]) -> list[View]:
    """Pile the sheets, the first one lowest, fold the left half over the right one, and turn the pages."""
    pile = [left.over() for left, _ in sheets] + [right for _, right in reversed(sheets)]
    views: list[View] = [(pile[0].up,)]
    views += [(one.down, two.up) for one, two in pairwise(pile)]
    return [*views, (pile[-1].down,)]


def _c_fold(sheets: list[list[Leaf]]) -> list[View]:
    """Fold the right part in and the left one over it; open the left one, then the right one; turn the sheet over."""
    left, middle, right = sheets[0]
    return [(left.over().up,), (left.up, right.over().up), *_open(left, middle, right)]


def _z_fold(sheets: list[list[Leaf]]) -> list[View]:
    """Fold the left part over the middle and the right one behind it; open the left, then the right; turn it over."""
    left, middle, right = sheets[0]
    return [(left.over().up,), (left.up, middle.up), *_open(left, middle, right)]


def _open(left: Leaf, middle: Leaf, right: Leaf) -> list[View]:
    """Return what is seen of a sheet that lies open, and of its other side."""
    return [(left.up, middle.up, right.up), (right.over().up, middle.over().up, left.over().up)]


VIEWS = {Fold.BOOKLET: _booklet, Fold.C_FOLD: _c_fold, Fold.Z_FOLD: _z_fold}


def read(views: Sequence[View]) -> list[Face]:
    """Return the faces in the order in which a person reads what is seen: first what the next view hides."""
    order: list[Face] = []
    for view, following in zip(views, (*views[1:], ()), strict=True):
        order += [face for face in view if face not in order and face not in following]
    return order


def _operations(page: PageObject) -> list[Operation]:
    """Return the operators of a side: parsed once for all faces that are printed on it."""
    content = page.get_contents()
    return content.operations if content is not None else []


def _single(writer: PdfWriter, drawn: Sequence[list[Operation]], face: Face, paper: Paper) -> tuple[Placed, ...]:
    """Add a page with what is printed on a face, blank where the file has no such side; return the forms drawn.

    ``drawn`` are the operators of each side.
    """
    window = _window(face, paper)
    page = PageObject.create_blank_page(None, window.width, window.height)
    placed: tuple[Placed, ...] = ()
    made = writer.add_page(page)
    if face.side < len(drawn):
        content, placed = cut(writer.pages[face.side], drawn[face.side], window)
        made[NameObject("/Resources")] = content.resources
        made[NameObject("/Contents")] = writer._add_object(content.stream)
    return placed


def _window(face: Face, paper: Paper) -> Window:
    """Return the part of a side that a reader holds as a page: the whole face, or the page at its fold."""
    left, width = face.left, face.width
    if paper.fold is Fold.BOOKLET:
        spine_on_right = left + width <= SHEET[0] / 2 + 0.01
        left, width = (left + width - paper.width if spine_on_right else left), paper.width
    return Window(left * MM, 0.0, width * MM, SHEET[1] * MM, face.turned)


def _measures(page: PageObject) -> tuple[float, float, int]:
    box = page.cropbox
    return (float(box.width) / MM, float(box.height) / MM, page.rotation % 360)
