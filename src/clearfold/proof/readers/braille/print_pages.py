"""Where the pages of the printed edition begin in a file of braille, and what stands between."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from clearfold.model.transcript import Kind
from clearfold.proof.readers.braille.decoding import BLANK, as_read, decoded
from clearfold.proof.readers.braille.file import BrailleFile, is_title_page
from clearfold.proof.readers.braille.languages import Language
from clearfold.proof.readers.braille.text import LEADER, PRINT_PAGE, joined, print_page
from clearfold.proof.readers.pdf.content import read_content
from clearfold.proof.readers.pdf.file import open_pdf


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text behind the number of a printed page, up to the next; number "" before the first.

    ``letters`` has letters and figures alone, ``width`` the cells of the line with the number, 0 in a book for
    displays, and ``place`` the page of braille on which that stands.
    """

    number: str
    letters: str
    width: int = 0
    place: int = 0


def stretches(file: BrailleFile, language: Language) -> tuple[Stretch, ...]:
    """Return the stretches of a file in order; title pages and contents are in none."""
    lines = [*_lines(file, language)]
    starts = [0, *(at for at, (number, *_) in enumerate(lines) if number), len(lines)]
    found: list[Stretch] = []
    for start, end in pairwise(starts):
        number, cells, place = lines[start] if start < end else ("", "", 0)
        text = reduce(joined, (line for _, line, _ in lines[start + bool(number) : end]), "")
        width = len(cells) if file.volumes and number else 0
        found.append(Stretch(number, letters_of(decoded(text, language)), width, place))
    return tuple(found)


def _lines(file: BrailleFile, language: Language) -> Iterator[tuple[str, str, int]]:
    """Yield the number of a printed page that a line shows, its cells, and its page."""
    for tag, _, cells in file.elements:
        yield (decoded(cells, language.plain) or "?" if tag == PRINT_PAGE else "", cells, 0)
    number = 0
    for volume in file.volumes:
        titled = 1 if is_title_page(volume) else 0
        for at, page in enumerate(volume):
            number += 1
            if at >= titled and not any(LEADER in line for line in page):
                yield from ((print_page(line, language), line.strip(BLANK + " "), number) for line in page[1:])


def printed_pages(data: bytes, language: Language) -> tuple[str, ...]:
    """Return the text of each page of a printed edition, as braille can say it; raises UnreadableError."""
    pages: dict[int, list[str]] = {}
    pdf = open_pdf(data)
    for block in read_content(pdf).blocks:
        number = re.search(r"\d+", block.place)
        if block.kind is Kind.TEXT and number:
            pages.setdefault(int(number[0]), []).append(block.text)
    return tuple(as_read(" ".join(pages.get(n, ())), language) for n in range(1, max(pages, default=0) + 1))


def letters_of(text: str) -> str:
    """Return the letters and figures of a text, without marks and capitals."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).lower() if sign.isalnum())
