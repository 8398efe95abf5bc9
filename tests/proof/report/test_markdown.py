"""The report as a page of Markdown: a row a file, and each finding with its place and what to do."""

from pathlib import Path

import pytest

from clearfold.cli.output import tell
from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.model.messages import speaking
from clearfold.proof.findings.finding import finding
from clearfold.proof.report import EditionReport, Results, StreamReport
from clearfold.proof.report.markdown import to_markdown
from clearfold.proof.witnesses import Finding, Outcome, Verdict

AT = Location(Path("nl.md"), 12, 3)
WRONG = finding("TXT-002", AT, place="page 3", expected="100", found="10", fact="“100” became “10”")
SAID = Verdict(Path("a.pdf"), "veraPDF", "PDF/UA-1", Outcome.FAILED, (Finding("7.1-1", "is <wrong>"),))
GOOD = EditionReport("b.epub", "epub", "application/epub+zip", (StreamReport("reading order", 9, 9, 0),))
BAD = EditionReport("a.pdf", "", "", (StreamReport("structure order", 8, 9, 0),), (WRONG,), (), (SAID,))


def test_files_stand_in_a_table() -> None:
    """The verdict and the words of each, and what witnesses said beside it."""
    text = to_markdown(Results((GOOD, BAD)))
    assert text.startswith("## Proof\n\n1 of 2 files are proven.\n\n| File | Proof | Witnesses |\n")
    assert "| `b.epub` | ✓ proven, all 9 words are there, in their order |  |\n" in text
    assert "| `a.pdf` | ✗ not proven, 8 of 9 words are there | veraPDF, PDF/UA-1: failed |\n" in text


def test_file_that_could_not_be_read_is_not_called_proven() -> None:
    """Nobody has compared its words, though no fault was found."""
    text = to_markdown(Results((EditionReport("c.pdf", "", "", not_run=("words: not run, no text",)),)))
    assert "0 of 1 files are proven." in text
    assert "| – no fault found, and its words are not proven |" in text


def test_findings_stand_below_with_what_to_do() -> None:
    """Each has its place in the copy; nothing in it is read as Markdown or HTML."""
    copies = (Diagnostic("SRC-003", Severity.ERROR, AT, "image has no *alternative*", "write one"),)
    text = to_markdown(Results((BAD,), copies))
    assert "- `nl.md:12` **error SRC-003** Image has no \\*alternative\\*. Write one.\n" in text
    assert ": “100” became “10” (a.pdf, page 3). Do not publish this file." in text
    assert "- `a.pdf` **veraPDF** error 7.1-1: is \\<wrong\\>" in text


def test_long_lists_are_cut_and_counted() -> None:
    """A page of a run holds only so much."""
    copies = tuple(Diagnostic("SRC-003", Severity.ERROR, Location(Path("a.md"), n), "it is so") for n in range(1, 100))
    assert "- … and 39 more\n" in to_markdown(Results((), copies))


def test_copy_of_which_nothing_was_made_is_not_counted_as_files() -> None:
    """No file is not the same as no file that is proven: there is a copy to mend, or nothing was asked for."""
    mistake = Diagnostic("SRC-003", Severity.ERROR, AT, "image has no alternative")
    assert "Nothing was made: what follows is to be mended in the copy." in to_markdown(Results((), (mistake,)))
    assert "There was nothing to prove." in to_markdown(Results())


@pytest.mark.parametrize("form", ["markdown", "github", "junit", "sarif"])
def test_people_read_it_in_their_language(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What a host shows to people is told in the language of the project; JSON is the same for everybody."""
    with speaking("fr"):
        tell(form, (GOOD, BAD), ())
        tell("json", (GOOD, BAD), ())
    words, document = capsys.readouterr().out.rsplit("\n{\n", 1)
    assert "ne publiez pas" in words.lower()
    assert "do not publish" not in words.lower()
    assert "do not publish" in document.lower()
