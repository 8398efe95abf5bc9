"""Rewrite the boxes of other programs, and text that strayed from its box, into boxes as docs/writing.md has them."""

import re
from collections.abc import Iterator, Sequence

from clearfold.proof.expect.rows import START, Row, fenced

SAME = {"info": "note", "hint": "tip", "caution": "warning", "danger": "warning", "attention": "warning"}
SAME |= {"call": "phone", "dose": "amount", "faq": "question"}
KNOWN = frozenset("note tip important warning phone amount question person calendar".split())
MARKED = re.compile(r"(?:!!!|\?\?\?\+?) *([\w-]*) *(.*?) *$")
ALERT = re.compile(r"> ?\[!(\w+)\][-+]? *(.*?) *$")
COLONS = re.compile(r":{3,} *(?:\{(?P<braces>[^}]*)\}|(?P<word>[\w-]+))? *(?P<title>.*?) *:*$")
PAIRS = ('""', "“”", "““", "„“", "„”", "«»", "»«", "''", "‘’", "[]")
WIDTH = 4


def boxes(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with every box begun by ``!!!`` and its text behind four spaces."""
    return list(_marked(list(_colons(list(_alerts(rows))))))


def _opening(row: Row, kind: str, title: str) -> Row:
    """Return the row that opens a box; its title stands between straight quotation marks."""
    title = title.strip()
    if len(title) > 1 and title[0] + title[-1] in PAIRS:
        title = title[1:-1].strip(" \xa0\u202f")
    name = SAME.get(kind.lower(), kind.lower())
    return row.saying(f'!!! {name} "{title}"' if title else f"!!! {name}")


def _alerts(rows: Sequence[Row]) -> Iterator[Row]:
    """Turn ``> [!NOTE]`` and the quotation below it into a box."""
    code = fenced(rows)
    around: str | None = None
    for index, row in enumerate(rows):
        head, sign, rest = row.text.rpartition(">") if (row.lead and index not in code) else ("", "", "")
        found = ALERT.match(f"{sign}{rest}") if sign and head == row.lead.rpartition(">")[0] else None
        if found:
            around = head
            yield _opening(Row(row.number, f"{around}!"), found[1], found[2])._replace(number=row.number)
            continue
        if around is not None and row.text.startswith(around) and row.text[len(around) :].lstrip(" ").startswith(">"):
            inner = row.text[len(around) :].lstrip(" ")[1:].removeprefix(" ")
            yield Row(row.number, f"{around}{' ' * WIDTH}{inner}" if inner else around.rstrip())
            continue
        lazy = around is not None and not row.empty and not START.match(row.body)
        yield Row(row.number, f"{around}{' ' * WIDTH}{row.body}") if lazy else row
        around = around if lazy else None


def _colons(rows: Sequence[Row]) -> Iterator[Row]:
    """Turn what stands between ``::: note`` and ``:::`` into a box."""
    code = fenced(rows)
    depth = 0
    for index, row in enumerate(rows):
        found = COLONS.match(row.body) if index not in code else None
        shifted = row if row.empty else row.at(row.column + WIDTH * depth)
        if not found:
            yield shifted
        elif found["braces"] or found["word"]:
            classes = re.findall(r"\.([\w-]+)", found["braces"] or "") or [found["word"] or ""]
            kind = next((c for c in classes if SAME.get(c.lower(), c.lower()) in KNOWN), "")
            named = re.search(r"title=[\"“”]([^\"“”]*)", found["braces"] or "")
            yield shifted.nothing()
            yield _opening(shifted, kind or classes[0] or "note", named[1] if named else found["title"])
            depth += 1
        else:
            depth = max(depth - 1, 0)
            yield row.nothing()


def _marked(rows: Sequence[Row]) -> Iterator[Row]:
    """Put the text of a box behind its four spaces where its writer did not."""
    code = fenced(rows)
    open_at: list[tuple[int, int]] = []  # the column of a box, and how many signs of quotation are before it
    gap = fresh = False
    for index, row in enumerate(rows):
        if row.empty:
            gap = True
            yield row
            continue
        found = MARKED.match(row.body) if index not in code else None
        while open_at and not _within(row, open_at[-1], gap=gap, fresh=fresh):
            open_at.pop()
            fresh = False
        if open_at:
            column, quotes = open_at[-1]
            row = row if _begins(row, quotes) >= column + WIDTH else row.at(column + WIDTH)
        fresh = bool(found)
        if found:
            open_at.append((row.column, row.lead.count(">")))
            row = _opening(row, found[1], found[2])
        gap = False
        yield row


def _within(row: Row, box: tuple[int, int], *, gap: bool, fresh: bool) -> bool:
    """Say whether a row belongs to a box; ``fresh`` where nothing of the box came before."""
    column, quotes = box
    begins = _begins(row, quotes)
    if begins >= column + WIDTH:
        return True
    return (begins >= column + 2 and not fresh) if gap else not START.match(row.text[begins:])


def _begins(row: Row, quotes: int) -> int:
    """Return the column at which a row begins behind so many signs of quotation: another one is what stands there."""
    at = 0
    for _ in range(min(quotes, row.lead.count(">"))):
        at = row.text.index(">", at) + 1
    return len(row.text) - len(row.text[at:].lstrip(" "))
