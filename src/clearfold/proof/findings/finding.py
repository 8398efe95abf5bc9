"""A finding of the proof: a diagnostic that also says where in the output it was made, and what was expected there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import Message, joined, message, told
from clearfold.model.transcript import Block
from clearfold.proof.findings.rules import RULES, Rank

NOWHERE = Location(Path())
SHOWN = 90  # letters of a passage that a fact quotes
LINES = re.compile(r"\s*\n\s*")
NOTHING = "\u200b"  # stands where something was left out that counts for no letter


@dataclass(frozen=True, slots=True)
class Finding(Diagnostic):
    """A diagnostic that knows the place in the output too, and the ``stream``: the order in which that was read.

    What follows helps to show the place, and does not part one finding from another: ``passage`` is the block of the
    copy, ``before`` and ``after`` are the words of the output on both sides of the place, ``shown`` those that the
    finding is about, where ``found`` does not quote them.
    """

    stream: str = ""
    place: str = ""
    expected: str = ""
    found: str = ""
    passage: str = field(default="", compare=False)
    before: str = field(default="", compare=False)
    after: str = field(default="", compare=False)
    shown: tuple[str, ...] = field(default=(), compare=False)

    @property
    def rank(self) -> Rank:
        """Return how early the finding is told."""
        return RULES[self.code].rank

    def __str__(self) -> str:
        """Write the finding with its place in the output; without one in the copy where it has none."""
        at = "" if self.location == NOWHERE else f"{self.location}: "
        where = ", ".join(told(part) for part in (self.place, self.stream) if part)
        return self.line(at, f" [{where}]" if where else "")

    @property
    def detail(self) -> str:
        """Return what is known of this one beyond the words of its rule; all of it where those are not said."""
        own = (self.fact.values or {}).get("fact") if isinstance(self.fact, Message) else None
        return own if isinstance(own, str) and self.fact.startswith(f"{RULES[self.code].fact}: ") else self.fact


def finding(
    code: str,
    at: Block | Location | None,
    *,
    stream: str = "",
    place: str = "",
    expected: str = "",
    found: str = "",
    fact: str = "",
    around: tuple[str, str] = ("", ""),
    shown: tuple[str, ...] = (),
) -> Finding:
    """Make a finding in the words of its rule; ``fact`` adds to them what is known of this one.

    ``around`` are the words of the output before and after the place, ``shown`` as in Finding.
    """
    rule = RULES[code]
    location = at.location if isinstance(at, Block) else at
    general = message(rule.fact)
    said = message("{rule}: {fact}", rule=general, fact=fact) if fact else general
    passage = at.text if isinstance(at, Block) else ""
    known = (code, rule.severity, location or NOWHERE, said, message(rule.hint), stream, place, expected, found)
    return Finding(*known, passage, *around, shown)


def quoted(text: str) -> Message:
    """Quote a passage on one line, its middle left out where it is long."""
    text = LINES.sub(" ", text.replace(NOTHING, "")).strip()
    if len(text) <= SHOWN:
        return message("“{text}”", text=text)
    half = SHOWN // 2
    return message("“{text}”", text=f"{text[:half].rstrip()} … {text[-half:].lstrip()}")


def listed(words: Sequence[str], more: str) -> Message:
    """Put messages behind each other, with commas, and behind them how many ``more`` there are, or ""."""
    return joined("", (joined(", ", words), more))


def both(one: str, other: str) -> str:
    """Put two messages together with “and”; the other alone, where the first is empty."""
    return message("{one} and {other}", one=one, other=other) if one else other
