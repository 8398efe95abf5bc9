"""Lay finished pages on sheets that are folded: after layout, before the file goes to the printer.

Every sheet is A4 landscape, printed on both sides and turned over on its short edge, as one turns the page of a
book: what is on the left of one side lies behind what is on the right of the other, and all of it stands upright.

A booklet of 8 pages: the first sheet lies outermost, all are folded once and stapled in the fold.

    sheet 1, front   back       sheet 2, front   back
        +---+---+   +---+---+       +---+---+   +---+---+
        | 8 | 1 |   | 2 | 7 |       | 6 | 3 |   | 4 | 5 |
        +---+---+   +---+---+       +---+---+   +---+---+

Creep is not made up for: in the five sheets of 20 pages the innermost page is pushed out by half a millimetre.

A flyer folded inwards (C-fold): with the inside up, the right panel is folded over first, then the left one upon it.
The panel that goes in is 3 mm narrower than the others, or it would not lie flat. Who opens the cover meets panel 2.

    outside  97   100     100      inside  100   100   97
           +----+------+-------+         +-----+-----+----+
           | 2  |  6   |   1   |         |  3  |  4  |  5 |
           |flap| back | cover |         |     |     |    |
           +----+------+-------+         +-----+-----+----+

A flyer folded like a concertina (Z-fold): with the inside up, the left panel is folded over the middle one, and the
right one behind it. Panel 4 shows at the back of the folded flyer; panel 6 is read last, beside the cover.

    outside  99   99     99        inside  99    99    99
           +----+------+-------+         +-----+-----+----+
           | 5  |  6   |   1   |         |  2  |  3  |  4 |
           |    | back | cover |         |     |     |    |
           +----+------+-------+         +-----+-----+----+
"""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from clearfold.model.units import MM
from clearfold.press.pdf.xmp import PdfMetadata, information, xmp_packet

WIDTH, HEIGHT, A5 = 297.0, 210.0, 148.0  # mm
MARK = 5.0  # mm from the sheet's edge: outside the text, and far enough in for a printer that prints no edges
BLANK = -1


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a page (from 0) on a side of a sheet: its left edge and its width in mm; BLANK for no page."""

    page: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: its pages from left to right, and where fold marks stand, in mm from the left."""

    slots: tuple[Slot, ...]
    marks: tuple[float, ...] = ()


def booklet(pages: int) -> tuple[Side, ...]:
    """Return the sides of a stapled booklet of A5 pages, front and back in turn.

    Blank pages fill it to a multiple of four. They stand at the end: before the back cover they would give it
    another place than its page number says.
    """
    full = -(-pages // 4) * 4
    fold = WIDTH / 2

    def pair(left: int, right: int) -> Side:
        one, two = (page if page < pages else BLANK for page in (left, right))
        return Side((Slot(one, fold - A5, A5), Slot(two, fold, A5)))

    sheets = ((pair(full - 1 - k, k), pair(k + 1, full - 2 - k)) for k in range(0, full // 2, 2))
    return tuple(side for sheet in sheets for side in sheet)


C_FOLD = (100.0, 97.0, 100.0, 100.0, 97.0, 100.0)
"""Widths in mm of the panels of a flyer folded inwards, in reading order."""
Z_FOLD = (99.0,) * 6
_C_SIDES, _Z_SIDES = ((1, 5, 0), (2, 3, 4)), ((4, 5, 0), (1, 2, 3))


def c_fold(order: tuple[int, ...]) -> tuple[Side, ...]:
    """Return both sides of a flyer folded inwards, of six pages in reading order, BLANK among them."""
    return _flyer(order, C_FOLD, _C_SIDES)


def z_fold(order: tuple[int, ...]) -> tuple[Side, ...]:
    """Return both sides of a flyer folded like a concertina, of six pages in reading order, BLANK among them."""
    return _flyer(order, Z_FOLD, _Z_SIDES)


def six(pages: int, back: int) -> tuple[int, ...]:
    """Return the pages of a flyer, up to six, with blank panels among them.

    ``back`` is the page (from 0) that begins the back panel, which stays last; BLANK where none does.
    """
    blank = (BLANK,) * (6 - pages)
    split = pages if back == BLANK else back
    return (*range(split), *blank, *range(split, pages))


def _flyer(order: tuple[int, ...], widths: tuple[float, ...], sides: tuple[tuple[int, ...], ...]) -> tuple[Side, ...]:
    made: list[Side] = []
    for places in sides:
        lefts = [sum(widths[place] for place in places[:n]) for n in range(len(places))]
        slots = (Slot(order[place], left, widths[place]) for place, left in zip(places, lefts, strict=True))
        # Who folds has the inside up.
        made.append(Side(tuple(slots), tuple(lefts[1:]) if made else ()))
    return tuple(made)


def impose(data: bytes, sides: tuple[Side, ...], metadata: PdfMetadata) -> bytes:
    """Return a PDF of the sides, its pages taken from another as they are; the same arguments give the same bytes.

    It is for paper alone: it has no tags, links or bookmarks, and claims no standard.
    """
    writer = PdfWriter()
    # Duplex is an entry of PDF 1.7: ISO 32000-1, table 150.
    writer.pdf_header = "%PDF-1.7"
    forms = tuple(_form(page, writer) for page in PdfReader(BytesIO(data)).pages)
    for side in sides:
        page = writer.add_blank_page(WIDTH * MM, HEIGHT * MM)
        names = {f"/P{slot.page + 1}": forms[slot.page] for slot in side.slots if slot.page != BLANK}
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/XObject"): DictionaryObject({NameObject(name): form for name, form in names.items()})}
        )
        page[NameObject("/Contents")] = writer._add_object(_stream(_drawn(side)))
    _describe(writer, metadata)
    identity = ByteStringObject(sha256(data + repr(sides).encode()).digest()[:16])
    writer._ID = ArrayObject((identity, identity))  # pypdf's own are drawn by lot
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _form(page: PageObject, writer: PdfWriter) -> IndirectObject:
    """Return a page as a form, cut at its trim box, with that box's lower left corner at the origin."""
    content = page.get_contents()
    form = _stream(content.get_data() if content is not None else b"")
    trim = page.trimbox
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(edge) for edge in trim)
    form[NameObject("/Matrix")] = ArrayObject(FloatObject(n) for n in (1, 0, 0, 1, -trim.left, -trim.bottom))
    if "/Resources" in page:
        form[NameObject("/Resources")] = page.raw_get("/Resources").clone(writer)
    if "/Group" in page:
        form[NameObject("/Group")] = page.raw_get("/Group").clone(writer)
    return writer._add_object(form)


def _drawn(side: Side) -> bytes:
    lines = [f"q 1 0 0 1 {slot.left * MM:.4f} 0 cm /P{slot.page + 1} Do Q" for slot in side.slots if slot.page != BLANK]
    for mark in side.marks:
        x, top = mark * MM, HEIGHT * MM
        lines.append(f"q .25 w {x:.4f} 0 m {x:.4f} {MARK * MM:.4f} l S")
        lines.append(f"{x:.4f} {top:.4f} m {x:.4f} {top - MARK * MM:.4f} l S Q")
    return "\n".join(lines).encode("ascii")


def _describe(writer: PdfWriter, metadata: PdfMetadata) -> None:
    """Write title, language and dates as the edition of pages has them, and how the printer is to print."""
    catalogue = writer.root_object
    packet = DecodedStreamObject()
    packet.set_data(xmp_packet(metadata, None))
    packet.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    catalogue[NameObject("/Metadata")] = writer._add_object(packet)
    catalogue[NameObject("/Lang")] = TextStringObject(metadata.lang)
    catalogue[NameObject("/ViewerPreferences")] = DictionaryObject(
        {
            NameObject("/DisplayDocTitle"): BooleanObject(True),
            NameObject("/Duplex"): NameObject("/DuplexFlipShortEdge"),
            NameObject("/PrintScaling"): NameObject("/None"),
        }
    )
    writer.add_metadata({f"/{key}": value for key, value in information(metadata).items()})


def _stream(data: bytes) -> StreamObject:
    plain = DecodedStreamObject()
    plain.set_data(data)
    return plain.flate_encode()
