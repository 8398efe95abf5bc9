"""The printed PDF as a whole: its facts, its refusals, its sameness."""

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from clearfold.press.leaflet import PdfProfile
from clearfold.press.pdf.render import Rendered, RenderError
from clearfold.proof.witnesses import Outcome
from clearfold.proof.witnesses.verapdf import verapdf

pytestmark = pytest.mark.no_cover

HERE = Path(__file__).parents[1]
TREES = sorted((HERE / "trees").glob("*.html"))
Printer = Callable[..., Rendered]

PAGE = '<h1 id="soil">Soil</h1><p>Text.</p><h2 id="sa&shy;nd">Sa&shy;nd and T\u2011cells</h2>'
TWO_PAGES = f'{PAGE}<h2 id="clay" style="break-before: page">Clay</h2><p>See <a href="#clay">clay</a>.</p>'


def reader(rendered: Rendered) -> PdfReader:
    return PdfReader(BytesIO(rendered.data))


def test_pages_and_anchors(print_page: Printer) -> None:
    """The pages are counted, and each id has the page on which it starts."""
    rendered = print_page(TWO_PAGES)
    assert (2, (("soil", 1), ("sa\u00adnd", 1), ("clay", 2))) == (rendered.pages, rendered.anchors)


def test_facts_in_both_places(print_page: Printer) -> None:
    """Info and XMP say the same of title, authors, subject, key words and dates."""
    pdf: Any = reader(print_page(PAGE))
    info, xmp = pdf.metadata, pdf.xmp_metadata
    facts = ("Soil & water", "Ann Example, Bob <Example>", "For gardeners", "soil, water", "2026-11-01T12:00:00+00:00")
    assert facts == (
        info.title,
        info.author,
        info.subject,
        info["/Keywords"],
        str(info.creation_date).replace(" ", "T"),
    )
    assert ({"x-default": "Soil & water"}, ["Ann Example", "Bob <Example>"]) == (xmp.dc_title, xmp.dc_creator)
    assert ({"x-default": "For gardeners"}, "soil, water") == (xmp.dc_description, xmp.pdf_keywords)
    assert (["soil", "water"], ["The garden"], "soil/en") == (xmp.dc_subject, xmp.dc_publisher, xmp.dc_identifier)
    assert info.creation_date.replace(tzinfo=None) == xmp.xmp_create_date


def test_facts_of_the_next_profile(print_page: Printer) -> None:
    """PDF/A-4f has no Info, is PDF 2.0, and holds the source as an associated file."""
    pdf: Any = reader(print_page(PAGE, PdfProfile.NEXT))
    assert "%PDF-2.0" == pdf.pdf_header
    assert "/Info" not in pdf.trailer
    assert {"soil.md": [b"# Soil\n"]} == {name: list(data) for name, data in pdf.attachments.items()}
    (file,) = [associated.get_object() for associated in pdf.root_object["/AF"]]
    assert "/Source" == file["/AFRelationship"]


@pytest.mark.parametrize("profile", PdfProfile)
def test_catalogue(profile: PdfProfile, print_page: Printer) -> None:
    """Language, title bar, marks, page labels and tab order are said."""
    pdf: Any = reader(print_page(TWO_PAGES, profile))
    catalog = pdf.root_object
    assert ("en", {"/DisplayDocTitle": True}, {"/Marked": True}) == tuple(
        catalog[key] for key in ("/Lang", "/ViewerPreferences", "/MarkInfo")
    )
    assert ["1", "2"] == pdf.page_labels
    assert [("/S", 0), ("/S", 1)] == [(page["/Tabs"], page["/StructParents"]) for page in pdf.pages]


@pytest.mark.parametrize("profile", PdfProfile)
def test_bookmarks(profile: PdfProfile, print_page: Printer) -> None:
    """The headings are bookmarks, nested, and as they are read: without soft hyphens, with plain ones."""
    outline: Any = reader(print_page(TWO_PAGES, profile)).outline
    assert "Soil" == outline[0]["/Title"]
    assert ["Sand and T-cells", "Clay"] == [entry["/Title"] for entry in outline[1]]


def test_next_leads_to_elements(print_page: Printer) -> None:
    """In the next profile names, links and bookmarks lead to the structure element as well as to the page."""
    pdf: Any = reader(print_page(TWO_PAGES, PdfProfile.NEXT))
    names = pdf.root_object["/Names"]["/Dests"]["/Names"]
    assert {"soil": "/H1", "sa\u00adnd": "/H2", "clay": "/H2"} == {
        str(name): place.get_object()["/SD"][0].get_object()["/S"]
        for name, place in zip(names[::2], names[1::2], strict=True)
    }
    (link,) = [link.get_object() for page in pdf.pages for link in page.get("/Annots", ())]
    assert ("/GoTo", "clay") == (link["/A"]["/S"], link["/A"]["/D"])
    first = pdf.root_object["/Outlines"]["/First"]
    assert "/H1" == first["/A"]["/SD"][0].get_object()["/S"]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<img alt="x" src="missing.svg">', "No such file"),
        ('<img alt="x" src="https://example.org/x.svg">', "only files of the leaflet"),
        ('<img alt="x" src="file:///etc/hosts">', "only files of the leaflet|outside the leaflet|No such file"),
        ('<img src="square.svg">', "picture without alternative text: square.svg"),
        ('<p><a href="#nowhere">x</a></p>', "No anchor #nowhere"),
        ('<p style="colour: red">x</p>', "unknown property"),
        ("<p>\u0f00</p>", "unsupported by fonts"),
        ('<p style="opacity: .5">x</p>', "cannot be tagged"),
        ('<p aria-hidden="true"><a href="https://example.org/">x</a></p>', "link in what is not read: 'x'"),
        ('<a href="https://example.org/"><p>x</p></a>', "link around paragraphs.*'x'"),
        ('<p id="a">x</p><p id="a">y</p>', "defined twice"),
    ],
)
def test_complaints(body: str, complaint: str, print_page: Printer) -> None:
    """What would be lost or broken is a RenderError that says so."""
    with pytest.raises(RenderError, match=complaint) as caught:
        print_page(body)
    assert 1 == len(caught.value.messages)


@pytest.mark.parametrize(("profile", "attached"), [(PdfProfile.ARCHIVE, True), (PdfProfile.NEXT, False)])
def test_attachment_belongs_to_the_next_profile(profile: PdfProfile, attached: bool, print_page: Printer) -> None:
    """PDF/A-2 allows no source inside; PDF/A-4f is nothing without one."""
    with pytest.raises(ValueError, match=f"profile {profile} (allows no|needs an) attachment"):
        print_page(PAGE, profile, attached=attached)


@pytest.mark.slow("prints in two processes")
@pytest.mark.parametrize("profile", PdfProfile)
def test_same_bytes(profile: PdfProfile, print_page: Printer, tmp_path: Path) -> None:
    """Another process in another time zone, with another seed for its hashes, prints the same bytes."""
    program = (
        "import pathlib, runpy, sys\n"
        "conftest = runpy.run_path(sys.argv[1])\n"
        "rendered = conftest['printed'](sys.argv[2], conftest['PdfProfile'](sys.argv[3]), pathlib.Path(sys.argv[4]))\n"
        "sys.stdout.buffer.write(rendered.data)\n"
    )
    body = "".join(page.read_text(encoding="utf-8") for page in TREES if page.stem in ("lists", "pictures", "text"))
    words = [sys.executable, "-c", program, str(HERE / "conftest.py"), body, profile, str(tmp_path)]
    printed = {
        subprocess.run(
            words, env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for zone, seed in (("Asia/Tokyo", "1"), ("America/Lima", "2"))
    }
    assert {print_page(body, profile).data} == printed


@pytest.mark.parametrize("page", TREES, ids=lambda path: path.stem)
def test_same_ink(page: Path, print_page: Printer, tmp_path: Path) -> None:
    """Tagging moves no ink: every page looks as WeasyPrint prints it without tags, pixel by pixel."""
    body = page.read_text(encoding="utf-8")
    ours = [print_page(body, profile).data for profile in PdfProfile]
    fonts = FontConfiguration()
    html = f'<!DOCTYPE html><html lang="en"><head><title>-</title></head><body>{body}</body></html>'
    plain = HTML(string=html, base_url=f"{tmp_path.as_uri()}/").write_pdf(
        stylesheets=[CSS(HERE / "page.css", font_config=fonts)], font_config=fonts, presentational_hints=True
    )
    assert [pictures(plain)] * 2 == [pictures(data) for data in ours]


def pictures(data: bytes) -> list[bytes]:
    """Return the pixels of each page at 72 dpi."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [bytes(page.render().buffer) for page in pdf]


@pytest.mark.slow("asks veraPDF, which runs in Java")
@pytest.mark.parametrize("page", TREES, ids=lambda path: path.stem)
def test_conformance(page: Path, print_page: Printer, tmp_path: Path) -> None:
    """Of the claims of either profile veraPDF finds none broken."""
    body = page.read_text(encoding="utf-8")
    claims = {
        PdfProfile.ARCHIVE: ("PDF/UA-1", "PDF/A-2a"),
        PdfProfile.NEXT: ("PDF/UA-2", "PDF/A-4f", "WTPDF 1.0 accessibility", "WTPDF 1.0 reuse"),
    }
    path = tmp_path / "page.pdf"
    for profile in PdfProfile:
        path.write_bytes(print_page(body, profile).data)
        failed = [str(verdict) for verdict in verapdf(path, claims[profile]) if verdict.outcome is not Outcome.PASSED]
        assert [] == failed
