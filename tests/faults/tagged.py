"""Make a small tagged PDF with pikepdf alone: a tree of structure elements, each with its text or its children.

The faults and the readers' tests need files of which every byte is known, made by neither the press nor WeasyPrint.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

WIDTH, HEIGHT, MARGIN, LEADING = 420, 595, 40, 16
LINES = 24  # on a page
FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


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


@dataclass(slots=True)
class _Page:
    content: list[str] = field(default_factory=list)
    marks: list[pikepdf.Object] = field(default_factory=list)
    annotations: list[pikepdf.Object] = field(default_factory=list)


class _Maker:
    def __init__(self, head: str) -> None:
        self.pdf = pikepdf.new()
        self.head = head
        self.pages: list[_Page] = []
        self.objects: list[pikepdf.Object] = []
        self.lines = LINES
        self.headings: list[tuple[str, int]] = []
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        for _ in range(60):
            self.objects.append(self.pdf.make_indirect(Dictionary(Type=Name.Page)))

    def page(self) -> _Page:
        if self.lines >= LINES:
            self.pages.append(_Page())
            number = len(self.pages)
            self.lines = 0
            for y, text, kind in ((HEIGHT - 20, self.head, "Header"), (20, str(number), "Footer")):
                mark = f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC"
                self.pages[-1].content.append(f"{mark} BT /F1 9 Tf {MARGIN} {y} Td {_shown(text)} Tj ET EMC")
        return self.pages[-1]

    def element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent))
        for key, value in (("/Alt", node.alt), ("/Lang", node.lang), ("/E", node.expansion)):
            if value:
                made[key] = String(value)
        if node.attributes:
            owner = "/Table" if node.kind in ("TD", "TH") else "/List"
            values = {f"/{k}": v if isinstance(v, int) else Name(f"/{v}") for k, v in node.attributes}
            made.A = Dictionary({"/O": Name(owner), **values})
        kids = [self.text(node, made)] if node.text else [self.element(kid, made) for kid in node.kids]
        if node.kind == "Figure":
            kids = [self.drawn(made)]
        if node.link:
            kids.append(self.annotation(node.link, made))
        made.K = Array(kids)
        return made

    def text(self, node: Node, made: pikepdf.Object) -> pikepdf.Object:
        page = self.page()
        if node.kind in ("H1", "H2", "H3"):
            self.headings.append((node.text, len(self.pages) - 1))
        y = HEIGHT - MARGIN - LEADING * (self.lines + 1)
        self.lines += 1
        mark = f"/{node.kind} <</MCID {len(page.marks)}>> BDC"
        page.content.append(f"{mark} BT /F1 12 Tf {MARGIN} {y} Td {_shown(node.text)} Tj ET EMC")
        return self.reference(page, made)

    def drawn(self, made: pikepdf.Object) -> pikepdf.Object:
        page = self.page()
        self.lines += 1
        page.content.append(f"/Figure <</MCID {len(page.marks)}>> BDC 40 40 30 30 re f EMC")
        return self.reference(page, made)

    def reference(self, page: _Page, made: pikepdf.Object) -> pikepdf.Object:
        page.marks.append(made)
        number = len(page.marks) - 1
        return Dictionary(Type=Name.MCR, Pg=self.objects[len(self.pages) - 1], MCID=number)

    def annotation(self, link: str, made: pikepdf.Object) -> pikepdf.Object:
        action = (
            Dictionary(S=Name.URI, URI=String(link)) if "://" in link else Dictionary(S=Name.GoTo, D=String(link[1:]))
        )
        made_link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action, Contents=String("link"))
        annotation = self.pdf.make_indirect(made_link)
        self.pages[-1].annotations.append(annotation)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.objects[len(self.pages) - 1])

    def finish(self, title: str, lang: str, author: str) -> bytes:
        tree: list[pikepdf.Object | int] = []
        for index, page in enumerate(self.pages):
            target = self.objects[index]
            target.MediaBox = Array([0, 0, WIDTH, HEIGHT])
            target.Resources = Dictionary(Font=Dictionary(F1=FONT))
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


def tagged_pdf(nodes: Sequence[Node], *, title: str, lang: str, author: str = "", head: str = "") -> bytes:
    """Return a tagged PDF of the nodes under one Document; each page has a running head and a folio as artifacts."""
    maker = _Maker(head or title)
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
