"""Annotations: one workflow command a finding, escaped so that no text of a copy ends or begins one."""

from pathlib import Path

from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.proof.findings.finding import finding
from clearfold.proof.report import EditionReport, Results
from clearfold.proof.report.github import to_github

COPY = Path("content/a, b/nl.md")


def told(*found: Diagnostic, copy: Path | None = None) -> list[str]:
    report = EditionReport("a.pdf", "accessible", "application/pdf", diagnostics=found, copy=copy)
    return to_github(Results((report,))).splitlines()


def test_a_finding_is_a_command_with_its_place() -> None:
    """File, line and column stand in the command, commas and colons of values escaped; the hint is on a second line."""
    one = finding("TXT-002", Location(COPY, 12, 3), place="page 3", fact="“100 %” became “10 %”")
    assert [
        "a.pdf: NOT PROVEN",
        "::error file=content/a%2C b/nl.md,line=12,col=3,title=TXT-002%3A a number%2C unit%2C date%2C name or negation "
        "is not the copy's::a number, unit, date, name or negation is not the copy's: “100 %25” became “10 %25” "
        "[a.pdf, page 3]%0Ahint: do not publish this file",
    ] == told(one)


def test_text_of_a_copy_begins_no_command() -> None:
    """Line ends within a fact are escaped, so that what follows them is text."""
    one = Diagnostic("CON-020", Severity.WARNING, Location(COPY), "so\r\n::error::it is")
    assert [
        "a.pdf: proven",
        "::warning file=content/a%2C b/nl.md,title=CON-020::so%0D%0A::error::it is [a.pdf]",
    ] == told(one)


def test_a_finding_without_a_place_is_told_of_the_copy() -> None:
    """What has no line is told of the whole copy, and without one of no file."""
    one = finding("TXT-090", None, fact="it is no PDF")
    assert told(one, copy=COPY)[1].startswith(
        "::error file=content/a%2C b/nl.md,title=TXT-090%3A the file cannot be read::"
    )
    assert told(one)[1].startswith("::error title=TXT-090%3A the file cannot be read::")


def test_mistakes_of_copies_are_told_too() -> None:
    """A copy from which nothing could be made has its mistakes as annotations."""
    mistake = Diagnostic("SRC-010", Severity.ERROR, Location(COPY, 3, 1), "the key lang is missing")
    assert "::error file=content/a%2C b/nl.md,line=3,col=1,title=SRC-010::the key lang is missing\n" == to_github(
        Results((), (mistake,))
    )
