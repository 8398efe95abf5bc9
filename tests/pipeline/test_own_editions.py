"""An edition of ours is known for one where no manifest stands beside it, and held against all that it promises."""

from pathlib import Path

import pytest

import clearfold
from clearfold.pipeline.building.build import build

pytestmark = pytest.mark.no_cover

COPY = """---
title: Tea
lang: en
contact:
  phone: 02 123 45 67
abbreviations:
  WHO: World Health Organization
---

## Water

Boil fresh water, as the WHO says.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    (folder / "tea").mkdir()
    (folder / "tea/en.md").write_text(COPY, "utf-8")
    names = ["large-print", "large-print-booklet", "giant-print", "accessible", "epub", "flyer-z"]
    build([folder / "tea/en.md"], folder / "build", names)
    return folder


def checked(made: Path, name: str, data: bytes) -> tuple[str, list[str]]:
    path = made / name
    path.write_bytes(data)
    (report,) = clearfold.check([path], made / "tea/en.md")
    return report.edition, [str(found) for found in report.diagnostics]


@pytest.mark.parametrize(
    "edition", ["large-print", "large-print-booklet", "giant-print", "accessible", "epub", "flyer-z"]
)
def test_edition_is_known_by_itself(made: Path, edition: str) -> None:
    """Moved elsewhere and renamed, it is proven as the edition that it is: its labels are no added text."""
    suffix = ".epub" if edition == "epub" else f"-{edition}.pdf"
    data = (made / f"build/tea/en/tea-en{suffix}").read_bytes()
    assert (edition, []) == checked(made, f"download{suffix}", data)
    assert (edition, []) == checked(made, f"download (1){suffix[-4:].replace('epub', '.epub')}", data)


def test_edition_of_another_copy_is_told(made: Path) -> None:
    """An edition that was made from other words is known too, and what differs is told."""
    data = (made / "build/tea/en/tea-en-large-print.pdf").read_bytes()
    (made / "other").mkdir()
    (made / "other/en.md").write_text(COPY.replace("fresh", "spring"), "utf-8")
    path = made / "tea-en-large-print.pdf"
    path.write_bytes(data)
    (report,) = clearfold.check([path], made / "other/en.md")
    assert ("large-print", {"TXT-003"}) == (report.edition, {found.code for found in report.diagnostics[:1]})
