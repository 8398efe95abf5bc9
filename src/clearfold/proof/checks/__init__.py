"""The checks: each looks at the evidence on one finished file and yields what is wrong. CHECKS is all of them."""

from clearfold.proof.checks.completeness import completeness
from clearfold.proof.checks.metadata import metadata
from clearfold.proof.checks.order import order
from clearfold.proof.checks.spacing import spacing
from clearfold.proof.checks.structure import structure
from clearfold.proof.evidence import Check

CHECKS: tuple[Check, ...] = (completeness, order, spacing, structure, metadata)
