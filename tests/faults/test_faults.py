"""Each kind of fault raises its code at the right place, and no other; the untouched files raise none."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest

from clearfold.model.media_types import EPUB, PDF
from clearfold.model.paper import Paper
from clearfold.model.source import Source
from clearfold.model.transcript import Furniture, Transcript
from clearfold.proof.compare.labels import with_labels
from clearfold.proof.findings.rules import RULES
from clearfold.proof.prove import expect, prove
from clearfold.proof.report import EditionReport
from tests.faults import (
    braille,
    brochure,
    epub,
    epub_package,
    folding,
    outlined,
    own,
    own_announced,
    own_books,
    own_covers,
    own_drawn,
    own_made,
    own_painted,
    own_said,
    page,
    page_breaks,
    page_faces,
    page_layout,
    page_lines,
    page_spacing,
    pdf,
    pictured,
    print_sample,
    print_shop,
    sample,
    typeset,
    unseen,
    web,
)
from tests.faults.fault import Fault, places, right
from tests.site import faults as sites


@dataclass(frozen=True, slots=True)
class Good:
    """A good file, of what it is made, and the faults that are put into it."""

    name: str
    media_type: str
    make: Callable[[], bytes]
    copy: Callable[[], Source]
    furniture: tuple[Furniture, ...]
    faults: tuple[Fault, ...]
    paper: Paper | None = None


PAGE = (
    *page.FAULTS,
    *page_faces.FAULTS,
    *page_lines.FAULTS,
    *page_breaks.FAULTS,
    *page_layout.FAULTS,
    *page_spacing.FAULTS,
    *unseen.PROMISED,
)
MADE = (
    Good("epub", EPUB, sample.epub, sample.copy, sample.FURNITURE, (*epub.FAULTS, *epub_package.FAULTS)),
    Good("book", EPUB, pictured.epub, pictured.copy, pictured.furniture(), epub_package.PICTURES),
    Good("pdf", PDF, sample.pdf, sample.copy, sample.PRINTED, pdf.FAULTS),
    Good("page", PDF, typeset.brochure_pdf, brochure.copy, brochure.FURNITURE, PAGE, typeset.A5_LARGE),
    Good(
        "foreign",
        PDF,
        typeset.brochure_pdf,
        brochure.copy,
        brochure.FURNITURE,
        (*unseen.FAULTS, *outlined.FAULTS),
    ),
    Good(
        "print shop",
        PDF,
        print_sample.good,
        brochure.copy,
        brochure.FURNITURE,
        print_shop.FAULTS,
        print_sample.PAPER,
    ),
)
SEEDS = range(3)  # the bench tries more places of each fault
CASES = [pytest.param(good, one, id=f"{good.name}: {one.name}") for good in MADE for one in good.faults]


@cache
def expected(copy: Callable[[], Source]) -> Transcript:
    return expect(copy())


def asked(good: Good) -> Transcript:
    """Return what a file must hold: the copy, and the labels of the templates."""
    return with_labels(expected(good.copy), good.furniture)


def proved(good: Good, data: bytes) -> EditionReport:
    return prove(
        expected(good.copy),
        data,
        good.media_type,
        name="griep",
        edition="sample",
        furniture=good.furniture,
        paper=good.paper,
    )


@pytest.mark.parametrize("good", MADE, ids=lambda good: good.name)
def test_good_files_raise_nothing(good: Good) -> None:
    """A file that holds the copy word for word is proven, and nothing is said of it."""
    assert [] == [str(d) for d in proved(good, good.make()).diagnostics]


@pytest.mark.slow("proves a file for each of some three hundred faults")
@pytest.mark.parametrize(("good", "one"), CASES)
def test_fault_raises_its_code_and_no_other(good: Good, one: Fault) -> None:
    """A fault is told by its own code, at the words or on the page that it hit, where the first fit seed draws it."""
    drawn = (one.inject(good.make(), Random(seed)) for seed in SEEDS)
    copy = asked(good)
    item = next(item for item in drawn if item and (item.place or not item.words or places(copy, item)))
    found = proved(good, item.data).diagnostics
    codes = {d.code for d in found}
    told = "\n".join(str(d) for d in found)
    assert codes & one.codes, told
    assert codes <= one.codes | one.also, told
    assert any(d.code in one.codes and right(d, copy, item) for d in found), f"{item.words!r} {item.place}\n{told}"


def test_every_code_is_earned_by_a_fault() -> None:
    """Each code that a finished file can raise is raised by a fault, and each fault's code is one of the proof's."""
    own_pdfs = (*own.FAULTS, *own_drawn.FAULTS, *own_announced.FAULTS, *own_painted.FAULTS, *own_said.FAULTS)
    made = (
        *folding.FAULTS,
        *own_pdfs,
        *own_made.FAULTS,
        *own_covers.FAULTS,
        *own_books.FAULTS,
        *web.FAULTS,
        *braille.FAULTS,
    )
    faults = (*(one for good in MADE for one in good.faults), *made)
    earned = {code for one in faults for code in one.codes} | {one.code for one in sites.FAULTS}
    assert {code for code in RULES if not code.startswith("SRC")} == earned
