"""What the files of pictures say beside the pictures: nothing, in what is published."""

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import joined, message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.picture_data import beside


def picture_data(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find pictures of our editions whose files tell where, when or with what they were taken (CON-023)."""
    if not evidence.ours:
        return
    for place, data in _files(evidence):
        if found := joined(", ", beside(data)):
            yield finding("CON-023", None, place=place, found=found, fact=found)


def _files(evidence: Evidence) -> Iterator[tuple[str, bytes]]:
    """Yield each picture of a file that is there as a file of its own, once, with its place."""
    seen: set[bytes] = set()
    for look in evidence.looks:
        for coded in {picture.coded for picture in look.pictures if picture.coded} - seen:
            seen.add(coded)
            yield look.name, coded
    if evidence.epub:
        yield from evidence.epub.images.items()
    if evidence.web:
        for number, picture in enumerate(evidence.web.body.iter("img"), start=1):
            head, _, data = (picture.get("src") or "").partition(",")
            try:
                yield message("picture {number}", number=number), b64decode(data) if head.endswith(";base64") else b""
            except (Error, ValueError):
                continue  # of which other checks tell
