"""What changed in a leaflet is told block by block, in the order of the new one, and nothing else is."""

import json
from pathlib import Path

import pytest

from clearfold.changes.compare import What
from clearfold.changes.forms import to_markdown, to_text
from clearfold.cli.main import main
from clearfold.model.errors import UsageError
from clearfold.pipeline.changes import changes

COPY = """\
---
title: Walking again
lang: en
---

## First week

Walk for ten minutes, twice a day, on a flat road.

- shoes that fit
- a bottle of water

## Later

Walk for half an hour. Stop when your knee hurts.

Ask your physiotherapist before you run.
"""


def pair(folder: Path, *edits: tuple[str, str]) -> tuple[Path, Path]:
    """Write the copy, and beside it the copy with some words become others."""
    text = COPY
    for before, after in edits:
        assert 1 == text.count(before)
        text = text.replace(before, after)
    for name, words in (("old", COPY), ("new", text)):
        (folder / name).mkdir()
        (folder / name / "en.md").write_text(words, "utf-8")
    return folder / "old/en.md", folder / "new/en.md"


def told(folder: Path, *edits: tuple[str, str]) -> list[tuple[str, str, str]]:
    (found,) = changes(*pair(folder, *edits))
    around = {"old": "[-{}-]", "new": "{{+{}+}}", "": "{}"}
    return [
        (one.section, str(one.what), " ".join(around[words.only].format(words.text) for words in one.words))
        for one in found.changes
    ]


def test_same_copy_has_no_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither does one whose lines are broken elsewhere: its reader meets the same."""
    old, new = pair(tmp_path, ("ten minutes, twice", "ten minutes,\ntwice"))
    assert 0 == main(["changes", str(old), str(new)])
    assert "Walking again" in capsys.readouterr().out
    assert () == changes(old, new)[0].changes


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            ("ten minutes", "20 minutes"),
            ("First week", "changed", "Walk for [-ten-] {+20+} minutes, twice a day, on a flat road."),
        ),
        (("- a bottle of water\n", ""), ("First week", "removed", "[-a bottle of water-]")),
        (("- a bottle of water\n", "- a bottle of water\n- a map\n"), ("First week", "added", "{+a map+}")),
        (
            ("Stop when", "Do not stop when"),
            ("Later", "changed", "Walk for half an hour. [-Stop-] {+Do not stop+} when your knee hurts."),
        ),
        (("title: Walking", "title: Running"), ("", "changed", "[-Walking-] {+Running+} again")),
        (("## Later", "## Much later"), ("Much later", "changed", "[-Later-] {+Much later+}")),
    ],
    ids=["a number", "removed", "added", "a negation", "the title", "a heading"],
)
def test_one_edit_is_one_change(edit: tuple[str, str], expected: tuple[str, str, str], tmp_path: Path) -> None:
    """The words that went and came are told under the heading where they stand, and no other passage is."""
    assert [expected] == told(tmp_path, edit)


def test_passage_that_was_moved_is_told_where_it_is_now(tmp_path: Path) -> None:
    """It is neither gone nor new."""
    words = "Ask your physiotherapist before you run.\n"
    edits = ((f"\n{words}", ""), ("## First week\n\n", f"## First week\n\n{words}\n"))
    assert [("First week", "moved", words.strip())] == told(tmp_path, *edits)


def test_folders_are_compared_leaflet_by_leaflet(tmp_path: Path) -> None:
    """One that came or went is told as such; one in which no word changed is left out."""
    old, new = pair(tmp_path, ("ten", "20"))
    for folder, name in ((old.parent, "gone"), (new.parent, "came"), (old.parent, "same"), (new.parent, "same")):
        (folder / f"{name}.md").write_text(COPY.replace("Walking", name), "utf-8")
    found = changes(old.parent, new.parent)
    assert [("", 0), ("old", 1), ("old", 0)] == [(one.old and "old", len(one.changes)) for one in found]
    text = to_text(found)
    assert "came again" in text
    assert ": a new leaflet" in text
    assert ": no longer there" in text


def test_notes_of_a_release_show_what_went_and_came(tmp_path: Path) -> None:
    """Words that Markdown would read as its own are escaped, and what did not change is shortened."""
    long = "one two three four five six seven eight nine ten " * 2
    edits = (("Walk for half an hour.", "Walk for *30* minutes."), ("flat road", f"{long}side_road"))
    (found,) = changes(*pair(tmp_path, *edits))
    text = to_markdown([found])
    assert "### Later\n\n- Walk for ~~half an hour.~~ **30 minutes.** Stop when your knee hurts." in text
    assert "side\\_road" in text


def test_finished_files_and_sets_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What two books say is compared as their readers meet it, by their files and by their manifests."""
    old, new = pair(tmp_path, ("ten minutes", "20 minutes"))
    monkeypatch.chdir(tmp_path)
    for copy in (old, new):
        main(["build", str(copy), "-o", str(copy.with_name("build")), "-e", "epub", "-q", "--no-check", "--no-cache"])
    books = [next(copy.parent.rglob("*.epub")) for copy in (old, new)]
    for sides in (books, [book.parent for book in books], [book.parent / "manifest.json" for book in books]):
        (found,) = changes(*sides)
        assert [What.CHANGED] == [one.what for one in found.changes]


def test_programs_get_every_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON has what became of each passage, and its words."""
    old, new = pair(tmp_path, ("ten minutes", "20 minutes"))
    assert 0 == main(["changes", str(old), str(new), "--format", "json"])
    (leaflet,) = json.loads(capsys.readouterr().out)["leaflets"]
    assert [("changed", "paragraph")] == [(one["what"], one["kind"]) for one in leaflet["changes"]]
    assert ["", "old", "new", ""] == [words["only"] for words in leaflet["changes"][0]["words"]]


@pytest.mark.parametrize("name", ["nowhere.pdf", "empty", "text.pdf"])
def test_what_cannot_be_compared_is_a_usage_error(name: str, tmp_path: Path) -> None:
    """A file that is not there, a folder that holds nothing, a file that is none of ours."""
    old, _ = pair(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.pdf").write_text("not a PDF", "utf-8")
    with pytest.raises(UsageError, match=name):
        changes(old, tmp_path / name)
