"""Files for the report's page: the sample as it should be, and once for each kind of fault."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZipFile

from clearfold.model.media_types import EPUB, PDF
from clearfold.proof.prove import expect, prove
from clearfold.proof.report.exhibit import Exhibit
from tests.faults import epub, epub_package, pdf, sample
from tests.faults.fault import Fault

EXPECTED = expect(sample.copy())


def exhibit(data: bytes, media_type: str, name: str = "griep") -> Exhibit:
    """Prove a file against the sample's copy."""
    edition, furniture = ("epub", sample.FURNITURE) if media_type == EPUB else ("accessible", sample.PRINTED)
    report = prove(EXPECTED, data, media_type, name=name, edition=edition, furniture=furniture)
    return Exhibit(report, data, sample.copy(), EXPECTED.title, EXPECTED.lang)


@cache
def proven() -> tuple[Exhibit, ...]:
    """Return the two good files."""
    return exhibit(sample.pdf(), PDF, "griep.pdf"), exhibit(sample.epub(), EPUB, "griep.epub")


@cache
def broken() -> tuple[Exhibit, ...]:
    """Return a file for each kind of fault."""
    books, papers = (*epub.FAULTS, *epub_package.FAULTS), pdf.FAULTS
    return (*_broken(sample.pdf(), PDF, papers), *_broken(sample.epub(), EPUB, books))


def book_with(words: str, others: str) -> bytes:
    """Return the book with other words in its documents."""
    with ZipFile(BytesIO(sample.epub())) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != "mimetype"}
    return sample.zipped({name: data.replace(words.encode(), others.encode()) for name, data in files.items()})


def _broken(data: bytes, media_type: str, faults: Iterable[Fault]) -> Iterable[Exhibit]:
    for fault in faults:
        injected = fault.inject(data, Random(1))
        if injected:
            yield exhibit(injected.data, media_type, f"{fault.name}.{media_type[-3:]}")
