"""Contracted braille: read backwards where that can be done, and said to be unproven where it cannot."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from clearfold.model.braille import PageSize
from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.edition import Edition
from clearfold.press.editions.braille import BRAILLE, BRAILLE_PEF, EBRAILLE_BOOK
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet
from clearfold.press.writers import no_braille
from clearfold.proof.prove import prove
from clearfold.proof.report import EditionReport, to_text

ALL = (BRAILLE, BRAILLE_PEF, EBRAILLE_BOOK)
COPIES = {
    "en": "Take **two** tablets of 1.5 mg with water, but not with milk: that would be too much.\n\n"
    "- Call us at 37.5 °C.\n"
    "- DO NOT STOP before day 10.\n\n| When | What |\n| --- | --- |\n| at night | nothing |\n\n"
    "Drink 10^6^ drops of H~2~O.",
    "fr": "Prenez **deux** comprimés de 1,5 mg avec de l’eau, mais pas avec du lait : ce serait trop.\n\n"
    "1. Appelez-nous à 37,5 °C.\n2. NE PAS ARRÊTER avant le jour 10.\n\n| Quand | Quoi |\n"
    "| --- | --- |\n| la nuit | ½ dose |",
    "de": "Nehmen Sie zwei Tabletten zu 1,5 mg mit Wasser, aber nicht mit Milch.",
}


def leaflet(lang: str, body: str = "", grade: str = "\nbraille_grade: contracted") -> Leaflet:
    copy = f"---\ntitle: Zwei zum Beispiel\nlang: {lang}{grade}\n---\n\n## Wasser\n\n{body or COPIES[lang]}\n"
    return read_leaflet(parse_source(Path(f"tea/{lang}.md"), copy.encode()))


def made(one: Leaflet, edition: Edition) -> bytes:
    return edition.write(one, edition, ()).data


def proved(one: Leaflet, edition: Edition, data: bytes) -> EditionReport:
    assert edition.sheet is not None
    return prove(
        one.source,
        data,
        edition.media_type,
        name=edition.name,
        edition=edition.name,
        furniture=edition.furniture(one, edition),
        ours=True,
        sheet=edition.sheet(one),
    )


@pytest.mark.parametrize("edition", ALL, ids=lambda edition: edition.name)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_contracted_braille_is_read_back(lang: str, edition: Edition) -> None:
    """Every word and number of it is found, it is shorter than letter by letter, and what read it is said."""
    one = leaflet(lang)
    data = made(one, edition)
    report = proved(one, edition, data)
    assert () == report.diagnostics
    assert [True] == [stream.found == stream.expected for stream in report.streams]
    assert len(made(leaflet(lang, grade=""), BRAILLE)) > len(made(one, BRAILLE))
    assert "not that the table is right" in report.not_run[0]


@pytest.mark.parametrize(
    ("lang", "pattern", "new"),
    [
        ("en", "⠃⠀⠝(?=⠀)", "⠃"),  # “but not” has lost a word
        ("en", "⠼⠁⠚(?=⠲)", "⠼⠁⠁"),  # day 10 is day 11
        ("en", "⠼⠉⠛⠲⠑", "⠼⠉⠛⠲⠋"),  # 37.5 is 37.6
        ("en", "⠰⠔⠼⠋", "⠋"),  # 10⁶ is 106
        ("fr", "⠠⠩⠻⠂⠱", "⠠⠩⠻⠂⠫"),  # 37,5 is 37,6
        ("fr", "⠠⠡⠌⠣", "⠠⠡⠌⠹"),  # ½ is ¼
        ("fr", "⠌⠣⠀⠙⠕⠎⠑", "⠌⠣"),  # “½ dose” has lost a word
    ],
)
def test_change_of_contracted_braille_is_told(lang: str, pattern: str, new: str) -> None:
    """A word that is lost and a figure that is another are told."""
    one = leaflet(lang)
    text = made(one, BRAILLE_PEF).decode()
    changed = re.sub(pattern, new, text, count=1)
    assert changed != text
    report = proved(one, BRAILLE_PEF, changed.encode())
    assert {"TXT-001", "TXT-002", "TXT-003"} & {found.code for found in report.diagnostics}


@pytest.mark.parametrize("edition", ALL, ids=lambda edition: edition.name)
def test_contracted_german_is_said_to_be_unproven(edition: Edition) -> None:
    """It is made, its pages are looked at, no figure of its words is given, and the verdict says so."""
    one = leaflet("de")
    report = proved(one, edition, made(one, edition))
    assert (report.unread, report.streams, report.diagnostics) == (True, (), ())
    assert "its words are NOT PROVEN" in to_text([report])


def test_contracted_german_on_pages_of_another_size_is_told() -> None:
    """What needs no words is looked at."""
    one = leaflet("de")
    other = replace(one, metadata=replace(one.metadata, braille_page=PageSize.WIDE))
    report = proved(other, BRAILLE_PEF, made(one, BRAILLE_PEF))
    assert ["BRL-006"] == [found.code for found in report.diagnostics]


def test_publisher_asks_only_for_what_can_be_read_back(tmp_path: Path) -> None:
    """What stands in publisher.yaml is for French and English; German says it in its own front matter."""
    (tmp_path / "tea").mkdir()
    (tmp_path / "publisher.yaml").write_text("braille_grade: contracted\n", "utf-8")
    grades = []
    for lang in ("nl", "fr", "de", "en"):
        copy = f"---\ntitle: Thee\nlang: {lang}\n---\n\n## Water\n\nThee.\n"
        grades.append(read_leaflet(parse_source(tmp_path / f"tea/{lang}.md", copy.encode())).metadata.braille_grade)
    assert ["uncontracted", "contracted", "uncontracted", "contracted"] == grades


def test_there_is_no_contracted_dutch() -> None:
    """A Dutch copy that asks for it is told what to write instead."""
    told = no_braille(leaflet("nl", "Thee."))
    assert told is not None
    assert "braille_grade: uncontracted" in told.hint


def test_figures_that_contracted_french_has_no_cells_for_are_refused() -> None:
    """The cells of ² are those of a contraction."""
    with pytest.raises(LeafletError) as refused:
        made(leaflet("fr", "Une dose par m²."), BRAILLE)
    assert "there is no braille for “²” in “m².”" in str(refused.value)
