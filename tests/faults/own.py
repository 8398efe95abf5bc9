"""Faults put into a finished PDF that the press has made: what no edition holds, and ties that are cut."""

from collections.abc import Callable, Iterator
from io import BytesIO
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, String

from tests.faults.fault import Injected, fault
from tests.faults.tagged import saved

Change = Callable[[pikepdf.Pdf, Page, Random], object]
"""Changes a file at one of its pages; False where there is no place for it."""


def _with(change: Change, *, links: bool = False) -> Callable[[bytes, Random], Injected | None]:
    """Put a change at some page; ``links`` asks for one with links."""

    def inject(data: bytes, random: Random) -> Injected | None:
        with pikepdf.open(BytesIO(data)) as pdf:
            pages = [page for page in pdf.pages if not links or "/Annots" in page]
            if not pages or change(pdf, random.choice(pages), random) is False:
                return None
            return Injected(saved(pdf))

    return inject


def _annotation(**entries: pikepdf.Object | int) -> Change:
    """Return what lays an annotation over the middle of a page."""

    def change(pdf: pikepdf.Pdf, page: Page, _: Random) -> None:
        box = Array([100, 300, 300, 340])
        added = Dictionary(Type=Name.Annot, Rect=box, F=4)
        for key, value in entries.items():
            added[f"/{key}"] = value
        page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(added)])

    return change


def _stamp(pdf: pikepdf.Pdf, page: Page, random: Random) -> None:
    """Draw other words over the page, in an annotation's appearance."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    drawn = pdf.make_stream(b"BT /F 12 Tf (10 tablets) Tj ET")
    drawn.update(Dictionary(Subtype=Name.Form, BBox=Array([0, 0, 99, 20]), Resources=Dictionary(Font={"/F": font})))
    _annotation(Subtype=Name.Stamp, AP=Dictionary(N=drawn))(pdf, page, random)


def _root(key: str, value: Callable[[pikepdf.Pdf], pikepdf.Object]) -> Change:
    def change(pdf: pikepdf.Pdf, _: Page, __: Random) -> None:
        pdf.Root[f"/{key}"] = value(pdf)

    return change


def _action(_: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert('10 tablets')"))


def _layer(pdf: pikepdf.Pdf, page: Page, _: Random) -> None:
    """Put all that a page draws on a layer that is off."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("off")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    page.Resources.Properties = Dictionary(Layer=group)
    page.contents_add(b"/OC /Layer BDC", prepend=True)
    page.contents_add(b"EMC")


def _masked(pdf: pikepdf.Pdf, page: Page, _: Random) -> None:
    """Show the page through a soft mask that lets nothing through."""
    form = pdf.make_stream(b"0 g 0 0 999 999 re f")
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 999, 999]), Group=group))
    mask = Dictionary(S=Name.Luminosity, G=form)
    states = page.Resources.get("/ExtGState", Dictionary())
    states["/Soft"] = Dictionary(SMask=mask)
    page.Resources.ExtGState = states
    page.contents_add(b"/Soft gs", prepend=True)


def _attachment(pdf: pikepdf.Pdf, _: Page, __: Random) -> None:
    pdf.attachments["other.txt"] = b"other words"


def _page_action(_: pikepdf.Pdf, page: Page, __: Random) -> None:
    page.AA = Dictionary(O=Dictionary(S=Name.URI, URI=String("https://example.org")))


def _cropped(_: pikepdf.Pdf, page: Page, __: Random) -> None:
    left, bottom, right, top = (float(edge) for edge in page.MediaBox)
    page.CropBox = Array([left, (bottom + top) / 2, right, top])


def _larger(_: pikepdf.Pdf, page: Page, __: Random) -> None:
    """Give a page room around its sheet, in which anything may stand."""
    left, bottom, right, top = (float(edge) for edge in page.MediaBox)
    page.MediaBox = Array([left - 90, bottom - 90, right + 90, top + 90])


def _field(pdf: pikepdf.Pdf, page: Page, random: Random) -> None:
    _annotation(Subtype=Name.Widget, FT=Name.Tx, T=String("dose"), V=String("10"))(pdf, page, random)
    pdf.Root.AcroForm = Dictionary(Fields=Array([page.Annots[-1]]))


def _turned(_: pikepdf.Pdf, page: Page, random: Random) -> None:
    page.Rotate = random.choice((90, 180, 270))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Dictionary]:
    found = (one for one in pdf.objects if isinstance(one, Dictionary))
    return (one for one in found if one.get("/Type") == Name.FontDescriptor)


def _unembedded(pdf: pikepdf.Pdf, _: Page, random: Random) -> None:
    del random.choice(list(_fonts(pdf)))["/FontFile2"]


def _element(kinds: str, key: str, value: pikepdf.Object | None) -> Change:
    """Return what sets an entry of some structure element of those types, or takes it away."""

    def change(pdf: pikepdf.Pdf, _: Page, random: Random) -> bool:
        elements = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == Name.StructElem]
        fit = [one for one in elements if str(one.S)[1:] in kinds.split() and (value is not None or key in one)]
        if not fit:
            return False
        if value is None:
            del random.choice(fit)[key]
        else:
            random.choice(fit)[key] = value
        return True

    return change


def _says(kinds: str, text: str) -> Change:
    """Return what lets some element that says its text in one piece say another."""

    def change(pdf: pikepdf.Pdf, _: Page, random: Random) -> bool:
        elements = [one for one in pdf.objects if isinstance(one, Dictionary) and "/ActualText" in one]
        fit = [one for one in elements if str(one.get("/S"))[1:] in kinds.split()]
        if fit:
            one = random.choice(fit)
            one.ActualText = String(text.format(str(one.ActualText).replace(" ", "", 1)))
        return bool(fit)

    return change


def _role(pdf: pikepdf.Pdf, _: Page, __: Random) -> None:
    pdf.Root.StructTreeRoot.RoleMap["/P"] = Name.Artifact


def _emptied(kind: str) -> Change:
    """Return what adds an element without words at the end of a section."""

    def change(pdf: pikepdf.Pdf, _: Page, random: Random) -> bool:
        found = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == Name.Sect]
        section = random.choice(found)
        added = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=section, K=Array([]))
        section.K = Array([*section.K, pdf.make_indirect(added)])
        return True

    return change


def _aimless(_: pikepdf.Pdf, page: Page, random: Random) -> bool:
    """Have a link of the page lead nowhere at all."""
    inner = [one for one in _links(page) if "/Dest" in one]
    if not inner:
        return False
    del random.choice(inner)["/Dest"]
    return True


def _links(page: Page) -> list[Dictionary]:
    return [one for one in page.Annots if isinstance(one, Dictionary) and one.get("/Subtype") == Name.Link]


def _exchanged(_: pikepdf.Pdf, page: Page, __: Random) -> bool:
    """Exchange the areas of the first and the last link of a page."""
    one, two = _links(page)[0], _links(page)[-1]
    one.Rect, two.Rect = Array(list(two.Rect)), Array(list(one.Rect))
    return one.objgen != two.objgen


def _unaddressed(_: pikepdf.Pdf, page: Page, random: Random) -> bool:
    addressed = [link for link in _links(page) if "/A" in link and "/URI" in link.A]
    if addressed:
        del random.choice(addressed).A["/URI"]
    return bool(addressed)


def _shifted(_: pikepdf.Pdf, page: Page, random: Random) -> None:
    link = random.choice(_links(page))
    left, bottom, right, top = (float(edge) for edge in link.Rect)
    link.Rect = Array([left, bottom + 60, right, top + 60])


def _grown(_: pikepdf.Pdf, page: Page, random: Random) -> None:
    """Let a link cover most of its page."""
    random.choice(_links(page)).Rect = Array([20, 20, 400, 560])


def _doubled(pdf: pikepdf.Pdf, page: Page, random: Random) -> None:
    """Lay a second link over the first, which no tag knows."""
    copied = Dictionary(dict(random.choice(_links(page)).items()))
    copied.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String("https://example.org/other"))
    page.Annots = Array([*page.Annots, pdf.make_indirect(copied)])


def _parents(pdf: pikepdf.Pdf, _: Page, random: Random) -> bool:
    """Exchange two entries of a page in the ParentTree."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    lists = [one for one in numbers[1::2] if isinstance(one, Array) and len({e.objgen for e in one if e}) > 1]
    chosen = random.choice(lists)
    one, two = next((0, n) for n in range(1, len(chosen)) if chosen[n].objgen != chosen[0].objgen)
    chosen[one], chosen[two] = chosen[two], chosen[one]
    return True


def _bookmarks(change: Callable[[list[pikepdf.OutlineItem]], object]) -> Change:
    def changed(pdf: pikepdf.Pdf, _: Page, __: Random) -> bool:
        with pdf.open_outline() as outline:
            change(outline.root if len(outline.root) > 2 else outline.root[0].children)
        return True

    return changed


def _swapped(items: list[pikepdf.OutlineItem]) -> None:
    items[-1], items[-2] = items[-2], items[-1]


def _elsewhere(pdf: pikepdf.Pdf, _: Page, __: Random) -> bool:
    """Let a telephone number lead to a page of the web."""
    links = (one for page in pdf.pages for one in page.get("/Annots", []))
    calls = [one for one in links if "/A" in one and "tel:" in str(one.A.get("/URI"))]
    for one in calls:
        one.A.URI = String("https://example.com/tel")
    return bool(calls)


def _joined(items: list[pikepdf.OutlineItem]) -> None:
    for item in items:
        item.title = item.title.replace(" ", "", 1)


def _shortened(data: bytes, _: Random) -> Injected | None:
    """Take a comment from behind the first line, so that all objects stand elsewhere than the file says."""
    head, comment, rest = data.split(b"\n", 2)
    return Injected(head + b"\n" + rest) if comment.startswith(b"%") else None


def _drawn(operators: bytes) -> Change:
    """Return what lets a page draw something more at its end."""

    def change(_: pikepdf.Pdf, page: Page, __: Random) -> None:
        page.contents_add(operators)

    return change


COMMENT = {"Subtype": Name.Text, "Contents": String("10 tablets")}
FREE = {"Subtype": Name.FreeText, "Contents": String("10 tablets"), "DA": String("/Helv 12 Tf")}
LIE = "TXT-001 TXT-002 TXT-003 TXT-004 TXT-005 TXT-013 TXT-015"


def _state(key: str, value: pikepdf.Object | bool) -> Change:
    """Return what changes the graphics state in which nearly all of a page is drawn."""

    def change(_: pikepdf.Pdf, page: Page, __: Random) -> bool:
        states = page.Resources.get("/ExtGState", Dictionary())
        if "/a1.0" not in states:
            return False
        states["/a1.0"][key] = value
        return True

    return change


def _turned_links(_: pikepdf.Pdf, page: Page, __: Random) -> bool:
    """Exchange the first two links of a page."""
    links = list(page.Annots)
    page.Annots = Array([*links[1:2], *links[:1], *links[2:]])
    return len(links) > 1


def _enlarging(items: list[pikepdf.OutlineItem]) -> None:
    """Let a bookmark enlarge its page."""
    destination = items[1].destination
    assert isinstance(destination, Array)
    destination[4] = 8


def _beside(items: list[pikepdf.OutlineItem]) -> None:
    """Let a bookmark lead to the foot of its page."""
    destination = items[1].destination
    assert isinstance(destination, Array)
    destination[3] = 10


def _hiding(pdf: pikepdf.Pdf, _: Page, __: Random) -> bool:
    """Hide the bookmarks below the first one."""
    first = pdf.Root.Outlines.First
    there = "/Count" in first
    if there:
        first.Count = -int(first.Count)
    return there


def _cell(pdf: pikepdf.Pdf, page: Page, __: Random) -> bool:
    """Draw something else in the cell of a pattern."""
    cells = [one for one in page.Resources.get("/Pattern", Dictionary()).values() if isinstance(one, pikepdf.Stream)]
    for cell in cells[:1]:
        cell.write(b"0 0 9 9 re " + cell.read_bytes())
    return bool(cells)


def _laid(change: Callable[[list[float]], list[float]]) -> Change:
    """Return what changes where the patterns of a page begin, or how large they are."""

    def mutate(_: pikepdf.Pdf, page: Page, __: Random) -> bool:
        patterns = list(page.Resources.get("/Pattern", Dictionary()).values())
        for pattern in patterns[-1:]:
            pattern.Matrix = Array(change([float(one) for one in pattern.Matrix]))
        return len(patterns) > 1

    return mutate


def _unexplained(pdf: pikepdf.Pdf, _: Page, __: Random) -> bool:
    """Do not say what Strong is to programs that do not know it."""
    roles = pdf.Root.get("/StructTreeRoot", Dictionary()).get("/RoleMap", Dictionary())
    there = "/Strong" in roles
    if there:
        del roles["/Strong"]
    return there


def _flattened(pdf: pikepdf.Pdf, _: Page, random: Random) -> bool:
    """Call a part of the leaflet a paragraph."""
    parts = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == Name.Sect]
    if parts:
        random.choice(parts).S = Name.P
    return bool(parts)


FAULTS = (
    fault("make", "comment on a page", "TXT-014", _with(_annotation(**COMMENT))),
    fault("make", "words typed over a page", "TXT-014", _with(_annotation(**FREE)), also="TYP-007"),
    fault("make", "stamp over a page", "TXT-014", _with(_stamp), also="TYP-007"),  # what it lies over is not seen
    fault("make", "words struck out", "TXT-014", _with(_annotation(Subtype=Name.StrikeOut))),
    fault("make", "note that no screen shows", "TXT-014", _with(_annotation(Subtype=Name.Text, F=2))),
    fault("make", "stamp on paper alone", "TXT-014", _with(_annotation(Subtype=Name.Stamp, F=36))),
    fault("make", "field of a form", "PDF-001", _with(_field), also="TXT-014"),
    fault("make", "form", "PDF-001", _with(_root("AcroForm", lambda _: Dictionary(Fields=Array())))),
    fault("make", "script when the file opens", "PDF-001", _with(_root("OpenAction", _action))),
    fault("make", "action of a page", "PDF-001", _with(_page_action)),
    fault("make", "other layout of the window", "PDF-001", _with(_root("PageMode", lambda _: Name.FullScreen))),
    fault("make", "layer that is off", "PDF-001", _with(_layer), also="PDF-017 PDF-030 TXT-010 TYP-007"),
    fault("make", "page under a soft mask", "PDF-001", _with(_masked), also="TXT-010 TYP-007 TYP-008"),
    fault("make", "file attached", "PDF-001", _with(_attachment)),
    fault("make", "page cropped to half", "PDF-001 PDF-004", _with(_cropped), also="TXT-010 TYP-020"),
    fault("make", "page larger than its sheet", "PDF-004", _with(_larger)),
    fault(
        "make",
        "page turned",
        "PDF-001",
        _with(_turned),
        also="PDF-002 PDF-017 TYP-007 TYP-021 TYP-006 TYP-011 TYP-012 ORD-003 TYP-020",
    ),
    fault("make", "font taken out", "PDF-001", _with(_unembedded), also="TYP-001 TYP-016 TXT-011"),
    fault("make", "paragraph without words", "PDF-017", _with(_emptied("P"))),
    fault("make", "heading without words", "PDF-017", _with(_emptied("H3")), also="TAG-001 TAG-002 TXT-008"),
    fault("make", "link that leads nowhere", "PDF-001", _with(_aimless, links=True), also="PDF-017 TAG-006"),
    fault("make", "alternative on a paragraph", "PDF-001", _with(_element("P", "/Alt", String("other words")))),
    fault(
        "make",
        "text in one piece on a paragraph",
        "PDF-001",
        _with(_element("P", "/ActualText", String("x"))),
        also=LIE,
    ),
    fault("make", "heading that says other words", "TXT-015", _with(_says("H1 H2 H3", "other words")), also=LIE),
    fault(
        "make", "heading that says its words without a space", "TXT-015", _with(_says("H1 H2 H3", "{}")), also="TXT-007"
    ),
    fault(
        "make",
        "link that says other words",
        "TXT-015",
        _with(_says("Link", "other words")),
        also=f"{LIE} TAG-006 PDF-017",
    ),
    fault("make", "expansion on a paragraph", "PDF-001", _with(_element("P LBody", "/E", String("other words")))),
    fault("make", "scope of a header taken away", "PDF-001", _with(_element("TH", "/A", None)), also="TAG-003 PDF-017"),
    fault("make", "role given to paragraphs", "PDF-001", _with(_role)),
    fault("make", "operator without its operands", "PDF-030", _with(_drawn(b"q Tr Q"))),
    fault("make", "operator that no page of ours has", "PDF-030", _with(_drawn(b"q 1 i Q"))),
    fault("make", "state that is not there", "PDF-030", _with(_drawn(b"q /Gone gs Q"))),
    fault("make", "state of the page that stays open", "PDF-030", _with(_drawn(b"q"))),
    fault(
        "make",
        "ground beside its box",
        "PDF-030",
        _with(_drawn(b"/Artifact BMC q 1 1 1 rg 0 0 9 9 re W n 3 3 9 9 re f Q EMC")),
    ),
    fault(
        "make",
        "side of a border that is not cut out",
        "PDF-030",
        _with(_drawn(b"/Artifact BMC q 0 0 m 9 0 l 8 1 l 1 1 l n 1 1 1 rg 0 0 9 9 re 1 1 7 7 re f* Q EMC")),
    ),
    fault(
        "make",
        "rectangle drawn twice",
        "PDF-030",
        _with(_drawn(b"/Artifact BMC q 1 1 1 rg 0 0 9 9 re W n 0 0 9 9 re 0 0 9 9 re f Q EMC")),
    ),
    fault(
        "make",
        "side of a border without one of its corners",
        "PDF-030",
        _with(_drawn(b"/Artifact BMC q 0 0 m 9 0 l 8 1 l W* n 1 1 1 rg 0 0 9 9 re 1 1 7 7 re f* Q EMC")),
    ),
    fault(
        "make",
        "round corner that is cut off",
        "PDF-030",
        _with(_drawn(b"q 1 0 m 8 0 l 9 0 9 0 9 1 c 9 8 l 9 9 9 9 8 9 c 1 9 l 0 9 0 9 0 8 c 1 0 l W n Q")),
    ),
    fault("make", "clip that is painted", "PDF-030", _with(_drawn(b"/Artifact BMC q 1 1 1 rg 0 0 9 9 re W B Q EMC"))),
    fault("make", "pattern in the colour space of before", "PDF-030", _with(_drawn(b"q 1 0 0 scn Q"))),
    fault("make", "spaces between letters", "PDF-030", _with(_drawn(b"q 2 Tc Q"))),
    fault("make", "bytes lost before the table of objects", "PDF-001", _shortened),
    fault("make", "address of a link taken away", "PDF-001", _with(_unaddressed, links=True), also="PDF-013 TAG-006"),
    fault("make", "transfer function in a state", "PDF-001", _with(_state("/TR", Name.Identity))),
    fault("make", "inks printed over others on a page for screens", "PDF-030", _with(_state("/op", True))),
    fault("make", "two links of a page exchanged", "PDF-003", _with(_turned_links, links=True)),
    fault("make", "bookmark that enlarges its page", "PDF-001", _with(_bookmarks(_enlarging))),
    fault("make", "bookmark that leads beside its heading", "PDF-017", _with(_bookmarks(_beside))),
    fault("make", "bookmarks that are hidden", "PDF-017", _with(_hiding)),
    fault("make", "path in the cell of a pattern", "PDF-030", _with(_cell)),
    fault("make", "pattern beside its place", "PDF-030", _with(_laid(lambda m: [*m[:4], m[4] + 4, m[5]]))),
    fault("make", "pattern below its place", "PDF-030", _with(_laid(lambda m: [*m[:5], m[5] - 25]))),
    fault("make", "pattern that is smaller", "PDF-030", _with(_laid(lambda m: [m[0] / 2, *m[1:]]))),
    fault("make", "words in bold whose role is taken away", "PDF-017", _with(_unexplained)),
    fault("make", "part that is called a paragraph", "PDF-017", _with(_flattened)),
    fault("make", "bookmark taken away", "PDF-005", _with(_bookmarks(lambda items: items.pop()))),
    fault("make", "bookmark given twice", "PDF-005", _with(_bookmarks(lambda items: items.append(items[0])))),
    fault("make", "two bookmarks exchanged", "PDF-005", _with(_bookmarks(_swapped))),
    fault("make", "two words of a bookmark joined", "PDF-005", _with(_bookmarks(_joined))),
    fault("make", "areas of two links exchanged", "PDF-002", _with(_exchanged, links=True), also="TYP-009"),
    fault("make", "area of a link shifted", "PDF-002", _with(_shifted, links=True), also="TYP-009"),
    fault("make", "link over half a page", "PDF-002", _with(_grown, links=True), also="TYP-009"),
    fault("make", "telephone number that leads to a web page", "PDF-017", _with(_elsewhere)),
    fault("make", "second link over a link", "PDF-003", _with(_doubled, links=True)),
    fault("make", "ParentTree names other elements", "PDF-003", _with(_parents)),
)
