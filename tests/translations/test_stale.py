"""What has changed in the source since a translation was accepted: each block once, and no other."""

from pathlib import Path

import pytest

from clearfold.translations.checking import accept, compare
from tests.translations.copies import change, leaflet

# Edits of the source: its words, what they become, and the codes that are told, each with its line in the French copy.
EDITS: tuple[tuple[str, str, str, tuple[tuple[str, int], ...]], ...] = (
    ("a number", "7,5 mg per week", "8,5 mg per week", (("TRL-001", 23),)),
    ("a word", "Je nieren moeten", "Je beide nieren moeten", (("TRL-001", 43),)),
    ("a sentence added", "Die kent je het best.", "Die kent je het best. Doe het snel.", (("TRL-001", 39),)),
    ("a sentence taken out", " Die kent je het best.", "", (("TRL-001", 39),)),
    ("a cell", "| 1 tablet van 5 mg", "| 1 tablet van 10 mg", (("TRL-001", 30),)),
    ("a title", "title: Methotrexaat bij reuma", "title: Methotrexaat bij jicht", (("TRL-001", 2),)),
    ("a heading", "## Welke controles zijn er?", "## Welke controles krijg je?", (("TRL-001", 41),)),
    ("a key message", "nooit elke dag", "nooit dagelijks", (("TRL-001", 10),)),
    ("a link", "02017-5", "02018-5", (("TRL-001", 61),)),
    ("an item added", "- **longen**", "- **huid**: uitslag aan je handen\n- **longen**", (("TRL-002", 46),)),
    ("an item taken out", "- **longen**: hoest die langer dan 10 dagen duurt\n", "", (("TRL-003", 47),)),
    ("a paragraph added", "## Welke", "Schrijf het op in je agenda.\n\n## Welke", (("TRL-002", 39),)),
    (
        "a paragraph taken out",
        "Vraag raad aan je arts als je twijfelt. Die kent je het best.\n\n",
        "",
        (("TRL-003", 39),),
    ),
    (
        "a row added",
        "| woensdag |",
        "| dinsdag | niets | geen enkele |\n| woensdag |",
        (("TRL-002", 29), ("TRL-002", 29), ("TRL-002", 29)),
    ),
    ("a paragraph parted", " Na 4 weken", "\n\nNa 4 weken", (("TRL-001", 23),)),
    ("a paragraph parted and changed", " Na 4 weken", "\n\nNa 6 weken", (("TRL-001", 23),)),
    ("paragraphs joined", "zes anderen.\n\nHet", "zes anderen. Het", (("TRL-001", 59),)),
    ("level of a heading", "### Mag", "#### Mag", (("TRL-001", 49),)),
    (
        "items exchanged",
        "- **lever**: bij 1 op de 10 mensen stijgen de leverwaarden\n"
        "- **bloed**: bij minder dan 1 % dalen de witte bloedcellen\n",
        "- **bloed**: bij minder dan 1 % dalen de witte bloedcellen\n"
        "- **lever**: bij 1 op de 10 mensen stijgen de leverwaarden\n",
        (("TRL-004", 46),),
    ),
    ("lines broken anew", " Na 4 weken", "\nNa 4 weken", ()),
    ("two spaces", "Na 4 weken", "Na  4 weken", ()),
    ("a comment", "## Welke", "<!-- nog nakijken -->\n\n## Welke", ()),
    ("bold", "hoogste dosis", "**hoogste** dosis", ()),
    ("an id", "## Welke controles zijn er?", "## Welke controles zijn er? {#controles}", ()),
)


def told(folder: Path) -> tuple[tuple[str, int], ...]:
    found = compare(folder / "nl-BE.md", folder / "fr.md").found
    return tuple((one.code, one.location.line) for one in found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a leaflet of which the French translation was accepted."""
    place = leaflet(tmp_path)
    accept(place / "nl-BE.md", place / "fr.md", frozenset())
    return place


@pytest.mark.parametrize(("kind", "before", "after", "expected"), EDITS, ids=[edit[0] for edit in EDITS])
def test_edit_of_the_source_is_told_once(
    folder: Path, kind: str, before: str, after: str, expected: tuple[tuple[str, int], ...]
) -> None:
    """Each block of the source that changed is told, at the block that answers it, and nothing else."""
    change(folder / "nl-BE.md", before, after)
    assert expected == told(folder), kind
