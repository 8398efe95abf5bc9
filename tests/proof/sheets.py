"""The evidence on a file of folded sheets, as far as the sheets themselves are looked at."""

from io import BytesIO

from pypdf import PdfReader

from clearfold.model.paper import Paper
from clearfold.model.transcript import Transcript
from clearfold.proof.evidence import Evidence, OpenedPdf
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.pages import read_looks
from clearfold.proof.readers.pdf.print.unimpose import unfold


def on_sheets(data: bytes, paper: Paper) -> Evidence:
    """Return the evidence on a file whose sheets are folded as the paper says; no copy is laid beside it."""
    unfolded = unfold(data, paper)
    pdf = open_pdf(unfolded.data)
    opened = OpenedPdf(data, pdf, PdfReader(BytesIO(data)), unfolded)
    return Evidence(Transcript((), ""), (), opened, paper=paper, looks=read_looks(pdf))
