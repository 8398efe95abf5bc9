"""SARIF: each code a rule with its help, each diagnostic a result at its place in the copy."""

import json
from pathlib import Path

import jsonschema
import pytest

from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.model.messages import speaking
from clearfold.proof.findings.finding import finding
from clearfold.proof.report import EditionReport, Results
from clearfold.proof.report.sarif import to_sarif

SCHEMA = json.loads(Path(__file__).with_name("sarif.schema.json").read_text("utf-8"))
SAID = ("shortDescription", "fullDescription", "help")
COPY = Path("content/my leaflet/nl.md")
FOUND = (
    finding("TXT-002", Location(COPY, 12, 3), stream="content order", place="page 3", fact="“100” became “10”"),
    finding("TXT-090", None, place="a.pdf"),
    Diagnostic("CON-020", Severity.WARNING, Location(COPY), "the copy has changed", "build it again"),
)
REPORT = EditionReport("a.pdf", "accessible", "application/pdf", diagnostics=FOUND, copy=COPY)
ALONE = EditionReport("b.pdf", "", "application/pdf", diagnostics=FOUND[1:2])
MISTAKE = Diagnostic("SRC-010", Severity.ERROR, Location(COPY, 3, 1), "the key lang is missing", "write lang: nl-BE")


def run(results: Results) -> dict[str, list[dict[str, object]]]:
    document = json.loads(to_sarif(results))
    jsonschema.validate(document, SCHEMA)
    (one,) = document["runs"]
    return {"rules": one["tool"]["driver"]["rules"], "results": one["results"]}


def test_the_document_follows_the_schema(tmp_path: Path) -> None:
    """What is written is valid SARIF, also where there is nothing to say; a word that SARIF lacks is not."""
    run(Results())
    run(Results((REPORT, ALONE), (MISTAKE,), tmp_path, "1.0"))
    document = json.loads(to_sarif(Results((REPORT,))))
    document["runs"][0]["results"][0]["place"] = "page 3"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_rules_tell_what_to_do() -> None:
    """Each code that was told is a rule once, with its words and its help; results point to it."""
    found = run(Results((REPORT, ALONE), (MISTAKE,)))
    assert ["CON-020", "SRC-010", "TXT-002", "TXT-090"] == [rule["id"] for rule in found["rules"]]
    assert {"text": "A number, unit, date, name or negation is not the copy's."} == found["rules"][2][
        "shortDescription"
    ]
    assert "Do not publish this file. clearfold explain TXT-002 says more." in str(found["rules"][2]["help"])
    assert {"text": "A required key is missing."} == found["rules"][1]["shortDescription"]
    assert all(found["rules"][int(str(r["ruleIndex"]))]["id"] == r["ruleId"] for r in found["results"])


def test_results_stand_at_their_place_in_the_copy() -> None:
    """A result has the copy's line and column, the first line for what is told of the file, nothing without a copy."""
    places = [result.get("locations") for result in run(Results((REPORT, ALONE), (MISTAKE,)))["results"]]
    at = {"uri": "content/my%20leaflet/nl.md"}
    assert [
        [{"physicalLocation": {"artifactLocation": at, "region": region}}]
        for region in (
            {"startLine": 3, "startColumn": 1},
            {"startLine": 12, "startColumn": 3},
            {"startLine": 1},
            {"startLine": 1},
        )
    ] + [None] == places


def test_paths_are_relative_to_the_base(tmp_path: Path) -> None:
    """A copy below the base is told from there; one elsewhere has a file address."""
    below = Diagnostic("SRC-010", Severity.ERROR, Location(tmp_path / "repo/content/nl.md", 1, 1), "is wrong")
    beside = Diagnostic("SRC-010", Severity.ERROR, Location(tmp_path / "nl.md", 1, 1), "is wrong")
    told = to_sarif(Results((), (below, beside), tmp_path / "repo"))
    assert '"uri": "content/nl.md"' in told
    assert f'"uri": "{(tmp_path / "nl.md").as_uri()}"' in told


def test_messages_name_the_file_and_the_page() -> None:
    """The message says what was found in which file, at which page, in which order."""
    (message, *_) = (result["message"] for result in run(Results((REPORT,)))["results"])
    said = "A number, unit, date, name or negation is not the copy's: “100” became “10” [a.pdf, page 3, content order]"
    assert {"text": f"{said} Do not publish this file."} == message


def test_people_read_it_in_their_language() -> None:
    """A code host shows its sentences to people; its codes, and the tags that people filter by, are everybody's."""
    english = run(Results((REPORT,)))
    with speaking("fr"):
        french = run(Results((REPORT,)))
    for one, other in zip(english["rules"][1:], french["rules"][1:], strict=True):
        assert (one["id"], one["properties"]) == (other["id"], other["properties"])
        assert not {str(one[name]) for name in SAID} & {str(other[name]) for name in SAID}
