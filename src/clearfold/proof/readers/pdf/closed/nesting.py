"""Which elements of the structure tree of an edition of ours stand in which (ISO 32000-1, 14.8.4; ISO/TS 32005)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from clearfold.model.messages import message
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.closed.elements import Element, read_elements
from clearfold.proof.readers.pdf.closed.inventory import Strange
from clearfold.proof.readers.pdf.content import place
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary

HEADINGS = frozenset(f"H{level}" for level in range(1, 7))
INLINE = frozenset("Span Em Strong Quote Code Link Reference Figure".split())
BLOCKS = HEADINGS | frozenset("P L Table TOC Sect Div Aside BlockQuote Note FENote Figure Caption".split())
PARTS = ("Caption", "THead", "TBody", "TFoot")
"""What a table holds, in this order; heads and feet once each."""
WITHIN = MappingProxyType(
    {
        "Document": frozenset({"Sect"}),
        **dict.fromkeys(("Sect", "Div", "Aside", "BlockQuote", "Note", "FENote"), BLOCKS | {"Lbl"}),
        **dict.fromkeys((*HEADINGS, "P", *INLINE - {"Figure"}), INLINE),
        **dict.fromkeys(("Lbl", "Caption"), INLINE | {"P"}),
        **dict.fromkeys(("LBody", "TD", "TH"), INLINE | BLOCKS),
        "Figure": frozenset(),
        "L": frozenset({"LI", "L", "Caption"}),
        "LI": frozenset({"Lbl", "LBody"}),
        "TOC": frozenset({"TOCI", "TOC", "Caption"}),
        "TOCI": frozenset({"Reference", "P", "Lbl", "TOC"}),
        "Table": frozenset(PARTS),
        **dict.fromkeys(("THead", "TBody", "TFoot"), frozenset({"TR"})),
        "TR": frozenset({"TH", "TD"}),
    }
)
"""The elements that may stand in each."""
NEW = frozenset("Em Strong Aside FENote".split())
"""Elements that came with PDF 2.0 (ISO 32000-2, 14.8.4)."""
WORDLESS = frozenset("Document Sect Div Aside BlockQuote L LI Table THead TBody TFoot TR TOC TOCI Note FENote".split())
"""Elements that hold others, and no words of their own."""


@foreign()
def read_misplaced(pdf: PdfFile, wanted: Mapping[str, int]) -> tuple[Strange, ...]:
    """Return each element that stands where it may not, or has words where it may have none, and kinds miscounted.

    ``wanted`` says how many of some kinds the copy asks for, of parts how many below those of the document.
    """
    elements = read_elements(pdf, worded=False)
    found = [*_misplaced(elements), *_without_role(elements, pdf), *_miscounted(elements, wanted)]
    return tuple(Strange(place(max(element.page, 0)), what) for element, what in found)


def _miscounted(elements: Sequence[Element], wanted: Mapping[str, int]) -> Iterator[tuple[Element, str]]:
    """Yield the first element of each kind of which there are more or fewer than the copy asks for.

    A paragraph that is called a quotation is nested as well as one.
    """
    inner = (
        one for one in elements if one.kind != "Sect" or (one.parent is not None and one.parent.kind != "Document")
    )
    counts = Counter(element.kind for element in inner)
    for kind, many in wanted.items():
        if counts[kind] != many and elements:
            first = next((element for element in elements if element.kind == kind), elements[0])
            yield (
                first,
                message("{kind}: {found} in the tags, {many} in the copy", kind=kind, found=counts[kind], many=many),
            )


def _without_role(elements: Sequence[Element], pdf: PdfFile) -> Iterator[tuple[Element, str]]:
    """Yield elements of PDF 2.0 in an older file that does not say what each is to programs that do not know them."""
    roles = dictionary(pdf.tree.get("/RoleMap")) if pdf.tree is not None else None
    for element in elements:
        if element.kind in NEW and "/NS" not in element.entries and (roles is None or f"/{element.kind}" not in roles):
            yield element, message("a {kind} of which nothing says what it is", kind=element.kind)


def _misplaced(elements: Sequence[Element]) -> Iterator[tuple[Element, str]]:
    for element in elements:
        if (element.parent is None) != (element.kind == "Document"):
            yield element, message("a {kind} stands where the document does", kind=element.kind)
        parts = [kid.kind for kid in element.kids if kid.kind in PARTS] if element.kind == "Table" else []
        if parts != sorted(parts, key=PARTS.index):
            yield element, message("the head of a table stands behind its rows")
        allowed = WITHIN.get(element.kind)
        if allowed is None:
            continue
        if element.marks and element.kind in WORDLESS:
            yield element, message("a {kind} has words of its own", kind=element.kind)
        empty = not element.marks and not element.kids
        if (empty and element.kind == "P") or (element.kind in HEADINGS and not element.worded_marks()):
            yield element, message("a {kind} without words", kind=element.kind)
        for kid in element.kids:
            if kid.kind not in allowed:
                yield kid, message("a {kind} stands in a {kind2}", kind=kid.kind, kind2=element.kind)
