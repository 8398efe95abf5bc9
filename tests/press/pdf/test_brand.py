"""The association's own look in finished files: colours, logo, typeface and style sheet, in every printed edition."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from clearfold.model.diagnostic import LeafletError
from clearfold.model.media_types import PDF
from clearfold.model.source import parse_source
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.edition import Edition
from clearfold.press.editions import EDITIONS
from clearfold.press.editions.print_shop import PRINT_SHOP
from clearfold.press.markdown import read_leaflet
from clearfold.press.pdf.fonts import PageFonts

FONTS = styles_folder() / "fonts"
# A booklet is made of the pages of another edition.
PRINTED = [edition for edition in EDITIONS if edition.media_type == PDF and not edition.needs]
IN_COLOURS = [edition for edition in PRINTED if edition is not PRINT_SHOP]
LARGE = EDITIONS[0]
COPY = "---\ntitle: Tea\nsubtitle: For all\nlang: en\n---\n\n## Water\n\nxxxxx xxxxx xxxxx\n\n!!! note\n    A box.\n"
OWN = """\
name: The tea club
colours:
  primary: "#5a1a4c"
  accent: "#a04020"
logo:
  image: logo.svg
  alt: A cup
typeface: Inclusive Sans
style: brand.css
"""
SHEET = ".cover { background: #203010 }\n.part { border-left: 1mm solid #0a0b0c }\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="#112233" d="M0 0h4v4z"/></svg>'


def made(folder: Path, edition: Edition, publisher: str = "", sheet: str = SHEET, copy: str = COPY) -> bytes:
    (folder / "tea").mkdir(exist_ok=True)
    for name, text in (("publisher.yaml", publisher), ("brand.css", sheet), ("logo.svg", LOGO)):
        (folder / name).write_text(text, "utf-8")
    return edition.write(read_leaflet(parse_source(folder / "tea" / "en.md", copy.encode())), edition, ()).data


def drawings(data: bytes) -> Iterator[tuple[ContentStream, DictionaryObject]]:
    """Yield every content stream of a PDF with its resources: its pages, and the forms that are drawn in them."""
    reader = PdfReader(BytesIO(data))
    todo: list[tuple[object, DictionaryObject]] = [(page.get_contents(), page) for page in reader.pages]
    while todo:
        contents, owner = todo.pop()
        if "/Resources" not in owner:
            continue
        resources = owner["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        yield ContentStream(contents, reader), resources
        forms = [form.get_object() for form in resources.get("/XObject", {}).values()]
        todo += [(form, form) for form in forms if form["/Subtype"] == "/Form"]


def colours(data: bytes) -> set[str]:
    """Return every colour that is set in a PDF."""
    return {colour for stream, _ in drawings(data) for colour in _set(stream)}


def _set(stream: ContentStream) -> Iterator[str]:
    for operands, operator in stream.operations:
        if operator in (b"rg", b"RG", b"scn", b"SCN", b"sc", b"SC") and len(operands) == 3:
            yield "#" + "".join(f"{round(float(value) * 255):02x}" for value in operands)


def mixed(data: bytes) -> set[tuple[str, ...]]:
    """Return every mixture of inks that is set in a PDF and has others than black."""
    found = (
        tuple(map(str, operands)) for stream, _ in drawings(data) for operands, o in stream.operations if o == b"k"
    )
    return {inks for inks in found if any(map(float, inks[:3]))}


def fonts(data: bytes) -> set[str]:
    """Return the names of the fonts that a PDF embeds, without weights."""
    return {
        re.sub(r"-(Bold|Semi-Bold|Ultra-Bold)$", "", str(font.get_object()["/BaseFont"]).split("+")[1])
        for _, resources in drawings(data)
        for font in resources.get("/Font", {}).values()
    }


def x_height(data: bytes) -> float:
    """Return the height in mm of the letters x in the paragraph that has no others."""
    sizes: dict[float, DictionaryObject] = {}

    def visit(text: str, cm: list[float], tm: list[float], font: DictionaryObject | None, size: float) -> None:
        if "xxxxx" in text and font is not None:
            sizes[abs(cm[3] * tm[3] * size)] = font

    for page in PdfReader(BytesIO(data)).pages:
        page.extract_text(visitor_text=visit)
    ((size, font),) = sizes.items()
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]  # type: ignore[index]
    program = TTFont(BytesIO(descriptor["/FontFile2"].get_data()))
    (glyph,) = re.findall(rb"<([0-9a-f]{4})> <0078>", font["/ToUnicode"].get_data())  # type: ignore[attr-defined]
    name = program.getGlyphOrder()[int(glyph, 16)]
    return float(program["glyf"][name].yMax / program["head"].unitsPerEm * size * 25.4 / 72)


@pytest.mark.parametrize("edition", IN_COLOURS, ids=lambda edition: edition.name)
def test_own_look_is_in_every_printed_edition(edition: Edition, tmp_path: Path) -> None:
    """Colours, tint, logo, typeface and sheet of an association are in the file, and our colours are not."""
    plain, own = made(tmp_path, edition), made(tmp_path, edition, OWN)
    assert {"#12305c", "#ffc72c", "#d7e4f7"} <= colours(plain)
    assert {"#5a1a4c", "#a04020", "#f1dbea", "#112233", "#203010", "#0a0b0c"} <= colours(own)
    assert set() == colours(own) & {"#12305c", "#ffc72c", "#d7e4f7"}
    assert {"Atkinson-Hyperlegible-Next"} == fonts(plain)
    assert {"Inclusive-Sans"} == fonts(own)


@pytest.mark.slow("prints for the print shop")
def test_own_look_is_in_the_inks_of_the_print_shop(tmp_path: Path) -> None:
    """Each of the association's colours is mixed from inks of its own, and none of ours is left."""
    plain, own = made(tmp_path, PRINT_SHOP), made(tmp_path, PRINT_SHOP, OWN)
    assert 3 <= len(mixed(plain))
    assert 5 <= len(mixed(own))
    assert set() == mixed(plain) & mixed(own)
    assert {"Inclusive-Sans"} == fonts(own)


@pytest.mark.slow("prints every edition in two typefaces")
@pytest.mark.parametrize("edition", PRINTED, ids=lambda edition: edition.name)
def test_x_height_is_the_same_in_another_typeface(edition: Edition, tmp_path: Path) -> None:
    """Letters are as high in a face of larger ones, within 1 %: readers see the x-height, not the points."""
    for name, weight in (("regular", 400), ("bold", 700)):
        (tmp_path / f"{name}.ttf").write_bytes((FONTS / f"NotoSans-{weight}.ttf").read_bytes())
    files = "typeface:\n  family: Huisletter\n  regular: regular.ttf\n  bold: bold.ttf\n"
    usual, own = made(tmp_path, edition), made(tmp_path, edition, files)
    assert {"Huisletter"} == fonts(own)
    assert pytest.approx(x_height(usual), rel=0.01) == x_height(own)


def test_x_height_of_the_other_shipped_typeface(tmp_path: Path) -> None:
    """Large print is 3.32 mm in Inclusive Sans too (UKAAF G003, APH), though its letters are larger by a hundredth."""
    assert pytest.approx(3.324, abs=0.005) == x_height(made(tmp_path, LARGE, "typeface: Inclusive Sans\n"))


def test_sheet_of_its_own_wins_over_computed_tokens(tmp_path: Path) -> None:
    """What an association's sheet sets stays, though publisher.yaml has a colour that the tint would follow."""
    sheet = ":root { --tint: #fefdf0; --accent: #030201 }"
    found = colours(made(tmp_path, LARGE, 'colours:\n  primary: "#5a1a4c"\nstyle: brand.css\n', sheet))
    assert {"#fefdf0", "#030201"} <= found
    assert "#f1dbea" not in found


@pytest.mark.parametrize(
    ("place", "words", "sheet"),
    [
        (":2:5", "unknown property", ":root { --gap: 1rlh }\np { colour: red }\n"),
        (":2:13", "invalid value", ":root { --x: 3 }\nh2 { color: var(--x) }\n"),
        (":2:", "leaf.png", ":root { --gap: 1rlh }\n.cover { background: url(leaf.png) }\n"),
        (":1:", "more.css", '@import "more.css";\n'),
        (":2:", "Font-face 'Huis' cannot be loaded", "\n@font-face { font-family: Huis; src: url(none.ttf) }\n"),
        (":2:", "Invalid or unsupported selector", "h2 { color: red }\nh2::word { color: red }\n"),
        (":", "Invalid or unsupported selector", "p { color: red }\n}}\nh2 { color: red }\n"),
    ],
)
def test_mistake_in_the_sheet_is_told_with_its_line(place: str, words: str, sheet: str, tmp_path: Path) -> None:
    """What the renderer ignores or cannot find is told with the sheet's name, and its line where it can be known."""
    with pytest.raises(LeafletError) as caught:
        made(tmp_path, LARGE, "style: brand.css\n", sheet)
    (found,) = caught.value.diagnostics
    assert "SRC-070" == found.code
    assert words in found.fact
    assert f"{found.location}:".startswith(f"{tmp_path / 'brand.css'}{place}")


def test_mistake_in_a_picture_is_not_the_sheets(tmp_path: Path) -> None:
    """A picture that cannot be drawn is told at the copy, though there is a sheet."""
    (tmp_path / "tea").mkdir()
    (tmp_path / "tea" / "a.png").write_bytes(b"no picture")
    with pytest.raises(LeafletError) as caught:
        made(tmp_path, LARGE, "style: brand.css\n", copy=f"{COPY}\n![A cup](a.png)\n")
    assert {tmp_path / "tea" / "en.md"} == {found.location.path for found in caught.value.diagnostics}


def embedded(configuration: FontConfiguration, html: str) -> set[str]:
    sheet = CSS(filename=styles_folder() / "fonts.css", font_config=configuration)
    return fonts(HTML(string=html).write_pdf(font_config=configuration, stylesheets=[sheet]))


def test_fonts_of_the_machine_are_kept_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A font that the machine has is not used, neither by its name nor for what ours lack; WeasyPrint alone uses it."""
    font = TTFont(FONTS / "InclusiveSans-400.ttf")
    for record in font["name"].names:
        record.string = "Machine"
    for table in font["cmap"].tables:
        table.cmap[ord("中")] = "x"
    font.save(tmp_path / "machine.ttf")
    font.close()
    (tmp_path / "fonts.conf").write_text(
        f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>", "utf-8"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    html = '<p style="font-family: Noto Sans">a中 <b style="font-family: Machine">b</b></p>'
    assert "Machine" in embedded(FontConfiguration(), html)
    assert {"Noto-Sans"} == {name for name in embedded(PageFonts(), html) if "Atkinson" not in name}
