"""Objects: an edition of ours holds what such an edition is made of, and nothing beside: no comment, layer, or form."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, listed
from clearfold.proof.readers.pdf.closed.attached import read_attached
from clearfold.proof.readers.pdf.closed.inventory import read_lacking, read_strange
from clearfold.proof.readers.pdf.closed.offsets import read_lost

TOLD = 5  # pages that one finding names


def objects(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of all that is reachable in the file and that its make does not explain, each sort once."""
    if evidence.pdf is None or not evidence.ours:
        return
    places: dict[str, list[str]] = {}
    for strange in read_strange(evidence.pdf.whole):
        places.setdefault(strange.what, []).append(strange.place)
    lacking = read_lacking(evidence.pdf.whole) if evidence.design is not None and evidence.design.profile else ()
    for lost in (*read_lost(evidence.pdf.data), *lacking):
        places.setdefault(lost, []).append("file")
    for name, what in read_attached(evidence.pdf.whole):
        places.setdefault(what, []).append(name)
    for what, found in places.items():
        more = message(" and {found} more", found=len(found) - TOLD) if found[TOLD:] else ""
        yield finding("PDF-001", None, place=listed(found[:TOLD], more), found=what, fact=what)
