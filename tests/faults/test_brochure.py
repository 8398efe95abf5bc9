"""What is right raises nothing: good brochures in other faces, sizes and papers than the one that the faults hit."""

import pytest

from clearfold.model.paper import Level, Paper
from clearfold.proof.prove import expect, prove
from tests.faults import brochure
from tests.faults.faces import ATKINSON, NOTO
from tests.faults.typeset import A5_LARGE, Style, brochure_pdf

pytestmark = pytest.mark.no_cover

A4 = Paper(Level.LARGE, width=210, height=297, margin=25)
STYLES = {
    "a5": Style(),
    "same x-height in another face": Style(face=NOTO, size=19 * ATKINSON.x_height / NOTO.x_height),
    "a4": Style(A4, leading=1.5),
    "clear print": Style(Paper(Level.CLEAR, width=148, height=210, margin=14, multiple=4, most=20), size=14),
    "clear print in another face": Style(Paper(Level.CLEAR, width=148, height=210, margin=14, multiple=4), NOTO, 13),
    "giant print": Style(Paper(Level.GIANT, width=210, height=297, margin=25), size=25, leading=1.5),
    "giant print, narrow": Style(Paper(Level.GIANT, width=210, height=297, margin=40), size=25),
    "screen": Style(Paper(Level.CLEAR, width=210, height=297, margin=25, screen=True), size=14, leading=1.5),
    "lines far apart": Style(A5_LARGE, leading=1.8),
    "wide margins": Style(Paper(Level.LARGE, width=210, height=297, margin=40), size=20),
}


@pytest.mark.slow("prints ten brochures")
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_good_brochures_raise_nothing(style: Style) -> None:
    """Nothing is said of a brochure that keeps every rule.

    It has a heading of two lines with a rule under it, dots drawn in its contents, lists with hanging numbers, terms
    with what they mean, cells of several lines beside others, a column of numbers to the right, white letters on the
    head of a table, a box on a tint, a picture, an abbreviation in capitals, and pages that end in white space.
    """
    expected = expect(brochure.copy())
    data = brochure_pdf(style)
    report = prove(
        expected,
        data,
        "application/pdf",
        name="griep",
        edition="sample",
        furniture=brochure.FURNITURE,
        paper=style.paper,
    )
    assert [] == [str(d) for d in report.diagnostics]
