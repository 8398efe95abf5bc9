"""The page's part on braille: each page as it is embossed, in signs of braille, beside what a finger takes it for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from clearfold.model.braille import Grade
from clearfold.model.media_types import BRF, EBRAILLE, PEF
from clearfold.model.messages import joined, message
from clearfold.model.transcript import Kind
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.braille.decoding import BLANK
from clearfold.proof.readers.braille.file import BrailleFile, open_braille
from clearfold.proof.readers.braille.languages import Language, language_of
from clearfold.proof.readers.braille.text import read_braille
from clearfold.proof.report.exhibit import Exhibit

KINDS = (BRF, PEF, EBRAILLE)


@dataclass(frozen=True, slots=True)
class Felt:
    """A page, or a part of a book for displays: its name, its lines of cells, and what they say, block by block."""

    name: str
    cells: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Embossed:
    """A file of braille as it is shown; ``unread`` where nothing can read its words back, and none stand beside it.

    ``flows`` is true of a book for displays, whose lines are of any length.
    """

    name: str
    lang: str
    flows: bool
    unread: bool
    parts: tuple[Felt, ...]


def embossed(exhibits: Sequence[Exhibit]) -> tuple[Embossed, ...]:
    """Return the files of braille among finished files, each as it is shown; those of the same cells once."""
    shown: list[Embossed] = []
    for one in (one for exhibit in exhibits if exhibit.report.media_type in KINDS for one in _one(exhibit)):
        same = next((n for n, other in enumerate(shown) if replace(one, name=other.name) == other), None)
        if same is None:
            shown.append(one)
        else:
            shown[same] = replace(one, name=joined(", ", (shown[same].name, one.name)))
    return tuple(shown)


def _one(exhibit: Exhibit) -> Iterator[Embossed]:
    contracted = exhibit.sheet is not None and exhibit.sheet.grade is Grade.CONTRACTED
    language = language_of(exhibit.lang, contracted=contracted)
    if language is None:
        return
    try:
        file = open_braille(exhibit.data, exhibit.report.media_type)
        parts = tuple(_flowing(file, language, exhibit.lang) if file.elements else _paged(file, language, exhibit.lang))
    except UnreadableError:
        return  # that it cannot be read is a finding, which is shown
    if language.unread:
        parts = tuple(replace(part, said=()) for part in parts)
    yield Embossed(exhibit.name, _tag(exhibit.lang), bool(file.elements), language.unread, parts)


def _paged(file: BrailleFile, language: Language, lang: str) -> Iterator[Felt]:
    blocks = read_braille(file, language, lang).blocks
    said = {place: tuple(one.text for one in some) for place, some in groupby(blocks, lambda one: one.place)}
    for number, page in enumerate(file.pages, start=1):
        yield Felt(message("Page {number}", number=number), "\n".join(page), said.get(f"page {number}", ()))


def _flowing(file: BrailleFile, language: Language, lang: str) -> Iterator[Felt]:
    """Yield each heading with what follows it."""
    parts: list[list[tuple[str, str, str]]] = []
    for element in file.elements:
        if element[0] in ("h1", "h2") or not parts:
            parts.append([])
        parts[-1].append(element)
    for number, part in enumerate(parts, start=1):
        blocks = read_braille(replace(file, elements=tuple(part)), language, lang).blocks
        cells = "\n".join(cells.replace(BLANK, " ") for _, _, cells in part)
        yield Felt(
            message("Part {number}", number=number), cells, tuple(one.text for one in blocks if one.kind is Kind.TEXT)
        )


def _tag(lang: str) -> str:
    """Return a language in the script of braille, as BCP 47 names it: nl-Brai-BE."""
    short, _, rest = lang.partition("-")
    return "-".join(filter(None, (short, "Brai", rest)))
