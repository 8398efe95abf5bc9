"""Files that other tools made: what they write otherwise is no finding, what they lose or add is."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import weasyprint

from clearfold.model.source import parse_source, read_source
from clearfold.press.editions import EDITIONS
from clearfold.press.markdown import read_leaflet
from clearfold.proof.compare.letters import fold
from clearfold.proof.prove import prove
from clearfold.proof.readers.pdf.content import read_content
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.report import EditionReport

COPY = """\
---
title: Griep
lang: nl
---

## Wat is griep?

Griep is een ziekte van de luchtwegen.[^1]

[^1]: Een virus veroorzaakt ze, en in de winter komt ze het meest voor.

## Wat kun je doen?

Rust veel, en drink genoeg water.
"""
PAGE = """<html lang=nl><title>Griep</title><style>
@page {{ size: A5; @bottom-center {{ content: counter(page) }} }} sup {{ font-size: 60% }}</style>
<h1>Griep</h1><h2>Wat is griep?</h2><p>Griep is een ziekte van de luchtwegen.<sup>1</sup></p>
<h2>Wat kun je doen?</h2><p>Rust veel, en drink genoeg {water}.</p>
<ol><li>Een virus veroorzaakt ze, en in de winter komt ze het meest voor.↩︎</li></ol></html>
"""


def checked(page: str) -> EditionReport:
    """Return what is said of a page of a browser or the like, printed without tags."""
    data = weasyprint.HTML(string=page).write_pdf()
    return prove(parse_source(Path("nl.md"), COPY.encode()), data, "application/pdf", name="griep.pdf")


def test_marks_numbers_and_ways_back_are_no_words() -> None:
    """A raised mark, a note at the end with its number, the page's number, and the way back are no finding."""
    assert [] == [d.code for d in checked(PAGE.format(water="water")).diagnostics if d.code[:3] != "CON"]


@pytest.mark.parametrize("folio", ["'Pagina ' X ' van ' Y", "'- ' X ' -'", "X ' | Pagina'", "'BLZ. ' X '/' Y"])
def test_number_of_a_page_is_no_text_however_it_is_written(folio: str) -> None:
    """Word and other programs write it in several ways, with a capital or between dashes."""
    written = folio.replace("X", "counter(page)").replace("Y", "counter(pages)")
    told = checked(PAGE.format(water="water").replace("content: counter(page)", f"content: {written}")).diagnostics
    assert [] == [str(d) for d in told if d.code[:3] != "CON"]


@pytest.mark.parametrize(
    ("rest", "codes"), [("veel, en drink genoeg", []), ("niet, en drink genoeg", ["TXT-001", "TXT-005"])]
)
def test_words_in_capitals_are_the_same_words(rest: str, codes: list[str]) -> None:
    """Headings in capitals, and small capitals, say what the copy has in small letters; other words are told."""
    page = (
        PAGE.format(water="water")
        .replace("<h1>Griep", "<h1>GRIEP")
        .replace("Rust veel, en drink genoeg", f"Rust {rest}")
    )
    shout = page.replace(f"Rust {rest} water.", f"RUST {rest.upper()} WATER.")
    assert codes == [d.code for d in checked(shout).diagnostics if d.code[:3] != "CON"]


@pytest.mark.parametrize(("sign", "codes"), [("*", []), ("††", []), ("§", ["TXT-002"])])
def test_marks_may_be_signs(sign: str, codes: list[str]) -> None:
    """Many set an asterisk or a dagger for the first note; one that is not before the note is no mark of it."""
    page = PAGE.format(water="water").replace("<sup>1", f"<sup>{sign}").replace("<ol><li>", f"<p>{sign.strip('§')} ")
    assert codes == [d.code for d in checked(page).diagnostics if d.code[:3] != "CON"]


def test_large_first_letter_is_the_first_of_its_paragraph() -> None:
    """A letter that drops over several lines is drawn before the heading above it."""
    page = PAGE.format(water="water").replace("</style>", "p::first-letter { float: left; font-size: 3em }</style>")
    assert [] == [str(d) for d in checked(page).diagnostics if d.code[:3] != "CON"]


def test_unit_in_capitals_is_told() -> None:
    """Of a unit or an abbreviation the case counts."""
    copy = "---\ntitle: Griep\nlang: nl\n---\n\nNeem\n\n5 mg\n"
    data = weasyprint.HTML(string="<html lang=nl><title>Griep</title><p>Neem</p><p>5 MG</p></html>").write_pdf()
    told = prove(parse_source(Path("nl.md"), copy.encode()), data, "application/pdf", name="griep.pdf").diagnostics
    assert ["TXT-003"] == [d.code for d in told if d.code[:3] != "CON"]


def test_note_that_differs_is_told() -> None:
    """Wherever a note stands, its words are compared."""
    page = PAGE.format(water="water").replace("virus", "bacterie")
    assert ["TXT-003"] == [d.code for d in checked(page).diagnostics if d.code[:3] != "CON"]


def test_line_that_ends_with_the_number_of_the_page_is_no_folio() -> None:
    """A last word with a note's mark that is the page's number is text, and not the page's own number."""
    copy = COPY.replace("luchtwegen.[^1]", "luchtwegen[^1]")
    page = PAGE.format(water="water").replace("luchtwegen.<sup>1</sup>", "<br>luchtwegen<sup>1</sup>")
    data = weasyprint.HTML(string=page).write_pdf()
    told = prove(parse_source(Path("nl.md"), copy.encode()), data, "application/pdf", name="griep.pdf").diagnostics
    assert [] == [str(d) for d in told if d.code[:3] != "CON"]


def test_note_that_is_given_twice_has_two_numbers() -> None:
    """A note is given again by pandoc for each mark that refers to it; the marks after it count on."""
    copy = COPY.replace("genoeg water.", "genoeg water.[^1] Bel als het erger wordt.[^b]\n\n[^b]: Ook in het weekend.")
    note = "Een virus veroorzaakt ze, en in de winter komt ze het meest voor."
    page = PAGE.format(water="water").replace(
        "genoeg water.", "genoeg water.<sup>2</sup> Bel als het erger wordt.<sup>3</sup>"
    )
    page = page.replace("</ol>", f"<li>{note}</li><li>Ook in het weekend.</li></ol>")
    data = weasyprint.HTML(string=page).write_pdf()
    told = prove(parse_source(Path("nl.md"), copy.encode()), data, "application/pdf", name="griep.pdf").diagnostics
    assert [] == [str(d) for d in told if d.code[:3] != "CON"]


def test_words_with_hyphens_are_told_once() -> None:
    """Hyphens at the ends of lines are one finding, and part no word for the comparison."""
    page = PAGE.format(water="water").replace("luchtwegen", "lucht‐wegen").replace("virus", "vi‐rus")
    (told,) = (d for d in checked(page).diagnostics if d.code[:3] != "CON")
    assert ("TXT-008", True) == (told.code, "2 words have a hyphen" in told.fact and "“lucht‐wegen”" in told.fact)


def test_word_that_differs_is_told() -> None:
    """What another tool changed is told."""
    assert "TXT-003" in {d.code for d in checked(PAGE.format(water="melk")).diagnostics}


@pytest.mark.slow("prints whole leaflets")
@pytest.mark.parametrize("copy", ["content/car-t-cell/nl-BE.md", "tests/cases/long/garden/en.md"])
def test_content_order_is_that_of_copying_in_a_viewer(copy: str) -> None:
    """PDFium, with which a browser copies, has the letters of each page in the order of our content reader."""
    leaflet = read_leaflet(read_source(Path(copy)))
    edition = next(one for one in EDITIONS if one.name == "accessible")
    data = edition.write(leaflet, edition, ()).data
    ours: dict[str, str] = {}
    for block in read_content(open_pdf(data)).blocks:
        ours[block.place] = ours.get(block.place, "") + fold(block.text)
    viewer = pypdfium2.PdfDocument(BytesIO(data))
    theirs = [fold(page.get_textpage().get_text_range().replace("\ufffe", "")) for page in viewer]
    assert [text for text in theirs if text] == [text for text in ours.values() if text]


def test_lines_that_are_added_together_are_told_together() -> None:
    """A paragraph that another tool adds is one finding, over how many lines it may run."""
    page = PAGE.format(water="water").replace("</ol>", f"</ol><p>{'Dit staat nergens anders. ' * 6}</p>")
    told = [d for d in checked(page).diagnostics if d.code[:3] != "CON"]
    assert ["TXT-005"] == [d.code for d in told]


def test_what_stands_where_much_is_missing_is_no_change() -> None:
    """The first of many blocks that are missing did not become whatever stands in their place."""
    items = "\n\n".join(f"- punt {word}" for word in ("een", "twee", "drie", "vier", "vijf", "zes", "zeven"))
    copy = COPY.replace("## Wat kun", f"{items}\n\n## Wat kun")
    page = PAGE.format(water="water").replace("<h2>Wat kun", "<p>&lt;/li&gt;</p><h2>Wat kun")
    data = weasyprint.HTML(string=page).write_pdf()
    told = prove(parse_source(Path("nl.md"), copy.encode()), data, "application/pdf", name="griep.pdf").diagnostics
    assert ["TXT-001", "TXT-005"] == sorted(d.code for d in told if d.code[:3] != "CON")
