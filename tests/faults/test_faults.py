"""Each kind of fault raises its code at the right place, and no other; the untouched files raise none."""

from collections.abc import Callable
from random import Random

import pytest

from clearfold.diagnostic import Location
from clearfold.proof.codes import RULES
from clearfold.proof.letters import fold
from clearfold.proof.prove import expect, prove
from clearfold.proof.report import EditionReport
from tests.faults import epub, epub_package, folding, pdf, print_shop, sample
from tests.faults.fault import Fault, Injected

EXPECTED = expect(sample.copy())
PDF, EPUB = "application/pdf", "application/epub+zip"
SEEDS = range(3)
MADE: tuple[tuple[str, Callable[[], bytes], tuple[Fault, ...]], ...] = (
    (EPUB, sample.epub, (*epub.FAULTS, *epub_package.FAULTS)),
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
    drawn = [one.inject(make(), Random(seed)) for seed in SEEDS]
    injected = [item for item in drawn if item is not None and (not item.words or places(item))]
    assert injected, "the sample has no place for this fault"
    for item in injected:
        report = proved(item.data, media_type)
        codes = {d.code for d in report.diagnostics}
        told = "\n".join(str(d) for d in report.diagnostics)
        assert codes & one.codes, told
        assert codes <= one.codes | one.also, told
        right = not item.words or any(d.code in one.codes and d.location in places(item) for d in report.diagnostics)
        assert right, f"{item.words!r}\n{told}"


def test_every_code_is_earned_by_a_fault() -> None:
    """Each code that a finished file can raise is raised by a fault, and each fault's code is one of the proof's."""
    faults = (*(one for _, _, faults in MADE for one in faults), *folding.FAULTS, *print_shop.FAULTS)
    earned = {code for one in faults for code in one.codes}
    assert {code for code in RULES if not code.startswith("SRC")} == earned


def places(item: Injected) -> set[Location | None]:
    """Return the places in the copy of the blocks that a fault hit; none where it hit furniture."""
    hit = {fold(words) for words in item.words.split("\n")}
    return {run.location for run in EXPECTED.runs if any(_is(words, fold(run.text)) for words in hit)}


def _is(words: str, block: str) -> bool:
    return block == words or (len(words) > 8 and words in block) or (len(block) > 8 and block in words)
