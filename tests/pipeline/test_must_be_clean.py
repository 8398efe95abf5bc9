"""Advice that an association wants its final leaflets to be clean of, and no other advice, stops one."""

from pathlib import Path

import pytest

from clearfold.pipeline.building.build import build


def _codes(folder: Path, status: str, publisher: str, text: str = "Take 500mg.") -> list[str]:
    """Return what a build tells of a copy beside a publisher.yaml."""
    (folder / "publisher.yaml").write_text(publisher, "utf-8")
    path = folder / "tea/en.md"
    path.parent.mkdir()
    path.write_text(f"---\ntitle: Tea\nlang: en\npublished: 2026-11-01\nstatus: {status}\n---\n\n{text}\n", "utf-8")
    (built,) = build([path], folder / "build", ["epub"], check=False)
    return [found.code for found in built.diagnostics]


@pytest.mark.parametrize("written", ["[ADV-013]", "ADV-013", "\n  - ADV-012\n  - ADV-013"])
def test_final_leaflet_is_stopped_by_what_is_named(tmp_path: Path, written: str) -> None:
    """A list in either form, or one code, is what a final leaflet must be clean of."""
    assert ["ADV-013"] == _codes(tmp_path, "final", f"must_be_clean: {written}\n")


def test_draft_is_made(tmp_path: Path) -> None:
    """What is not final yet may have anything."""
    assert [] == _codes(tmp_path, "draft", "must_be_clean: [ADV-013]\n")


def test_other_advice_stops_nothing(tmp_path: Path) -> None:
    """Advice that is not named is advice."""
    assert [] == _codes(tmp_path, "final", "must_be_clean: [ADV-012]\n")


def test_what_was_meant_stops_nothing(tmp_path: Path) -> None:
    """A note with its reason holds here too."""
    text = "<!-- advice: off ADV-013, because so on the packet -->\n\nTake 500mg."
    assert [] == _codes(tmp_path, "final", "must_be_clean: [ADV-013]\n", text)


def test_code_that_there_is_not_is_told(tmp_path: Path) -> None:
    """A slip would let pass what was to be stopped."""
    assert ["SRC-012"] == _codes(tmp_path, "final", "must_be_clean: [ADV-999]\n", "Drink.")
