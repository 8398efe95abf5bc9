"""The file for the print shop, made of all that a leaflet may hold, and looked at plate by plate."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from pypdf.generic import StreamObject

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import read_source
from clearfold.model.units import MM
from clearfold.pipeline.building.build import build
from clearfold.press.edition import Output
from clearfold.press.editions.print_shop import PRINT_SHOP
from clearfold.press.markdown import read_leaflet
from clearfold.proof.prove import prove

COPY = """\
---
title: Tea & water
lang: en
version: "1.2"
published: 2026-11-23
publisher: The tea room
contact: {phone: "012 34"}
---

## Leaves

A spoon of *leaves*, and no more than **4** cups. More on [the page](https://example.org/tea).

## Pictures

![A photograph](images/photo.jpg)

![One that fades](images/fading.png)

![A grey one](images/grey.png)

![Few colours](images/few.png)

![Black and white](images/bit.png)

![Drawn](images/drawn.svg)
"""
DRAWN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><defs>
<linearGradient id="a"><stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#0a0" stop-opacity=".4"/>
<stop offset="1" stop-color="#000"/></linearGradient><mask id="m"><rect width="300" height="200" fill="#fff"/></mask>
</defs><rect width="150" height="100" fill="url(#a)"/>
<g opacity=".5"><rect x="20" y="120" width="80" height="60" fill="#00f"/><rect x="60" y="140" width="80" height="50"
fill="#ff0"/></g><rect x="160" y="120" width="90" height="60" fill="#0aa" mask="url(#m)"/>
<path d="M0 0L300 200" stroke="#000" stroke-width="2"/></svg>
"""


def pictures(folder: Path) -> None:
    folder.mkdir()
    light = Image.linear_gradient("L").resize((1200, 800))
    round_ = Image.radial_gradient("L").resize((1200, 800))
    colours = Image.merge("RGB", (light, light.transpose(Image.Transpose.FLIP_LEFT_RIGHT), round_))
    fading = colours.copy()
    fading.putalpha(light)
    colours.save(folder / "photo.jpg")
    fading.save(folder / "fading.png")
    light.save(folder / "grey.png")
    light.convert("1").save(folder / "bit.png")
    colours.quantize(16).save(folder / "few.png")
    (folder / "drawn.svg").write_text(DRAWN, "utf-8")


def made(folder: Path, publisher: str = "colours: {primary: '#0b4a2a'}") -> Output:
    """Return the edition of a leaflet that holds every kind of picture, written in a folder."""
    folder.mkdir()
    (folder / "en.md").write_text(COPY, "utf-8")
    (folder / "publisher.yaml").write_text(publisher, "utf-8")
    pictures(folder / "images")
    return PRINT_SHOP.write(read_leaflet(read_source(folder / "en.md")), PRINT_SHOP, ())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shop") / "tea"


@pytest.fixture(scope="module")
def output(folder: Path) -> Output:
    return made(folder)


@pytest.fixture(scope="module")
def reader(output: Output) -> PdfReader:
    return PdfReader(BytesIO(output.data))


@pytest.mark.slow("separates large pictures into inks")
def test_preflight_and_proof_find_nothing(output: Output, folder: Path) -> None:
    """What the press writes is PDF/X-4 as far as the preflight can tell, and holds every word."""
    leaflet = read_leaflet(read_source(folder / "en.md"))
    report = prove(
        leaflet.source,
        output.data,
        output.media_type,
        name=output.name,
        edition=output.edition,
        furniture=PRINT_SHOP.furniture(leaflet, PRINT_SHOP),
        paper=PRINT_SHOP.paper,
    )
    assert [] == [str(d) for d in report.diagnostics if d.code.startswith(("PRT", "TXT", "ORD", "CON"))]
    assert ("PDF/X-4",) == output.conformance


@pytest.mark.slow("separates large pictures into inks twice")
def test_equal_copies_give_equal_files(output: Output, tmp_path: Path) -> None:
    """The file does not depend on the folder in which it was made, nor on the time."""
    assert output.data == made(tmp_path / "tea").data


def test_nothing_of_a_screen_is_left(reader: PdfReader) -> None:
    """There are no links, bookmarks, tags or claims of other standards."""
    root = reader.root_object
    assert {"/Type", "/Pages", "/Metadata", "/Lang", "/OutputIntents", "/ViewerPreferences"} == set(root)
    assert not any("/Annots" in page for page in reader.pages)
    metadata = root["/Metadata"]
    assert isinstance(metadata, StreamObject)
    packet = metadata.get_data().decode()
    assert "PDF/X-4" in packet
    assert "pdfuaid" not in packet
    assert "pdfaid" not in packet
    assert "%PDF-1.6" == reader.pdf_header


def test_pages_are_a_multiple_of_four_on_the_paper_that_is_promised(reader: PdfReader, output: Output) -> None:
    """Each page is trimmed to A5, bleeds 3 mm, and has room for marks."""
    assert 0 == output.pages % 4
    assert output.pages == len(reader.pages)
    for page in reader.pages:
        left, bottom, right, top = (float(edge) / MM for edge in page.trimbox)
        assert pytest.approx((148, 210), abs=0.1) == (right - left, top - bottom)
        assert pytest.approx((left - 3, bottom - 3, right + 3, top + 3), abs=0.01) == tuple(
            float(edge) / MM for edge in page.bleedbox
        )
        assert float(page.mediabox.left) / MM < left - 9


@pytest.mark.slow("separates large pictures into inks")
def test_overprint_is_a_switch(output: Output, tmp_path: Path) -> None:
    """A press whose workflow sets overprint can have a file without it."""
    without = made(tmp_path / "off", "colours: {primary: '#0b4a2a'}\nprint: {overprint: false}")
    assert b"/Overprint" in b"".join(_contents(output))
    assert b"/Overprint" not in b"".join(_contents(without))


def test_colour_that_has_no_way_to_the_inks_is_told(tmp_path: Path) -> None:
    """A publisher's style sheet with a colour in oklab() stops this edition, with the place to look."""
    folder = tmp_path / "tea"
    folder.mkdir()
    (folder / "en.md").write_text("---\ntitle: Tea\nlang: en\n---\n\n## Water\n\nBoil it.\n", "utf-8")
    (folder / "publisher.yaml").write_text("style: own.css", "utf-8")
    (folder / "own.css").write_text(".part > h2 { border-top-color: oklab(60% 0.2 0.1) }", "utf-8")
    with pytest.raises(LeafletError) as caught:
        PRINT_SHOP.write(read_leaflet(read_source(folder / "en.md")), PRINT_SHOP, ())
    assert ["SRC-070"] == [d.code for d in caught.value.diagnostics]
    assert "write it as #rrggbb" in caught.value.diagnostics[0].fact


@pytest.mark.skipif(
    shutil.which("gs") is None, reason="not run: Ghostscript is not installed (apt install ghostscript)"
)
def test_plates_are_as_the_preflight_says(output: Output, tmp_path: Path) -> None:
    """Another program's separations: text on paper is on the black plate alone, and 300 % of ink is nowhere passed."""
    (tmp_path / "file.pdf").write_bytes(output.data)
    device = ["-sDEVICE=tiffsep", "-r60", "-dUseTrimBox", f"-sOutputFile={tmp_path}/page%02d.tif"]
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", *device, str(tmp_path / "file.pdf")]
    subprocess.run(command, check=True, capture_output=True)
    for number in range(1, output.pages + 1):
        names = ("Cyan", "Magenta", "Yellow", "Black")
        plates = [_plate(tmp_path / f"page{number:02d}({name}).tif") for name in names]
        pixels = zip(*(plate.tobytes() for plate in plates), strict=True)
        assert 300 >= max(sum(pixel) for pixel in pixels) / 2.55 - 1
    # The second page is the list of contents: text on paper, and dots.
    contents = [_plate(tmp_path / f"page02({name}).tif") for name in names]
    assert [False, False, False, True] == [plate.getbbox() is not None for plate in contents]


def _plate(path: Path) -> Image.Image:
    """Return a plate, its ink from 0 to 255."""
    with Image.open(path) as plate:
        return ImageChops.invert(plate.convert("L"))


def _contents(output: Output) -> list[bytes]:
    pages = PdfReader(BytesIO(output.data)).pages
    return [content.get_data() for page in pages if (content := page.get_contents()) is not None]


@pytest.mark.slow("prints in two typefaces")
def test_table_that_is_too_wide_in_a_wider_typeface_is_set_as_rows(tmp_path: Path) -> None:
    """The print shop's pages count letters to a line in the association's typeface, as its proof expects."""
    copy = tmp_path / "content/tea/en.md"
    copy.parent.mkdir(parents=True)
    (tmp_path / "content/publisher.yaml").write_text("typeface: Inclusive Sans\n", "utf-8")
    table = "| Watertemperat | Minutesthirty |\n|---|---|\n| hot | three |\n"
    copy.write_text(f"---\ntitle: Tea\nlang: en\n---\n\n## Water\n\n{table}", "utf-8")
    (built,) = build([copy], tmp_path / "build", ["print-shop"])
    assert [] == [str(found) for report in built.reports for found in report.diagnostics]
    (pdf,) = (tmp_path / "build").rglob("*.pdf")
    assert "Minutesthirty: three" in " ".join(page.extract_text() for page in PdfReader(pdf).pages)
