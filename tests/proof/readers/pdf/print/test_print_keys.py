"""What a file says to a printer, and what a printer could not use."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.print.page_edges import read_edges
from clearfold.proof.readers.pdf.print.print_keys import Boxes, Press, read_press

Change = Callable[[pikepdf.Pdf, pikepdf.Page], None]


def press(change: Change | None = None) -> Press:
    """Return what a file with one page says, which is next to nothing, after a change."""
    data = made(change)
    return read_press(data, open_pdf(data))


def made(change: Change | None = None) -> bytes:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 300))
    page.Resources = Dictionary()
    if change:
        change(pdf, page)
    out = BytesIO()
    # What is compressed stays so: pikepdf would turn LZW into what is used today.
    pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


def test_file_that_says_nothing_has_nothing() -> None:
    """A page without boxes of its own, and a file without keys, are no errors of the reader."""
    said = press()
    assert (Boxes((0, 0, 300, 300), None, None),) == said.boxes
    assert ((), (), "", (), (), ()) == (said.intents, said.keys, said.trapped, said.loose, said.acts, said.forbidden)


def test_box_with_its_corners_turned_round_is_read() -> None:
    """Any two opposite corners name a box: ISO 32000-1, 7.9.5."""

    def turned(_: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.TrimBox = Array([290, 290, 10, 10])
        page.BleedBox = Array([1, 2])

    assert (10, 10, 290, 290) == press(turned).boxes[0].trim
    assert press(turned).boxes[0].bleed is None


def test_intent_of_another_standard_is_none_of_print_exchange() -> None:
    """PDF/A has output intents too."""

    def intents(pdf: pikepdf.Pdf, _: pikepdf.Page) -> None:
        pdf.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFA1), Dictionary(S=Name.GTS_PDFX)])

    assert [("", "", "", "")] == [(i.condition, i.registry, i.kind, i.inks) for i in press(intents).intents]


@pytest.mark.parametrize("packet", [b"<broken", b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'])
def test_metadata_that_cannot_be_read_says_nothing(packet: bytes) -> None:
    """A broken packet is a packet without keys."""

    def broken(pdf: pikepdf.Pdf, _: pikepdf.Page) -> None:
        pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)

    assert () == press(broken).keys


def _font(_: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.Resources.Font = Dictionary(
        A=Dictionary(Subtype=Name.Type1, BaseFont=Name.Helvetica),
        B=Dictionary(Subtype=Name.Type3),
        C=Dictionary(Subtype=Name.Type0, DescendantFonts=Array([Dictionary(FontDescriptor=Dictionary(FontFile2=1))])),
        D=Dictionary(Subtype=Name.TrueType, FontDescriptor=Dictionary(Flags=4)),
    )


def test_fonts_without_a_program_are_told() -> None:
    """A font of the system, and one whose description has no file; not one that is drawn, nor one that is embedded."""
    assert ((0, "Helvetica"), (0, "a font without a name")) == press(_font).loose


def test_what_a_page_draws_is_looked_into() -> None:
    """A font in a form, and one in the mask of a form, are found."""

    def within(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        fonts = Dictionary(Font=Dictionary(F=Dictionary(Subtype=Name.Type1, BaseFont=Name.Courier)))
        mask = pdf.make_stream(b"", Subtype=Name.Form, Resources=fonts)
        states = Dictionary(ExtGState=Dictionary(M=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))))
        page.Resources.XObject = Dictionary(X=pdf.make_stream(b"", Subtype=Name.Form, Resources=states))

    assert ((0, "Courier"),) == press(within).loose


def test_what_waits_for_a_reader_is_told_with_its_place() -> None:
    """Annotations and actions have no use on paper."""

    def acts(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.Annots = Array([pdf.make_indirect(Dictionary(Subtype=Name.Screen)), Dictionary()])
        page.AA = Dictionary()
        pdf.Root.AA = Dictionary()
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=[]))

    found = (("AA", "catalogue"), ("Screen", "page 1"), ("Annot", "page 1"), ("AA", "page 1"))
    assert found == press(acts).acts


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        ({}, "LZW compression"),
        ({"/OPI": Dictionary()}, "the key OPI"),
        ({"/Subtype": Name.PS}, "PostScript"),
        ({"/F": String("other.bin")}, "data in another file"),
    ],
)
def test_what_print_exchange_does_not_let_in_is_told(entries: dict[str, pikepdf.Object], what: str) -> None:
    """Old ways to bring data in are not for PDF/X-4."""

    def old(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        # What LZW makes of nothing: clear, end of data.
        drawn = pdf.make_stream(b"", {"/Subtype": Name.Form, **entries})
        if not entries:
            drawn.write(b"\x80\x40\x40", filter=Name.LZWDecode)
        page.Resources.XObject = Dictionary(X=drawn)

    assert ((what, "page 1"),) == press(old).forbidden


def test_locked_file_is_told() -> None:
    """A printer cannot use a file that is encrypted, with or without a password: ISO 15930-7."""
    out = BytesIO()
    pdf = pikepdf.open(BytesIO(made()))
    pdf.save(out, encryption=pikepdf.Encryption(owner="x", user="", R=3, metadata=False, aes=False))
    assert (("encryption", ""),) == read_press(out.getvalue(), open_pdf(out.getvalue())).forbidden


def test_page_whose_boxes_are_not_known_is_not_looked_at() -> None:
    """Without trim and bleed there are no edges."""
    assert [] == list(read_edges(made(), (None,)))
