"""Hyphens: another tool's file parts words of the copy at the ends of its lines with a sign that stays in them."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.proof.evidence import Evidence


def hyphens(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell what was told of the hyphens, once for the whole file, when its words were read as the copy's."""
    yield from evidence.reworded
