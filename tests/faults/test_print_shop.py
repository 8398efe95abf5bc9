"""Each fault in a file for the print shop raises its code and no other; the untouched file raises none."""

from random import Random

import pytest

from clearfold.proof.prove import expect, prove
from clearfold.proof.report import EditionReport
from tests.faults import print_sample, print_shop, sample
from tests.faults.fault import Fault

EXPECTED = expect(sample.copy())
SEEDS = range(2)


def proved(data: bytes) -> EditionReport:
    return prove(
        EXPECTED,
        data,
        "application/pdf",
        name="griep",
        edition="sample",
        furniture=sample.FURNITURE,
        paper=print_sample.PAPER,
    )


def test_good_file_for_the_print_shop_raises_nothing() -> None:
    """A file that PDF/X-4 and the edition ask for passes the preflight."""
    assert [] == [str(d) for d in proved(print_sample.good()).diagnostics]


@pytest.mark.parametrize("one", [pytest.param(one, id=one.name) for one in print_shop.FAULTS])
def test_fault_in_a_file_for_the_print_shop_raises_its_code_alone(one: Fault) -> None:
    """A fault is told by its own code on whichever page it is."""
    for seed in SEEDS:
        injected = one.inject(print_sample.good(), Random(seed))
        assert injected is not None
        report = proved(injected.data)
        codes = {d.code for d in report.diagnostics}
        told = "\n".join(str(d) for d in report.diagnostics)
        assert codes & one.codes, told
        assert codes <= one.codes | one.also, told
