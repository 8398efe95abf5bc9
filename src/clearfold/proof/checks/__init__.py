"""The checks: each looks at the evidence on one finished file and yields what is wrong. CHECKS is all of them."""

from clearfold.proof.checks.completeness import completeness
from clearfold.proof.checks.eye_order import eye_order
from clearfold.proof.checks.metadata import metadata
from clearfold.proof.checks.order import order
from clearfold.proof.checks.outlines import outlines
from clearfold.proof.checks.page_colour import page_colour
from clearfold.proof.checks.page_folio import page_folio
from clearfold.proof.checks.page_headings import page_headings
from clearfold.proof.checks.page_layout import page_layout
from clearfold.proof.checks.page_lines import page_lines
from clearfold.proof.checks.page_spacing import page_spacing
from clearfold.proof.checks.page_type import page_type
from clearfold.proof.checks.page_words import page_words
from clearfold.proof.checks.spacing import spacing
from clearfold.proof.checks.structure import structure
from clearfold.proof.checks.unseen import unseen
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
