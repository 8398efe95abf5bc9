"""Write a leaflet for the print shop: pages with bleed and crop marks, in the inks of the press, as PDF/X-4.

First and last step: the pages are laid out as those of any edition, then turned into inks, then given what ISO 15930-7
asks of a file. Links, bookmarks and the structure tree stay behind: paper has no use for them.
"""

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import LeafletError
from clearfold.model.paper import Paper
from clearfold.model.units import MM
from clearfold.press.edition import Edition, Output
from clearfold.press.leaflet import Leaflet
from clearfold.press.pdf.pages import facts, print_page
from clearfold.press.pdf.render_error import RenderError
from clearfold.press.pdf.xmp import PdfMetadata, XChange, information, print_packet
from clearfold.press.print.inks import CONDITION, CONDITION_NAME, PROFILE_NAME, profile
from clearfold.press.print.separated_resources import Separated
from clearfold.press.template.fitted_tables import fit_tables
from clearfold.press.template.page import imprint_of, line_of

CLAIM = "PDF/X-4"
MARK_GAP, MARK = 1.0, 5.0  # mm: between the bleed and a crop mark, and its length
MARK_WIDTH = 0.25  # pt
SLUG = 2.0  # mm of paper beyond the marks


def write_print_shop(leaflet: Leaflet, edition: Edition) -> Output:
    """Return a leaflet as a PDF for the print shop; the same leaflet gives the same bytes.

    Raises LeafletError where something cannot be turned into inks.
    """
    assert edition.paper is not None
    stacked = fit_tables(leaflet, line_of(leaflet, edition))
    pages = print_page(stacked, edition)
    try:
        data = press_file(pages.data, facts(leaflet), edition, leaflet)
    except RenderError as error:
        place = leaflet.source.at(0, 0)
        found = (mistake("SRC-070", place, "inks", edition=edition.name, message=m) for m in error.messages)
        raise LeafletError(found) from error
    return Output(
        edition.name,
        edition.file_name(leaflet),
        edition.media_type,
        data,
        pages.pages,
        (CLAIM,),
        imprint=imprint_of(leaflet, edition),
    )


def press_file(data: bytes, metadata: PdfMetadata, edition: Edition, leaflet: Leaflet) -> bytes:
    """Return laid-out pages as a file for the press: in inks, with boxes and marks, and with what PDF/X-4 asks for."""
    assert edition.paper is not None
    writer = PdfWriter()
    separated = Separated(writer, leaflet.publisher.overprint)
    for laid in PdfReader(BytesIO(data)).pages:
        for key in ("/Annots", "/StructParents", "/Tabs"):
            laid.pop(NameObject(key), None)
        page = writer.add_page(laid)
        content = separated.page(page)
        page[NameObject("/Contents")] = writer._add_object(_stream(content + _boxed(page, edition.paper)))
    separated.finish()
    for page in writer.pages:
        resources = page["/Resources"]  # most pages share theirs
        assert isinstance(resources, DictionaryObject)
        resources[NameObject("/ColorSpace")] = _registration()
    _describe(writer, metadata, edition, leaflet)
    writer.pdf_header = "%PDF-1.6"  # ISO 15930-7; pages bring the version of their own file along
    identity = ByteStringObject(sha256(data + repr((metadata, leaflet.publisher.overprint)).encode()).digest()[:16])
    writer._ID = ArrayObject((identity, identity))  # pypdf's own are drawn by lot
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _boxed(page: PageObject, paper: Paper) -> bytes:
    """Give a page its boxes, and return the operators that draw its crop marks."""
    trim = tuple(float(edge) for edge in page.trimbox)
    beyond = (paper.bleed + MARK_GAP + MARK + SLUG) * MM
    for name, distance in (("/TrimBox", 0.0), ("/BleedBox", paper.bleed * MM), ("/MediaBox", beyond)):
        edges = (trim[0] - distance, trim[1] - distance, trim[2] + distance, trim[3] + distance)
        page[NameObject(name)] = ArrayObject(FloatObject(round(edge, 4)) for edge in edges)
    lines = "\n".join(_marks(trim, (paper.bleed + MARK_GAP) * MM))
    return f"\nq /Registration CS 1 SCN {MARK_WIDTH} w\n{lines}\nS Q\n".encode("ascii")


def _marks(trim: tuple[float, ...], gap: float) -> Iterator[str]:
    """Yield the two lines at each corner along which the page is cut; they end where the bleed is far enough."""
    left, bottom, right, top = trim
    end = gap + MARK * MM
    for x, way in ((left, -1), (right, 1)):
        for y, up in ((bottom, -1), (top, 1)):
            yield f"{x + way * gap:.4f} {y:.4f} m {x + way * end:.4f} {y:.4f} l"
            yield f"{x:.4f} {y + up * gap:.4f} m {x:.4f} {y + up * end:.4f} l"


def _registration() -> DictionaryObject:
    """Return the one colour space that the pages name: that of the marks, which stand on every plate."""
    tint = DictionaryObject({NameObject("/FunctionType"): NumberObject(2), NameObject("/N"): NumberObject(1)})
    tint[NameObject("/Domain")] = ArrayObject((NumberObject(0), NumberObject(1)))
    tint[NameObject("/C0")] = ArrayObject(NumberObject(0) for _ in range(4))
    tint[NameObject("/C1")] = ArrayObject(NumberObject(1) for _ in range(4))
    space = (NameObject("/Separation"), NameObject("/All"), NameObject("/DeviceCMYK"), tint)
    return DictionaryObject({NameObject("/Registration"): ArrayObject(space)})


def _describe(writer: PdfWriter, metadata: PdfMetadata, edition: Edition, leaflet: Leaflet) -> None:
    """Write what the file is and for which printing condition: ISO 15930-7."""
    name = f"{metadata.identifier}/{edition.name}"
    identity = XChange(str(uuid5(NAMESPACE_URL, name)), leaflet.metadata.version or "1", CLAIM)
    packet = DecodedStreamObject()
    packet.set_data(print_packet(metadata, identity))
    packet.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    colours = _stream(profile().read_bytes())
    colours[NameObject("/N")] = NumberObject(4)
    intent = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OutputIntent"),
            NameObject("/S"): NameObject("/GTS_PDFX"),
            NameObject("/OutputConditionIdentifier"): TextStringObject(CONDITION),
            NameObject("/OutputCondition"): TextStringObject(CONDITION_NAME),
            NameObject("/RegistryName"): TextStringObject("http://www.color.org"),
            NameObject("/Info"): TextStringObject(PROFILE_NAME),
            NameObject("/DestOutputProfile"): writer._add_object(colours),
        }
    )
    catalogue = writer.root_object
    catalogue[NameObject("/Metadata")] = writer._add_object(packet)
    catalogue[NameObject("/Lang")] = TextStringObject(metadata.lang)
    catalogue[NameObject("/OutputIntents")] = ArrayObject((writer._add_object(intent),))
    catalogue[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    writer.add_metadata({f"/{key}": value for key, value in information(metadata).items()})
    assert writer._info is not None
    writer._info[NameObject("/Trapped")] = NameObject("/False")


def _stream(data: bytes) -> StreamObject:
    plain = DecodedStreamObject()
    plain.set_data(data)
    return plain.flate_encode(9)
