"""Empty lines and indents: around lists, tables and boxes, and within them."""

import re
from collections.abc import Sequence

from clearfold.copy_fixes.lines import FENCE, untouched

ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|\d{1,3}[.)]) +\S")
_FIRST = re.compile(r"(?:[-*]|1[.)]) +\S")
_DASHES = re.compile(r" {0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ ]*$|\|[ ]*:?-+:?[ ]*\|[ ]*$")
_BOX = re.compile(r"(?P<indent> *)!!! ?[\w-]+(?: +\"[^\"]*\")? *$")
_OTHER = re.compile(r"\s*(?:#{1,6} |!!!|\[\^|\*\[|:[ ]|>|\||<|```|~~~|Table:)")
TAB = 4


def mend_blocks(lines: Sequence[str]) -> list[str]:
    """Return the lines with an empty one before lists, tables and boxes, and four spaces before what is within."""
    return _parted(_nested(_boxed(list(lines))))


def _boxed(lines: list[str]) -> list[str]:
    """Move the text of a box below its title to the right, up to the next empty line."""
    result, kept, at = [], untouched(lines), 0
    while at < len(lines):
        box = None if at in kept else _BOX.match(lines[at])
        result.append(lines[at])
        at += 1
        if box is None:
            continue
        inside = len(box["indent"]) + TAB
        first = True
        while at < len(lines) and lines[at].strip() and at not in kept and not _BOX.match(lines[at]):
            width = _width(lines[at])
            if width >= inside or (first and lines[at].startswith("#")):
                break
            at, first = _moved(lines, at, inside, result, kept), False
        at = _half(lines, at, inside, result, kept)
    return result


def _moved(lines: list[str], at: int, inside: int, result: list[str], kept: frozenset[int]) -> int:
    """Move one run of lines so that its first stands at a column."""
    by = max(inside - _width(lines[at]), 0)
    end = next((to for to in range(at, len(lines)) if not lines[to].strip() or to in kept), len(lines))
    result += [" " * by + line if line else line for line in _parted(lines[at:end])]
    return end


def _half(lines: list[str], at: int, inside: int, result: list[str], kept: frozenset[int]) -> int:
    """Move paragraphs of a box that stand half-way, one to three spaces to the right, where the box's text stands."""
    while at < len(lines) and at not in kept:
        line = lines[at]
        if line.strip() and not inside - TAB < _width(line):
            return at
        result.append(" " * inside + line.lstrip() if line.strip() and _width(line) < inside else line)
        at += 1
    return at


def _nested(lines: list[str]) -> list[str]:
    """Move the inner items and paragraphs of a list, two or three spaces to the right, to four."""
    result, kept, at = list(lines), untouched(lines), 0
    while at < len(lines):
        if at in kept or not ITEM.match(lines[at]) or _width(lines[at]) >= TAB:
            at += 1
            continue
        end = _end(lines, at)
        if not any(FENCE.match(lines[number].lstrip()) or number in kept for number in range(at, end)):
            result[at:end] = _levelled(lines[at:end])
        at = end
    return result


def _end(lines: Sequence[str], at: int) -> int:
    """Return the line after a list: the first that, below an empty line, is neither an item nor within one."""
    base = _width(lines[at])
    last = at
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        own = ITEM.match(line) and _width(line) >= base
        if not (own or _width(line) > base + 1 or (number - last == 1 and not _OTHER.match(line))):
            break
        last = number
    return last + 1


def _levelled(lines: Sequence[str]) -> list[str]:
    """Return a list with four spaces a level. A line that goes on with an item stays as it is."""
    columns: list[int] = []
    result: list[str] = []
    empty = False
    for line in lines:
        width = _width(line)
        if not line.strip():
            result.append(line)
            empty = True
            continue
        if ITEM.match(line):
            while columns and width < columns[-1]:
                columns.pop()
            if not columns or width > columns[-1] + 1:
                columns.append(width)
            result.append(" " * (columns[0] + TAB * (len(columns) - 1)) + line.lstrip())
        elif empty and width > columns[0] + 1:
            while len(columns) > 1 and width < columns[-1] + 2:
                columns.pop()
            result.append(
                " " * (columns[0] + TAB * len(columns)) + line.lstrip() if width < TAB * len(columns) else line
            )
        else:
            result.append(line)
        empty = False
    return result


def _parted(lines: list[str]) -> list[str]:
    """Put an empty line before lists, tables and boxes that stand right below a text, and behind tables."""
    result: list[str] = []
    kept = untouched(lines)
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if above.strip() and number not in kept and number - 1 not in kept and _begins(line, above, below):
            result.append("")
        result.append(line)
    return _behind_tables(result)


def _begins(line: str, above: str, below: str) -> bool:
    """Tell whether a block begins on a line that a text stands above."""
    if _BOX.match(line):
        return not line.startswith(" ") and not _BOX.match(above)
    if line.startswith(" ") or above.startswith((" ", "#", ">", "|", "[^", "*[", ":", "<")) or ITEM.match(above):
        return False
    if _FIRST.match(line):
        more = bool(ITEM.match(below)) and line[0] == below[:1]
        # Below "Keep at:", one line "- 18 °C" may well be a minus.
        return more or (above.rstrip().endswith(":") and not re.match(r"[-*] +\d", line))
    return "|" in line and "|" not in above and bool(_DASHES.match(below))


def _behind_tables(lines: list[str]) -> list[str]:
    result: list[str] = []
    table = False
    kept = untouched(lines)
    for number, line in enumerate(lines):
        head = bool(_DASHES.match(line)) and number > 0 and "|" in lines[number - 1]
        table = number not in kept and bool(line.strip()) and (table or head)
        if table and "|" not in line:
            result.append("")
            table = False
        result.append(line)
    return result


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
