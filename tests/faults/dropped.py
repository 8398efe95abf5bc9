"""The family "the copy": a parser that drops characters, in the press's page, in the proof's reading, or in both alike.

Both parsers may lose the same characters; then page and reading agree, and only the accounting can tell. A piece of a
block is drawn by seed and left out; something must be told of it, at its line in the copy.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element, tostring

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.source import Source, read_source
from clearfold.model.transcript import Block, Furniture, Kind, Span, Transcript
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.markdown import read_leaflet
from clearfold.press.template.page import page
from clearfold.proof.agreement import disagreements
from clearfold.proof.expect.accounting import unread
from clearfold.proof.expect.markdown import TO_NOTE
from clearfold.proof.findings.finding import quoted
from clearfold.proof.html.elements import name_of
from clearfold.proof.html.parser import parse_html
from clearfold.proof.prove import expect
from tests.faults.leaflets import leaflet
from tests.faults.scoring import Verdict

FAMILY = "the copy"
PARSERS = ("the page", "the reading", "both")
PIECES = {
    "character": re.compile(r"\S"),
    "space": re.compile(r"(?<=\w) (?=\w)"),
    "number": re.compile(r"\d+(?:[.,]\d+)*"),
    "word": re.compile(r"\S+"),
    "block": re.compile(r"\S(?:[\s\S]*\S)?"),
}
OPENING = re.compile(r"\[\d+\] ")  # of a note: the copy has its label there
APART = frozenset({"nav", "script", "style", "head"})  # not the text, or the text once more
GOOD = Path("tests/cases/good")


@dataclass(frozen=True, slots=True)
class Copy:
    """A good copy, read twice: what the proof expects, the page that the press makes, and what templates add to it."""

    source: Source
    expected: Transcript
    page: str
    furniture: tuple[Furniture, ...]

    def told(self, expected: Transcript, html: str) -> tuple[Diagnostic, ...]:
        """Return what is told where this is what the two parsers have read."""
        return (*unread(self.source, expected), *disagreements(expected, html, self.furniture))


def read(path: Path) -> Copy:
    """Read a copy twice, as a build does."""
    source = read_source(path)
    one = read_leaflet(source)
    logo, cover = one.publisher.logo, one.metadata.cover
    html = page(one, LARGE_PRINT, logo=logo.name if logo else "", cover=cover.name if cover else "")
    return Copy(source, expect(source), html, LARGE_PRINT.furniture(one, LARGE_PRINT))


def run_file(path: Path, pattern: str = "", pieces: Sequence[str] = ()) -> tuple[list[str], list[Verdict]]:
    """Return the false alarms on a copy, and the verdicts on what is dropped from each kind of its blocks.

    ``pieces`` are the kinds of pieces to drop; where none is given, one is drawn for each kind of block and parser.
    """
    copy = read(path)
    alarms = [f"{path}: {str(one).partition(chr(10))[0]}" for one in copy.told(copy.expected, copy.page)]
    random = Random(f"{path.parent.name}")
    verdicts: list[Verdict] = []
    for kind in dict.fromkeys(block.kind for block in copy.expected.blocks):
        for parser in PARSERS:
            for piece in pieces or (random.choice(tuple(PIECES)),):
                if re.search(pattern, f"{FAMILY}: {piece} dropped from {parser}"):
                    verdict = dropped(copy, kind, parser, piece, random)
                    verdicts += [verdict] if verdict else []
    return alarms, verdicts


def run_seed(seed: int, pattern: str = "") -> tuple[list[str], list[Verdict]]:
    """Do the same with the leaflet made at random by that seed."""
    with TemporaryDirectory() as folder:
        return run_file(leaflet(Path(folder), seed), pattern)


def dropped(copy: Copy, kind: Kind, parser: str, piece: str, random: Random) -> Verdict | None:
    """Drop a piece of a block of that kind, drawn at random, and judge what is told; None where there is no such."""
    places = [
        (number, found.span())
        for number, block in enumerate(copy.expected.blocks)
        if block.kind is kind
        for found in PIECES[piece].finditer(block.text, _begin(block))
        if not any(span.link == TO_NOTE and _meet(found.span(), span) for span in block.spans)
    ]
    if not places:
        return None
    number, (low, high) = random.choice(places)
    block = copy.expected.blocks[number]
    html = copy.page if parser == "the reading" else _page_without(copy, number, low, high)
    if html is None:
        return None
    expected = copy.expected if parser == "the page" else _reading_without(copy.expected, number, low, high)
    new = copy.told(expected, html)
    placed = any(_is_at(one.location, copy.expected, block) for one in new)
    name = f"{piece} dropped from {parser}"
    note = (
        ""
        if placed
        else f"{name}, {kind} {quoted(block.text)} [{low}:{high}] at {block.location}: "
        + ("; ".join(str(one).partition("\n")[0] for one in new[:3]) or "nothing")
    )
    return Verdict(FAMILY, name, bool(new), placed if new else None, (), note)


def _begin(block: Block) -> int:
    opening = OPENING.match(block.text)
    return opening.end() if opening else 0


def _meet(piece: tuple[int, int], span: Span) -> bool:
    return piece[0] < span.end and span.start < piece[1]


def _is_at(told: Location, expected: Transcript, block: Block) -> bool:
    """Say whether a place is in the lines of a block: before the next block, or the next empty line."""
    at = block.location
    if at is None or told.path != at.path:
        return False
    lines = at.path.read_text("utf-8").splitlines()
    others = [one.location for one in expected.blocks if one.location and one.location.path == at.path]
    empty = next((n for n in range(at.line, len(lines)) if not lines[n].strip()), len(lines)) + 1
    end = min((other.line for other in others if other.line > at.line), default=empty)
    return at.line <= told.line < min(end, empty)


def _reading_without(expected: Transcript, number: int, low: int, high: int) -> Transcript:
    """Return what a reading is without some characters of a block, and without the block where nothing is left."""
    block = expected.blocks[number]
    text = block.text[:low] + block.text[high:]

    def moved(at: int) -> int:
        return at - max(0, min(at, high) - low)

    spans = (replace(span, start=moved(span.start), end=moved(span.end)) for span in block.spans)
    kept = (replace(block, text=text, spans=tuple(span for span in spans if span.start < span.end)),)
    blocks = (*expected.blocks[:number], *(kept if text.strip() else ()), *expected.blocks[number + 1 :])
    return replace(expected, blocks=blocks)


# the page of the press


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place of the page that holds text: what stands in an element, behind it, or instead of a picture."""

    element: Element
    name: str

    @property
    def text(self) -> str:
        return (self.element.get("alt") if self.name == "alt" else getattr(self.element, self.name)) or ""

    def put(self, text: str) -> None:
        if self.name == "alt":
            self.element.set("alt", text)
        else:
            setattr(self.element, self.name, text)


def _slots(element: Element) -> Iterator[_Slot]:
    for name in ("alt", "text"):
        if (slot := _Slot(element, name)).text:
            yield slot
    for child in element:
        if name_of(child) not in APART | {""}:
            yield from _slots(child)
        if (slot := _Slot(child, "tail")).text:
            yield slot


def _page_without(copy: Copy, number: int, low: int, high: int) -> str | None:
    """Return the page without some characters of a block; None where it cannot be said which they are."""
    root = parse_html(copy.page)
    chars = [(slot, at) for slot in _slots(root) for at, char in enumerate(slot.text) if not char.isspace()]
    whole = "".join(slot.text[at] for slot, at in chars)
    alike = [
        n
        for n, block in enumerate(copy.expected.blocks)
        if _bare(block.text) == _bare(copy.expected.blocks[number].text)
    ]
    text = copy.expected.blocks[number].text
    begins = [found.start() for found in re.finditer(f"(?={re.escape(_bare(text))})", whole)]
    begins = [at for at in begins if _fills(chars, at, at + len(_bare(text)))]
    if len(begins) != len(alike):
        return None
    at = begins[alike.index(number)] + len(_bare(text[:low]))
    dropped_chars = chars[at : at + len(_bare(text[low:high]))]
    if not dropped_chars:  # a space, which stands before the next character
        (slot, first), (other, end) = chars[at - 1 : at + 1]
        if slot != other:
            return None
        dropped_chars = [(slot, place) for place in range(first + 1, end)]
    for slot, place in reversed(dropped_chars):
        slot.put(slot.text[:place] + slot.text[place + 1 :])
    return tostring(root, encoding="unicode", method="html")


def _fills(chars: list[tuple[_Slot, int]], low: int, high: int) -> bool:
    """Say whether no slot reaches over an end of a stretch of the page."""
    return (low == 0 or chars[low - 1][0] != chars[low][0]) and (
        high == len(chars) or chars[high - 1][0] != chars[high][0]
    )


def _bare(text: str) -> str:
    return "".join(text.split())
