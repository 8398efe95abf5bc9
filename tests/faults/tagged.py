"""Make a small tagged PDF with pikepdf alone: a tree of structure elements, each with its text or its children.

The faults and the readers' tests need files of which every byte is known, made by neither the press nor WeasyPrint.
What is drawn of each text is given as sheets: lines of Helvetica one under another, or a brochure that is set in type.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

WIDTH, HEIGHT, MARGIN, LEADING = 420, 595, 40, 16
LINES = 24  # on a page
FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A structure element: its type, its text or children, and entries such as Alt, Lang, E and attributes."""

    kind: str
    text: str = ""
    kids: "tuple[Node, ...]" = ()
    alt: str = ""
    lang: str = ""
    expansion: str = ""
    link: str = ""
    attributes: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """Operators that draw on a page, counted from 0; ``artifact`` is how they are marked where they are no text.

    ``box`` is where a link on them is: left, low, right, high.
    """

    page: int
    operators: str
    artifact: str = ""
    box: Box = (0, 0, 9, 9)


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages in points, and what is drawn on them: before all else, and for each leaf of the tree in its order.

    A leaf is a node that has text, or that is a figure. ``resources`` makes what the operators name.
    """

    width: float
    height: float
    pages: int
    first: tuple[Drawing, ...]
    leaves: tuple[tuple[Drawing, ...], ...]
    resources: Callable[[pikepdf.Pdf], Dictionary]


def leaves(node: Node) -> Iterator[Node]:
    """Yield the leaves of a tree in their order."""
    if node.text or node.kind == "Figure":
        yield node
    else:
        for kid in node.kids:
            yield from leaves(kid)


def plain(nodes: Sequence[Node], head: str) -> Sheets:
    """Draw each leaf on a line of its own, in Helvetica, with a running head and a folio on each page."""
    drawn: list[tuple[Drawing, ...]] = []
    for index, leaf in enumerate(leaf for node in nodes for leaf in leaves(node)):
        y = HEIGHT - MARGIN - LEADING * (index % LINES + 1)
        text = f"BT /F1 12 Tf {MARGIN} {y} Td {_shown(leaf.text)} Tj ET" if leaf.text else "40 40 30 30 re f"
        drawn.append((Drawing(index // LINES, text),))
    pages = drawn[-1][0].page + 1
    furniture = [
        Drawing(page, f"BT /F1 9 Tf {MARGIN} {y} Td {_shown(text)} Tj ET", pagination(kind))
        for page in range(pages)
        for y, text, kind in ((HEIGHT - 20, head, "Header"), (20, str(page + 1), "Footer"))
    ]
    return Sheets(WIDTH, HEIGHT, pages, tuple(furniture), tuple(drawn), lambda _: Dictionary(Font=Dictionary(F1=FONT)))


def pagination(kind: str) -> str:
    """Return how a running head or folio is marked (ISO 32000-1, 14.8.2.2.2)."""
    return f"<</Type /Pagination /Subtype /{kind}>>"


@dataclass(slots=True)
class _Page:
    content: list[str] = field(default_factory=list)
    marks: list[pikepdf.Object] = field(default_factory=list)
    annotations: list[pikepdf.Object] = field(default_factory=list)


class _Maker:
    def __init__(self, sheets: Sheets) -> None:
        self.pdf = pikepdf.new()
        self.sheets = sheets
        self.waiting = iter(sheets.leaves)
        self.pages = [_Page() for _ in range(sheets.pages)]
        self.objects = [self.pdf.make_indirect(Dictionary(Type=Name.Page)) for _ in self.pages]
        self.last = sheets.leaves[0][0]
        self.headings: list[tuple[str, int]] = []
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        for part in sheets.first:
            self.aside(part)

    def element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent))
        for key, value in (("/Alt", node.alt), ("/Lang", node.lang), ("/E", node.expansion)):
            if value:
                made[key] = String(value)
        if node.attributes:
            owner = "/Table" if node.kind in ("TD", "TH") else "/List"
            values = {f"/{k}": v if isinstance(v, int) else Name(f"/{v}") for k, v in node.attributes}
            made.A = Dictionary({"/O": Name(owner), **values})
        leaf = node.text or node.kind == "Figure"
        kids = list(self.leaf(node, made)) if leaf else [self.element(kid, made) for kid in node.kids]
        if node.link:
            kids.append(self.annotation(node.link, made))
        made.K = Array(kids)
        return made

    def leaf(self, node: Node, made: pikepdf.Object) -> Iterator[pikepdf.Object]:
        """Draw a leaf, and yield a reference to each of its parts."""
        parts = next(self.waiting)
        if node.kind in ("H1", "H2", "H3"):
            self.headings.append((node.text, next(part.page for part in parts if not part.artifact)))
        for part in parts:
            page = self.pages[part.page]
            if part.artifact:
                self.aside(part)
                continue
            self.last = part
            page.marks.append(made)
            number = len(page.marks) - 1
            page.content.append(f"/{node.kind} <</MCID {number}>> BDC {part.operators} EMC")
            yield Dictionary(Type=Name.MCR, Pg=self.objects[part.page], MCID=number)

    def aside(self, part: Drawing) -> None:
        self.pages[part.page].content.append(f"/Artifact {part.artifact} BDC {part.operators} EMC")

    def annotation(self, link: str, made: pikepdf.Object) -> pikepdf.Object:
        action = (
            Dictionary(S=Name.URI, URI=String(link)) if "://" in link else Dictionary(S=Name.GoTo, D=String(link[1:]))
        )
        made_link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array(self.last.box), A=action, Contents=String("link")
        )
        annotation = self.pdf.make_indirect(made_link)
        self.pages[self.last.page].annotations.append(annotation)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.objects[self.last.page])

    def finish(self, title: str, lang: str, author: str) -> bytes:
        resources = self.sheets.resources(self.pdf)
        tree: list[pikepdf.Object | int] = []
        for index, page in enumerate(self.pages):
            target = self.objects[index]
            target.MediaBox = Array([0, 0, self.sheets.width, self.sheets.height])
            target.Resources = resources
            target.Contents = self.pdf.make_stream("\n".join(page.content).encode("latin-1"))
            target.StructParents = index
            target.Tabs = Name.S
            if page.annotations:
                target.Annots = Array(page.annotations)
            self.pdf.pages.append(pikepdf.Page(target))
            tree += [index, self.pdf.make_indirect(Array(page.marks))]
        self.root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(tree)))
        self.pdf.Root.StructTreeRoot = self.root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)
        self.pdf.Root.Lang = String(lang)
        self.pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with self.pdf.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(text, page) for text, page in self.headings)
        self.pdf.docinfo["/Title"] = title
        self.pdf.docinfo["/Author"] = author
        return saved(self.pdf)


def tagged_pdf(
    nodes: Sequence[Node], *, title: str, lang: str, author: str = "", head: str = "", sheets: Sheets | None = None
) -> bytes:
    """Return a tagged PDF of the nodes under one Document, drawn as the sheets have it, else as ``plain`` does."""
    maker = _Maker(sheets or plain(nodes, head or title))
    document = Node("Document", kids=tuple(nodes))
    maker.root.K = maker.element(document, maker.root)
    return maker.finish(title, lang, author)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF as bytes, the same ones each time."""
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _shown(text: str) -> str:
    return "<" + text.encode("cp1252").hex() + ">"
