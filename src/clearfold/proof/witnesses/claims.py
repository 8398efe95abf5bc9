"""Read from a PDF's metadata which standards it says it keeps, in the names that veraPDF is asked by."""

import re
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import StreamObject

from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.guard import foreign

# A property of the identification schemas of ISO 14289 (5), ISO 19005 (6.6.4; in part 4, 6.7.3): XMP allows an
# attribute as well as an element.
PROPERTY = r"{}\s*(?:=\s*[\"']|>\s*)([^\"'<\s]+)"
DECLARATION = re.compile(r"http://pdfa\.org/declarations/wtpdf#(accessibility|reuse)1\.0")


def claims(pdf: bytes) -> tuple[str, ...]:
    """Return the standards that a PDF claims, PDF/UA first; none where it claims none or cannot be read."""
    try:
        return claims_of(_open(pdf))
    except UnreadableError:
        return ()


def claims_of(pdf: PdfReader) -> tuple[str, ...]:
    """Return the standards that an opened PDF claims, as claims does."""
    try:
        xmp = _metadata(pdf)
    except UnreadableError:
        return ()
    universal, part, level = (value(xmp, name) for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance"))
    found = [f"PDF/UA-{universal}"] if universal else []
    found += [f"PDF/A-{part}{level.lower()}"] if part else []
    return (*found, *(f"WTPDF 1.0 {kind}" for kind in sorted(set(DECLARATION.findall(xmp)))))


@foreign()
def _open(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


@foreign()
def _metadata(pdf: PdfReader) -> str:
    """Return the XMP metadata of a PDF, "" where it has none."""
    metadata = pdf.root_object.get("/Metadata")
    stream = metadata.get_object() if metadata is not None else None
    return stream.get_data().decode("utf-8", "replace") if isinstance(stream, StreamObject) else ""


def value(xmp: str, name: str) -> str:
    """Return the value of a simple XMP property, "" where it is absent."""
    found = re.search(PROPERTY.format(name), xmp)
    return found[1] if found else ""
