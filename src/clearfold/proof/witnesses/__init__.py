"""Outside witnesses: what EPUBCheck, veraPDF and Ace say about a finished file.

They stand beside the checks. A check is the proof's own; a witness is somebody else's program, asked once and quoted.
None of them is needed at run time: where one is absent its verdict is "not run", and never "passed".
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from clearfold.model.messages import message, told

EXTRA = 'pip install "clearfold[validators]"'


class Outcome(StrEnum):
    """What a witness said; a witness that was not there said nothing."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_RUN = "not run"


class Level(StrEnum):
    """How much a finding weighs, in EPUBCheck's words; veraPDF and Ace know errors only."""

    FATAL = "fatal"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    USAGE = "usage"


FAILING = frozenset({Level.FATAL, Level.ERROR, Level.WARNING})


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that a file breaks: its id, what it says, the first place of it, and how often it is broken."""

    rule: str
    message: str
    place: str = ""
    count: int = 1
    level: Level = Level.ERROR


@dataclass(frozen=True, slots=True)
class Verdict:
    """One witness on one file under one profile; `how_to_get` is filled where it could not be asked."""

    path: Path
    witness: str
    profile: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    how_to_get: str = ""

    def __str__(self) -> str:
        """Write the verdict and its findings as they stand on the terminal."""
        head = f"{self.path}: {self.witness}, {self.profile}: {self.outcome}"
        if self.how_to_get:
            return f"{head} ({self.how_to_get})"
        return "\n".join((head, *(f"  {line(finding)}" for finding in self.findings)))


class WitnessAbsentError(Exception):
    """A witness is not on this machine; the message says how to get it."""


def line(finding: Finding) -> str:
    """Write a finding on one line: level, rule, message, place, and how often when it is more than once."""
    place = f" [{finding.place}]" if finding.place else ""
    times = f" ({told(message('{count} times', count=finding.count))})" if finding.count > 1 else ""
    return f"{finding.level} {finding.rule}: {finding.message}{place}{times}"


def judged(path: Path, witness: str, profile: str, findings: tuple[Finding, ...]) -> Verdict:
    """Return the verdict that follows from the findings: fatal, error and warning fail, info and usage do not."""
    failed = any(finding.level in FAILING for finding in findings)
    return Verdict(path, witness, profile, Outcome.FAILED if failed else Outcome.PASSED, findings)


def not_run(path: Path, witness: str, profile: str, how_to_get: str) -> Verdict:
    """Return the verdict of a witness that is not there."""
    return Verdict(path, witness, profile, Outcome.NOT_RUN, how_to_get=how_to_get)
