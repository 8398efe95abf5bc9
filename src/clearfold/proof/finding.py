"""A finding of the proof: a diagnostic that also says where in the output it was made, and what was expected there."""

from dataclasses import dataclass
from pathlib import Path

from clearfold.diagnostic import Diagnostic, Location
from clearfold.proof.codes import RULES, Rank
from clearfold.transcript import Run

NOWHERE = Location(Path())
SHOWN = 90  # letters of a passage that a fact quotes


@dataclass(frozen=True, slots=True)
class Finding(Diagnostic):
    """A diagnostic that knows the place in the output too, and the ``stream``: the order in which that was read."""

    stream: str = ""
    place: str = ""
    expected: str = ""
    found: str = ""

    @property
    def rank(self) -> Rank:
        """Return how early the finding is told."""
        return RULES[self.code].rank

    def __str__(self) -> str:
        """Write the finding with its place in the output; without one in the copy where it has none."""
        at = "" if self.location == NOWHERE else f"{self.location}: "
        where = ", ".join(part for part in (self.place, self.stream) if part)
        head = f"{at}{self.severity} {self.code}: {self.fact}{f' [{where}]' if where else ''}"
        return f"{head}\n  hint: {self.hint}" if self.hint else head


def finding(
    code: str,
    at: Run | Location | None,
    *,
    stream: str = "",
    place: str = "",
    expected: str = "",
    found: str = "",
    fact: str = "",
) -> Finding:
    """Make a finding in the words of its rule; ``fact`` adds to them what is known of this one."""
    rule = RULES[code]
    location = at.location if isinstance(at, Run) else at
    said = f"{rule.fact}: {fact}" if fact else rule.fact
    return Finding(code, rule.severity, location or NOWHERE, said, rule.hint, stream, place, expected, found)


def quoted(text: str) -> str:
    """Quote a passage, its middle left out where it is long."""
    if len(text) <= SHOWN:
        return f"“{text}”"
    half = SHOWN // 2
    return f"“{text[:half].rstrip()} … {text[-half:].lstrip()}”"
