"""``clearfold translations`` as people call it, and what a build says of translations."""

import json
from pathlib import Path

import pytest

from clearfold.cli.main import main
from clearfold.model.diagnostic import Severity
from clearfold.model.limits import SECONDS
from clearfold.pipeline.building.leaflet_job import Order, build_one
from tests.translations.copies import change, leaflet


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a leaflet in a project of its own, its translations accepted."""
    folder = leaflet(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    for lang in ("fr", "de", "en"):
        assert 0 == main(["translations", "accept", lang, "-q"])
    return folder


def test_table_tells_what_differs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row a translation: blocks, those up to date, and how many findings of each sort."""
    change(project / "fr.md", "est de 25 mg", "est de 250 mg")
    capsys.readouterr()
    assert 0 == main(["translations"])
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["content/methotrexaat/fr.md", "nl-BE.md", "0", "0", "1", "0"] == [*rows[3][:2], *rows[3][4:]]


def test_json_has_the_findings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get each finding with its code and line."""
    change(project / "fr.md", "est de 25 mg", "est de 250 mg")
    capsys.readouterr()
    main(["translations", "--format", "json", "content/methotrexaat/fr.md"])
    (told,) = json.loads(capsys.readouterr().out)
    assert [("TRL-023", 23)] == [(one["code"], one["line"]) for one in told["findings"]]


def test_difference_that_is_right_is_told_no_more(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was accepted at its line stays silent until one of the two texts changes."""
    change(project / "fr.md", "070 24 52 45", "078 15 15 15")
    main(["translations", "accept", "content/methotrexaat/fr.md", "--line", "37"])
    capsys.readouterr()
    main(["translations", "content/methotrexaat/fr.md", "-q"])
    silent = capsys.readouterr().err
    change(project / "fr.md", "078 15 15 15", "078 15 15 16")
    main(["translations", "content/methotrexaat/fr.md", "-q"])
    assert ("", True) == (silent, "TRL-027" in capsys.readouterr().err)


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        (["accept"], "say which translation"),
        (["accept", "es"], "there is no translation “es” in content; there are: de, en, fr"),
        (["accept", "content/methotrexaat/nl-BE.md"], "does not say “translation_of:”"),
        (["accept", "fr", "--line", "1"], "nothing is told at line 1"),
        (["elsewhere"], "there is no file or folder elsewhere"),
    ],
)
def test_what_cannot_be_done_is_said(
    project: Path, capsys: pytest.CaptureFixture[str], words: list[str], fact: str
) -> None:
    """A command that cannot be carried out says why, in one sentence."""
    assert 2 == main(["translations", *words])
    assert fact in capsys.readouterr().err


def test_final_translation_that_differs_is_not_built(project: Path) -> None:
    """Once it says that it is final, a difference is an error, and nothing is made."""
    change(project / "fr.md", "est de 25 mg", "est de 250 mg")
    change(project / "fr.md", "status: draft", "status: final")
    built = build_one(project / "fr.md", Order(project / "out", ("epub",), "", False, SECONDS))
    assert (None, [("TRL-023", Severity.ERROR)]) == (
        built.folder,
        [(one.code, one.severity) for one in built.diagnostics],
    )


@pytest.mark.parametrize(
    ("named", "fact"),
    [
        ("nl", "there is no copy “nl.md” beside this one: there are de, en, nl-BE"),
        ("fr", "fr.md cannot be a translation of itself"),
        ("de", "de.md is itself a translation, of nl-BE"),
    ],
)
def test_source_that_cannot_be_one_is_told(project: Path, named: str, fact: str) -> None:
    """A translation of no copy, of itself, or of a translation is told at its line (TRL-010)."""
    change(project / "fr.md", "translation_of: nl-BE", f"translation_of: {named}")
    built = build_one(project / "fr.md", Order(project / "out", ("epub",), "", False, SECONDS))
    assert [("TRL-010", 4, fact)] == [(one.code, one.location.line, one.fact) for one in built.diagnostics]


def test_note_that_was_spoilt_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note with marks of a merge in it is told with its line (TRL-006), and accepting writes it anew."""
    note = project / "fr.seen.yaml"
    note.write_text("<<<<<<< HEAD\n" + note.read_text("utf-8"), "utf-8")
    main(["translations", "content/methotrexaat/fr.md", "-q"])
    told = capsys.readouterr().err
    main(["translations", "accept", "fr", "-q"])
    main(["translations", "content/methotrexaat/fr.md", "-q"])
    assert (True, "") == ("fr.seen.yaml:1:1: warning TRL-006" in told, capsys.readouterr().err)
