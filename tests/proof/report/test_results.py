"""The report says first what can hurt, in few words for people and in a described shape for programs."""

import json
from pathlib import Path

import pytest

from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.findings.rules import RULES
from clearfold.proof.report import EditionReport, Results, StreamReport, sorted_findings, to_text
from clearfold.proof.report.as_json import to_json
from clearfold.proof.witnesses import Finding as Said
from clearfold.proof.witnesses import Outcome, Verdict

AT = Location(Path("nl.md"), 12, 3)
WARNING = Diagnostic("CON-099", Severity.WARNING, AT, "it is so")
FOUND = (
    finding("ORD-001", AT, place="page 2", stream="content order"),
    finding("TXT-002", AT, place="page 3", expected="100", found="10", fact="“100” became “10”"),
    finding("TXT-002", AT, place="page 3", expected="100", found="10", fact="“100” became “10”"),
    finding("EPB-006", None, place="mimetype"),
    WARNING,
)
VERDICTS = (
    Verdict(Path("a.pdf"), "veraPDF", "UA-1", Outcome.NOT_RUN, how_to_get="install it"),
    Verdict(Path("a.epub"), "EPUBCheck", "3.3", Outcome.FAILED, (Said("X-1", "is wrong", "a", 2),)),
)
STREAMS = (StreamReport("structure order", 1999, 2000, 1), StreamReport("empty", 0, 0, 0))
REPORT = EditionReport(
    "a.pdf", "accessible", "application/pdf", STREAMS, sorted_findings(FOUND), ("x: not run",), VERDICTS
)
GOOD = EditionReport("b.pdf", "", "application/pdf", (StreamReport("structure order", 9, 9, 0),))


def test_what_can_hurt_comes_first_and_once() -> None:
    """Findings are sorted by what they can do, and the same one is told once."""
    assert ["TXT-002", "ORD-001", "EPB-006", "CON-099"] == [d.code for d in REPORT.diagnostics]


def test_text_is_for_people() -> None:
    """The terminal shows verdict, words, what did not run, witnesses, and findings with hints; orders when asked."""
    text = to_text((REPORT, GOOD), orders=True)
    assert (
        """\
a.pdf: NOT PROVEN, 1999 of 2000 words are there
  structure order: 1999 of 2000 words (99.9 %), 1 block moved
  empty: 0 of 0 words (100.0 %), 0 blocks moved
  x: not run
  veraPDF, UA-1: not run (install it)
  EPUBCheck, 3.3: failed
    error X-1: is wrong [a] (2 times)
  nl.md:12:3: error TXT-002: a number, unit, date, name or negation is not the copy's: “100” became “10” [page 3]
    hint: do not publish this file
"""
        in text
    )
    assert "  error EPB-006: the file does not begin with its media type [mimetype]" in text
    orders = "\n  structure order: 9 of 9 words (100.0 %), 0 blocks moved"
    assert text.endswith(f"b.pdf: proven, all 9 words are there, in their order{orders}")
    assert "\033" not in text


@pytest.mark.parametrize(
    ("streams", "told"),
    [
        ((), "c: proven"),
        ((StreamReport("empty", 0, 0, 0),), "c: proven"),
        ((StreamReport("a", 8, 8, 0), StreamReport("b", 9, 9, 0)), "c: proven, all 9 words are there, in their order"),
        ((StreamReport("a", 8, 8, 0), StreamReport("b", 8, 9, 1)), "c: proven, 8 of 9 words are there"),
        ((StreamReport("a", 9, 9, 1),), "c: proven, all 9 words are there, and 1 passage at another place"),
        ((StreamReport("a", 9, 9, 2),), "c: proven, all 9 words are there, and 2 passages at another place"),
    ],
)
def test_words_are_told_of_the_worst_order(streams: tuple[StreamReport, ...], told: str) -> None:
    """Without -v there is one line for a file, which says no more than is true in every order of reading."""
    assert told == to_text([EditionReport("c", "", "", streams)])


def test_colour_and_length_are_asked_for() -> None:
    """Colours stand only where they are asked for; long lists are cut, and what is cut is counted."""
    text = to_text((REPORT, GOOD), colour=True, most=1)
    assert "\033[31mNOT PROVEN" in text
    assert "\033[32mproven" in text
    assert "… and 3 more: CON-099 1 times, EPB-006 1 times, ORD-001 1 times" in text
    assert "\033[33m" in to_text((REPORT,), colour=True)


def test_warnings_alone_leave_a_file_proven() -> None:
    """Only errors keep a file from being proven."""
    assert EditionReport("c", "", "", diagnostics=(WARNING,)).proven
    assert not REPORT.proven


def conforms(value: object, schema: dict[str, object], root: dict[str, object]) -> bool:
    """Check a value against the few words of JSON Schema that docs/report.schema.json uses."""
    if "$ref" in schema:
        return conforms(value, root["$defs"][str(schema["$ref"]).rsplit("/", 1)[1]], root)  # type: ignore[index]
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    if not any(type(value) is kinds[str(name)] for name in names):
        return False
    if "enum" in schema and value not in schema["enum"]:  # type: ignore[operator]
        return False
    if isinstance(value, dict):
        properties: dict[str, dict[str, object]] = schema["properties"]  # type: ignore[assignment]
        same = set(value) == set(schema["required"]) == set(properties)  # type: ignore[call-overload]
        return same and all(conforms(value[key], properties[key], root) for key in value)
    if isinstance(value, list):
        return all(conforms(item, schema["items"], root) for item in value)  # type: ignore[arg-type]
    return True


def test_json_has_the_described_shape() -> None:
    """The JSON report is what docs/report.schema.json says."""
    schema = json.loads(Path("docs/report.schema.json").read_text("utf-8"))
    document = json.loads(to_json(Results((REPORT, GOOD), (WARNING,))))
    assert conforms(document, schema, schema)
    assert not conforms({**document, "version": "1"}, schema, schema)
    first = document["editions"][0]["findings"][0]
    assert ("100", "10", {"path": "nl.md", "line": 12, "column": 3}) == (
        first["expected"],
        first["found"],
        first["source"],
    )
    assert document["editions"][0]["findings"][2]["source"] is None


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_code_is_documented(code: str) -> None:
    """docs/checks.md explains each code that the proof can raise."""
    assert f"| `{code}` |" in Path("docs/checks.md").read_text("utf-8")


def test_long_passages_are_shortened() -> None:
    """A quoted passage keeps its head and tail."""
    assert "“kort”" == quoted("kort")
    assert quoted("a" * 60 + " b " + "c" * 60) == f"“{'a' * 45} … {'c' * 45}”"
