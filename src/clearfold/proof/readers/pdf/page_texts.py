"""What other editions say of a printed one is held against: the text of each page by its label, and its moment."""

from datetime import UTC
from functools import lru_cache
from io import BytesIO

from pypdf import PdfReader

from clearfold.model.transcript import Kind
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.content import place as place_of
from clearfold.proof.readers.pdf.content import read_content
from clearfold.proof.readers.pdf.file import open_pdf


@lru_cache(maxsize=2)
def page_texts(data: bytes) -> tuple[tuple[str, str], ...]:
    """Return label and text of each page, without its running heads and pictures; raises UnreadableError."""
    pdf = open_pdf(data)
    words: dict[str, list[str]] = {}
    for block in read_content(pdf).blocks:
        if block.kind is Kind.TEXT:
            words.setdefault(block.place, []).append(block.text)
    return tuple((label, " ".join(words.get(place_of(n), ()))) for n, label in enumerate(pdf.labels))


@lru_cache(maxsize=2)
@foreign()
def made_at(data: bytes) -> str:
    """Return the moment that a PDF says it was changed last, as 2026-11-30T10:00:00Z; "" where it says none."""
    about = PdfReader(BytesIO(data)).metadata
    moment = about.modification_date if about is not None else None
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment is not None else ""
