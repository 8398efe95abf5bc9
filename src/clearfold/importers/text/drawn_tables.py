"""Tables that pandoc reads and nobody else: grids of + and |, columns under dashes; as elements, each cell Markdown."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

_GRID = re.compile(r"\s{0,3}\+(?:[-=:]+\+)+\s*")
_DASHES = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*")
_RULE = re.compile(r"\s{0,3}-{4,}\s*")
_CAPTION = re.compile(r"(?:(Table|Tabel|Tabelle|Tableau):|:)\s+(?=\S)")
_PIPES = re.compile(r"\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
Row = list[str]
"""The Markdown of each cell."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table: how many lines it takes, its head rows and the others."""

    lines: int
    heads: list[Row]
    rows: list[Row]


def with_tables(lines: Sequence[str], tell: Callable[[int, str], None]) -> Iterator[str]:
    """Yield lines with such tables, and captions of all, as elements; ``tell`` hears the line and sign of a caption."""
    at = 0
    while at < len(lines):
        alone = at == 0 or not lines[at - 1].strip()
        found = (_grid(lines, at) or _simple(lines, at) or _multiline(lines, at)) if alone else None
        taken = found.lines if found else _pipes(lines, at) if alone else 0
        caption = _caption(lines, at + taken) if taken else None
        if taken and (found or caption):
            table = list(_html(found)) if found else list(lines[at : at + taken])
            if caption:
                number, sign, words = caption
                if sign != ":":
                    tell(number, sign)
                table = ["<figure>", "", *table, "", "<figcaption>", "", words, "", "</figcaption>", "</figure>"]
                taken = number + 1 - at
            yield from ("", *table, "")
            at += taken
        else:
            yield lines[at]
            at += 1


def _caption(lines: Sequence[str], at: int) -> tuple[int, str, str] | None:
    """Return the line, the sign and the words of a caption behind a table, a line apart at most."""
    at += at < len(lines) and not lines[at].strip()
    match = _CAPTION.match(lines[at]) if at < len(lines) else None
    if match is None or (at + 1 < len(lines) and lines[at + 1].strip()):
        return None
    return at, match[0].strip(), lines[at][match.end() :]


def _pipes(lines: Sequence[str], at: int) -> int:
    """Return how many lines a table with bars takes, 0 where there is none."""
    if at + 1 >= len(lines) or "|" not in lines[at] or not ("-" in lines[at + 1] and _PIPES.fullmatch(lines[at + 1])):
        return 0
    return sum(1 for _ in takewhile(lambda line: "|" in line, lines[at:]))


def _grid(lines: Sequence[str], at: int) -> Found | None:
    if not _GRID.fullmatch(lines[at]):
        return None
    block = list(takewhile(lambda line: line.strip().startswith(("+", "|")), lines[at:]))
    edges = [n for n, sign in enumerate(lines[at].rstrip()) if sign == "+"]
    rows: list[Row] = []
    heads = 0
    run: list[str] = []
    for line in block[1:]:
        if _GRID.fullmatch(line):
            rows.append(["\n".join(part[low + 1 : high].strip() for part in run) for low, high in pairwise(edges)])
            heads = len(rows) if "=" in line and not heads else heads
            run = []
        elif all(len(line) > n and line[n] in "|+" for n in edges):
            run.append(line)
        else:
            return None  # cells that go over several
    return Found(len(block), rows[:heads], rows[heads:]) if rows and not run else None


def _spans(line: str) -> list[tuple[int, int | None]]:
    """Return where each column begins and ends, by the dashes below its head."""
    starts = [match.start() for match in re.finditer("-+", line)]
    return [(0 if n == 0 else start, starts[n + 1] if n + 1 < len(starts) else None) for n, start in enumerate(starts)]


def _cells(lines: Sequence[str], dashes: str) -> Row:
    return [" ".join(" ".join(line[low:high] for line in lines).split()) for low, high in _spans(dashes)]


def _simple(lines: Sequence[str], at: int) -> Found | None:
    headed = at + 1 < len(lines) and bool(_DASHES.fullmatch(lines[at + 1])) and bool(lines[at].strip())
    first = at + headed
    if first >= len(lines) or not _DASHES.fullmatch(lines[first]) or (headed and _DASHES.fullmatch(lines[at])):
        return None
    dashes = lines[first]
    body = list(takewhile(lambda line: line.strip() and not _DASHES.fullmatch(line), lines[first + 1 :]))
    end = first + 1 + len(body)
    closed = end < len(lines) and bool(_DASHES.fullmatch(lines[end]))
    if not body or not (headed or closed):
        return None
    rows = [_cells([line], dashes) for line in body]
    return Found(end + closed - at, [_cells([lines[at]], dashes)] if headed else [], rows)


def _multiline(lines: Sequence[str], at: int) -> Found | None:
    if not _RULE.fullmatch(lines[at]):
        return None
    head = list(takewhile(lambda line: line.strip() and not _DASHES.fullmatch(line), lines[at + 1 :]))
    middle = at + 1 + len(head)
    if not head or middle >= len(lines) or not _DASHES.fullmatch(lines[middle]):
        return None
    end = next((n for n in range(middle + 1, len(lines)) if _RULE.fullmatch(lines[n])), 0)
    if not end:
        return None
    rows: list[Row] = []
    run: list[str] = []
    for line in (*lines[middle + 1 : end], ""):
        if line.strip():
            run.append(line)
        elif run:
            rows.append(_cells(run, lines[middle]))
            run = []
    return Found(end + 1 - at, [_cells(head, lines[middle])], rows)


def _html(found: Found) -> Iterator[str]:
    yield "<table>"
    for tag, rows in (("th", found.heads), ("td", found.rows)):
        for row in rows:
            yield "<tr>"
            for cell in row:
                yield from (f"<{tag}>", "", *cell.split("\n"), "", f"</{tag}>")
            yield "</tr>"
    yield "</table>"
