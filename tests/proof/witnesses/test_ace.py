"""Ace's report is read; where Ace is absent the verdict says so."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clearfold.proof.witnesses import Finding, Level, Outcome
from clearfold.proof.witnesses.ace import ace, read_report

Program = Callable[[str, str], None]

# Two assertions of a report that Ace 1.4.6 wrote about a book without accessibility metadata, cut to what is read.
FAILURES: list[dict[str, object]] = [
    {
        "earl:testSubject": {"url": "package.opf"},
        "assertions": [
            {
                "earl:result": {"earl:outcome": "fail", "dct:description": "accessMode must be declared"},
                "earl:test": {"earl:impact": "serious", "dct:title": "metadata-accessmode"},
            }
        ],
    },
    {
        "earl:testSubject": {"url": "nav.xhtml"},
        "assertions": [
            {
                "earl:result": {
                    "earl:outcome": "fail",
                    "dct:description": "Element has no ARIA role matching its epub:type",
                    "earl:pointer": {"cfi": ["/4/2"], "css": ["nav"]},
                },
                "earl:test": {"earl:impact": "moderate", "dct:title": "epub-type-has-matching-role"},
            },
            {"earl:result": {"earl:outcome": "pass"}, "earl:test": {"dct:title": "image-alt"}},
        ],
    },
]


def report(assertions: list[dict[str, object]]) -> bytes:
    """Return a report of Ace with the given assertions."""
    documents = [{"earl:result": {"earl:outcome": "fail"}, **document} for document in assertions]
    software = {"doap:name": "DAISY Ace", "doap:release": {"doap:revision": "1.4.6"}}
    return json.dumps({"earl:assertedBy": software, "assertions": documents}).encode()


def test_every_failed_assertion_is_a_finding() -> None:
    """Each failed assertion, of whatever impact, is a finding with its rule and place; a passed one is none."""
    verdict = read_report(Path("a.epub"), report(FAILURES))
    assert ("Ace 1.4.6", Outcome.FAILED) == (verdict.witness, verdict.outcome)
    assert (
        Finding("metadata-accessmode", "serious: accessMode must be declared", "package.opf"),
        Finding(
            "epub-type-has-matching-role",
            "moderate: Element has no ARIA role matching its epub:type",
            "nav.xhtml#/4/2",
        ),
    ) == verdict.findings


def test_report_without_failures_passes() -> None:
    """A report in which nothing fails is a book that passed."""
    assert Outcome.PASSED is read_report(Path("a.epub"), report([])).outcome


def test_without_ace_nothing_is_run(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Ace is absent the verdict is "not run" and says how to get it."""
    monkeypatch.chdir(tmp_path)
    verdict = ace(tmp_path / "a.epub")
    assert (Outcome.NOT_RUN, ()) == (verdict.outcome, verdict.findings)
    assert "npm install @daisy/ace-cli" in verdict.how_to_get


def test_without_a_browser_nothing_is_run(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ace without a browser cannot look at a book: "not run"."""
    monkeypatch.delenv("PUPPETEER_EXECUTABLE_PATH", raising=False)
    program("ace", "raise SystemExit(0)")
    assert Outcome.NOT_RUN is ace(tmp_path / "a.epub").outcome


def test_ace_on_the_path_is_asked(program: Program, tmp_path: Path) -> None:
    """An ace command is given a folder for its report, and the browser, and its report is read."""
    (tmp_path / "answer.json").write_bytes(report(FAILURES))
    answer = str(tmp_path / "answer.json")
    program("chromium", "")
    program(
        "ace",
        "import os, shutil, sys\n"
        "assert os.environ['PUPPETEER_EXECUTABLE_PATH'].endswith('chromium')\n"
        f"shutil.copy({answer!r}, os.path.join(sys.argv[sys.argv.index('-o') + 1], 'report.json'))\n"
        "sys.exit(2)",
    )
    verdict = ace(tmp_path / "a.epub")
    assert ["metadata-accessmode", "epub-type-has-matching-role"] == [finding.rule for finding in verdict.findings]


def test_ace_of_the_current_folder_is_asked(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An Ace that npm installed in the current folder is found, and one that breaks off fails with what it said."""
    script = tmp_path / "node_modules/@daisy/ace-cli/bin/ace.js"
    script.parent.mkdir(parents=True)
    script.touch()
    monkeypatch.chdir(tmp_path)
    program("chromium", "")
    program("node", "import sys\nsys.exit('no such book')")
    assert (Finding("command", "no such book", level=Level.FATAL),) == ace(tmp_path / "a.epub").findings
