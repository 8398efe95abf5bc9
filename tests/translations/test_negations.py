"""A “not” that one language lost is told, and what only says it otherwise is not."""

from pathlib import Path

import pytest

from clearfold.translations.copies import read_copy
from clearfold.translations.parity.compare import parity
from clearfold.translations.parity.negations import lone
from tests.translations.copies import change, leaflet


@pytest.mark.parametrize(
    ("lang", "before", "after"),
    [
        ("fr", "jamais chaque jour", "chaque jour"),
        ("fr", "Ne prenez jamais plus", "Prenez plus"),
        ("fr", "Demandez conseil à", "Ne demandez pas conseil à"),
        ("de", "nie jeden Tag", "jeden Tag"),
        ("de", "Nehmen Sie nie mehr", "Nehmen Sie mehr"),
        ("de", "Fragen Sie Ihren Arzt", "Fragen Sie nicht Ihren Arzt"),
        ("en", "never every day", "every day"),
        ("en", "Ask your doctor", "Do not ask your doctor"),
    ],
)
def test_lost_negation_is_told(tmp_path: Path, lang: str, before: str, after: str) -> None:
    """It is told with this code alone, as a warning, at its line and with the place in the source."""
    folder = leaflet(tmp_path)
    change(folder / f"{lang}.md", before, after)
    (found,) = parity(read_copy(folder / "nl-BE.md"), read_copy(folder / f"{lang}.md"))
    line = (folder / f"{lang}.md").read_text("utf-8").split(after)[0].count("\n") + 1
    assert ("TRL-030", "warning", line) == (found.code, found.severity, found.location.line)
    assert "nl-BE.md:" in found.fact


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dat is niet mogelijk.", "nl"), ("C’est impossible.", "fr")),
        (("Niemand weet het.", "nl"), ("Personne ne le sait.", "fr")),
        (("Rook niet meer.", "nl"), ("Ne fumez plus.", "fr")),
        (("Neem er maar één, niet meer.", "nl"), ("N’en prenez qu’un.", "fr")),
        (("Rijd niet als u moe bent.", "nl"), ("Évitez de conduire si vous êtes fatigué.", "fr")),
        (("Er is geen pijn.", "nl"), ("Sie sind schmerzfrei.", "de")),
        (("Het kan geen kwaad.", "nl"), ("Es ist unschädlich.", "de")),
        (("Niet alle mensen krijgen koorts.", "nl"), ("Nur manche Menschen bekommen Fieber.", "de")),
        (("Dat doet geen pijn.", "nl"), ("It is painless.", "en")),
        (("Bel als u niet kunt ademen.", "nl"), ("Appelez si vous étouffez.", "fr")),
        (("Zie kamer 5.", "nl"), ("See room no. 5.", "en")),
        (("Neem het gerust.", "nl"), ("Prenez-le sans crainte.", "fr")),
        # Three sentences in one language, two in the other: together they say no as well.
        (("Stop niet. Bel ons. Wij helpen.", "nl"), ("Stop. Do not wait: call us, we help.", "en")),
    ],
)
def test_other_ways_to_say_no_are_none_lost(one: tuple[str, str], other: tuple[str, str]) -> None:
    """A prefix, “only”, “avoid” and the like say it too, whichever side they stand on."""
    assert [] == [*lone(one, other), *lone(other, one)]
