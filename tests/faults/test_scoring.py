"""The fault bench's own arithmetic: a check that is silenced makes the score fall, and a false alarm fails the run."""

from random import Random

import pytest

from clearfold.model.diagnostic import Diagnostic
from clearfold.proof import prove as front
from clearfold.proof.checks import CHECKS
from clearfold.proof.checks.text.completeness import completeness
from clearfold.proof.prove import expect, prove
from tests.faults import epub, harm, leaflets, sample
from tests.faults.fault import Fault
from tests.faults.scoring import Verdict, below, judge, table

COPY = expect(sample.copy())
LOST = next(one for one in epub.FAULTS if one.name == "paragraph lost")
SWAPPED = next(one for one in epub.FAULTS if one.name == "paragraphs swapped")
NEGATION = next(one for one in harm.EPUB_FAULTS if one.name == "negation lost, paragraph")


def told(data: bytes) -> tuple[Diagnostic, ...]:
    kind = "application/epub+zip"
    return prove(COPY, data, kind, name="griep", edition="sample", furniture=sample.FURNITURE).diagnostics


def run(one: Fault) -> Verdict:
    item = one.inject(sample.epub(), Random(0))
    assert item is not None
    return judge(one, item, COPY, told(item.data))


@pytest.mark.parametrize("one", [LOST, SWAPPED, NEGATION], ids=lambda one: one.name)
def test_fault_that_is_told_at_its_place_counts(one: Fault) -> None:
    """A fault that is told first, at its words, is caught and placed, and the run is good enough."""
    verdict = run(one)
    assert (True, True, (), "") == (verdict.caught, verdict.placed, verdict.others, verdict.note)
    assert () == below([verdict], 0)


def test_check_that_is_silenced_makes_the_score_fall(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the check of completeness a lost paragraph is missed, and the run is below the bar."""
    monkeypatch.setattr(front, "CHECKS", tuple(check for check in CHECKS if check is not completeness))
    verdicts = [run(LOST)]
    assert (False, False) == (verdicts[0].caught, verdicts[0].placed)
    assert "1 faults are missed in text, where none may be" in below(verdicts, 0)


def test_harm_that_is_not_told_first_is_not_caught() -> None:
    """A lost negation counts only where it is the first thing that the proof tells."""
    item = NEGATION.inject(sample.epub(), Random(0))
    assert item is not None
    first, *rest = told(item.data)
    lost = LOST.inject(sample.epub(), Random(0))
    assert lost is not None
    assert not judge(NEGATION, item, COPY, [*told(lost.data), first, *rest]).caught


def test_false_alarm_fails_the_run() -> None:
    """One thing that is told of a good file is enough."""
    assert ("1 false alarms on good files",) == below([run(LOST)], 1)


def test_table_sums_kinds_families_and_all() -> None:
    """A missed fault stands in the line of its kind, of its family, and of all."""
    verdicts = [
        Verdict("text", "word lost, cell", True, True),
        Verdict("text", "word lost, item", False, None, ("TXT-005",)),
    ]
    lines = [" ".join(line.split()) for line in table(verdicts, 0).split("\n")]
    assert "text word lost 2 1 1 1 TXT-005 1" in lines
    assert "in a item 1 0 0 0 TXT-005 1" in lines
    assert "all 1 kinds 2 1 1 1 TXT-005 1" in lines


def test_random_leaflets_are_the_same_for_a_seed() -> None:
    """A seed gives one copy, and another seed another."""
    assert leaflets.text_of(3) == leaflets.text_of(3)
    assert leaflets.text_of(3) != leaflets.text_of(7)
