"""Each rule of printed pages is told by its code, and by no other; what only looks like a fault is not told."""

import base64
import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from clearfold.model.paper import Level, Paper
from clearfold.model.transcript import Block, Kind
from clearfold.proof.checks.page.lines import lengths, setting
from clearfold.proof.findings.rules import RULES
from clearfold.proof.page.page_model import PlacedBlock, Row
from tests.faults.tagged import saved
from tests.proof.printed import COPY, HTML, PAPER, page_codes, page_findings, pdf, proved

pytestmark = pytest.mark.no_cover

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><rect width="100" height="60" fill="#fff"/>'
    '<circle cx="30" cy="35" r="25" fill="#4a7"/><circle cx="60" cy="35" r="20" fill="#a74"/>{}</svg>'
)
LABEL = '<text x="66" y="9" font-size="{}" fill="{}" font-family="A">Cel</text>'


def data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def drawing(label: str = "") -> str:
    return data("image/svg+xml", SVG.format(label).encode())


def photograph() -> str:
    out = BytesIO()
    Image.effect_noise((60, 60), 90).convert("RGB").save(out, "PNG")
    return data("image/png", out.getvalue())


def before_h3(html: str) -> str:
    return HTML.replace("<h3>", f"{html}<h3>", 1)


def picture(source: str) -> str:
    return before_h3(f'<p><img alt="Een cel" src="{source}" style="width:90mm"></p>')


def under_text(source: str, more: str = "") -> str:
    style = f"position:absolute;left:0;top:0;width:100mm;height:60mm;{more}"
    html = f'<p class="first" style="position:relative"><img alt="" src="{source}" style="{style}">'
    return HTML.replace('<p class="first">', html)


WRONG_STYLES = {
    "a paragraph in small letters": ("TYP-001", ".first { font-size: 15pt }"),
    "lines set tight": ("TYP-002", "html { line-height: 1.2 }"),
    "one paragraph set tight": ("TYP-002", ".first { line-height: 1.15 }"),
    "a title set solid": ("TYP-002", "h1 { width: 50mm; line-height: 1 }"),
    "a justified paragraph": ("TYP-004", ".first { text-align: justify }"),
    "all justified": ("TYP-004", "html { text-align: justify }"),
    "a centred paragraph": ("TYP-004", ".first { text-align: center }"),
    "a paragraph on the right": ("TYP-004", ".first { text-align: right }"),
    "words hyphenated": ("TYP-005", "html { hyphens: auto }"),
    "a compound split at its hyphen": ("TYP-005", "ul li:last-child { width: 25mm }"),
    "a paragraph in columns": ("TYP-006", ".first { columns: 2; column-gap: 8mm }"),
    "paragraphs side by side": (
        "TYP-006",
        ".first { float: left; width: 58mm } .first + p { float: right; width: 58mm } h3 { clear: both }",
    ),
    "grey letters": ("TYP-007", ".first { color: #777 }"),
    "white letters": ("TYP-007", ".first { color: #fff }"),
    "letters that let the paper through": ("TYP-007", ".first { color: rgba(0, 0, 0, .4) }"),
    "a heading of a table on a weak colour": ("TYP-007", "thead th { background: #99a }"),
    "a shading that grows dark": ("TYP-007", ".first { background: linear-gradient(to right, #fff, #555) }"),
    "slanted letters": ("TYP-008", ".first { font-style: italic }"),
    "an underlined link on paper": ("TYP-009", "a { text-decoration: underline }"),
    "an underlined heading": ("TYP-009", "h3 { text-decoration: underline }"),
    "an underlined cell": ("TYP-009", "td { text-decoration: underline }"),
    "a heading in capitals": ("TYP-010", "h3 { text-transform: uppercase }"),
    "a paragraph in the right margin": ("TYP-011", ".first { margin-right: -8mm }"),
    "a paragraph in the left margin": ("TYP-011", ".first { margin-left: -5mm }"),
    "a folio near the foot": (
        "TYP-011",
        "@page { @bottom-left { padding-top: 15mm } @bottom-right { padding-top: 15mm } }",
    ),
    "a folio that is not bold": ("TYP-012", "@page :right { @bottom-right { font-weight: 400 } }"),
    "folios on the inner side": (
        "TYP-012",
        '@page :left { @bottom-left { content: "Griep" } @bottom-right { content: counter(page); font-weight: 800 } }',
    ),
    "left pages without a folio": ("TYP-012", "@page :left { @bottom-left { content: none } }"),
    "left pages with another folio": ("TYP-012", '@page :left { @bottom-left { content: "9" } }'),
    "left folios moved": ("TYP-012", "@page :left { @bottom-left { padding-left: 3mm } }"),
    "a line alone on a page": ("TYP-013", "body { orphans: 1; widows: 1 } .first { padding-bottom: 20pt }"),
    "a heading further right than its text": ("TYP-004", "h3 { margin-left: 25mm }"),
    "a heading at the foot": ("TYP-014", "h3 { break-after: page }"),
    "a template's heading at the foot": ("TYP-014", ".part #d { break-after: page }"),
    "contents that name their own page": ("TYP-020", ".contents li::after { content: counter(page) }"),
    "a page of another size": ("TYP-021", "@page { size: 150mm 212mm }"),
    "two levels of heading of one size": ("TYP-022", "h3 { font-size: 25pt }"),
    "a heading smaller than the text": ("TYP-022", "h3 { font-size: 18pt }"),
    "letters squeezed": ("TYP-023", ".first { letter-spacing: -.06em }"),
    "words squeezed": ("TYP-023", ".first { word-spacing: -.2em }"),
    "a heading squeezed": ("TYP-023", "h3 { letter-spacing: -.06em }"),
}
RIGHT_STYLES = {
    "as it is": "",
    "a first line that is indented": "li { text-indent: 1em } p { text-indent: 1.2em }",
    "a box with round corners": ".first { background: #eef; border: 2pt solid; border-radius: 9pt; padding: 6pt }",
    "a shading that stays light": ".first { background: linear-gradient(to right, #fff, #cde) }",
    "bars under headings": "h3 { border-bottom: 3pt solid #123 } h2 { border-bottom: .75pt solid }",
    "a bar beside a paragraph": ".first { border-left: 4pt solid #123; padding-left: 8pt }",
    "close rules in a table": "td, th { padding: 0 }",
    "a last page without furniture": "#d { page: cover }",
    "letters a little apart": "html { letter-spacing: .04em; word-spacing: .1em }",
    "letters without kerning": "html { font-kerning: none }",
    "a heading with its text further right": "h3, h3 + p { margin-left: 25mm }",
    "figures on the right of their cells": "td { text-align: right }",
}
PAGES = {
    "a word in a picture too small": ("TYP-001", picture(drawing(LABEL.format(5, "#000")))),
    "a word in a picture too weak": ("TYP-007", picture(drawing(LABEL.format(12, "#999")))),
    "a raised figure too small": ("TYP-001", HTML.replace("koorts,", 'koorts<sup style="font-size:.6em">2</sup>,', 1)),
    "text on a drawing": ("TYP-007 TYP-015", under_text(drawing(), "z-index:-1")),
    "text on a photograph": ("TYP-007 TYP-015", under_text(photograph(), "z-index:-1")),
    "text under a photograph": ("TYP-007 TYP-015", under_text(photograph())),
    "a drawing": ("", picture(drawing())),
    "a drawing with a word of its own": ("", picture(drawing(LABEL.format(12, "#000")))),
    "a photograph": ("", picture(photograph())),
    "raised and lowered figures of full size": (
        "",
        HTML.replace("koorts,", '<sub style="font-size:1em">2</sub>O<sup style="font-size:1em">+</sup>,', 1),
    ),
    "text on its side": ("", before_h3('<p style="transform:rotate(90deg);width:60mm">Zijwaarts</p>')),
}


@pytest.mark.slow("prints a brochure for each of forty styles")
@pytest.mark.parametrize(("code", "css"), WRONG_STYLES.values(), ids=WRONG_STYLES)
def test_wrong_style_raises_its_code_and_no_other(code: str, css: str) -> None:
    """A rule of style that breaks a rule of large print is told by the code of that rule."""
    assert {code} == page_codes(pdf(css))


@pytest.mark.parametrize("css", RIGHT_STYLES.values(), ids=RIGHT_STYLES)
def test_right_style_raises_nothing(css: str) -> None:
    """What only looks like a fault is not told."""
    assert [] == page_findings(pdf(css))


@pytest.mark.parametrize(("codes", "html"), PAGES.values(), ids=PAGES)
def test_pictures_and_signs(codes: str, html: str) -> None:
    """Letters in, on and under pictures are measured as others are; pictures beside text are not told."""
    page = html.replace(".part {", ".part { position: relative; z-index: 0;")
    assert set(codes.split()) == page_codes(pdf(html=page))


@pytest.mark.parametrize(
    "name",
    ["a paragraph in small letters", "left folios moved", "contents that name their own page", "words hyphenated"],
)
def test_files_without_tags_are_measured_too(name: str) -> None:
    """Nothing of this needs a structure tree."""
    code, css = WRONG_STYLES[name]
    assert {code} == page_codes(pdf(css, tagged=False))


def test_a_right_file_without_tags_raises_nothing() -> None:
    """Running heads and folios are known by their words and their place where they are no artifacts."""
    assert [] == page_findings(pdf(tagged=False))


def test_links_are_underlined_on_screens_alone() -> None:
    """An underlined link is right in a file for screens, where folios stand on the right; a heading is not."""
    screen = replace(PAPER, screen=True)
    right = (
        '@page :left { @bottom-left { content: "Griep" } @bottom-right { content: counter(page); font-weight: 800 } }'
    )
    links = f"{right} a {{ text-decoration: underline }}"
    assert set() == page_codes(pdf(links), screen)
    assert {"TYP-009"} == page_codes(pdf(f"{links} h3 {{ text-decoration: underline }}"), screen)


def test_lines_that_are_too_long_for_the_level() -> None:
    """The same lines are right in large print and too long in giant print, whose letters are larger too."""
    data = pdf("@page { size: 180mm 210mm }")
    assert set() == page_codes(data, replace(PAPER, width=180))
    assert {"TYP-003", "TYP-001"} == page_codes(data, replace(PAPER, width=180, level=Level.GIANT))


def test_number_of_pages() -> None:
    """Seven pages make no sheets of four; more than six are told as a warning."""
    told = {d.code: d for d in proved(pdf(), replace(PAPER, multiple=4, most=6)).diagnostics}
    assert {"TYP-017", "TYP-018"} == {code for code in told if code.startswith("TYP")}
    assert (RULES["TYP-018"].severity, "warning") == (told["TYP-018"].severity, str(told["TYP-018"].severity))


def test_what_is_not_promised_is_not_measured() -> None:
    """Of a file that others made the letters are measured, its size, margins and folios not."""
    free = Paper(Level.LARGE, width=0, height=0, margin=0, folios=False)
    css = "@page { size: 130mm 220mm; margin: 8mm } @page :left { @bottom-left { content: none } }"
    assert set() == page_codes(pdf(css), free)
    assert {"TYP-001"} == page_codes(pdf(css + "p { font-size: 15pt }"), free)


def test_without_a_promise_nothing_is_measured_and_the_report_says_so() -> None:
    """A file of which nobody has said how large its letters should be is not measured."""
    report = proved(pdf("p { font-size: 6pt }"), None)
    assert not [d for d in report.diagnostics if d.code.startswith("TYP")]
    assert ["page rules: not run"] == [reason.split(",")[0] for reason in report.not_run]


def test_a_finding_names_place_measure_and_limit() -> None:
    """A finding says where in the copy and on which page, what was measured, and what was promised."""
    (found,) = [d for d in proved(pdf(".first { font-size: 15pt }")).diagnostics if d.code == "TYP-001"]
    told = str(found)
    assert told.startswith(
        "griep/nl-BE.md:11:1: error TYP-001: letters are smaller than the edition promises: “Griep”, "
    )
    assert "2.62 mm; the x-height is at least 2.9 mm in large print [page 3]" in told


def test_a_fault_on_many_pages_is_told_once() -> None:
    """What is wrong on more than three pages is one finding, which names the first of them."""
    (found,) = page_findings(pdf("p, li, h1, h2, h3, td, th, dt, dd { font-style: italic }"))
    assert "[pages 1, 2, 3, 4, 5 and 2 more]" in found


CAPITALS = {
    "a shout": ("TYP-010", "neem NOOIT twee middelen, en nooit drie"),
    "two words": ("TYP-010", "LET OP bij koorts, en let op bij pijn"),
    "a long word": ("TYP-010", "dit is BELANGRIJK voor jou"),
    "an abbreviation of four": ("", "de ICAN meet het"),
    "an abbreviation of five": ("", "na een AHSCT of bij ICANS"),
    "an explained one": ("", "de WHO en de WHO-EU"),
    "a code": ("", "onder nummer BE0123456789 en COVID-19"),
    "a Roman figure": ("", "paus Johannes XXIII bad"),
}


@pytest.mark.parametrize(("code", "words"), CAPITALS.values(), ids=CAPITALS)
def test_capitals_of_the_copy(code: str, words: str) -> None:
    """Shouting in the copy is told to its author; abbreviations are not."""
    html, copy = (text.replace("De WHO noemt", f"De WHO, {words}, noemt") for text in (HTML, COPY))
    assert {code} - {""} == page_codes(pdf(html=html), copy=copy)


SPLITS = {
    "an address": ("", "https://example.org/een/heel/lang/adres/dat/niet/past/op/een/regel/van/de/brochure"),
    "a long compound at its hyphen": ("", "zeldzame-aandoeningenpatiënten-zorgnetwerkcoördinator"),
    "figures": ("TYP-005", "2020–2024"),
    "two words and a slash": ("", "patiënt/mantelzorger"),
    "a reference in brackets": ("", "mantelzorger[12]"),
}


@pytest.mark.parametrize(("code", "word"), SPLITS.values(), ids=SPLITS)
def test_where_a_word_may_be_split(code: str, word: str) -> None:
    """A line may end where a reader expects it to: in an address, at a long word's own hyphen, between two words."""
    at = re.search(r"[-–/\[]", word[4:])
    assert at is not None
    cut = 4 + at.start() + (at[0] != "[")
    html, copy = (text.replace("De WHO noemt", f"De WHO {word} noemt") for text in (HTML, COPY))
    html = html.replace(word, f"{word[:cut]}<br>{word[cut:]}")
    assert {code} - {""} == page_codes(pdf("p { overflow-wrap: anywhere }", html=html), copy=copy)


def rewritten(data: bytes, change: "dict[bytes, bytes]", page: int = 2) -> bytes:
    """Return a PDF of which a page's content has some bytes changed."""
    with pikepdf.open(BytesIO(data)) as made:
        content = made.pages[page].Contents.read_bytes()
        for old, new in change.items():
            assert old in content
            content = content.replace(old, new, 1)
        made.pages[page].Contents = made.make_stream(content)
        return saved(made)


def test_a_missing_glyph_is_told() -> None:
    """A code of glyph 0 draws the box of .notdef."""
    data = pdf()
    with pikepdf.open(BytesIO(data)) as made:
        first = re.search(rb"\[<([0-9a-f]{4})>", made.pages[2].Contents.read_bytes())
    assert first is not None
    assert {"TYP-016"} == page_codes(rewritten(data, {first[0]: b"[<0000>"}))


def test_text_that_is_not_painted_is_told() -> None:
    """Text of render mode 3 is there for every program and for no eye."""
    assert {"TYP-007"} == page_codes(rewritten(pdf(), {b"BT": b"BT 3 Tr"}))


def test_letters_lighter_than_regular_are_told() -> None:
    """The weight is that of the embedded font, whatever it is called."""
    data = pdf()
    with pikepdf.open(BytesIO(data)) as made:
        from fontTools.ttLib import TTFont

        for font in made.pages[2].Resources.Font.values():
            stream = font.DescendantFonts[0].FontDescriptor.FontFile2
            program = TTFont(BytesIO(stream.read_bytes()))
            program["OS/2"].usWeightClass = 300 if program["OS/2"].usWeightClass == 400 else 800
            out = BytesIO()
            program.save(out)
            stream.write(out.getvalue())
        assert {"TYP-019"} == page_codes(saved(made))


def test_inks_of_a_print_shop_are_measured_as_they_are_shown() -> None:
    """Black ink on white is no fault, a tint of grey is; pages may be larger than what is cut from them."""
    data = pdf(".first { color: device-cmyk(0 0 0 1) } @page { bleed: 3mm; marks: crop }")
    assert set() == page_codes(data)
    grey = pdf(".first { color: device-cmyk(0 0 0 .55) } @page { bleed: 3mm; marks: crop }")
    assert {"TYP-007"} == page_codes(grey)


@pytest.mark.parametrize("first", [(6.8, 7.4, 7.4), (2.9, 6.8, 6.8)])
def test_some_spaces_alone_are_not_stretched(first: tuple[float, ...]) -> None:
    """Lines that happen to end together are ragged where only spaces of bold words are wider, or those before signs."""
    spaces = (first, (6.8, 6.8, 6.8), (6.8,))
    rows = [
        Row(1, 70, right, 500 - 28 * n, 19, f"woorden {n}", (n,), spaces[n])
        for n, right in enumerate((478, 478.5, 300))
    ]
    assert "" == setting(rows, ends=True)
    stretched = [replace(row, gaps=(7.4, 7.4)) if n == 0 else row for n, row in enumerate(rows)]
    assert "justified" == setting(stretched, ends=True)


def test_lines_of_the_same_words_are_not_justified() -> None:
    """Lines that end together because they have the same words are ragged; those of other words are not."""
    rows = [Row(1, 70, 478, 500 - 28 * n, 19, "om en om", (n,), (6.8, 6.8)) for n in range(6)]
    assert "" == setting(rows, ends=False)
    assert "justified" == setting([replace(row, text=f"om {row.lines}") for row in rows], ends=False)


def test_one_line_of_a_few_may_be_longer() -> None:
    """Of eleven lines one is no breach, whatever letters it has; two are."""
    rows = [Row(0, 0.0, 300.0, 700.0 - n, 15.0, "e" * 65, (n,)) for n in range(12)]
    for longer, expected in ((1, []), (2, ["TYP-003"])):
        wide = [replace(row, text="i" * 71) for row in rows[:longer]]
        block = PlacedBlock(Block(Kind.PARAGRAPH, "-"), (*wide, *rows[longer:]))
        assert expected == [found.code for found in lengths([block], 70)]
