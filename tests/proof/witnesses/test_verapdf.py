"""veraPDF is asked about real PDFs, good and broken."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from weasyprint import HTML

from clearfold.proof.witnesses import Finding, Level, Outcome, Verdict
from clearfold.proof.witnesses.verapdf import PROFILES, read_report, verapdf

Program = Callable[[str, str], None]

# The shape of the report that the veraPDF command writes (its "xml" format), cut to what is read.
REPORT = """<?xml version="1.0" encoding="utf-8"?>
<report>
  <buildInformation>
    <releaseDetails id="core" version="1.30.1"/><releaseDetails id="gui" version="1.30.2"/>
  </buildInformation>
  <jobs><job><item><name>a.pdf</name></item>
    <validationReport profileName="PDF/UA-1 validation profile" isCompliant="false">
      <details passedRules="105" failedRules="1">
        <rule specification="ISO 14289-1:2014" clause="7.1" testNumber="3" status="failed" failedChecks="2">
          <description>Content shall be marked</description>
          <check status="failed"><context>root/document[0]</context></check>
        </rule>
        <rule specification="ISO 14289-1:2014" clause="7.2" testNumber="1" status="passed" failedChecks="0"/>
      </details>
    </validationReport>
  </job></jobs>
</report>"""


def rules(verdict: Verdict) -> list[str]:
    """Return the ids of the rules that a verdict's findings break."""
    return [finding.rule for finding in verdict.findings]


def tagged(page: HTML, path: Path) -> Path:
    """Write a tagged PDF of one page that claims PDF/UA-1."""
    page.write_pdf(path, pdf_variant="pdf/ua-1")
    return path


def test_tagged_pdf_passes_ua1(page: HTML, tmp_path: Path) -> None:
    """A tagged PDF passes PDF/UA-1, and the witness gives its version."""
    (verdict,) = verapdf(tagged(page, tmp_path / "a.pdf"), ["PDF/UA-1"])
    assert Outcome.PASSED is verdict.outcome
    assert "veraPDF 1." in verdict.witness


def test_pdf_without_tags_fails_ua1_with_the_clause(page: HTML, tmp_path: Path) -> None:
    """A PDF that lost its structure tree fails PDF/UA-1 by the clauses on structure, and by no other."""
    with pikepdf.open(tagged(page, tmp_path / "a.pdf")) as pdf:
        del pdf.Root["/StructTreeRoot"]
        pdf.save(tmp_path / "b.pdf")
    (verdict,) = verapdf(tmp_path / "b.pdf", ["PDF/UA-1"])
    assert Outcome.FAILED is verdict.outcome
    assert ["ISO 14289-1:2014 7.1-11"] == [rule for rule in rules(verdict) if not rule.endswith("7.1-3")]
    assert verdict.findings[0].message
    assert verdict.findings[0].place.startswith("root/document")


def test_each_profile_gives_its_own_verdict(page: HTML, tmp_path: Path) -> None:
    """Every known profile can be asked, and the verdicts come in the order asked; only UA-1 holds for this file."""
    verdicts = verapdf(tagged(page, tmp_path / "a.pdf"), list(PROFILES))
    assert list(PROFILES) == [verdict.profile for verdict in verdicts]
    assert ["PDF/UA-1"] == [verdict.profile for verdict in verdicts if verdict.outcome is Outcome.PASSED]


def test_pdfa_profile_passes(page: HTML, tmp_path: Path) -> None:
    """A PDF made as PDF/A-2a passes that profile, so the check of PDF/A is not one that always fails."""
    page.write_pdf(tmp_path / "a.pdf", pdf_variant="pdf/a-2a")
    assert [Outcome.PASSED] == [verdict.outcome for verdict in verapdf(tmp_path / "a.pdf", ["PDF/A-2a"])]


def test_broken_rule_is_counted(page: HTML, tmp_path: Path) -> None:
    """A rule that a file breaks several times is one finding with its count."""
    page.write_pdf(tmp_path / "a.pdf")
    (verdict,) = verapdf(tmp_path / "a.pdf", ["PDF/UA-1"])
    assert {"ISO 14289-1:2014 7.1-3": 2} == {f.rule: f.count for f in verdict.findings if f.count > 1}


@pytest.mark.parametrize("content", [b"not a PDF", b""])
def test_what_is_no_pdf_fails(tmp_path: Path, content: bytes) -> None:
    """A file that cannot be read as PDF has failed, not passed for want of findings."""
    (tmp_path / "a.pdf").write_bytes(content)
    (verdict,) = verapdf(tmp_path / "a.pdf", ["PDF/UA-1"])
    assert (Outcome.FAILED, ["parse"]) == (verdict.outcome, rules(verdict))


def test_unknown_profile_is_refused(tmp_path: Path) -> None:
    """A profile that does not exist is a fault of the caller, never a verdict."""
    with pytest.raises(KeyError, match="PDF/X-9"):
        verapdf(tmp_path / "a.pdf", ["PDF/X-9"])


def test_without_the_extra_nothing_is_run(tmp_path: Path, no_extra: None, program: Program) -> None:
    """Where neither the extra nor a command is there, the verdict is "not run" and says how to get it."""
    (verdict,) = verapdf(tmp_path / "a.pdf", ["PDF/UA-1"])
    assert (Outcome.NOT_RUN, ()) == (verdict.outcome, verdict.findings)
    assert 'pip install "clearfold[validators]"' in verdict.how_to_get


def test_command_on_the_path_is_asked(tmp_path: Path, no_extra: None, program: Program) -> None:
    """Without the extra, a verapdf command is called with the profile's short name and its report is read."""
    (tmp_path / "report.xml").write_text(REPORT, encoding="utf-8")
    lines = "import pathlib, sys\nassert ['--format', 'xml', '--flavour', 'ua1'] == sys.argv[1:5], sys.argv\n"
    program("verapdf", lines + f"print(pathlib.Path({str(tmp_path)!r}, 'report.xml').read_text())")
    (verdict,) = verapdf(tmp_path / "a.pdf", ["PDF/UA-1"])
    assert ("veraPDF 1.30.1", Outcome.FAILED) == (verdict.witness, verdict.outcome)
    expected = Finding("ISO 14289-1:2014 7.1-3", "Content shall be marked", "root/document[0]", 2)
    assert (expected,) == verdict.findings


def test_command_that_breaks_off_fails(tmp_path: Path, no_extra: None, program: Program) -> None:
    """A command that writes no report gives a failed verdict with what it said."""
    program("verapdf", "import sys\nsys.exit('no Java here')")
    (verdict,) = verapdf(tmp_path / "a.pdf", ["PDF/UA-1"])
    assert (Finding("command", "no Java here", level=Level.FATAL),) == verdict.findings


def test_report_without_a_validation_is_a_finding() -> None:
    """A report in which the file was never validated does not pass."""
    report = ElementTree.fromstring("<report><jobs><job><taskException><exceptionMessage>encrypted</exceptionMessage>"
                                    "</taskException></job></jobs></report>")  # fmt: skip
    assert [Finding("parse", "encrypted", level=Level.FATAL)] == list(read_report(report))
