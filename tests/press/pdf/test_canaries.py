"""What the PDF writer relies on in WeasyPrint 70.0 and pydyf 0.13.0 without a promise that it stays: a canary for each.

When one falls silent after an upgrade, the module that it names has to be read again before anything is printed.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pydyf
import pytest
import weasyprint
from weasyprint import HTML
from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.pdf.stream import Stream
from weasyprint.text.fonts import FontConfiguration

from clearfold.press.pdf.fonts import PageFonts

FONT = Path(__file__).parents[3] / "styles/fonts/AtkinsonHyperlegibleNext-400.ttf"
STYLE = f"@font-face {{ font-family: Atkinson; src: url({FONT.as_uri()}) }} * {{ font: 16px Atkinson }}"


def laid_out(body: str) -> Document:
    return HTML(string=f'<html lang="en"><style>{STYLE}</style><body>{body}').render()


def all_boxes(document: Document) -> Iterator[boxes.Box]:
    for page in document.pages:
        yield from page._page_box.descendants(placeholders=True)


def text_boxes(body: str) -> list[boxes.TextBox]:
    return [box for box in all_boxes(laid_out(body)) if isinstance(box, boxes.TextBox)]


def test_versions() -> None:
    """The versions are those that the writer was made for."""
    assert ("70.0", "0.13.0") == (weasyprint.VERSION, pydyf.VERSION)


def test_page_is_laid_out_from_a_tree() -> None:
    """render.lay_out: the tree of a page can be put in the place of the one that WeasyPrint has parsed."""
    page = HTML(string="<html>")
    root = fromstring(f"<html><head><style>{STYLE}</style></head><body><p>of the tree</p></body></html>")
    page.wrapper_element = type(page.wrapper_element).from_html_root(root, content_language=None)
    page.etree_element = root
    assert ["of the tree"] == [box.text for box in all_boxes(page.render()) if isinstance(box, boxes.TextBox)]


def test_pages_are_made_of_a_box() -> None:
    """marking.MarkedPage: a page can be made again from its box, and the copy has the same links."""
    (page,) = laid_out('<a href="https://example.org/">link</a>').pages
    assert [link[:3] for link in page.links] == [link[:3] for link in Page(page._page_box).links]


def test_stream_is_cloned_with_marks_and_set_up_with_one_operator() -> None:
    """marking.MarkedPage.paint: a clone takes the marks of boxes, and a page's stream begins with its matrix alone."""
    seen: list[tuple[list[object], list[object], dict[object, object]]] = []

    class Probe(Page):  # type: ignore[misc]  # WeasyPrint has no type hints
        def paint(self, stream: Stream, scale: float = 1) -> None:
            marks: dict[object, object] = {}
            clone = stream.clone(tags=marks)
            before = list(stream.stream)
            clone.transform(d=-1, f=self.height * scale)
            setup = list(clone.stream)
            super().paint(clone, scale)
            seen.append((before, setup, marks))
            assert ["/Span", {"MCID": 0}, b"BDC"] in [clone.stream[at : at + 3] for at in range(len(clone.stream))]
            assert ["/Artifact", b"BMC"] in [clone.stream[at : at + 2] for at in range(len(clone.stream))]
            assert b"EMC" in clone.stream

    document = laid_out('<p style="border: 1px solid">text</p>')
    document.copy([Probe(page._page_box) for page in document.pages]).write_pdf()
    ((before, setup, marks),) = seen
    assert before == setup
    assert 1 == len(setup)
    assert [{"tag": "Span", "mcid": 0}] == list(marks.values())
    assert all(isinstance(box, boxes.TextBox) for box in marks)


def test_placeholders_hold_a_box() -> None:
    """marking._walk: what is placed absolutely stands in the tree by a placeholder with the box in it."""
    document = laid_out('<p style="position: absolute">text</p>')
    held = [kid for box in all_boxes(document) for kid in box.children if isinstance(kid, AbsolutePlaceholder)]
    assert ["p"] == [placeholder._box.element_tag for placeholder in held]


def test_markers_of_lists_are_placed_absolutely() -> None:
    """list_markers: a marker is a block of lines, placed absolutely in its item, before the block of its text."""
    item = next(box for box in all_boxes(laid_out("<ul><li>item</ul>")) if box.element_tag == "li")
    marker, text = item.children
    assert (AbsolutePlaceholder, True, boxes.BlockBox) == (type(marker), marker.is_outside_marker, type(text))
    assert [boxes.LineBox] == [type(child) for child in marker.children]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<ul><li>item</ul>", "li::marker"),
        ("<style>p::before { content: 'x' }</style><p>text", "p::before"),
        ("<style>p::after { content: 'x' }</style><p>text", "p::after"),
        ("<style>p::first-letter { color: red }</style><p>text", "p::first-letter"),
    ],
)
def test_pseudo_elements_are_named(body: str, name: str) -> None:
    """marking._pseudo: a pseudo-element's text box is named after it, and belongs to the element."""
    box = next(box for box in text_boxes(body) if "::" in box.element_tag)
    assert (name, name.partition("::")[0]) == (box.element_tag, box.element.tag)


def test_heads_feet_leaders_and_margins_are_known() -> None:
    """marking._artifact: repeated heads and feet, leaders and margin boxes say what they are."""
    document = laid_out(
        "<style>@page { @top-left { content: counter(page) } } b::after { content: leader('.') }</style>"
        "<table><thead><tr><th>h<tfoot><tr><td>f<tbody><tr><td>b</table><p><b>x</b></p>"
    )
    found = list(all_boxes(document))
    assert ["thead"] == [box.element_tag for box in found if getattr(box, "is_header", False)]
    assert ["tfoot"] == [box.element_tag for box in found if getattr(box, "is_footer", False)]
    assert any(getattr(box, "is_leader", False) for box in found)
    (margin,) = [box for box in found if isinstance(box, boxes.MarginBox)]
    assert ("@top-left", (("counter()", ("page", "decimal")),)) == (margin.at_keyword, margin.style["content"])


def test_styles_have_the_names_that_are_read() -> None:
    """marking, text_positions, lists: the computed styles that are read exist, with values of these kinds."""
    (marker,) = [box for box in text_boxes("<ol><li>item</ol>") if box.element_tag == "li::marker"]
    names = ("list_style_type", "visibility", "position", "hyphenate_character")
    assert ["decimal", "visible", "static", "‐"] == [marker.style[name] for name in names]


def test_layout_keeps_what_is_painted() -> None:
    """marking._leaf: the layout of a text box has the text that is painted."""
    (box,) = text_boxes("<p>some text")
    assert "some text" == box.pango_layout.text


def test_spaces_at_ends_of_lines_and_alone_are_dropped() -> None:
    """wording.spaces: WeasyPrint still paints neither; when it does, they must not be given back twice."""
    document = laid_out('<p style="width: 1px">one two</p><p><em>a</em> <b>b</b></p>')
    assert ["one", "two", "a", " ", "b"] == [
        b.pango_layout.text for b in all_boxes(document) if isinstance(b, boxes.TextBox)
    ]
    shown: list[bytes] = []

    def finisher(document: Document, pdf: pydyf.PDF) -> None:
        (stream,) = [item for item in pdf.objects if isinstance(item, Stream)]
        shown.extend(operator for operator in stream.stream if isinstance(operator, bytes) and operator.endswith(b"TJ"))

    document.write_pdf(finisher=finisher)
    assert 4 == len(shown)


def test_finisher_meets_lists_of_operators_fonts_and_names() -> None:
    """content_stream, destinations: the finisher is given pages, streams, fonts with their texts, names, bookmarks."""
    met: list[object] = []

    def finisher(document: Document, pdf: pydyf.PDF) -> None:
        (page,) = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
        stream = pdf.objects[int(page["Contents"].split()[0])]
        assert isinstance(stream, Stream)
        (name,) = [
            operator.split()[0][1:]
            for operator in stream.stream
            if isinstance(operator, bytes) and operator.endswith(b" Tf")
        ][:1]
        (font,) = document.fonts.values()
        assert font.hash.encode() == name
        texts = {f"<{glyph:04x}> <{ord(text):04x}>".encode() for glyph, text in font.to_unicode.items()}
        (to_unicode,) = [item for item in pdf.objects if isinstance(item, pydyf.Stream) and b"begincmap" in item.stream]
        assert texts <= set(to_unicode.stream)
        names = pdf.catalog["Names"]["Dests"]["Names"]
        assert "here" == names[0].string
        assert "/XYZ" == names[1][1]
        (bookmark,) = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and "Title" in item]
        assert ("Heading", "/XYZ") == (bookmark["Title"].string, bookmark["Dest"][1])
        (annotation,) = [box.link_annotation for *_, box in document.pages[0].links]
        assert ("/Annot", "here") == (annotation["Type"], annotation["Dest"].string)
        met.append(document)

    laid_out('<h1 id="here">Heading</h1><a href="#here">link</a>').write_pdf(BytesIO(), finisher=finisher)
    assert 1 == len(met)


def test_font_configuration_keeps_what_ours_sets() -> None:
    """fonts.PageFonts: its constructor sets every field that WeasyPrint's own sets, since that is not called."""
    assert set(vars(FontConfiguration())) == set(vars(PageFonts()))


@pytest.mark.parametrize(("early", "word_spacing"), [(False, "0"), (True, "4px")])
def test_word_spacing_beside_letter_spacing_ends_lines_early(early: bool, word_spacing: str) -> None:
    """Our fonts have wide spaces of their own (styles/fonts/merge.py), so that no line ends after its first word."""
    text = "Wat te maken heeft met genen. Genen bevatten de erfelijke informatie van een cel."
    styles = (f"width: {n}px; letter-spacing: 2px; word-spacing: {word_spacing}" for n in range(244, 268))
    pages = [lines_of(f'<p style="{style}">{text}</p>') for style in styles]
    assert early is any(len(line.split()) == 1 for lines in pages for line in lines[1:-1])


def lines_of(body: str) -> list[str]:
    lines = [box for box in all_boxes(laid_out(body)) if isinstance(box, boxes.LineBox)]
    return ["".join(text.text for text in line.descendants() if isinstance(text, boxes.TextBox)) for line in lines]


def test_background_is_placed_anew() -> None:
    """page_filling: a block moves with all that is in it, and its background is then placed where it stands."""
    body = '<div style="background: #fed">A<p>B</p></div>'
    (page,) = laid_out(body).pages
    block = next(box for box in page._page_box.descendants() if box.element_tag == "div")
    before = block.background.layers, block.position_y, [box.position_y for box in block.descendants()]
    block.translate(0, 7)
    layout_box_backgrounds(page._page_box, block, lambda url, orientation=None: None)
    assert [y + 7 for y in before[2]] == [box.position_y for box in block.descendants()]
    assert before[1] + 7 == block.background.layers[-1].painting_area[1]


def test_block_that_goes_on_is_as_tall_as_its_page() -> None:
    """page_filling.bottom: the first part of a block reaches to the foot of its page, its lines do not."""
    first = laid_out(
        "<style>@page { size: 200px 100px; margin: 0 } p { margin: 0; line-height: 30px }</style><p>" + "word " * 40
    ).pages[0]
    (block,) = (
        box for box in first._page_box.descendants() if box.element_tag == "p" and isinstance(box, boxes.BlockBox)
    )
    assert (92, 90) == (block.height, sum(line.height for line in block.children))
