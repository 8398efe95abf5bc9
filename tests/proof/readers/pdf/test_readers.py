"""The PDF readers give the text, in structure order and in content order, with all that the tags say of it."""

from io import BytesIO

import pikepdf
import pytest
import weasyprint
from pikepdf import Array, Dictionary, Name, String

from clearfold.model.transcript import Block, Kind, Span
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.pdf.content import read_content, read_unmarked
from clearfold.proof.readers.pdf.file import PdfFile, open_pdf
from clearfold.proof.readers.pdf.structure import read_structure, read_unplaced
from clearfold.proof.readers.pdf.tag_text import show_tags
from tests.faults import sample
from tests.faults.tagged import Node, saved, tagged_pdf


def pdf(*nodes: Node) -> PdfFile:
    return open_pdf(tagged_pdf(nodes, title="Titel", lang="nl", author="An, Bert; Cas"))


def drawn(content: str, **properties: pikepdf.Object) -> PdfFile:
    """Return an untagged page of that content, in Helvetica."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(300, 300))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    for name, value in properties.items():
        page.Resources[f"/{name}"] = value
    page.Contents = made.make_stream(content.encode("latin-1"))
    return open_pdf(saved(made))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


def test_blocks_are_read_with_their_kinds() -> None:
    """Each structure element is a run with kind, level, number, place in its table, page and language."""
    got = read_structure(open_pdf(sample.pdf()))
    by_text = {block.text: block for block in got.blocks}
    assert ("nl-BE", "Griep in de winter") == (got.lang, got.title)
    assert (Kind.HEADING, 1) == (by_text["Griep in de winter"].kind, by_text["Griep in de winter"].level)
    assert (Kind.CONTENTS, "page 1") == (by_text["Wat is griep? 1"].kind, by_text["Wat is griep? 1"].place)
    assert (Kind.LIST_ITEM, 2, "") == tuple(
        getattr(by_text["niet gaan werken"], n) for n in ("kind", "level", "number")
    )
    assert (1, "2") == (by_text["schrijf op wat je meet"].level, by_text["schrijf op wat je meet"].number)
    assert (3, 1, True) == tuple(getattr(by_text["ibuprofen"], n) for n in ("row", "column", "header"))
    assert Kind.TERM == by_text["WGO"].kind
    assert (Span(0, 25, lang="en"),) == by_text["World Health Organization"].spans
    assert Kind.DEFINITION == by_text["World Health Organization"].kind
    assert Kind.NOTE == by_text["[1] Daarom krijg je elk jaar een nieuw vaccin."].kind
    assert Kind.ALTERNATIVE == by_text["Een thermometer die 39 graden aanwijst"].kind
    assert (Span(13, 33, link="https://example.org/griep"),) == by_text["Lees meer op de pagina over griep."].spans


def test_content_order_has_lines_and_artifacts() -> None:
    """Content order gives what is drawn, artifacts marked as such, page by page."""
    got = read_content(open_pdf(sample.pdf())).blocks
    assert [(Kind.ARTIFACT, "Griep in de winter"), (Kind.ARTIFACT, "1"), (Kind.TEXT, "Clearfold")] == [
        (block.kind, block.text) for block in got[:3]
    ]


def test_other_structure_types_are_read() -> None:
    """Titles, quotations, replaced text, cells that span and types with a role are read as what they are."""
    roles = Dictionary(Kop=Name.H2, Rond=Name.Kring, Kring=Name.Rond)
    nodes = (
        Node("Title", "Een titel"),
        Node("Kop", "Een kop"),
        Node("H", "Hoofd"),
        Node("BlockQuote", kids=(Node("P", "Een citaat"),)),
        Node("BlockQuote", "Zonder alinea"),
        Node("BlockQuote", kids=(Node("NonStruct", kids=(Node("P", "In een groep"),)),)),
        Node("BlockQuote", kids=(Node("Div", kids=(Node("Span", "Verborgen"),)),)),
        Node("Rond", "Zonder rol"),
        Node("NonStruct", kids=(Node("NonStruct", "Los"),)),
        Node("Note", kids=(Node("Lbl", "[9]"),)),
        Node("L", kids=(Node("LI", "Zonder body"),)),
        Node(
            "Table",
            kids=(
                Node("TR", kids=(Node("TH", "a", attributes=(("RowSpan", 2),)), Node("TD", "b"))),
                Node("TR", kids=(Node("TD", "c", attributes=(("ColSpan", "x"),)),)),
            ),
        ),
    )
    with pikepdf.open(BytesIO(tagged_pdf(nodes, title="T", lang="nl"))) as made:
        made.Root.StructTreeRoot.RoleMap = roles
        document = made.Root.StructTreeRoot.K
        document.K[7].ActualText = String("Vervangen")
        got = read_structure(open_pdf(saved(made))).blocks
    assert [
        (Kind.TITLE, "Een titel"),
        (Kind.HEADING, "Een kop"),
        (Kind.HEADING, "Hoofd"),
        (Kind.QUOTATION, "Een citaat"),
        (Kind.QUOTATION, "Zonder alinea"),
        (Kind.QUOTATION, "In een groep"),
        (Kind.TEXT, "Verborgen"),
        (Kind.TEXT, "Vervangen"),
        (Kind.TEXT, "Los"),
        (Kind.NOTE, "[9]"),
        (Kind.LIST_ITEM, "Zonder body"),
        (Kind.TABLE_CELL, "a"),
        (Kind.TABLE_CELL, "b"),
        (Kind.TABLE_CELL, "c"),
    ] == [(block.kind, block.text) for block in got]
    assert (2, 2) == (got[-1].row, got[-1].column)


def test_label_that_is_drawn_and_not_tagged_is_a_label() -> None:
    """LibreOffice draws an item's number or bullet by itself, and tags it with the words: it is no part of them."""
    body = [Node("LBody", kids=(Node("Span", label), Node("Span", "Meet"))) for label in ("4.", "o", "•", "4 ")]
    got = read_structure(pdf(Node("L", kids=tuple(Node("LI", kids=(one,)) for one in body)))).blocks
    assert [("4", "Meet"), ("", "Meet"), ("", "Meet"), ("", "4 Meet")] == [(block.number, block.text) for block in got]


def test_note_within_a_paragraph_does_not_part_it() -> None:
    """Typst puts a note where it is referred to: the paragraph is one, its mark a part of it, and the note after it."""
    note = Node("Note", kids=(Node("Lbl", "1"), Node("Span", "Een virus.")))
    words = (
        Node("Span", "Griep"),
        Node("Lbl", kids=(Node("Link", "1", link="#n"),)),
        note,
        Node("Span", " is een ziekte."),
    )
    for block in (Node("P", kids=words), Node("L", kids=(Node("LI", kids=(Node("LBody", kids=words),)),))):
        got = read_structure(pdf(block, Node("P", "Einde"))).blocks
        assert ["Griep1 is een ziekte.", "1 Een virus.", "Einde"] == texts(got)
        assert Kind.NOTE == got[1].kind


def test_words_right_in_an_item_are_one_run() -> None:
    """Chromium puts what is strong, and what is not, right into the item."""
    item = Node("LI", kids=(Node("Lbl", "1."), Node("Strong", "Meet"), Node("NonStruct", " je koorts.")))
    (got,) = read_structure(pdf(Node("L", kids=(item,)))).blocks
    assert ("1", "Meet je koorts.") == (got.number, got.text)


def test_a_tree_that_bites_its_tail_ends() -> None:
    """An element that holds itself is read once."""
    with pikepdf.open(BytesIO(tagged_pdf([Node("P", "Eenmaal")], title="T", lang="nl"))) as made:
        document = made.Root.StructTreeRoot.K
        document.K = Array([*document.K, document])
        assert ["Eenmaal"] == texts(read_structure(open_pdf(saved(made))).blocks)


def test_stock_weasyprint_is_read() -> None:
    """WeasyPrint's own tags are read, its margin boxes as text that no element claims."""
    html = (
        "<html lang=nl><title>T</title><style>@page{@top-left{content:'Kop'}}</style><h1>Titel</h1>"
        "<p>Effici\u00ebnt <em>en</em> snel, zie <a href='https://example.org/'>hier</a>.</p><ul><li>een<li>twee</ul>"
        "<table><tr><th>a<td>b</table>"
    )
    data = weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    assert data is not None
    opened = open_pdf(data)
    got = read_structure(opened).blocks
    assert ["Titel", "Effici\u00ebnt en snel, zie hier.", "een", "twee", "a", "b"] == texts(got)
    assert ["Kop"] == texts(read_unplaced(opened))
    assert (Kind.LIST_ITEM, 1) == (got[2].kind, got[2].level)
    assert ["https://example.org/"] == [span.link for span in got[1].spans]
    assert [("Titel", 0)] == opened.bookmarks()
    shown = show_tags(opened)
    assert shown.startswith("Document\n  H1\n    Span\n")
    assert "“Titel”" in shown


def test_untagged_pdf_has_no_structure() -> None:
    """An untagged PDF has text in content order, none in structure order, and no outline of tags."""
    opened = drawn("BT /F1 12 Tf 10 10 Td (Hallo) Tj ET")
    assert ((), ["Hallo"], "", ()) == (
        read_structure(opened).blocks,
        texts(read_content(opened).blocks),
        show_tags(opened),
        read_unplaced(opened),
    )


def test_operators_that_show_and_move_text_are_followed() -> None:
    """Lines are told apart by where they stand; what stands on one line is one run."""
    content = (
        "q 1 0 0 1 5 5 cm BT /F1 10 Tf 12 TL 10 200 Td (een) Tj [(tw) -20 (ee)] TJ T* (drie) Tj (vier) ' "
        '0 -14 TD (vijf) Tj 1 1 (zes) " 1 0 0 1 10 20 Tm (zeven) Tj ET Q Q EMC'
    )
    assert ["eentwee", "drie", "vier", "vijf", "zes", "zeven"] == texts(read_content(drawn(content)).blocks)


def test_replaced_text_and_named_properties() -> None:
    """ActualText stands for what it replaces; properties may be named; artifacts may have no type."""
    properties = Dictionary(M=Dictionary(MCID=0, ActualText=String("echt"), Lang=String("fr"), E=String("uit")))
    content = (
        "/Span /M BDC BT /F1 9 Tf (vals) Tj /Span <</ActualText (genest)>> BDC (x) Tj EMC ET EMC "
        "/Artifact BMC BT (kop) Tj ET EMC /P BMC BT (los) Tj ET EMC"
    )
    opened = drawn(content, Properties=properties)
    assert [(Kind.TEXT, "echt"), (Kind.ARTIFACT, "kop"), (Kind.TEXT, "los")] == [
        (block.kind, block.text) for block in read_content(opened).blocks
    ]
    assert ["los"] == texts(read_unmarked(opened))
    assert ("fr", "uit") == (opened.pieces[0][0].lang, opened.pieces[0][0].expansion)


def test_forms_are_read_where_they_are_drawn() -> None:
    """A form's text stands where the form is drawn, as often as it is."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(300, 300))
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.A, Encoding=Name.MacRomanEncoding)
    form = made.make_stream(b"BT /F1 9 Tf (vorm) Tj ET /None Do")

    form.Type, form.Subtype, form.Matrix = Name.XObject, Name.Form, Array([1, 0, 0, 1, 0, 50])
    form.Resources = Dictionary(Font=Dictionary(F1=font))
    state = Dictionary(Font=Array([made.make_indirect(font), 11]))
    page.Resources = Dictionary(
        XObject=Dictionary(X=form, Y=made.make_stream(b"")), ExtGState=Dictionary(G=state, H=Dictionary())
    )
    page.Contents = made.make_stream(b"/H gs /G gs BT (voor) Tj ET /Y Do /X Do q 1 0 0 1 0 20 cm /X Do Q BT (na) Tj ET")
    got = texts(read_content(open_pdf(saved(made))).blocks)
    assert ["voor", "vorm", "vorm", "na"] == got


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"%PDF-1.7\ntrailer <</Root 1 0 R>>\n%%EOF"])
def test_broken_files_are_unreadable(data: bytes) -> None:
    """What is no PDF raises UnreadableError, and nothing else."""
    with pytest.raises(UnreadableError):
        open_pdf(data)


def test_locked_file_is_unreadable() -> None:
    """A file that wants a password says so."""
    out = BytesIO()
    with pikepdf.open(BytesIO(sample.pdf())) as made:
        made.save(out, encryption=pikepdf.Encryption(owner="o", user="u", R=4, aes=False, metadata=False))
    with pytest.raises(UnreadableError, match="password"):
        open_pdf(out.getvalue())


def test_what_the_catalogue_says() -> None:
    """Language, title, authors, and whether the title is shown and the file marked, are read."""
    opened = pdf(Node("P", "Tekst"))
    assert ("nl", "Titel", "An, Bert; Cas", True, True) == (
        opened.lang,
        opened.title,
        opened.byline,
        opened.shows_title,
        opened.marked,
    )


def test_bookmarks_are_read_at_every_depth() -> None:
    """Bookmarks come in their order, inner ones after the one around them."""
    made = pikepdf.new()
    for _ in range(2):
        made.add_blank_page(page_size=(9, 9))
    with made.open_outline() as outline:
        outer = pikepdf.OutlineItem("een", 0)
        outer.children.append(pikepdf.OutlineItem("twee", 1))
        outline.root.extend([outer, pikepdf.OutlineItem("drie", 1)])
    assert [("een", 0), ("twee", 1), ("drie", 1)] == open_pdf(saved(made)).bookmarks()


def test_broken_metadata_says_nothing() -> None:
    """XMP metadata that cannot be parsed is as good as none."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(9, 9))
    made.Root.Metadata = made.make_stream(b"<x", {"/Type": Name.Metadata, "/Subtype": Name.XML})
    opened = open_pdf(saved(made))
    assert ("", (), "") == (opened.title, opened.authors, opened.byline)


def test_tags_are_shown_as_indented_text() -> None:
    """The tree is written with its entries, attributes, links and text."""
    nodes = (
        Node("Kop", "Een kop"),
        Node("P", kids=(Node("Span", "WGO", expansion="World"), Node("Link", "hier", link="#a"))),
        Node("Table", kids=(Node("TR", kids=(Node("TH", "a", attributes=(("ColSpan", 2),)),)),)),
    )
    with pikepdf.open(BytesIO(tagged_pdf(nodes, title="T", lang="nl"))) as made:
        made.Root.StructTreeRoot.RoleMap = Dictionary(Kop=Name.H2)
        shown = show_tags(open_pdf(saved(made)))
    assert (
        """\
Document
  Kop → H2
    “Een kop”
  P
    Span E='World'
      “WGO”
    Link link='#a'
      “hier”
  Table
    TR
      TH ColSpan=2
        “a”
"""
        == shown
    )
