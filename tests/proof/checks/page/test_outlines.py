"""Words that are drawn as shapes are told, rows of shapes that are no words are not."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from clearfold.proof.prove import prove
from tests.faults import brochure, sample, typeset
from tests.faults.tagged import saved

PDF = "application/pdf"
PERSON = "{0} {1} m {2} {3} {2} {3} {2} {1} c {2} {3} {0} {3} {0} {1} c f\n"


def _with_page(widths: tuple[int, ...]) -> bytes:
    """Return the sample with a page more, of ten rows of curved shapes of those widths, and no text."""
    shapes = [
        PERSON.format(60 + 40 * column, 100 + 50 * row, 60 + 40 * column + widths[column % len(widths)], 130 + 50 * row)
        for row in range(10)
        for column in range(10)
    ]
    with pikepdf.open(BytesIO(sample.pdf())) as made:
        page = made.add_blank_page(page_size=(595, 842))
        page.Contents = made.make_stream("".join(shapes).encode())
        return saved(made)


@pytest.mark.parametrize(("widths", "told"), [((12,), []), ((12, 20), []), ((5, 8, 12, 17, 9), ["page 4"])])
def test_a_hundred_people_are_no_words(widths: tuple[int, ...], told: list[str]) -> None:
    """Rows of shapes that are all as wide are a drawing; those of many widths on a page without text are words."""
    report = prove(sample.copy(), _with_page(widths), PDF, name="a", furniture=sample.FURNITURE)
    assert told == [d.place for d in report.diagnostics if d.code == "TXT-012"]  # type: ignore[attr-defined]


@pytest.mark.skipif(
    shutil.which("gs") is None, reason="not run: Ghostscript is not installed (apt install ghostscript)"
)
def test_another_programs_outlines_are_told_first(tmp_path: Path) -> None:
    """A file of which Ghostscript made all text outlines is told as that, with what to do, before all else."""
    (tmp_path / "in.pdf").write_bytes(typeset.brochure_pdf())
    device = ["-dNoOutputFonts", "-sDEVICE=pdfwrite", "-o", str(tmp_path / "out.pdf")]
    subprocess.run(["gs", "-q", "-dSAFER", *device, str(tmp_path / "in.pdf")], check=True, capture_output=True)
    report = prove(brochure.copy(), (tmp_path / "out.pdf").read_bytes(), PDF, name="a")
    assert "TXT-012" == report.diagnostics[0].code
    assert "do not turn text into outlines" in report.diagnostics[0].hint
