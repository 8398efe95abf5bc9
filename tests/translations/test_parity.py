"""What differs between two languages is told at both places, and what only looks so is not."""

from pathlib import Path

import pytest

from clearfold.model.diagnostic import Diagnostic
from clearfold.translations.copies import read_copy
from clearfold.translations.parity.compare import parity
from tests.translations.copies import FAULTS, LANGUAGES, LEAFLET, change, leaflet

EXAMPLE = Path(__file__).parents[2] / "content" / "car-t-cell"
SEEDED = [(kind, code, lang, *words[lang]) for kind, code, words in FAULTS for lang in LANGUAGES]


def told(folder: Path, lang: str) -> tuple[Diagnostic, ...]:
    return parity(read_copy(folder / "nl-BE.md"), read_copy(folder / f"{lang}.md"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("folder", [EXAMPLE, LEAFLET], ids=["example", "doses"])
def test_nothing_is_told_of_languages_that_say_the_same(folder: Path, lang: str) -> None:
    """Words for numbers, commas, units and addresses of another language are no difference."""
    assert () == told(folder, lang)


@pytest.mark.parametrize(("kind", "code", "lang", "before", "after"), SEEDED, ids=lambda part: str(part)[:20])
def test_fault_is_told(tmp_path: Path, kind: str, code: str, lang: str, before: str, after: str) -> None:
    """A slip of a translator is told with its code and no other, and with the place in the source."""
    folder = leaflet(tmp_path)
    change(folder / f"{lang}.md", before, after)
    found = told(folder, lang)
    assert {code} == {one.code for one in found}, kind
    assert all("nl-BE.md" in one.fact for one in found)


def test_place_is_that_of_the_slip(tmp_path: Path) -> None:
    """A wrong dose is told at its line, with both texts and the line of the source."""
    folder = leaflet(tmp_path)
    change(folder / "fr.md", "est de 25 mg", "est de 250 mg")
    (found,) = told(folder, "fr")
    assert (23, "“la plus haute est de 250 mg.” here, “De hoogste dosis is 25 mg.” in nl-BE.md:22") == (
        found.location.line,
        found.fact,
    )


@pytest.mark.parametrize(
    ("lang", "before", "after"),
    [
        ("fr", "500 mg de", "un demi-gramme de"),
        ("fr", "au moins six mois", "au moins une demi-année, donc six mois,"),
        ("fr", "3 g de", "3.000 mg de"),
        ("fr", "plus de dix jours", "plus de 10 jours"),
        ("fr", "après 14 jours", "après quinze jours"),
        ("fr", "le 1er septembre 2026", "le 01/09/2026"),
        ("de", "nach zwei Wochen", "nach 14 Tagen"),
        ("de", "dreimal täglich", "3 × täglich"),
        ("de", "am 1. September 2026", "am 01.09.2026"),
        ("de", "Paracetamol pro Tag", "Paracetamol am Tag"),
        ("en", "8:30 am to 4 pm", "8.30 am to 4 p.m."),
        ("en", "September 1, 2026", "1 September 2026"),
        ("en", "500 mg of paracetamol three times", "half a gram of paracetamol 3 times"),
        ("en", "After four weeks", "After 28 days"),
        ("en", "three months", "three (3) months"),
    ],
)
def test_other_ways_to_write_it_are_no_difference(tmp_path: Path, lang: str, before: str, after: str) -> None:
    """The same amount in other words, or in another unit, is the same."""
    folder = leaflet(tmp_path)
    change(folder / f"{lang}.md", before, after)
    assert [] == [str(one) for one in told(folder, lang)]
