"""Each fault of folded sheets raises its code and no other; sheets without a fault raise none."""

from random import Random

import pytest

from clearfold.proof.prove import expect, prove
from clearfold.proof.report import EditionReport
from tests.faults import brochure, folding
from tests.faults.fault import Fault
from tests.faults.folded import BOOKLET, booklet

EXPECTED = expect(brochure.copy())


def proved(data: bytes) -> EditionReport:
    kind = "application/pdf"
    return prove(EXPECTED, data, kind, name="griep", edition="sample", furniture=brochure.FURNITURE, paper=BOOKLET)


def test_good_sheets_raise_nothing() -> None:
    """A booklet that gives its pages in order when it is folded is proven, and nothing is said of it."""
    assert [] == [str(d) for d in proved(booklet()).diagnostics]


@pytest.mark.slow("unfolds and proves a booklet for each fault")
@pytest.mark.parametrize("one", folding.FAULTS, ids=lambda one: one.name)
def test_fault_raises_its_code_and_no_other(one: Fault) -> None:
    """A fault is told by its own code, on the side that a seed draws."""
    injected = one.inject(booklet(), Random(one.name))
    assert injected is not None
    report = proved(injected.data)
    codes = {d.code for d in report.diagnostics}
    told = "\n".join(str(d) for d in report.diagnostics)
    assert codes & one.codes, told
    assert codes <= one.codes | one.also, told
