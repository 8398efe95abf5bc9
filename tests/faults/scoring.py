"""How the fault bench judges: what became of each fault, by kind and by family, and whether that is good enough.

A fault is caught when one of its codes is told of the file with it; of the file without it nothing may be told. A fault
in what can hurt somebody counts only where that is the first thing told. It is told in the right place when it is told
at its words in the copy, or on its page; a fault that has no place, such as one in the metadata, is not counted there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.transcript import Transcript
from clearfold.proof.findings.finding import quoted
from tests.faults.fault import Fault, Injected, places, right

CAUGHT, PLACED = 0.98, 0.95
# Of these families every one must be caught.
WHOLE = frozenset({"text", "numbers and negations", "the copy"})
SAID = "TXT-015"
"""What is told where tags say the copy's words, and others are drawn: a change of what is drawn, with both texts."""
ROW = "{:<22} {:<44} {:>8} {:>7} {:>7} {:>9}  {}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one fault that was put into one file; ``placed`` is None where it has no place.

    ``others`` are the codes of errors that it is not said to raise, ``note`` the line to print where not all is well.
    """

    family: str
    name: str
    caught: bool
    placed: bool | None
    others: tuple[str, ...] = ()
    note: str = ""


@dataclass(slots=True)
class Score:
    """A sum of verdicts: faults injected, caught, with a place, told there, and other errors by code."""

    injected: int = 0
    caught: int = 0
    sited: int = 0
    placed: int = 0
    others: Counter[str] = field(default_factory=Counter)

    def add(self, verdict: Verdict) -> None:
        self.injected += 1
        self.caught += verdict.caught
        self.sited += verdict.placed is not None
        self.placed += bool(verdict.placed)
        self.others.update(verdict.others)


def judge(one: Fault, item: Injected, expected: Transcript, new: Sequence[Diagnostic]) -> Verdict:
    """Say what the proof made of a fault: ``new`` are its errors, the first one first."""
    codes = one.codes | {SAID} if one.family in WHOLE else one.codes
    told = [d for d in new if d.code in codes]
    caught = bool(told) and (not one.first or new[0].code in codes)
    sited = bool(item.place or (item.words and places(expected, item)))
    placed = any(right(d, expected, item) for d in told) if sited else None
    others = tuple(sorted({d.code for d in new} - codes - one.also))
    note = ""
    if not caught or placed is False or others:
        said = "; ".join(str(d).partition("\n")[0] for d in new[:3])
        note = f"{one.name}, {item.place or quoted(item.words)}: {said or 'nothing'}"
    return Verdict(one.family, one.name, caught, placed, others, note)


def table(verdicts: Sequence[Verdict], alarms: int) -> str:
    """Return the table of a run: a line for each kind of fault, for each family, and for all."""
    kinds: dict[tuple[str, str], Score] = {}
    families: dict[str, Score] = {}
    whole = Score()
    for verdict in verdicts:
        # Of a kind that is put into several places, the place stands after a comma.
        kinds.setdefault((verdict.family, verdict.name.partition(", ")[0]), Score()).add(verdict)
        families.setdefault(verdict.family, Score()).add(verdict)
        if ", " in verdict.name:
            key = f"  in a {verdict.name.partition(', ')[2]}"
            families.setdefault(key, Score()).add(verdict)
        whole.add(verdict)
    head = ROW.format("family", "fault", "injected", "caught", "placed", "of", "other errors")
    lines = [head, *(_line(family, name, score) for (family, name), score in sorted(kinds.items()))]
    lines += ["", head, *(_line(family, "", score) for family, score in families.items())]
    lines += [_line("all", f"{len(kinds)} kinds", whole), f"false alarms on good files: {alarms}"]
    return "\n".join(lines)


def _line(family: str, name: str, score: Score) -> str:
    others = ", ".join(f"{code} {count}" for code, count in sorted(score.others.items()))
    return ROW.format(family, name, score.injected, score.caught, score.placed, score.sited, others).rstrip()


def below(verdicts: Sequence[Verdict], alarms: int) -> tuple[str, ...]:
    """Return in what a run falls below the bar; nothing where it is good enough."""
    told: list[str] = []
    sited = [v.placed for v in verdicts if v.placed is not None]
    if not verdicts:
        told.append("no fault was injected")
    if sum(v.caught for v in verdicts) < CAUGHT * len(verdicts):
        told.append(f"fewer than {CAUGHT:.0%} of all faults are caught")
    if sum(sited) < PLACED * len(sited):
        told.append(f"fewer than {PLACED:.0%} of the faults are told in the right place")
    for family in sorted(WHOLE):
        missed = sum(not v.caught for v in verdicts if v.family == family)
        if missed:
            told.append(f"{missed} faults are missed in {family}, where none may be")
    if alarms:
        told.append(f"{alarms} false alarms on good files")
    return tuple(told)
