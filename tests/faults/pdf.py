"""Faults put into a finished tagged PDF with pikepdf alone."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from random import Random

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, String

from tests.faults.fault import Injected, fault
from tests.faults.paper import Element, Paper, kids, position, put_kids

Change = Callable[[Paper, Random], str | None]
BLOCKS = ("P", "LBody", "TD", "TH", "Caption", "H2", "H3", "Note")


def _with(change: Change) -> Callable[[bytes, Random], Injected | None]:
    def inject(data: bytes, random: Random) -> Injected | None:
        paper = Paper(data)
        words = change(paper, random)
        return None if words is None else Injected(paper.data(), words)

    return inject


def _text(paper: Paper, *kinds: str) -> list[Element]:
    """Return the elements of those types that hold text of the copy: not the contents', nor a panel's only word."""
    fit = [e for e in paper.of(*kinds) if len(paper.text(e)) > 14 and not paper.inside(e, "TOC", "Note", "Aside")]
    return [e for e in fit if not any(isinstance(k, Dictionary) and k.get("/S") == Name.P for k in kids(e.object))]


def _short(paper: Paper, *kinds: str) -> list[Element]:
    """Return the elements of those types that may be labels of a template, or whole words of the copy."""
    return [e for e in paper.of(*kinds) if paper.text(e) and not paper.inside(e, "TOC", "L", "Note", "Table")]


def _pick(elements: list[Element], random: Random) -> Element | None:
    return random.choice(elements) if elements else None


def erase(*names: str) -> Change:
    def change(paper: Paper, random: Random) -> str | None:
        element = _pick(_text(paper, *names), random)
        if element is None:
            return None
        paper.erase(element.marks)
        return paper.text(element)

    return change


def _heading_erased(paper: Paper, random: Random) -> str | None:
    element = _pick(_short(paper, "H2"), random)
    if element is None:
        return None
    paper.erase(element.marks)
    return paper.text(element)


def _heading_moved(paper: Paper, random: Random) -> str | None:
    """Put a heading of level 2 into the tags behind one that comes later."""
    found = _short(paper, "H2")
    if len(found) < 3:
        return None
    one, two = random.choice(list(zip(found, found[2:], strict=False)))
    words = paper.text(one)
    _out(one)
    given = kids(two.parent)
    given.insert(position(two) + 1, one.object)
    one.object.P = two.parent
    put_kids(two.parent, given)
    return words


def _listed_no_more(paper: Paper, random: Random) -> str | None:
    """Erase an entry of the contents with its number."""
    entry = _pick(paper.of("TOCI"), random)
    if entry is None:
        return None
    paper.erase(entry.marks)
    _out(entry)
    return ""


def edit(pattern: str, put: Callable[[re.Match[str]], str]) -> Change:
    def change(paper: Paper, random: Random) -> str | None:
        fit = [e for e in _text(paper, *BLOCKS) if any(re.search(pattern, paper.words.get(m, "")) for m in e.marks)]
        random.shuffle(fit)
        for element in fit:
            words = paper.text(element)
            if any(paper.edit(mark, pattern, put) for mark in element.marks):
                return words
        return None

    return change


def rename(name: str, to: str, *outside: str) -> Change:
    def change(paper: Paper, random: Random) -> str | None:
        fit = [e for e in paper.of(name) if paper.text(e) and not paper.inside(e, "TOC", "Note", *outside)]
        element = _pick(fit, random)
        if element is None:
            return None
        element.object.S = Name(f"/{to}")
        return paper.text(element)

    return change


def _in_a_quotation(to: str) -> Change:
    """Take its type from a paragraph of a quotation: nothing but the quotation holds its words then."""

    def change(paper: Paper, random: Random) -> str | None:
        quoted = [e for e in paper.of("P") if paper.text(e) and paper.inside(e, "BlockQuote")]
        element = _pick([e for e in quoted if not paper.inside(e, "L", "Note")], random)
        if element is None:
            return None
        element.object.S = Name(f"/{to}")
        return paper.text(element)

    return change


def entry(key: str, value: str | None, *names: str) -> Change:
    """Change or take out an entry of an element that has it."""

    def change(paper: Paper, random: Random) -> str | None:
        fit = [e for e in paper.of(*names) if key in e.object and str(e.object[key]) != value]
        element = _pick([e for e in fit if not paper.inside(e, "Note")], random)
        if element is None:
            return None
        words = str(element.object[key]) if key == "/Alt" else _around(paper, element)
        if value is None:
            del element.object[key]
        else:
            element.object[key] = String(value)
        return words

    return change


def _around(paper: Paper, inner: Element) -> str:
    """Return the words of the block around an inline element."""
    blocks = [e for e in paper.of(*BLOCKS) if set(inner.marks) <= set(e.marks)]
    return paper.text(min(blocks, key=lambda e: len(e.marks))) if blocks else ""


def _out_of_the_tree(paper: Paper, random: Random) -> str | None:
    element = _pick(_text(paper, "P"), random)
    if element is None:
        return None
    given = kids(element.parent)
    del given[position(element)]
    put_kids(element.parent, given)
    return paper.text(element)


def _swap_tags(paper: Paper, random: Random) -> str | None:
    by_parent: dict[tuple[int, int], list[Element]] = {}
    for element in _text(paper, "P"):
        by_parent.setdefault(element.parent.objgen, []).append(element)
    neighbours = [(a, b) for group in by_parent.values() for a, b in pairwise(group)]
    pairs = [(a, b) for a, b in neighbours if paper.text(a) != paper.text(b)]
    if not pairs:
        return None
    one, two = random.choice(pairs)
    given = kids(one.parent)
    first, second = position(one), position(two)
    given[first], given[second] = given[second], given[first]
    put_kids(one.parent, given)
    return f"{paper.text(one)}\n{paper.text(two)}"


def _swap_drawing(paper: Paper, random: Random) -> str | None:
    """Draw two blocks of a page in the other order; their tags stay."""
    by_mark = {e.marks[0]: e for e in _text(paper, "P", "LBody") if len(e.marks) == 1}
    marks = sorted(by_mark)
    pairs = [(a, b) for a, b in pairwise(marks) if a[0] == b[0]]
    if not pairs:
        return None
    one, two = random.choice(pairs)
    first, second = paper.where(one), paper.where(two)
    if first is None or second is None:
        return None
    page = paper.pages[one[0]]
    head, tail = page[first[0] : first[1]], page[second[0] : second[1]]
    paper.pages[one[0]] = [*page[: first[0]], *tail, *page[first[1] : second[0]], *head, *page[second[1] :]]
    return f"{paper.text(by_mark[one])}\n{paper.text(by_mark[two])}"


def _made_artifact(paper: Paper, random: Random) -> str | None:
    element = _pick([e for e in _text(paper, "P") if len(e.marks) == 1], random)
    place = paper.where(element.marks[0]) if element else None
    if element is None or place is None:
        return None
    page = element.marks[0][0]
    paper.pages[page][place[0]] = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    _out(element)
    return paper.text(element)


def _out(element: Element) -> None:
    given = kids(element.parent)
    del given[position(element)]
    put_kids(element.parent, given)


def _new_mark(paper: Paper, page: int) -> int:
    return 1 + max((mark for number, mark in paper.words if number == page), default=-1)


def _leaf(paper: Paper, page: int, mark: int, parent: pikepdf.Object, kind: str) -> pikepdf.Object:
    reference = Dictionary(Type=Name.MCR, Pg=paper.pdf.pages[page].obj, MCID=mark)
    return paper.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, K=Array([reference])))


def _exposed(paper: Paper, random: Random) -> str | None:
    """Tag a running head or folio as a paragraph."""
    page = random.randrange(len(paper.pages))
    places = paper.artifacts(page)
    if not places:
        return None
    mark = _new_mark(paper, page)
    paper.pages[page][random.choice(places)] = ContentStreamInstruction(
        [Name.P, Dictionary(MCID=mark)], Operator("BDC")
    )
    near = next((e for e in _text(paper, "P") if e.marks[0][0] == page), None)
    if near is None:
        return None
    given = kids(near.parent)
    given.insert(position(near), _leaf(paper, page, mark, near.parent, "P"))
    put_kids(near.parent, given)
    return ""


def _doubled(paper: Paper, random: Random) -> str | None:
    flat = [e for e in _text(paper, "P") if not any("/S" in k for k in kids(e.object) if isinstance(k, Dictionary))]
    element = _pick([e for e in flat if len(e.marks) == 1], random)
    place = paper.where(element.marks[0]) if element else None
    if element is None or place is None:
        return None
    page = element.marks[0][0]
    mark = _new_mark(paper, page)
    twin = list(paper.pages[page][place[0] : place[1]])
    twin[0] = ContentStreamInstruction([Name.P, Dictionary(MCID=mark)], Operator("BDC"))
    before = [i for i in paper.pages[page][: place[0]] if str(i.operator) == "Tf"][-1:]
    paper.pages[page][place[1] : place[1]] = twin if any(str(i.operator) == "Tf" for i in twin) else [*before, *twin]
    given = kids(element.parent)
    given.insert(position(element) + 1, _leaf(paper, page, mark, element.parent, "P"))
    put_kids(element.parent, given)
    return paper.text(element)


def _untagged(paper: Paper, random: Random) -> str | None:
    """Draw a paragraph once more, in no tag."""
    element = _pick([e for e in _text(paper, "P") if len(e.marks) == 1], random)
    place = paper.where(element.marks[0]) if element else None
    if element is None or place is None:
        return None
    page = element.marks[0][0]
    paper.pages[page][place[1] : place[1]] = paper.pages[page][place[0] + 1 : place[1] - 1]
    return ""


def _cut_block(paper: Paper, random: Random) -> str | None:
    """Make one paragraph two elements, as at a page break."""
    element = _pick([e for e in _text(paper, "P") if len(kids(e.object)) > 2], random)
    if element is None:
        return None
    given = kids(element.object)
    rest = paper.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=element.parent, K=Array(given[-2:])))
    if "/Pg" in element.object:
        rest.Pg = element.object.Pg
    put_kids(element.object, given[:-2])
    around = kids(element.parent)
    around.insert(position(element) + 1, rest)
    put_kids(element.parent, around)
    return paper.text(element)


def _merged(paper: Paper, random: Random) -> str | None:
    """Make two paragraphs one element."""
    by_parent: dict[tuple[int, int], list[Element]] = {}
    for element in _text(paper, "P"):
        by_parent.setdefault(element.parent.objgen, []).append(element)
    neighbours = [(a, b) for group in by_parent.values() for a, b in pairwise(group)]
    pairs = [(a, b) for a, b in neighbours if position(b) == position(a) + 1 and a.marks[0][0] == b.marks[0][0]]
    if not pairs:
        return None
    one, two = random.choice(pairs)
    put_kids(one.object, [*kids(one.object), *kids(two.object)])
    _out(two)
    return paper.text(one)


def _flattened(paper: Paper, random: Random) -> str | None:
    """Move the items of an inner list to the list around it."""
    inner = _pick([e for e in paper.of("L") if paper.inside(e, "L")], random)
    if inner is None:
        return None
    item = inner.parent if inner.parent.S == Name.LI else inner.parent.P
    outer = item.P
    given = kids(outer)
    at = next(i for i, kid in enumerate(given) if kid == item)
    words = next(paper.text(e) for e in paper.of("LBody") if e.parent.get("/P") == inner.object)
    put_kids(outer, [*given[: at + 1], *kids(inner.object), *given[at + 1 :]])
    _out(inner)
    return words


def _label_lost(paper: Paper, random: Random) -> str | None:
    numbered = [e for e in paper.of("Lbl") if paper.text(e).rstrip(".").isdecimal() and e.parent.S == Name.LI]
    label = _pick(numbered, random)
    if label is None:
        return None
    body = next(e for e in paper.of("LBody") if e.parent == label.parent)
    _out(label)
    return paper.text(body)


def _transposed(paper: Paper, random: Random) -> str | None:
    rows = [e for e in paper.of("TR") if len(kids(e.object)) > 1]
    row = _pick(rows, random)
    if row is None:
        return None
    given = kids(row.object)
    put_kids(row.object, [*given[1:], given[0]])
    cells = [e for e in paper.of("TD", "TH") if e.parent == row.object]
    return "\n".join(paper.text(cell) for cell in cells)


def _decoration_exposed(paper: Paper, random: Random) -> str | None:
    near = _pick(_text(paper, "P"), random)
    if near is None:
        return None
    made = Dictionary(Type=Name.StructElem, S=Name.Figure, P=near.parent, Alt=String("Een lijn"), K=Array([]))
    given = kids(near.parent)
    given.insert(position(near), paper.pdf.make_indirect(made))
    put_kids(near.parent, given)
    return ""


def _link_elsewhere(paper: Paper, random: Random) -> str | None:
    for element in paper.of("Link"):
        for kid in kids(element.object):
            if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR and "/URI" in kid.Obj.get("/A", {}):
                kid.Obj.A.URI = String("https://example.com/")
                return _around(paper, element)
    return None


def _link_parted(paper: Paper, random: Random) -> str | None:
    for element in paper.of("Link"):
        given = kids(element.object)
        links = [k for k in given if isinstance(k, Dictionary) and k.get("/Type") == Name.OBJR]
        if links and "/URI" in links[0].Obj.get("/A", {}):
            put_kids(element.object, [k for k in given if k not in links])
            return _around(paper, element)
    return None


def _root(change: Callable[[pikepdf.Pdf], None]) -> Change:
    def inner(paper: Paper, _random: Random) -> str | None:
        change(paper.pdf)
        return ""

    return inner


def _bookmark(paper: Paper, random: Random) -> str | None:
    with paper.pdf.open_outline() as outline:
        items = [*outline.root, *(inner for item in outline.root for inner in item.children)]
        if not items:
            return None
        random.choice(items).title = "Iets anders"
    return ""


def _no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _unmarked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo = Dictionary(Marked=False)


def _file_name_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=False)


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _other_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Zonder titel"


def _other_author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "Niemand"


def _locked(data: bytes, _random: Random) -> Injected:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return Injected(out.getvalue())


def _said_otherwise(paper: Paper, random: Random) -> str | None:
    """Say another figure than is drawn, by an ActualText around what a block shows."""
    found = [e for e in _text(paper, "P") if len(e.marks) == 1 and paper.where(e.marks[0])]
    element = _pick(found, random)
    place = paper.where(element.marks[0]) if element else None
    if element is None or place is None:
        return None
    words, page = paper.text(element), element.marks[0][0]
    lie = Dictionary(ActualText=String(f"{words[:-1]} 10{words[-1]}"))
    opened = ContentStreamInstruction([Name.Span, lie], Operator("BDC"))
    paper.pages[page].insert(place[1] - 1, ContentStreamInstruction([], Operator("EMC")))
    paper.pages[page].insert(place[0] + 1, opened)
    return ""


def _over(kind: str) -> Change:
    """Lay an annotation over a page, with words of its own."""

    def change(paper: Paper, random: Random) -> str | None:
        page = paper.pdf.pages[random.randrange(len(paper.pdf.pages))]
        area = Array([90, 300, 260, 330])
        note = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=area, F=4, Contents=String("10 tabletten"))
        page.Annots = Array([*page.get("/Annots", Array()), paper.pdf.make_indirect(note)])
        return ""

    return change


FAULTS = (
    fault("text", "paragraph erased", "TXT-001", _with(erase("P"))),
    fault("text", "cell erased", "TXT-001", _with(erase("TD")), also="TAG-003"),
    fault("text", "caption erased", "TXT-001", _with(erase("Caption"))),
    fault("text", "heading of a part erased", "TXT-001", _with(_heading_erased), also="TAG-011 TXT-006"),
    fault("structure", "heading of a part elsewhere", "ORD-001", _with(_heading_moved)),
    fault("text", "entry of the contents erased", "TXT-013", _with(_listed_no_more), also="TYP-020"),
    fault("text", "paragraph doubled", "TXT-004", _with(_doubled), also="TAG-002"),
    fault("text", "paragraph drawn again, untagged", "TXT-009", _with(_untagged)),
    fault("text", "number changed", "TXT-002", _with(edit(r"\d", lambda m: m[0] * 2))),
    fault("text", "zero lost", "TXT-002", _with(edit(r"0(?=0)", lambda _: ""))),
    fault("text", "negation lost", "TXT-002", _with(edit(r" (niet|geen|nooit|not|no|never)\b", lambda _: ""))),
    fault("text", "word changed", "TXT-003 TXT-002", _with(edit(r"\b[a-z]{6,}\b", lambda m: m[0][::-1]))),
    fault("text", "word lost", "TXT-001", _with(edit(r"\b(de|het|een|van|the|of) ", lambda _: ""))),
    fault("text", "word split", "TXT-008", _with(edit(r"\b[a-z]{6,}\b", lambda m: f"{m[0][:3]} {m[0][3:]}"))),
    fault("text", "hyphen left in", "TXT-008", _with(edit(r"\b[a-z]{6,}\b", lambda m: f"{m[0][:3]}-{m[0][3:]}"))),
    fault("text", "words joined", "TXT-007", _with(edit(r"(?<=[a-z]) (?=[a-z])", lambda _: ""))),
    fault("text", "another figure said than drawn", "TXT-015", _with(_said_otherwise), also="TXT-002 TXT-003 TXT-005"),
    fault("page", "a typed comment over the page", "TXT-014", _with(_over("/FreeText"))),
    fault("page", "a stamp over the page", "TXT-014", _with(_over("/Stamp"))),
    fault("page", "a note beside the words", "TXT-014", _with(_over("/Text"))),
    fault("structure", "paragraph out of the tree", "TXT-009", _with(_out_of_the_tree)),
    fault("structure", "tags swapped", "ORD-001", _with(_swap_tags)),
    fault("structure", "drawing order swapped", "ORD-001", _with(_swap_drawing)),
    fault("structure", "content made artifact", "TXT-006", _with(_made_artifact)),
    fault("structure", "artifact exposed", "TXT-005 TXT-004", _with(_exposed), also="TYP-011"),  # a folio that is text
    fault(
        "structure",
        "paragraph made NonStruct",
        "TAG-008",
        _with(rename("P", "NonStruct", "L", "Table")),
        also="TAG-007",
    ),
    fault("structure", "paragraph of a quotation made NonStruct", "TAG-008", _with(_in_a_quotation("NonStruct"))),
    fault("structure", "paragraph of a quotation made a group", "TAG-008", _with(_in_a_quotation("Div"))),
    fault("structure", "heading level raised", "TAG-001", _with(rename("H3", "H4"))),
    fault("structure", "heading made paragraph", "TAG-001", _with(rename("H3", "P"))),
    fault("structure", "paragraph made heading", "TAG-001", _with(rename("P", "H2"))),
    fault("structure", "list flattened", "TAG-002", _with(_flattened)),
    fault("structure", "number of an item untagged", "TAG-002", _with(_label_lost), also="TXT-009"),
    fault("structure", "header made a cell", "TAG-003", _with(rename("TH", "TD"))),
    fault("structure", "cells transposed", "ORD-001 TAG-003", _with(_transposed), also="TAG-003"),
    fault("structure", "paragraph cut in two", "TAG-007", _with(_cut_block)),
    fault("structure", "paragraphs merged", "TAG-009", _with(_merged)),
    fault("structure", "alternative lost", "ALT-001", _with(entry("/Alt", None, "Figure"))),
    fault("structure", "alternative is a file name", "ALT-002", _with(entry("/Alt", "image1.png", "Figure"))),
    fault("structure", "decoration exposed", "ALT-003", _with(_decoration_exposed)),
    fault("structure", "language of part lost", "TAG-004", _with(entry("/Lang", None, "Span"))),
    fault("structure", "language of part wrong", "TAG-004", _with(entry("/Lang", "fr", "Span"))),
    fault("structure", "expansion lost", "TAG-005", _with(entry("/E", None, "Span"))),
    fault("structure", "link leads elsewhere", "TAG-006 PDF-017", _with(_link_elsewhere)),
    fault("structure", "link parted from its annotation", "TAG-006 PDF-003", _with(_link_parted)),
    fault("structure", "tag tree gone", "TAG-010", _with(_root(_no_tree))),
    fault("structure", "bookmark has other words", "TAG-011", _with(_bookmark)),
    fault("metadata", "not marked as tagged", "CON-007", _with(_root(_unmarked))),
    fault("metadata", "file name shown for the title", "CON-006", _with(_root(_file_name_shown))),
    fault("metadata", "title changed", "CON-001", _with(_root(_other_title))),
    fault("metadata", "author changed", "CON-003", _with(_root(_other_author))),
    fault("metadata", "language lost", "CON-002", _with(_root(_no_language)), also="TAG-004"),
    fault("metadata", "locked with a password", "TXT-090", _locked),
)
