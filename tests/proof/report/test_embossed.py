"""The page for editors shows braille in its signs, with what was read from them beside it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from lxml import html

from clearfold.model.source import parse_source
from clearfold.press.editions.braille import BRAILLE, BRAILLE_PEF, EBRAILLE_BOOK
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet
from clearfold.proof.prove import prove
from clearfold.proof.report.exhibit import Exhibit
from clearfold.proof.report.page import to_html


def leaflet(lang: str, more: str = "") -> Leaflet:
    copy = f"---\ntitle: Water\nlang: {lang}{more}\n---\n\n## Tea\n\nFresh & hot, at 80 °C.\n"
    return read_leaflet(parse_source(Path(f"tea/{lang}.md"), copy.encode()))


@cache
def exhibits(lang: str, more: str = "") -> tuple[Exhibit, ...]:
    one, made = leaflet(lang, more), []
    for edition in (BRAILLE, BRAILLE_PEF, EBRAILLE_BOOK):
        assert edition.sheet is not None
        output, sheet = edition.write(one, edition, ()), edition.sheet(one)
        told = (output.data, output.media_type)
        furniture = edition.furniture(one, edition)
        report = prove(one.source, *told, name=output.name, edition=edition.name, furniture=furniture, sheet=sheet)
        made.append(Exhibit(report, output.data, one.source, "Water", lang, None, sheet))
    return tuple(made)


def shown(some: tuple[Exhibit, ...]) -> list[html.HtmlElement]:
    return html.fromstring(to_html(some)).findall(".//details")


def test_pages_of_the_same_cells_are_shown_once() -> None:
    """BRF and PEF are one, the book for displays another; each page has its cells and its words."""
    pages, book = shown(exhibits("en"))
    assert ["Braille (BRF), Braille (PEF): 4 pages", "Braille for displays: 2 parts"] == [
        one.findtext("summary") for one in (pages, book)
    ]
    last = pages.findall("section")[-1]
    assert "⠠⠋⠗⠑⠎⠓⠀⠈⠯⠀⠓⠕⠞⠂⠀⠁⠞⠀⠼⠓⠚⠀⠘⠚⠠⠉⠲" in last.text_content()
    assert ["4", "Tea", "Fresh & hot, at 80 °C."] == [p.text for p in last.findall(".//div[@class='says']/p")]
    assert "en-Brai" == last.find(".//p[@class='lines']").get("lang")
    assert "⠠⠞⠑⠁\n⠠⠋⠗⠑⠎⠓ ⠈⠯ ⠓⠕⠞⠂" in book.text_content()


def test_words_that_nothing_reads_back_do_not_stand_beside_their_cells() -> None:
    """Contracted German is shown in its cells, and is not called proven."""
    some = exhibits("de", "\nbraille_grade: contracted")
    pages, _ = shown(some)
    assert "not proven" in pages.findtext("p")
    assert [] == pages.findall(".//div[@class='says']/p")
    states = [one for one in html.fromstring(to_html(some)).iter() if "state" in one.get("class", "").split()]
    assert ["Not proven"] * 3 == [
        html.tostring(one, encoding="unicode", method="text").strip("\n ✓✗") for one in states
    ]


def test_page_without_braille_has_no_such_part() -> None:
    """A page of other files says nothing of braille, and a file that cannot be read is not shown."""
    broken = tuple(replace(one, data=b"\xff") for one in exhibits("en"))
    assert [] == shown(broken)
