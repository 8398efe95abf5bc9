"""Cells read as a person with fingers reads them: letter by letter, with numbers and capitals as their signs ask."""

import re
from collections.abc import Mapping

from clearfold.proof.readers.braille.contracted import otherwise, read_back, said_back
from clearfold.proof.readers.braille.languages import (
    DASHES,
    EVERYWHERE,
    LOWERED,
    QUOTES,
    RAISED,
    SINGLE,
    Language,
)

BLANK = "\u2800"
UNKNOWN = "\ufffd"  # what a cell is read as that says nothing there
LONGEST = 4  # cells of one sign
ADDRESS = "⠠⠨"
PERCENT = "⠼⠚⠴"  # of German; it follows a figure, or stands alone


class _Reader:
    """One pass over the cells of a block."""

    def __init__(self, cells: str, language: Language) -> None:
        self.cells, self.language = cells, language
        self.at = 0
        self.said: list[str] = []
        self.number = self.capitals = self.passage = False

    def read(self) -> str:
        while self.at < len(self.cells):
            if self.cells[self.at] == BLANK:
                self.number = self.capitals = False
                self._say(" ", 1)
            elif self.language.addresses and self._begins_word() and self.cells.startswith(ADDRESS, self.at):
                self._address()
            elif not (self.number and self._figure()):
                after_figure, self.number = self.number, False
                self._sign(after_figure)
        return "".join(self.said)

    def _say(self, text: str, size: int) -> None:
        self.said.append(text)
        self.at += size

    def _begins_word(self) -> bool:
        return self.at == 0 or self.cells[self.at - 1] == BLANK

    def _longest(self, table: Mapping[str, str]) -> str:
        """Return the longest sign of a table that stands here, "" where none does."""
        for size in range(LONGEST, 0, -1):
            piece = self.cells[self.at : self.at + size]
            if len(piece) == size and piece in table:
                return piece
        return ""

    def _figure(self) -> bool:
        """Read a figure, or a sign within a number; say whether there was one."""
        language = self.language
        here = self.cells[self.at]
        if here in language.digits:
            self._say(language.digits[here], 1)
            return True
        inner = self._longest(language.inside)
        after = self.cells[self.at + len(inner) : self.at + len(inner) + 1]
        # Within a number French has brackets of its own, which may also end it.
        closes = inner not in language.signs and language.inside.get(inner, " ") != " "
        if inner and (after in language.digits or closes):
            self._say(language.inside[inner], len(inner))
            return True
        return False

    def _sign(self, after_figure: bool) -> None:
        """Read what stands here and is no figure within a number."""
        language = self.language
        sign = self._longest(language.signs)
        if sign == PERCENT and not (after_figure or self._begins_word()):
            sign = ""  # a nought, and a quotation mark after it
        whole = sign.startswith(language.number) and language.number not in language.ends
        if not whole and self._begins_number():
            return
        if len(sign) > 1:
            self._punctuation(sign)
        elif (self.capitals or self.passage) and self.cells.startswith(language.ends, self.at):
            self.capitals = self.passage = False
            self.at += len(language.ends)
        elif language.passage and self.cells.startswith(language.passage, self.at):
            self.passage = True
            self.at += len(language.passage)
        elif self.cells.startswith(language.capitals, self.at):
            self.capitals, self.passage = True, False
            self.at += len(language.capitals)
        elif self.cells.startswith(language.capital, self.at):
            self.at += len(language.capital)
            if not self._letter(upper=True):
                self._say(UNKNOWN, 1)
        elif self._letter(upper=self.capitals or self.passage):
            return
        elif sign:
            self._punctuation(sign)
        elif self.cells[self.at] in language.silent:
            self.capitals = False
            self.at += 1
        else:
            self._say(UNKNOWN, 1)

    def _letter(self, *, upper: bool) -> bool:
        letter = self._longest(self.language.letters)
        if letter:
            said = self.language.letters[letter]
            self._say(said.upper() if upper else said, len(letter))
        return bool(letter)

    def _punctuation(self, sign: str) -> None:
        if sign not in self.language.passes:
            self.capitals = False
        self._say(self.language.signs[sign], len(sign))

    def _begins_number(self) -> bool:
        language = self.language
        if not self.cells.startswith(language.number, self.at):
            return False
        at = self.at + len(language.number)
        while self.cells[at : at + 1] in language.before and at < len(self.cells):
            at += 1
        if self.cells[at : at + 1] not in language.digits:
            return False
        self.at += len(language.number)
        while self.at < at:
            sign = self._longest({**language.inside, **language.signs})
            self._say({**language.signs, **language.inside}.get(sign, UNKNOWN), len(sign) or 1)
        self.number, self.capitals = True, False
        return True

    def _address(self) -> None:
        """Read an address of the web as German writes it, up to the next blank."""
        self.at += len(ADDRESS)
        capital = False
        while self.at < len(self.cells) and self.cells[self.at] != BLANK:
            sign = self._longest(self.language.addresses)
            if sign:
                said = self.language.addresses[sign]
                self._say(said.upper() if capital else said, len(sign))
                capital = False
            elif self.cells[self.at] == "⠈":
                capital = True
                self.at += 1
            else:
                self._say(UNKNOWN, 1)


def decoded(cells: str, language: Language) -> str:
    """Return what cells say in a language, UNKNOWN for each that says nothing there."""
    if not language.table:
        return _Reader(cells, language).read()
    # What the letters of a language have no sign for stands between its words, and is no part of them.
    figures = _figures(language)
    parts = re.split(f"({'|'.join(figures)})", cells) if figures else [cells]
    said = (
        language.signs[part] if part in language.signs else read_back(part, language.table) for part in parts if part
    )
    return _alike("".join(said))


def as_read(text: str, language: Language) -> str:
    """Return a text of the copy as its braille can be read: characters of one sign are one."""
    if language.table:
        for pattern, said in EVERYWHERE:
            text = re.sub(pattern, said, text)
        return _alike(said_back(text, language.table))
    for known, said in language.folds:
        text = known.sub(said, text)
    return text


def words_read_otherwise(text: str, language: Language) -> list[tuple[str, str]]:
    """Return the words of a text that contracted braille is read back as others, with what it is read as."""
    for pattern, said in EVERYWHERE:
        text = re.sub(pattern, said, text)
    return list(otherwise(_alike(text).split(), as_read(text, language).split()))


def _figures(language: Language) -> list[str]:
    """Return the cells of raised and lowered figures that no word can hold: with the sign of a number in them."""
    figures = (cells for cells, said in language.signs.items() if said in (*RAISED, *LOWERED))
    return [cells for cells in figures if language.number in cells]


def _alike(text: str) -> str:
    """Return a text with one quotation mark, one apostrophe and one dash: contracted braille is read back with any."""
    for pattern, said in ((QUOTES, '"'), (SINGLE, "'"), (DASHES, "-")):
        text = re.sub(pattern, said, text)
    return text
