"""The slips that people make in YAML, each with its lines as they should be.

YAML refuses some of them with words that only programmers know; of others it drops a part without a word. Both are
looked for in the lines themselves, so that what is said is about the text that the writer sees.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearfold.model.messages import message
from clearfold.press.front_matter.keys import FIXED, KEYS, LISTS, MAPS, MEANT, NAMES, OF_MAPS, OTHERS, WORDS
from clearfold.press.front_matter.yaml_rows import Row, is_pair, rows
from clearfold.press.front_matter.yaml_values import Change, mended

_TAB = message("a tab stands in this line, and YAML takes none")
_BULLET = re.compile(r"\s*(?:[*•·●▪◦‣–—+]\s*|-(?=[^\s-])|o[\t\u00a0]+)")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+")
_TIGHT = re.compile(r"(?P<key>[a-z_]+)(?:\s*=\s*|\s*：\s*|:(?=[^\s/]))(?P<value>\S.*)$")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with some lines of a YAML file, counted from 0, and what they should be.

    A ``silent`` one YAML reads, and not as it was meant. One that is not ``sure`` may be meant either way: nothing
    mends it but its writer; ``noted`` is one in which a note to oneself may have been meant.
    """

    line: int
    lines: int
    column: int
    fact: str
    new: tuple[str, ...]
    silent: bool = False
    sure: bool = True
    noted: bool = False


def slips(lines: Sequence[str]) -> tuple[Slip, ...]:
    """Return the slips of a YAML file in the order of its lines, at most one for each value."""
    found = [*_Finding(lines).all(), *_blank(lines)]
    return tuple(sorted(found, key=lambda slip: slip.line))


def corrected(lines: Sequence[str], found: Sequence[Slip]) -> list[str]:
    """Return the lines with the slips mended."""
    result = list(lines)
    for slip in sorted(found, key=lambda s: s.line, reverse=True):
        result[slip.line : slip.line + slip.lines] = slip.new
    return result


def _blank(lines: Sequence[str]) -> Iterator[Slip]:
    for number, line in enumerate(lines):
        if "\t" in line and not line.strip():
            yield Slip(number, 1, 1, _TAB, ("",))


class _Finding:
    """One look through the lines of a YAML file."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.rows = tuple(rows(lines))
        self.indent: str | None = None  # of what stands below the key of the first column
        self.parent: Row | None = None

    def all(self) -> Iterator[Slip]:
        told = 0  # the line before which all has been told
        for number, row in enumerate(self.rows):
            below = self.rows[number + 1] if number + 1 < len(self.rows) else None
            slip = self._explained(row, below) or self._list(row) or self._stray(row) or self._row(row, below)
            if slip and row.line >= told:
                told = slip.line + slip.lines
                yield slip
            if not row.indent and not row.dash and row.key:
                self.parent, self.indent = row, None
            elif self.indent is None:
                self.indent = _spaces(row.indent)

    @staticmethod
    def _explained(row: Row, below: Row | None) -> Slip | None:
        """Find a word and its meaning that have a key each (``- term: X`` above ``meaning: Y``)."""
        if not (row.dash and row.under in WORDS and is_pair(row.value) and below and below.key and not below.dash):
            return None
        if below.indent <= row.indent or row.lines > 1:
            return None
        word = re.sub(r"^[^:]*:\s*", "", row.value)
        fact = message("“{under}” holds keys with their texts, and no list", under=row.under)
        new = f"{_spaces(row.indent) or '  '}{word}: {below.value}"
        return Slip(row.line, below.line + below.lines - row.line, 1, fact, (new,), silent=True)

    def _list(self, row: Row) -> Slip | None:
        """Find a list whose items are not marked as items."""
        own = self.lines[row.line : row.line + row.lines]
        if row.key in LISTS and not row.indent and re.match(r"-\s+\S", row.value):
            items = [re.sub(r"^\s*-\s+", "", text) for text in (row.value, *own[1:])] if row.lines == 1 else [row.value]
            new = (f"{row.key}:", *(f"  - {item}" for item in items))
            return Slip(
                row.line,
                row.lines,
                row.column,
                message("the first item of “{key}” stands beside its key", key=row.key),
                new,
            )
        if row.key in NAMES and not row.indent and row.lines > 1 and row.value[0] not in "[\"'|>":
            texts = [own[0][len(row.head) :].strip(), *(text.strip() for text in own[1:])]
            return self._items(row, (f"{row.key}:", *(f"  - {text}" for text in texts)), silent=True)
        if row.dash and row.under in MAPS and re.search(r":\s|:$", row.value):
            fact = message("“{under}” holds keys with their texts, and no list", under=row.under)
            return Slip(row.line, row.lines, 1, fact, (f"{_spaces(row.indent) or '  '}{row.value}",), silent=True)
        if row.key or row.dash or row.under not in LISTS or self.parent is None or self.parent.value:
            return None
        marked = [text for text in own if _BULLET.match(text)]
        if not row.indent and not marked:
            return None
        numbered = row.lines > 1 and all(_NUMBER.match(text) for text in own)
        if numbered:
            new = tuple(f"{_spaces(row.indent)}- {_NUMBER.sub('', text)}" for text in own)
            return self._items(row, new, silent=True, sure=False)
        # Lines that each begin with a capital are items; others may be one text that goes on.
        several = row.lines > 1 and (row.under in NAMES or all(text.strip()[0].isupper() for text in own))
        if marked or several:
            indent = self.indent if self.indent is not None else "  "
            new = tuple(f"{indent}- {_BULLET.sub('', text, count=1).strip()}" for text in own)
            return self._items(row, new, silent=True)
        return None

    @staticmethod
    def _items(row: Row, new: tuple[str, ...], *, silent: bool, sure: bool = True) -> Slip:
        fact = message("“{under}” is a list, and its items do not begin with a hyphen and a space", under=row.under)
        return Slip(row.line, row.lines, row.column, fact, new, silent, sure)

    def _stray(self, row: Row) -> Slip | None:
        """Find a line of the first column that is neither a key nor an item."""
        text = self.lines[row.line].strip()
        if row.key or row.dash or row.indent or row.lines > 1:
            return None
        tight = _TIGHT.match(text)
        if tight and tight["key"] in KEYS:
            fact = message("“{text}” has no colon and space behind its key", text=text)
            value = mended(tight["value"], tight["key"])
            return Slip(row.line, 1, 1, fact, (f"{tight['key']}: {value.value if value else tight['value']}",))
        above = self.parent
        told = above is not None and above.key not in FIXED | LISTS and above.value[:1] not in ("", *"[{\"'|>")
        if above and told and text[0].isalpha() and ":" not in text:
            fact = message(
                "“{text}” goes on with the text of “{key}”, and is not further to the right", text=text, key=above.key
            )
            return Slip(row.line, 1, 1, fact, (f"  {text}",))
        return None

    def _row(self, row: Row, below: Row | None) -> Slip | None:
        head, fact, silent = self._head(row)
        loose = not (row.key or row.dash or row.indent)
        pairs = row.dash and is_pair(row.value) and below is not None and below.key and below.indent > row.indent
        nested = below is not None and bool(below.dash or below.indent)
        key = row.key or row.under
        change = None
        if not loose and not pairs:
            change = mended(row.value, key, dash=bool(row.dash), nested=nested, block=row.lines > 1)
        if change and change.silent and (row.under in OTHERS or self._anchored(row, nested=nested)):
            change = None
        if change is None and not fact:
            return None
        column = 1 if fact else row.column
        if change is None and row.lines > 1:
            rest = tuple(_blanks(text) for text in self.lines[row.line + 1 : row.line + row.lines])
            first = self.lines[row.line][len(row.head) :].strip()
            return Slip(row.line, row.lines, column, fact, (f"{head}{first}".rstrip(), *rest), silent)
        change = change or Change(fact, row.value)
        new = (f"{head}{change.value}".rstrip(),)
        silent = silent or change.silent
        return Slip(row.line, row.lines, column, fact or change.fact, new, silent, change.sure, not change.sure)

    def _anchored(self, row: Row, *, nested: bool) -> bool:
        """Tell whether ``&name`` before a value is YAML's, since keys stand below it or ``*name`` elsewhere."""
        name = re.match(r"&(\S+)", row.value)
        return name is not None and (nested or any(f"*{name[1]}" in line for line in self.lines))

    def _head(self, row: Row) -> tuple[str, str, bool]:
        """Return what stands before a value as it should be, what is wrong with it, and whether YAML misreads it."""
        line = self.lines[row.line]
        indent, fact, silent = _spaces(row.indent), "", False
        own, parent = KEYS | set(MEANT), self.parent
        outer = row.key in own and (parent is None or bool(parent.value))
        item = re.match(r"([a-z_]+):\s", row.value)
        if "\t" in line and ("\t" in row.head or "\t" in row.value or line != line.rstrip("\t ")):
            fact = _TAB
        elif "\u00a0" in row.indent or re.search(r"^\s*-\u00a0|:\u00a0\s*$", row.head):
            fact, silent = (
                message("a no-break space, which cannot be seen, stands where YAML wants an ordinary one"),
                True,
            )
        elif row.indent and outer:
            fact = message("“{key}” does not begin in the first column", key=row.key)
        elif row.dash and parent is None and item and item[1] in own:
            return "", message("a hyphen stands before the key “{item}”", item=item[1]), False
        elif parent and parent.key in OF_MAPS and row.key and not row.dash and len(indent) > len(self.indent or ""):
            return row.head, "", False  # of the item above
        elif parent and parent.key in KEYS and (row.dash or row.indent) and self.indent not in (None, indent):
            indent, fact = (
                self.indent or "",
                message("what stands below “{key}” does not begin in one column", key=parent.key),
            )
        if not fact:
            return row.head, "", False
        indent = "" if outer else indent
        if row.dash:
            return f"{indent}- ", fact, silent
        key = re.sub(r"\s+:\s*$", ":", row.head).strip()
        return (f"{indent}{key} " if key else indent), fact, silent


def _spaces(indent: str) -> str:
    return indent.replace("\t", "  ").replace("\u00a0", " ")


def _blanks(text: str) -> str:
    stripped = text.lstrip()
    return _spaces(text[: len(text) - len(stripped)]) + stripped.rstrip().replace("\t", " ")
