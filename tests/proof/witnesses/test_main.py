"""The witnesses are asked about a folder of editions, each by what the file claims to be."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from weasyprint import HTML, Attachment

from clearfold.proof.witnesses.__main__ import main
from clearfold.proof.witnesses.claims import claims


@pytest.mark.parametrize(
    ("variant", "expected"),
    [
        (None, ()),
        ("pdf/ua-1", ("PDF/UA-1",)),
        ("pdf/ua-2", ("PDF/UA-2",)),
        ("pdf/a-2a", ("PDF/A-2a",)),
        ("pdf/a-4f", ("PDF/A-4f",)),
    ],
)
def test_claims_are_read_from_the_file(page: HTML, variant: str | None, expected: tuple[str, ...]) -> None:
    """What a PDF claims is what its own metadata says, and nothing where it says nothing."""
    attachments = [Attachment(string="# Griep", name="griep.md")] if variant == "pdf/a-4f" else None
    pdf = page.write_pdf(pdf_variant=variant, attachments=attachments)
    assert expected == claims(pdf)


def test_claims_written_as_attributes_and_declarations_are_read() -> None:
    """Both of XMP's spellings are understood, and so are the declarations of Well-Tagged PDF."""
    xmp = (
        '<rdf:Description pdfuaid:part="2" pdfaid:part="4" pdfaid:conformance="F"/>'
        "<x>http://pdfa.org/declarations/wtpdf#reuse1.0</x><x>http://pdfa.org/declarations/wtpdf#accessibility1.0</x>"
    )
    pdf, written = pikepdf.new(), BytesIO()
    pdf.Root.Metadata = pdf.make_stream(xmp.encode())
    pdf.save(written, fix_metadata_version=False)  # it would replace metadata that it does not understand
    expected = ("PDF/UA-2", "PDF/A-4f", "WTPDF 1.0 accessibility", "WTPDF 1.0 reuse")
    assert expected == claims(written.getvalue())


def test_what_is_no_pdf_claims_nothing() -> None:
    """A file that cannot be read claims nothing, and no traceback comes of it."""
    assert () == claims(b"not a PDF")


def test_sound_editions_pass(page: HTML, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where every witness that could be asked is content the exit code is 0, and each verdict is printed."""
    page.write_pdf(tmp_path / "a.pdf", pdf_variant="pdf/ua-1")
    assert 0 == main([str(tmp_path)])
    assert "PDF/UA-1: passed" in capsys.readouterr().out


def test_false_claim_fails(page: HTML, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A PDF without tags fails although it claims nothing: every edition is to be PDF/UA-1 at the least."""
    page.write_pdf(tmp_path / "a.pdf")
    assert 1 == main([str(tmp_path / "a.pdf")])
    assert "7.1-11" in capsys.readouterr().out


def test_witness_that_cannot_be_asked_fails_the_run(tmp_path: Path, no_extra: None) -> None:
    """A run in which veraPDF could not be asked is no proof: exit code 1."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert 1 == main([str(tmp_path)])


def test_nothing_to_judge_is_a_fault_of_usage(tmp_path: Path) -> None:
    """An empty folder is not a folder of sound editions: exit code 2."""
    words = [sys.executable, "-m", "clearfold.proof.witnesses", os.fspath(tmp_path)]
    assert 2 == subprocess.run(words, check=False, capture_output=True).returncode
