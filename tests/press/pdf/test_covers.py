"""Covers in three designs, and back covers: what stands where, on which ground, and what is told."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.edition import Edition
from clearfold.press.editions.booklets import FLYER_C
from clearfold.press.editions.giant_print import GIANT_PRINT
from clearfold.press.editions.large_print import LARGE_PRINT_A5
from clearfold.press.leaflet import Design, Leaflet
from clearfold.press.markdown import read_leaflet
from clearfold.press.pdf.cover_fitting import Cover
from clearfold.press.pdf.logo_ground import look_at_logo
from clearfold.press.pdf.pages import print_cover, print_page

pytestmark = pytest.mark.no_cover

CASES = Path(__file__).parents[2] / "cases"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">{}</svg>'
RING = '<circle cx="20" cy="20" r="15" fill="none" stroke="{}" stroke-width="6"/>'
BOX = '<rect width="40" height="40" fill="{}"/>'
PRIMARY = "#12305c"


def garden(front: str = "") -> Leaflet:
    """Return a leaflet with a logo and a picture on its cover."""
    picture = "cover:\n  image: images/cover.svg\n  alt: Three plants\n"
    text = f"---\ntitle: A vegetable garden through the year\nlang: en\n{picture}{front}---\n\nText.\n"
    return read_leaflet(parse_source(CASES / "long/garden/en.md", text.encode()))


def top_left(leaflet: Leaflet) -> tuple[int, ...]:
    """Return the colour of a cover at its upper left corner."""
    page = pypdfium2.PdfDocument(print_cover(leaflet, LARGE_PRINT_A5).data)[0]
    return tuple(page.render(scale=1).to_pil().convert("RGB").getpixel((3, 3)))


@pytest.mark.parametrize(
    ("design", "ground"),
    [(Design.BAND, (255, 255, 255)), (Design.PLAIN, (0x1F, 0x4D, 0x2B)), (Design.PICTURE, (0xE9, 0xF3, 0xEA))],
)
def test_design_decides_what_stands_at_the_top(design: Design, ground: tuple[int, ...]) -> None:
    """A band has paper there, a plain cover the house colour, a picture what it shows or stands on."""
    leaflet = garden()
    found = top_left(replace(leaflet, metadata=replace(leaflet.metadata, design=design)))
    assert all(abs(ours - theirs) < 40 for ours, theirs in zip(ground, found, strict=True))


def test_cover_is_one_page_however_much_it_says() -> None:
    """A long subtitle and audience make the title smaller, and nothing goes to a second page."""
    words = "subtitle: What to sow, when to water, and how to keep the soil alive for those who come after us\n"
    assert (
        1 == print_cover(garden(f"{words}audience: {'For people with their first plot. ' * 3}\n"), LARGE_PRINT_A5).pages
    )


@pytest.mark.parametrize(
    ("drawing", "dark", "seen"),
    [
        (RING.format(PRIMARY), False, True),
        (RING.format("#ffffff"), True, True),
        (BOX.format("#ffffff") + RING.format(PRIMARY), False, True),
        (BOX.format("#ffffff") + RING.format("#fcfcfc"), False, False),
        ("", False, False),
    ],
    ids=["house colour", "white", "in a white box", "white in a white box", "nothing"],
)
def test_logo_stands_where_it_is_seen(tmp_path: Path, drawing: str, dark: bool, seen: bool) -> None:
    """One that is too light for paper stands on the house colour; one that is seen on neither is known."""
    logo = tmp_path / "logo.svg"
    logo.write_text(SVG.format(drawing), "utf-8")
    found = look_at_logo(logo, PRIMARY)
    assert (dark, seen) == (found.dark, found.seen)


def test_thin_strokes_on_a_white_ground_are_a_logo(tmp_path: Path) -> None:
    """A signature, of which hardly more than one dot in a hundred is dark, is seen."""
    image = Image.new("RGB", (400, 400), "white")
    ImageDraw.Draw(image).line(((100, 230), (150, 170), (190, 240), (240, 180), (290, 200)), fill=(30, 30, 90), width=3)
    image.save(tmp_path / "logo.png")
    found = look_at_logo(tmp_path / "logo.png", PRIMARY)
    assert (False, True) == (found.dark, found.seen)


def test_logo_that_nobody_sees_is_told(tmp_path: Path) -> None:
    """Its line in publisher.yaml is named."""
    (tmp_path / "logo.svg").write_text(SVG.format(BOX.format("#ffffff")), "utf-8")
    (tmp_path / "publisher.yaml").write_text("name: Tea\nlogo:\n  image: logo.svg\n  alt: A cup\n", "utf-8")
    leaflet = read_leaflet(parse_source(tmp_path / "en.md", b"---\ntitle: Tea\nlang: en\n---\n\nText.\n"))
    with pytest.raises(LeafletError, match=r"publisher\.yaml:3:\d+: error SRC-130"):
        print_cover(leaflet, LARGE_PRINT_A5)


def test_contact_that_is_too_long_is_told_with_what_to_shorten() -> None:
    """The key of the longest part is named, at the line of the contact."""
    contact = "contact:\n  text: " + "Ring us on Tuesdays, or write. " * 30 + "\n  phone: 012 34\n"
    with pytest.raises(LeafletError, match=r"en\.md:7:1: error SRC-131: large-print-a5: .*\n.*“contact\.text” \(\d+ l"):
        print_page(garden(contact), LARGE_PRINT_A5)


def test_address_of_the_web_is_printed_without_its_scheme() -> None:
    """Nobody types https://, and the link keeps it."""
    rendered = print_page(garden("online: https://example.org/leaflets/garden\n"), LARGE_PRINT_A5)
    last = PdfReader(BytesIO(rendered.data)).pages[-1]
    assert "https" not in last.extract_text()
    assert "https://example.org/leaflets/garden" in {
        link.get_object().get("/A", {}).get("/URI") for link in last.get("/Annots", ())
    }


# What an association of some size says on its back cover, in each language of the labels.
CONTACTS = {
    "nl": (
        "Bel ons gerust met al uw vragen, of kom langs.",
        "elke werkdag van 9 tot 12 uur",
        "Voorbeeldstraat 12 bus 3",
    ),
    "fr": ("Appelez-nous pour toutes vos questions.", "du lundi au vendredi, de 9 h à 12 h", "12, rue de l’Exemple"),
    "de": ("Rufen Sie uns an, wir beraten Sie gern.", "montags bis freitags von 9 bis 12 Uhr", "Beispielstraße 123"),
    "en": ("Ring us with any question, or write to us.", "Monday to Friday, 9 to 12", "The Old School, 2 Example Lane"),
}
FORMS = {
    "nl": ["brochure op papier, in grote letter", "e-boek voor e-reader of telefoon", "pdf voor een schermlezer"],
    "fr": ["brochure en gros caractères", "livre électronique", "PDF pour lecteur d’écran"],
    "de": ["Broschüre in Großdruck", "E-Book für Lesegerät oder Telefon", "PDF für Vorleseprogramme"],
    "en": ["brochure in large print", "e-book for e-reader or telephone", "PDF for screen readers"],
}


@pytest.mark.slow("prints nine leaflets")
@pytest.mark.parametrize(
    ("lang", "edition"),
    [*((lang, edition) for lang in CONTACTS for edition in (LARGE_PRINT_A5, GIANT_PRINT)), ("de", FLYER_C)],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_ordinary_contact_fits_one_back_cover(lang: str, edition: Edition) -> None:
    """Text, telephone, hours, mail, website, address, three forms, a code and a logo stand on the last page."""
    text, hours, street = CONTACTS[lang]
    contact = (
        f"contact:\n  text: {text}\n  phone: +32 2 000 00 00\n  hours: {hours}\n  email: informatie@example.org\n"
        f"  website: https://www.example.org/contact\n  address: |\n    {street}\n    1000 Exampleton\n"
    )
    front = f"title: T\nlang: {lang}\n{contact}formats: {FORMS[lang]}\nonline: https://example.org/leaflets/garden\n"
    leaflet = read_leaflet(parse_source(CASES / "long/garden/en.md", f"---\n{front}---\n\nT.\n".encode()))
    document = pypdfium2.PdfDocument(print_page(leaflet, edition).data)
    back = document[len(document) - 1].get_textpage().get_text_range()
    wanted = (text, "000 00 00", "informatie@", "1000", *FORMS[lang])
    assert [] == [said for said in wanted if said.split()[0] not in back]


@pytest.mark.parametrize(
    ("drawn", "ratio", "art", "frame"),
    [
        (True, 4 / 3, 80.0, (0.0, 0.0)),  # little is lost
        (True, 4 / 3, 60.0, (133.3, 60.0)),  # three fifths of its height are kept, and its ground is seen beside it
        (True, 4.0, 100.0, (148.0, 61.7)),  # a banner in a place that is nearly square
        (False, 4 / 3, 60.0, (0.0, 0.0)),  # a photograph has no ground
        (True, 0.0, 60.0, (0.0, 0.0)),  # its writer says what is to be kept
    ],
)
def test_drawing_fills_what_it_can_of_its_place(
    drawn: bool, ratio: float, art: float, frame: tuple[float, float]
) -> None:
    """A drawing is cropped to three fifths of itself at most, and no more of its place is its ground's than needed."""
    assert frame == Cover(210.0, 148.0, art, pictured=True, ratio=ratio, drawn=drawn).frame(art)


def test_picture_of_a_cover_meets_its_foot() -> None:
    """An imprint of two lines takes the room of two lines, and nothing of the house colour is left above the foot."""
    leaflet = garden("version: 1.0\npublished: 2026-11-30\ndesign: plain\n")
    page = pypdfium2.PdfDocument(print_cover(leaflet, LARGE_PRINT_A5).data)[0].render(scale=1).to_pil().convert("RGB")
    left = [page.getpixel((3, y)) for y in reversed(range(page.height))]
    house = left.index((0x1F, 0x4D, 0x2B))
    assert house > page.height / 3
