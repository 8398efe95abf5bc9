"""Tables of pandoc read again: the words of each cell, by the columns of a grid or of dashes."""

import re
from dataclasses import dataclass

_FRAME = re.compile(r"\s{0,3}\+([-=:]+\+)+\s*$")
_COLUMNS = re.compile(r"\s*--+(\s+--+)+\s*$")
_LONG = re.compile(r"\s{0,3}-{4,}\s*$")


@dataclass(frozen=True, slots=True)
class Cells:
    """The text of each cell, by row and column from 1; and how many lines the table takes."""

    lines: int
    text: dict[tuple[int, int], str]


def cells_at(lines: list[str], at: int) -> Cells | None:
    """Return the table that begins at a line."""
    if at and lines[at - 1].strip():
        return None
    return _framed(lines, at) if _FRAME.match(lines[at]) else _dashed(lines, at)


def _framed(lines: list[str], at: int) -> Cells | None:
    corners = [match.start() for match in re.finditer(r"\+", lines[at])]
    text: dict[tuple[int, int], str] = {}
    row, end = 1, at + 1
    while end < len(lines) and lines[end].strip()[:1] in ("+", "|"):
        line = lines[end]
        if _FRAME.match(line):
            row += 1
        elif any(line[corner : corner + 1] not in ("|", "+") for corner in corners):
            return None
        else:
            for column, corner in enumerate(corners[:-1], start=1):
                text[row, column] = f"{text.get((row, column), '')}\n{line[corner + 1 : corners[column]]}"
        end += 1
    return Cells(end - at, text) if row > 1 and _FRAME.match(lines[end - 1]) else None


def _dashed(lines: list[str], at: int) -> Cells | None:
    long = bool(_LONG.match(lines[at]))
    top = at + long
    below = [n for n in range(top, len(lines)) if _COLUMNS.match(lines[n]) or not lines[n].strip()]
    if not below or not _COLUMNS.match(lines[below[0]]) or (not long and below[0] > at + 1):
        return None
    dashes = below[0]
    headed = dashes > top
    if long:
        stop = next((n for n in range(dashes + 1, len(lines)) if _LONG.match(lines[n])), -1)
        end = stop + 1
    else:
        stop = next((n for n in below if n > dashes), len(lines))
        closed = stop < len(lines) and bool(_COLUMNS.match(lines[stop]))
        end = stop + closed
        if not headed and not closed:
            return None
    if stop <= dashes + 1 or (long and not headed):
        return None
    starts = [match.start() for match in re.finditer("-+", lines[dashes])]
    rows = [lines[top:dashes]] if headed else []
    for line in lines[dashes + 1 : stop]:
        if not long or not rows or not line.strip() or (len(rows) == headed and line.strip()):
            rows.append([line])
        else:
            rows[-1].append(line)
    text = {}
    for number, row in enumerate((row for row in rows if any(line.strip() for line in row)), start=1):
        for column, start in enumerate(starts, start=1):
            stop_at = starts[column] if column < len(starts) else None
            text[number, column] = " ".join(line[start if column > 1 else 0 : stop_at] for line in row)
    return Cells(end - at, text)
