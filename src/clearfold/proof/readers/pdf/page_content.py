"""Read what a page draws in one walk through its operators: text, shapes and pictures, and if asked its inks."""

from dataclasses import dataclass

from pypdf import PageObject
from pypdf.generic import DictionaryObject

from clearfold.proof.page.page_model import Picture, Shape
from clearfold.proof.readers.pdf.colour import srgb
from clearfold.proof.readers.pdf.objects import dictionary
from clearfold.proof.readers.pdf.operators.amount import Amounts
from clearfold.proof.readers.pdf.operators.cells import CellVisitor
from clearfold.proof.readers.pdf.operators.content import operations_of
from clearfold.proof.readers.pdf.operators.forms import FormVisitor
from clearfold.proof.readers.pdf.operators.interpreter import Fonts, Interpreter
from clearfold.proof.readers.pdf.operators.marked import Marked, MarkVisitor
from clearfold.proof.readers.pdf.operators.matrix import Matrix
from clearfold.proof.readers.pdf.operators.painting import PaintVisitor
from clearfold.proof.readers.pdf.operators.rules import Rule, RuleVisitor
from clearfold.proof.readers.pdf.operators.state import Graphics, Remembered, Stream
from clearfold.proof.readers.pdf.operators.syntax import SyntaxVisitor
from clearfold.proof.readers.pdf.operators.text import TextVisitor
from clearfold.proof.readers.pdf.operators.visitor import Visitor
from clearfold.proof.readers.pdf.print.inks import InkVisitor, Mark
from clearfold.proof.readers.pdf.text_pieces import Piece, in_reading_order, once


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page's content streams draw, in their order; lengths in points from the corner of the trimmed page.

    ``marks`` are what prints with which inks, ``strange`` what breaks the grammar of our editions, ``uncoloured`` what
    in it lost its colour, and ``turned`` which operators stand out of turn; there are none unless they were asked for.
    ``sequences`` are those of marked content, ``used`` the numbers of the forms and patterns that are drawn, ``rules``
    level lines, and ``edges`` where boxes and rules end: how far from the left and from the top; ``beside`` are the
    words that it draws and that are no text of it.
    """

    pieces: tuple[Piece, ...] = ()
    shapes: tuple[Shape, ...] = ()
    pictures: tuple[Picture, ...] = ()
    marks: tuple[Mark, ...] = ()
    sequences: tuple[Marked, ...] = ()
    used: tuple[int, ...] = ()
    rules: tuple[Rule, ...] = ()
    edges: frozenset[tuple[float, float]] = frozenset()
    strange: tuple[str, ...] = ()
    uncoloured: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def read_page(
    page: PageObject,
    index: int,
    origin: Matrix,
    fonts: Fonts,
    amounts: Amounts,
    *,
    inks: bool = False,
    ours: bool = False,
) -> PageContent:
    """Read a page whose own space ``origin`` puts on the trimmed page.

    ``fonts`` grows by those that it uses, ``amounts`` by what it draws. What breaks the grammar of our editions is
    looked for in ``ours`` alone: in a page of others nearly all does. Raises UnreadableError for a page that draws
    more than can be followed.
    """
    content = page.get_contents()
    operations = operations_of(content) if content is not None else ()
    amounts.count(page, operations)
    if not operations:
        return PageContent()
    colours = Remembered(srgb)
    text, painting, printed = TextVisitor(index, colours), PaintVisitor(colours), InkVisitor(page, index, fonts)
    marked, syntax, forms, ruled = MarkVisitor(), SyntaxVisitor(), FormVisitor(), RuleVisitor()
    cells = CellVisitor(page, fonts)
    asked = (*((printed,) if inks else ()), *((syntax, forms, ruled) if ours else ()))
    visitors: tuple[Visitor, ...] = (text, painting, marked, cells, *asked)
    resources = dictionary(page.get("/Resources"))
    stream = Stream(Graphics(origin), resources if resources is not None else DictionaryObject())
    Interpreter(page, visitors, fonts).run(operations, stream)
    text.finish()
    return PageContent(
        tuple(in_reading_order(text.pieces if ours else tuple(once(text.pieces)))),
        tuple(painting.shapes),
        tuple(painting.pictures),
        tuple(printed.marks),
        tuple(marked.marked),
        used=tuple(forms.used),
        rules=tuple(ruled.rules),
        edges=frozenset(ruled.edges),
        strange=(*syntax.strange, *forms.strange),
        uncoloured=tuple(syntax.uncoloured),
        turned=tuple(syntax.turned),
        beside=tuple(cells.words),
    )
