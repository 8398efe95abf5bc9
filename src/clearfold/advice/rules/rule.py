"""What is advised of one kind of thing in a copy: its code, its words where it is told, and how it is explained."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from clearfold.model.copy_rules.rule import Where


class Section(StrEnum):
    """What an advice is about; the value is the heading that it stands under."""

    NOTES = "Notes that switch advice off"
    FACTS = "Facts and figures"
    TRUST = "Trust"
    WORDS = "Words"
    WAYS = "Way-finding"
    ACTION = "Action"
    TOGETHER = "Across all leaflets"


class Sureness(StrEnum):
    """How often an advice is one that authors follow, measured by the session ``advice``."""

    PRECISE = "precise"
    OFTEN = "often right"


@dataclass(frozen=True, slots=True)
class Guideline:
    """Who advises it, where, and when that was published."""

    name: str
    date: str

    def __str__(self) -> str:
        """Write it as a source."""
        return f"{self.name}, {self.date}"


@dataclass(frozen=True, slots=True)
class Example:
    """Lines as they stand in a copy: some that are told, and the same thing as it is advised."""

    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """One kind of advice.

    ``what`` says in a few words what is meant, ``why`` why it matters to a reader, ``by`` who advises it. ``fact`` and
    ``proposal`` are what is said of one place, with {fields} for what is known of it; ``cure`` says what to do where
    the proposal is that place's alone. ``examples`` are lines at ``where``, one for each language.
    """

    code: str
    section: Section
    what: str
    why: str
    by: Guideline
    fact: str
    proposal: str
    examples: Mapping[str, Example]
    where: Where = Where.BODY
    sureness: Sureness = Sureness.PRECISE
    cure: str = ""


def shown(lines: str) -> str:
    """Return the lines of an example as people are shown them: what stands again and again once, and “…”."""
    kept: list[str] = []
    for before, part in pairwise(["", *lines.split("\n\n")]):
        if part != before:
            kept.append(part)
        elif kept[-1] != "…":
            kept.append("…")
    return "\n\n".join(kept)


def examples(**written: tuple[str, str]) -> Mapping[str, Example]:
    """Return the examples of a rule by their languages, each given as wrong and right."""
    return {lang: Example(*lines) for lang, lines in written.items()}


def alike(wrong: str, right: str) -> Mapping[str, Example]:
    """Return the examples of a rule about keys, which are the same in every language."""
    return {lang: Example(wrong, right) for lang in ("nl", "fr", "de", "en")}
