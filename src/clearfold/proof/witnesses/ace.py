"""Ask Ace, DAISY's accessibility checker for EPUB, about a finished book.

Ace is a Node program that drives a browser; neither is on PyPI, so it is asked only where it stands: an `ace` command
on the PATH, or `node_modules/@daisy/ace-cli` of the current folder. It serves development and conformance, and the
verdict elsewhere is "not run".
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import BaseModel, ConfigDict, Field

from clearfold.model.messages import message
from clearfold.proof.witnesses import Finding, Level, Verdict, judged, not_run

PROFILE = "EPUB Accessibility 1.1"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SCRIPT = Path("node_modules/@daisy/ace-cli/bin/ace.js")
HOW_TO_GET = message(
    "{line}, with Node and Chromium; {variable} may name another browser",
    line="PUPPETEER_SKIP_DOWNLOAD=1 npm install @daisy/ace-cli@1.4.6",
    variable="PUPPETEER_EXECUTABLE_PATH",
)
COMMAND_SECONDS = 600


class _Part(BaseModel):
    """What all parts of Ace's JSON-LD report share here: more keys than are read."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Test(_Part):
    rule: str = Field("", alias="dct:title")
    impact: str = Field("", alias="earl:impact")


class _Pointer(_Part):
    cfi: tuple[str, ...] = ()


class _Result(_Part):
    outcome: str = Field(alias="earl:outcome")
    description: str = Field("", alias="dct:description")
    pointer: _Pointer = Field(_Pointer(), alias="earl:pointer")


class _Subject(_Part):
    url: str = ""


class _Assertion(_Part):
    result: _Result = Field(alias="earl:result")
    test: _Test = Field(default_factory=partial(_Test.model_validate, {}), alias="earl:test")
    subject: _Subject = Field(_Subject(), alias="earl:testSubject")
    assertions: "tuple[_Assertion, ...]" = ()


class _Release(_Part):
    revision: str = Field("", alias="doap:revision")


class _Software(_Part):
    release: _Release = Field(default_factory=partial(_Release.model_validate, {}), alias="doap:release")


class _Report(_Part):
    assertions: tuple[_Assertion, ...]
    software: _Software = Field(default_factory=partial(_Software.model_validate, {}), alias="earl:assertedBy")


def ace(path: Path) -> Verdict:
    """Return Ace's verdict on a book: every assertion that fails is a finding, whatever its impact."""
    words, browser = command(), os.environ.get("PUPPETEER_EXECUTABLE_PATH") or first_on_path(BROWSERS)
    if words is None or browser is None:
        return not_run(path, "Ace", PROFILE, HOW_TO_GET)
    with TemporaryDirectory() as folder:
        # -s: nothing on the terminal; -f: write into a folder that is there; -E: exit code 2 where assertions fail, so
        # that any other than 0 and 2 means that Ace itself broke off.
        run = subprocess.run(
            [*words, "-s", "-f", "-E", "-o", folder, str(path)],
            env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": browser},
            capture_output=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )
        report = Path(folder) / "report.json"
        if run.returncode in (0, 2) and report.is_file():
            return read_report(path, report.read_bytes())
    fact = run.stderr.decode(errors="replace").strip() or f"exit code {run.returncode} and no report"
    return judged(path, "Ace", PROFILE, (Finding("command", fact, level=Level.FATAL),))


def command() -> list[str] | None:
    """Return the words that start Ace, or None where it is not installed."""
    if (installed := shutil.which("ace")) is not None:
        return [installed]
    if SCRIPT.is_file() and (node := shutil.which("node")) is not None:
        return [node, str(SCRIPT)]
    return None


def first_on_path(names: tuple[str, ...]) -> str | None:
    """Return the first of the programs that is on the PATH, or None."""
    return next(filter(None, map(shutil.which, names)), None)


def read_report(path: Path, report: bytes) -> Verdict:
    """Return the verdict that Ace's JSON-LD report holds."""
    read = _Report.model_validate(json.loads(report))
    witness = f"Ace {read.software.release.revision}".strip()
    return judged(path, witness, PROFILE, tuple(findings(read)))


def findings(report: _Report) -> Iterator[Finding]:
    """Yield a finding for each failed assertion of each document of the book."""
    for document in report.assertions:
        for assertion in document.assertions:
            if assertion.result.outcome != "fail":
                continue
            place = "#".join(filter(None, (document.subject.url, *assertion.result.pointer.cfi[:1])))
            impact = f"{assertion.test.impact}: " if assertion.test.impact else ""
            yield Finding(assertion.test.rule, impact + assertion.result.description, place)
