"""Web page: each picture is the copy's own, to the last byte."""

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.digest import digest
from clearfold.model.limits import PICTURE_BYTES
from clearfold.model.transcript import Kind
from clearfold.proof.checks.text.structure import block_pairs
from clearfold.proof.evidence import Evidence
from clearfold.proof.expect.picture_files import picture_file
from clearfold.proof.findings.finding import finding, quoted

SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"})


def embedded(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find pictures that are not those of the copy: by its text alternatives, and those without by all of its files."""
    page = evidence.web
    if page is None or not evidence.ours:
        return
    known = _files(evidence)
    for picture in page.body.iter("img"):
        if (made := _digest(picture.get("src") or "")) not in known:
            fact = f"{quoted(picture.get('alt') or 'decoration')} stands for a picture that is not with the copy"
            yield finding("WEB-008", None, found=made, fact=fact)
    for ours, theirs in block_pairs(evidence.content):
        if ours.kind is Kind.ALTERNATIVE and ours.picture and ours.location and theirs.picture:
            file = picture_file(ours.location.path.parent, ours.picture)
            made = _digest(theirs.picture)
            if file is not None and made in known and made != digest(file.read_bytes()):
                fact = f"{quoted(ours.text)} stands for another picture than {ours.picture}"
                yield finding("WEB-008", ours, expected=ours.picture, fact=fact)


def _files(evidence: Evidence) -> frozenset[str]:
    """Return the digests of the pictures beside the copy and beside the file that names its publisher."""
    folders = {block.location.path.parent for block in evidence.expected.blocks if block.location}
    return frozenset(digest(path.read_bytes()) for folder in folders for path in _pictures(folder))


def _pictures(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.suffix.lower() in SUFFIXES and path.is_file() and path.stat().st_size <= PICTURE_BYTES:
            yield path


def _digest(address: str) -> str:
    """Return the digest of a picture in the page, "" where none is."""
    head, _, data = address.partition(",")
    try:
        return digest(b64decode(data, validate=True)) if head.endswith(";base64") else ""
    except (Error, ValueError):
        return ""
