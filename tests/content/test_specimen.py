"""The specimen looks as it did when somebody last looked at it."""

import pytest
from PIL import Image, ImageDraw

from tests import specimen

pytestmark = pytest.mark.no_cover


@pytest.mark.slow("prints the specimen in five editions")
@pytest.mark.parametrize("name", specimen.SHOWN)
def test_every_page_looks_as_it_did(name: str) -> None:
    """Where a page looks otherwise, and is meant to: look at it, then `nox -s specimen -- --accept`."""
    assert [] == specimen.differing(name)


@pytest.mark.slow("prints the specimen in five editions")
def test_box_that_lost_its_icon_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small thing on one page is told, with the number of the page."""
    pages = list(specimen._pages("large-print-a5"))
    spoilt = pages[3].copy()
    ImageDraw.Draw(spoilt).rectangle((30, 60, 40, 70), fill="black")
    changed = specimen._sheet([*pages[:3], spoilt, *pages[4:]])
    monkeypatch.setattr(specimen, "picture_of", lambda _: changed)
    assert [4] == specimen.differing("large-print-a5")


def test_number_of_pages_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition of more pages than it had is told as such."""
    monkeypatch.setattr(specimen, "picture_of", lambda _: Image.new("RGB", (10, 10)))
    assert [0] == specimen.differing("large-print")
