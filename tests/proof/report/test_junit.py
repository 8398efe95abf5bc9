"""JUnit XML: a case for each family of codes, with its findings as one failure, in the shape that machines know."""

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from lxml import etree

from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.proof.findings.finding import finding
from clearfold.proof.report import EditionReport, Results, StreamReport
from clearfold.proof.report.junit import to_junit
from clearfold.proof.witnesses import Finding as Said
from clearfold.proof.witnesses import Outcome, Verdict

PDF = "application/pdf"
AT = Location(Path("nl.md"), 12, 3)
STREAMS = (StreamReport("content order", 9, 9, 0),)
WARNING = Diagnostic("CON-020", Severity.WARNING, AT, "the copy has changed")
FOUND = (
    finding("TXT-002", AT, place="page 3", fact="“100” became “10”"),
    finding("TXT-001", AT, place="page 4", fact="“a < b & c\x0c”"),
    WARNING,
)
BAD = EditionReport("a.pdf", "accessible", PDF, STREAMS, FOUND, ("structure: not run, the file has no tags",))
GOOD = EditionReport("b.epub", "epub", "application/epub+zip", STREAMS)
WITNESSED = EditionReport(
    "c.epub",
    "epub",
    "application/epub+zip",
    not_run=("sound: not run, there is none",),
    verdicts=(
        Verdict(Path("c.epub"), "Ace", "1.3", Outcome.NOT_RUN, how_to_get="npm install"),
        Verdict(Path("c.epub"), "EPUBCheck", "3.3", Outcome.FAILED, (Said("RSC-005", "is wrong"),)),
        Verdict(Path("c.epub"), "EPUBCheck", "2.0", Outcome.PASSED),
    ),
)
RESULTS = Results((BAD, GOOD, WITNESSED), (WARNING,))


def cases(suite: int) -> dict[str, Element]:
    found = fromstring(to_junit(RESULTS)).findall("testsuite")[suite].findall("testcase")
    return {case.get("name", ""): case for case in found}


def test_the_document_follows_the_schema() -> None:
    """What is written is valid against the schema on which readers of JUnit XML agree."""
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("junit.xsd")))
    schema.assertValid(etree.fromstring(to_junit(RESULTS).encode()))
    schema.assertValid(etree.fromstring(to_junit(Results()).encode()))


def test_findings_of_a_family_are_one_failure() -> None:
    """A family with errors fails, with the first as message and all of them as text."""
    failure = cases(1)["Text"].find("failure")
    assert failure is not None
    assert (
        "TXT-002: a number, unit, date, name or negation is not the copy's: “100” became “10” (and 1 more)"
        == failure.get("message")
    )
    assert "nl.md:12:3: error TXT-001: text is missing: “a < b & c\ufffd” [page 4]" in (failure.text or "")


def test_a_warning_fails_nothing() -> None:
    """A warning is told in its case, which passes."""
    case = cases(1)["Metadata"]
    assert case.find("failure") is None
    assert "nl.md:12:3: warning CON-020: the copy has changed" == case.findtext("system-out")


def test_what_was_not_run_is_skipped_with_its_reason() -> None:
    """A check that did not run is never a test that passed."""
    told = (cases(1)["Structure"], cases(3)["sound"], cases(3)["Ace, 1.3"])
    assert ["the file has no tags", "not run, there is none", "npm install"] == [
        skipped.get("message") for case in told for skipped in case.findall("skipped")
    ]


def test_witnesses_are_cases_of_their_own() -> None:
    """What an outside validator finds fails its case; what it passes is a case that passes."""
    assert {"EPUBCheck, 3.3": 1, "EPUBCheck, 2.0": 0} == {
        name: len(case.findall("failure")) for name, case in cases(3).items() if name.startswith("EPUBCheck")
    }


def test_cases_are_counted() -> None:
    """The counts of the whole document are those of its suites, and of the cases in them."""
    document = fromstring(to_junit(RESULTS))
    names = ("tests", "failures", "skipped")
    counted = {name: sum(int(suite.get(name, "")) for suite in document) for name in names}
    assert {"tests": len(list(document.iter("testcase"))), "failures": 2, "skipped": 4} == counted
    assert counted == {name: int(document.get(name, "")) for name in names}
