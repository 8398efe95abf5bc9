"""The line that a build says of advice, and what comes of many copies."""

import re
from pathlib import Path

import pytest

from clearfold.pipeline.advise import advise, hint


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy with a dose that is glued to its unit, and no more of a front matter than it needs."""
    path = tmp_path / "tea/en.md"
    path.parent.mkdir()
    path.write_text("---\ntitle: Tea\nlang: en\n---\n\nDrink. Take 500mg.\n", "utf-8")
    return path


def test_hint_says_how_much_and_how_to_ask(copy: Path) -> None:
    """A build says in half a line that there is more to know."""
    asked = f"pieces of advice on how it can help its readers more: clearfold advise {copy}"
    assert re.fullmatch(rf"read \d+ {re.escape(asked)}", hint(copy))


def test_fault_of_advice_is_no_fault_of_a_build(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Advice stops nothing, not even by a fault of ours in it."""
    monkeypatch.setattr("clearfold.advice.advise", lambda *_: 1 / 0)
    assert "" == hint(copy)


def test_copies_of_a_folder_are_held_together(copy: Path) -> None:
    """What two copies say of one medicine is told at the one that says it otherwise."""
    other = copy.with_name("other.md")
    other.write_text("---\ntitle: Tea\nlang: en\n---\n\nOmeprazole and omeprazole; omeprozole.\n", "utf-8")
    told = {one.reading.source.path: [a.code for a in one.advice] for one in advise([copy.parent]).advised}
    assert (False, True) == ("ADV-101" in told[copy], "ADV-101" in told[other])
