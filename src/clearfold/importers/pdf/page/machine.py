"""Pages that are pictures of pages, read by Tesseract where it is installed: its words become letters of the page."""

import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import pypdfium2

from clearfold.importers.pdf.page.glyphs import Box, Glyph, Page
from clearfold.model.messages import joined, message

_DOTS = 300  # an inch
_SECONDS = 50
_DATA = {"nl": "nld", "fr": "fra", "de": "deu", "en": "eng"}
_ALIKE = 0.25  # sizes that differ by less are one
_WORD = "5"  # level of a word in Tesseract's table


class NoMachineError(Exception):
    """Tesseract is not there, or has no data of a language; says so."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A word that was read by machine: page, where its baseline begins, in points from the upper left corner, width."""

    page: int
    x: float
    y: float
    width: float
    size: float
    text: str


def is_picture(page: Page) -> bool:
    """Tell whether a page has no letters, and a picture that covers most of it."""
    letters = any(glyph.text.strip() for glyph in page.glyphs)
    area = page.width * page.height
    return not letters and any(one.box.width * one.box.height > 0.5 * area for one in page.pictures)


def read_by_machine(data: bytes, pages: Sequence[Page], lang: str) -> tuple[tuple[Page, ...], tuple[Heard, ...]]:
    """Return pages with the letters that were read on those that are pictures, and the words; raises NoMachineError."""
    command = _command(lang)
    found: list[Page] = []
    heard: list[Heard] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for page in pages:
            if not is_picture(page):
                found.append(page)
                continue
            drawn = io.BytesIO()
            document[page.number - 1].render(scale=_DOTS / 72).to_pil().convert("L").save(drawn, format="PNG")
            words = list(_words(_run(command, drawn.getvalue()), page.number))
            heard += words
            glyphs = tuple(glyph for word in words for glyph in _glyphs(word))
            numbered = tuple(replace(glyph, index=number) for number, glyph in enumerate(glyphs))
            found.append(replace(page, glyphs=numbered, pictures=(), rules=()))
    finally:
        document.close()
    return tuple(found), tuple(heard)


def _command(lang: str) -> list[str]:
    program = shutil.which("tesseract")
    if program is None:
        raise NoMachineError(message("its pages are pictures of pages: --ocr needs Tesseract, which is not installed"))
    told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=_SECONDS, check=False)
    there = set(told.stdout.split())
    short = lang.partition("-")[0]
    wanted = [_DATA.get(short, short)] if short else list(_DATA.values())
    names = [name for name in wanted if name in there]
    if not names:
        raise NoMachineError(
            message(
                "its pages are pictures of pages, and Tesseract has no data of {wanted}", wanted=joined(", ", wanted)
            )
        )
    return [program, "stdin", "stdout", "-l", "+".join(names), "--dpi", str(_DOTS), "tsv"]


def _run(command: Sequence[str], picture: bytes) -> str:
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=_SECONDS, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise NoMachineError(message("its pages are pictures of pages, and Tesseract could not read them")) from error
    return done.stdout.decode("utf-8", "replace")


def _words(table: str, page: int) -> Iterator[Heard]:
    """Yield the words of Tesseract's table: one baseline a line, and one size where sizes are nearly alike."""
    lines: dict[tuple[str, ...], list[tuple[Box, str]]] = {}
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != _WORD or not cells[11].strip():
            continue
        left, top, width, height = (int(cell) * 72 / _DOTS for cell in cells[6:10])
        lines.setdefault(tuple(cells[1:5]), []).append((Box(left, top, left + width, top + height), cells[11].strip()))
    sizes = {key: max(box.height for box, _ in words) for key, words in lines.items()}
    usual = median(size for key, size in sizes.items() for _ in lines[key]) if sizes else 10.0
    for key, words in lines.items():
        size = usual if abs(sizes[key] - usual) < _ALIKE * usual else sizes[key]
        baseline = median(box.bottom for box, _ in words)
        yield from (Heard(page, box.left, baseline, box.width, size, text) for box, text in words)


def _glyphs(word: Heard) -> Iterator[Glyph]:
    """Yield the letters of a word, which share its width."""
    wide = word.width / len(word.text)
    top, bottom = word.y - 0.9 * word.size, word.y + 0.25 * word.size
    for number, letter in enumerate(word.text):
        box = Box(word.x + number * wide, top, word.x + (number + 1) * wide, bottom)
        last = number + 1 == len(word.text)
        yield Glyph(letter, box, word.y, word.size, "", False, False, 0, -1, False, spaced=last)
