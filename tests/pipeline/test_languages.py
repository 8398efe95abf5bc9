"""One leaflet in every language that has labels but no leaflet of its own elsewhere: built and proven."""

from pathlib import Path

import pytest

from clearfold.pipeline.building.build import build
from clearfold.press.labels import languages

pytestmark = pytest.mark.no_cover

CASES = Path(__file__).parents[1] / "cases/languages"
COPIES = sorted(CASES.rglob("*.md"))
ELSEWHERE = {"nl", "fr", "de", "en"}  # content/, tests/cases/printed
UNPRINTED = {"ar", "he"}


def test_every_other_language_has_a_leaflet() -> None:
    """No language is offered in which nothing was ever built."""
    assert set(languages()) - ELSEWHERE == {copy.stem.split("-")[0] for copy in COPIES}


@pytest.mark.slow("builds and proves four editions in each language")
@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.stem)
def test_standard_editions_are_proven(copy: Path, tmp_path: Path) -> None:
    """Nothing is told of the copy, and nothing of what was made of it; that some cannot be made is said once."""
    (built,) = build([copy], tmp_path)
    said = [*built.diagnostics, *(found for report in built.reports for found in report.diagnostics)]
    turned = copy.stem in UNPRINTED
    assert ["SRC-195"] * turned == [found.code for found in said]
    assert built.folder is not None
    assert built.manifest is not None
    printed = set() if turned else {"large-print", "accessible"}
    assert {"epub", "web", *printed} == {file.edition for file in built.manifest.files}
