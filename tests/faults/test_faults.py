"""Each kind of fault raises its code at the right place, and no other; the untouched files raise none."""

from collections.abc import Callable
from random import Random

import pytest

from clearfold.proof.letters import fold
from clearfold.proof.prove import expect, prove
from clearfold.proof.report import EditionReport
from tests.faults import epub, pdf, sample
from tests.faults.fault import Fault, Injected

EXPECTED = expect(sample.copy())
PDF, EPUB = "application/pdf", "application/epub+zip"
SEEDS = range(4)
MADE: tuple[tuple[str, Callable[[], bytes], tuple[Fault, ...]], ...] = (
    (EPUB, sample.epub, epub.FAULTS),
    (PDF, sample.pdf, pdf.FAULTS),
)
CASES = [pytest.param(kind, make, one, id=f"{kind[-3:]}: {one.name}") for kind, make, faults in MADE for one in faults]


def proved(data: bytes, media_type: str) -> EditionReport:
    return prove(EXPECTED, data, media_type, name="griep", edition="sample", furniture=sample.FURNITURE)


@pytest.mark.parametrize(("media_type", "make"), [(kind, make) for kind, make, _ in MADE])
def test_good_files_raise_nothing(media_type: str, make: Callable[[], bytes]) -> None:
    """A file that holds the copy word for word is proven, and nothing is said of it."""
    assert [] == [str(d) for d in proved(make(), media_type).diagnostics]


@pytest.mark.parametrize(("media_type", "make", "one"), CASES)
def test_fault_raises_its_code_and_no_other(media_type: str, make: Callable[[], bytes], one: Fault) -> None:
    """A fault is told by its own code, at the words that it hit, at every place that the seeds draw."""
    injected = [i for i in (one.inject(make(), Random(seed)) for seed in SEEDS) if i is not None]
    assert injected, "the sample has no place for this fault"
    for item in injected:
        report = proved(item.data, media_type)
        codes = {d.code for d in report.diagnostics}
        told = "\n".join(str(d) for d in report.diagnostics)
        assert codes & one.codes, told
        assert codes <= one.codes | one.also, told
        assert is_at(report, one, item), f"{item.words!r}\n{told}"


def is_at(report: EditionReport, one: Fault, item: Injected) -> bool:
    """Say whether the fault's code is told at one of the blocks that it hit."""
    if not item.words:
        return True
    hit = {fold(words) for words in item.words.split("\n")}
    places = {run.location for run in EXPECTED.runs if any(_is(words, fold(run.text)) for words in hit)}
    return any(d.code in one.codes and d.location in places for d in report.diagnostics)


def _is(words: str, block: str) -> bool:
    return block == words or (len(words) > 8 and (words in block or block in words))
