"""The QR code of a printed edition leads where the copy says that the leaflet stands online."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Kind
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.pdf.content import place


def qr_code(evidence: Evidence) -> Iterator[Diagnostic]:
    """Read the codes of the page on which the address stands, as a telephone would (PDF-013)."""
    design = evidence.design
    if evidence.pdf is None or evidence.view is None or design is None or not design.code or not evidence.ours:
        return
    details = (one for one in evidence.placed if one.block.kind is Kind.DETAIL)
    # The address is printed without its scheme.
    at = (one for one in details if any(span.link == design.code for span in one.block.spans))
    pages = dict.fromkeys(row.page for one in at for row in one.rows)
    read = {page: evidence.view.codes(page) for page in pages}
    wrong = [(page, text) for page, texts in read.items() for text in texts if text != design.code]
    for page, text in wrong:
        fact = message("it leads to {text}, not to {code}", text=quoted(text), code=quoted(design.code))
        yield finding("PDF-013", None, place=place(page), expected=design.code, found=text, fact=fact)
    if pages and not any(read.values()):
        fact = message("no code that leads to {code} can be read", code=quoted(design.code))
        yield finding("PDF-013", None, place=place(min(pages)), expected=design.code, fact=fact)
