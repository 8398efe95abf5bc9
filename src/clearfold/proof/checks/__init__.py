"""The checks: each looks at the evidence on one finished file and yields what is wrong. CHECKS is all of them."""

from clearfold.proof.checks.page.colour import page_colour
from clearfold.proof.checks.page.folio import page_folio
from clearfold.proof.checks.page.headings import page_headings
from clearfold.proof.checks.page.layout import page_layout
from clearfold.proof.checks.page.lines import page_lines
from clearfold.proof.checks.page.outlines import outlines
from clearfold.proof.checks.page.spacing import page_spacing
from clearfold.proof.checks.page.type import page_type
from clearfold.proof.checks.page.unseen import unseen
from clearfold.proof.checks.page.visual_order import eye_order
from clearfold.proof.checks.page.words import page_words
from clearfold.proof.checks.text.completeness import completeness
from clearfold.proof.checks.text.metadata import metadata
from clearfold.proof.checks.text.order import order
from clearfold.proof.checks.text.spacing import spacing
from clearfold.proof.checks.text.structure import structure
from clearfold.proof.evidence import Check

PAGE_CHECKS: tuple[Check, ...] = (
    page_type,
    page_words,
    page_spacing,
    page_lines,
    page_layout,
    page_colour,
    page_folio,
    page_headings,
)
"""What is measured on printed pages; silent where nobody has said what is promised of the paper."""

CHECKS: tuple[Check, ...] = (
    completeness,
    order,
    eye_order,
    spacing,
    structure,
    unseen,
    outlines,
    metadata,
    *PAGE_CHECKS,
)
