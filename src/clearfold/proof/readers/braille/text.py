"""The text of a finished file of braille, in the order in which a finger meets it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.readers.braille.decoding import BLANK, decoded
from clearfold.proof.readers.braille.file import BrailleFile, is_title_page
from clearfold.proof.readers.braille.languages import Language

MARK = re.compile(r"-{1,4}|\d{1,4}\.|[A-Za-z]{1,9}\.")  # what may stand before an item of a list, or did by mistake
NUMBER = re.compile(r"-|\d{1,4}\.?")  # of a page, or before an item
LEADER = "⠐⠐"  # two or more, between an entry of the contents and its page
BROKEN = "⠐"  # at the end of a line: its last word goes on in the next
ITEM = "li"
PRINT_PAGE = "div"
PAGE_LINE = "⠤"  # fills the line before the number of a printed page
HANG = 2  # cells, at most, by which what follows the first line of a block stands further in
RULE = 10  # cells of one kind, at least, that are a line and no text


def read_braille(file: BrailleFile, language: Language, lang: str) -> Transcript:
    """Return the text of a file; Kind.ARTIFACT for numbers of pages, and for title pages of volumes but the first."""
    found = _flowing(file, language) if file.elements else _paged(file, language)
    blocks = (replace(one, text=_said(_without_notes(one.text, language), language)) for one in found)
    return Transcript(tuple(blocks), lang)


def _said(cells: str, language: Language) -> str:
    """Return what the cells of a block say; a number before it is written letter by letter, whatever its words are."""
    first, blank, rest = cells.partition(BLANK)
    number = decoded(first, language.plain)
    if language.table and NUMBER.fullmatch(number):
        return f"{number} {decoded(rest, language)}" if blank else number
    return decoded(cells, language)


def _flowing(file: BrailleFile, language: Language) -> Iterator[Block]:
    for name, place, cells in file.elements:
        if name == PRINT_PAGE:
            continue
        for part in _parted(cells, language) if name == ITEM else (cells,):
            yield Block(Kind.TEXT, part, place=place.partition("#")[0])


def _paged(file: BrailleFile, language: Language) -> Iterator[Block]:
    """Yield the blocks of cells on each page, its number first."""
    starts = set(accumulate(map(len, file.volumes[:-1])))
    held: Block | None = None  # whose last word goes on at the next page
    for number, page in enumerate(file.pages, start=1):
        place = message("page {number}", number=number)
        kind = Kind.ARTIFACT if number - 1 in starts and is_title_page(file.pages[number - 1 :]) else Kind.TEXT
        if page and page[0].strip(BLANK + " "):
            yield Block(Kind.ARTIFACT, page[0].strip(BLANK + " "), place=place)
        for cells in _blocks(page[1:], language):
            for part in _parted(_without_leaders(cells), language):
                block = Block(kind, part, place=place)
                if held:
                    block = replace(held, text=joined(held.text, part))
                held = block if block.text.endswith(BROKEN) else None
                if not held:
                    yield block
    if held:
        yield held


def _parted(cells: str, language: Language) -> tuple[str, ...]:
    """Part what stands before an item of a list from a picture's words, before which stands a word of ours."""
    mark, _, words = cells.partition(BLANK)
    noted = words.startswith(language.note[0])
    return (mark, words) if noted and MARK.fullmatch(decoded(mark, language.plain)) else (cells,)


def _without_notes(cells: str, language: Language) -> str:
    """Return cells without the signs around notes of the transcriber, each of which stands at the edge of a word."""
    begin, end = language.note
    return re.sub(f"(?:^|(?<={BLANK})){begin}|{end}(?={BLANK}|$)", "", cells)


def _blocks(lines: tuple[str, ...], language: Language) -> Iterator[str]:
    """Yield the cells of each block: up to an empty line, an item, the end of an entry, or a line at another place."""
    block, indent = "", 0
    for line in lines:
        words = line.replace(" ", BLANK).strip(BLANK)
        here = len(line) - len(line.replace(" ", BLANK).lstrip(BLANK))
        begins = MARK.fullmatch(decoded(words.partition(BLANK)[0], language.plain))
        goes_on = bool(words) and (block.endswith(BROKEN) or (not begins and indent <= here <= indent + HANG))
        drawn = is_rule(words) or bool(print_page(words, language))
        if block and (drawn or not goes_on):
            yield block
            block = ""
        if not words or drawn:
            continue
        block = joined(block, words)
        indent = here
        if LEADER in words:
            yield block
            block = ""
    if block:
        yield block


def joined(block: str, line: str) -> str:
    """Return the cells of a block with those of its next line."""
    return block[:-1] + line if block.endswith(BROKEN) else f"{block}{BLANK}{line}" if block else line


def is_rule(words: str) -> bool:
    """Say whether a line is drawn, not written."""
    return len(words) >= RULE and len(set(words)) == 1


def print_page(line: str, language: Language) -> str:
    """Return the number of the printed page that begins below a line, "" of a line of words."""
    words = line.strip(BLANK + " ")
    number = words.lstrip(PAGE_LINE)
    said = decoded(number, language.plain) if len(words) - len(number) >= RULE and number else ""
    return said if said.isdecimal() else ""


def _without_leaders(cells: str) -> str:
    while LEADER in cells:
        before, _, after = cells.partition(LEADER)
        cells = before + BLANK + after.lstrip(LEADER[0])
    return cells
