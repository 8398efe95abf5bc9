"""Tables and what looks like one: each row with as many cells as the table, a caption before it, lines kept apart."""

import re
from collections.abc import Sequence

from clearfold.model.copy_rules import mistake
from clearfold.model.messages import counted
from clearfold.press.markdown.written.lines import Line, Remarks

CAPTION = re.compile(r"(?:Table:|:)[ ]+(?=\S)")
_DASHES = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_GRID = re.compile(r"\+(?:[-=:]{2,}\+)+[ ]*$")
_SIMPLE = re.compile(r"-{2,}(?: +-{2,})+ *$")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_BREAK = "  "


def is_table(lines: Sequence[Line], at: int) -> bool:
    """Say whether the head of a table stands on a line: a line of dashes is below it, with bars in either."""
    if at + 1 >= len(lines) or "|" not in lines[at].text:
        return False
    below = lines[at + 1].bare
    return "-" in below and "|" in below and bool(_DASHES.match(below))


def is_drawn(lines: Sequence[Line], at: int) -> bool:
    """Say whether a table in the manner of other programs begins at a line: a grid, or columns under dashes."""
    return bool(_GRID.match(lines[at].bare)) or (
        at + 1 < len(lines) and not lines[at].blank and bool(_SIMPLE.match(lines[at + 1].bare))
    )


def is_bars(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line with a bar before its text stands there, kept apart from the next as a line of its own."""
    return bool(re.match(r"\|(?: |$)", lines[at].bare)) and not is_table(lines, at)


def cells(row: str) -> int:
    """Return the number of cells of a row: bars in code or behind a backslash part none."""
    text = _CODE.sub(lambda found: found[0].replace("|", " "), row.strip()).replace("\\|", "  ")
    return len(text.removeprefix("|").removesuffix("|").split("|"))


def read_table(lines: Sequence[Line], at: int, remarks: Remarks) -> tuple[list[Line], int]:
    """Return the lines of a table with its caption before it, and where the text goes on."""
    end = at + 2
    while end < len(lines) and "|" in lines[end].text and not lines[end].blank:
        end += 1
    columns = cells(lines[at].text)
    for row in lines[at + 1 : end]:
        if (count := cells(row.text)) != columns:
            given = counted(count, "{count} cell", "{count} cells")
            if count > columns:
                remarks.add(mistake("SRC-100", remarks.place(row.number), "many", cells=given, columns=columns))
            else:
                remarks.add(mistake("SRC-100", remarks.place(row.number), "few", cells=given, columns=columns))
    # A bar in code parts no cell here, so the backslash before it, that other programs want, is no part of the code.
    rows = [row.put(_CODE.sub(lambda found: found[0].replace("\\|", "|"), row.bare)) for row in lines[at:end]]
    caption, after = _caption(lines, end)
    if caption:
        return [*caption, caption[-1].put(""), *rows], after
    return rows, end


def _caption(lines: Sequence[Line], end: int) -> tuple[list[Line], int]:
    """Return the caption that stands behind a table, as one before it, and where it ends."""
    first = next((at for at in range(end, len(lines)) if not lines[at].blank), len(lines))
    if first == end or first > end + 1 or first >= len(lines) or not (mark := CAPTION.match(lines[first].bare)):
        return [], end
    last = first
    while last < len(lines) and not lines[last].blank:
        last += 1
    follows = next((at for at in range(last, len(lines)) if not lines[at].blank), len(lines))
    if mark[0].startswith("T") and follows < len(lines) and is_table(lines, follows):
        return [], end  # the caption of the next table
    rows = [line.put(line.bare) for line in lines[first:last]]
    rows[0] = rows[0].put(f"Table: {rows[0].text[mark.end() :]}")
    return rows, last


def read_drawn(lines: Sequence[Line], at: int, remarks: Remarks) -> int:
    """Tell of a table in the manner of other programs; return where the text goes on."""
    remarks.add(mistake("SRC-106", remarks.place(lines[at].number), "drawn"))
    while at < len(lines) and not lines[at].blank:
        at += 1
    return at


def read_bars(lines: Sequence[Line], at: int, remarks: Remarks) -> tuple[list[Line], int]:
    """Return lines that stand behind bars as lines of one paragraph; a table without its dashes is told."""
    end = at
    while end < len(lines) and is_bars(lines, end):
        end += 1
    rows = [line.put(re.sub(r"^\|[ ]?", "", line.bare).rstrip()) for line in lines[at:end]]
    if all("|" in row.text for row in rows):
        remarks.add(mistake("SRC-106", remarks.place(lines[at].number), "bars"))
    return [row.put(row.text + (_BREAK if row.text and row is not rows[-1] else "")) for row in rows], end
