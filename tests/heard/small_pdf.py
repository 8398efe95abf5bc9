"""Small tagged PDFs, made by nothing but pikepdf: one page of lines, each with its place in the tags."""

from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

LEFT, TOP, LEADING, SIZE, LETTER = 72, 720, 20, 12, 7.2  # points; a letter of Courier is 0.6 of its size wide
WIDE, HIGH = 120, 60  # of a drawing
BEYOND = 100  # pages: the numbers of links in the ParentTree
NEW_LINE, NEW_PAGE, DRAWING = "\n", "\f", "\a"


@dataclass(slots=True, eq=False)
class Tag:
    """An element: its type, what is in it, and its entries; ``link`` is an address that its words lead to.

    A text that begins with a line end or a form feed begins a line or a page; one of a bell is a drawn rectangle.
    """

    type: str
    kids: tuple["Tag | str", ...] = ()
    entries: dict[str, Object] = field(default_factory=dict)
    link: str = ""
    listed: bool = False


def tag(kind: str, *kids: Tag | str, link: str = "", listed: bool = False, **entries: Object) -> Tag:
    """Return an element; ``listed`` is true of a drawing whose attributes are a list of one."""
    return Tag(kind, kids, entries, link, listed)


def small_pdf(*tags: Tag, head: str = "") -> bytes:
    """Return a PDF of these elements; ``head`` is an artifact, such as a running head, above the first page."""
    maker = _Maker(head)
    maker.write(Tag("Document", tags))
    out = BytesIO()
    maker.pdf.save(out, deterministic_id=True)
    return out.getvalue()


class _Maker:
    """One file while it is made: the pages' operators, and the elements that claim their marks."""

    def __init__(self, head: str) -> None:
        self.pdf = Pdf.new()
        self._operators: list[list[str]] = []
        self._marks: list[Array] = []
        self._links: list[Object] = []
        self._x, self._y = float(LEFT), float(TOP)
        coded = {"/Type": Name.Font, "/Subtype": Name.Type1, "/Encoding": Name.WinAnsiEncoding}
        faces = {"/F": Name.Courier, "/B": Name("/Courier-Bold")}
        self._fonts = Dictionary({name: Dictionary({**coded, "/BaseFont": face}) for name, face in faces.items()})
        self._page()
        if head:
            shown = f"BT /F {SIZE} Tf {LEFT} 780 Td ({head}) Tj ET"
            self._operators[0] += ["/Artifact <</Type /Pagination /Subtype /Header>> BDC", shown, "EMC"]

    def write(self, document: Tag) -> None:
        """Write the tree, the pages and the tree of parents."""
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(document, root)
        for page, operators in zip(self.pdf.pages, self._operators, strict=True):
            page.Contents = self.pdf.make_stream("\n".join(operators).encode("latin-1"))
        parents = Array()
        for number, parent in (*enumerate(self._marks), *enumerate(self._links, start=BEYOND)):
            parents.append(number)
            parents.append(parent)
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=parents))
        catalogue = self.pdf.Root
        catalogue.StructTreeRoot, catalogue.MarkInfo, catalogue.Lang = root, Dictionary(Marked=True), String("en")
        self.pdf.docinfo["/Title"] = "A fault of a viewer"
        catalogue.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    def _page(self) -> None:
        self.pdf.add_blank_page(page_size=(595, 842))
        page = self.pdf.pages[-1]
        page.Resources, page.Tabs = Dictionary(Font=self._fonts), Name.S
        page.StructParents = len(self._operators)
        self._operators.append([])
        self._marks.append(Array())
        self._x, self._y = float(LEFT), float(TOP)

    def _element(self, one: Tag, parent: Object) -> Object:
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{one.type}"), P=parent))
        for key, value in one.entries.items():
            element[f"/{key}"] = value
        element.K = Array()
        for kid in one.kids:
            element.K.append(self._element(kid, element) if isinstance(kid, Tag) else self._mark(kid, one, element))
        return element

    def _mark(self, text: str, one: Tag, element: Object) -> Object:
        """Draw a piece and return its mark; a link's first piece gets an area too."""
        if text.startswith(NEW_PAGE):
            self._page()
        elif text.startswith(NEW_LINE):
            self._x, self._y = float(LEFT), self._y - LEADING
        words, page = text.strip(f"{NEW_LINE}{NEW_PAGE}"), len(self._operators) - 1
        font = "B" if one.type == "Strong" else "F"
        shown = f"BT /{font} {SIZE} Tf {self._x} {self._y} Td ({words}) Tj ET"
        if words == DRAWING:
            self._y -= HIGH + LEADING
            shown = f"{LEFT} {self._y} {WIDE} {HIGH} re f"
            box = Array([LEFT, self._y, LEFT + WIDE, self._y + HIGH])
            layout = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
            element.A = Array([layout]) if one.listed else layout
        number, width = len(self._marks[page]), LETTER * len(words)
        self._operators[page] += [f"/{one.type} <</MCID {number}>> BDC", shown, "EMC"]
        self._marks[page].append(element)
        element.Pg = self.pdf.pages[page].obj if "/Pg" not in element else element.Pg
        if one.link and not self._links:
            element.K.append(self._link(one.link, words, element, width))
        self._x += width
        return Dictionary(Type=Name.MCR, Pg=self.pdf.pages[page].obj, MCID=number)

    def _link(self, address: str, words: str, element: Object, width: float) -> Object:
        page = self.pdf.pages[-1]
        area = Dictionary(Type=Name.Annot, Subtype=Name.Link, F=4, Contents=String(words.strip()))
        area.Rect = Array([self._x, self._y - 4, self._x + width, self._y + SIZE])
        area.Border, area.A = Array([0, 0, 0]), Dictionary(S=Name.URI, URI=String(address))
        area.StructParent = BEYOND
        made = self.pdf.make_indirect(area)
        page.Annots = Array([made])
        self._links.append(element)
        return Dictionary(Type=Name.OBJR, Obj=made, Pg=page.obj)


def attributes(owner: str, **values: Object) -> pikepdf.Dictionary:
    """Return an attribute object (ISO 32000-1, 14.7.5)."""
    return Dictionary({"/O": Name(f"/{owner}"), **{f"/{key}": value for key, value in values.items()}})
