"""Make of the body as people write it what CommonMark reads as they mean it; docs/writing.md lists the forms.

Rows keep the number that they have in the copy. Passes follow each other, and none knows what the press does.
"""

import re
from collections.abc import Iterator, Sequence

from clearfold.proof.expect.rows import LEAD, RULER, START, Row, fenced, is_head, item, run
from clearfold.proof.expect.written_boxes import boxes

LOST_FONT = re.compile(r"^([ \t>]*)[o§Øüv]\t[ \t]*")
SECOND = "◦○▪■–—\uf0a7\uf06f"
FIRST = "•●·\uf0b7"
TASK = re.compile(r"\[([ xX])\] +(?=\S)")
NUMBER = re.compile(r"> ?[ \xa0]*(?![-–+] )[≥≤=~≈±+\-−–]?[ \xa0]?[€$£]?[ \xa0]?[\d½¼¾⅓⅔⅛](?!\d{0,2}[.)][ \xa0])")
COLON = re.compile(r": +\S")
CAPTION = re.compile(r"(?:Table:|:) +(?=\S)")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
BAR = re.compile(r"(?<!\\)\|")
LETTER = "\ue000"  # before the text of an item that has a letter: taken out again when the list is known
BLANK = re.compile(r"_{3,} *")  # a line to write on, where an item, a definition or a note would else hold a rule
OPENING = re.compile(r"!!!|\[\^[^\]\s]+\]:|: +(?=\S)")
FAR = 4  # columns: where CommonMark reads on in the text above, or would begin code
NOTHING = re.compile(r"[\s>\u00ad\u200b\u2060\ufeff]*")  # what nobody sees makes no line
UNSEEN = re.compile(r"[^ \t>]")
PASTED_INDENT = re.compile(r"[ \t>\xa0]*(?=([-*+•●·▪◦○■‣⁃∙▸►➢➤–—>]|##+|!!!|\d{1,3}[.)]|[a-z][.)])[ \t\xa0]|o\t)")
BLANK_BELOW = re.compile(r"((?::|\[\^[^\]\s]+\]:) +)(?=_{3,} *$)")
LABEL = re.compile(r"\*\*[^*\n]+(?::\*\*|\*\*[ \xa0]?:)")
CLOSING = re.compile(r"[.:;,…]['\"”»)*_]*$")


def as_written(text: str) -> list[Row]:
    """Return the rows of a body, ready for the parser."""
    lines = enumerate(map(_spaced, text.split("\n")))
    rows = [Row(n, LOST_FONT.sub(r"\1◦ ", line).expandtabs(4).rstrip("\r")) for n, line in lines]
    for step in (boxes, _signs, _lists, _inner, _tables, _lines, _terms, _parted):
        rows = list(step(rows))
    return rows


def _spaced(line: str) -> str:
    """Put spaces for what nobody sees on an empty line, and for no-break spaces before the sign of a block."""
    if NOTHING.fullmatch(line):
        return UNSEEN.sub(" ", line)
    if indent := PASTED_INDENT.match(line):
        return indent[0].replace("\xa0", " ") + line[indent.end() :]
    return line


def _signs(rows: Sequence[Row]) -> Iterator[Row]:
    """Tell headings from signs, and rules from underlines."""
    code = fenced(rows)
    headed = {index for index in range(len(rows) - 1) if index not in code and _counts_headings(rows, index)}
    for index, row in enumerate(rows):
        body = row.body
        before = rows[index - 1] if index else row.nothing()
        if index in code or row.empty or index - 1 in headed:
            yield row
        elif index in headed:
            yield row.saying(re.sub(r"^(\d+)", r"\1\\", body))
        elif found := re.match(r"(#{2,6})(?=[^#\s])", body):
            yield row.saying(f"{found[1]} {body[found.end() :]}")
        elif re.fullmatch(r"-+ *|=+ *", body) and not before.empty and not (body.strip() == "-" and item(before.body)):
            alone = index < 2 or rows[index - 2].empty or bool(START.match(rows[index - 2].body))
            text = not START.match(before.body) and not item(before.body)
            if (
                text
                and alone
                and len(body.strip()) > 2
                and (body[0] == "=" or not _closed(before.text.strip(), len(body.strip())))
            ):
                yield row
            else:
                yield row.saying("***" if RULER.match(body) else f"\\{body}")
        elif NUMBER.match(row.text.lstrip(" ")) and ">" not in before.lead:
            yield Row(row.number, row.text.replace(">", "\\>", 1))
        else:
            yield row


def _counts_headings(rows: Sequence[Row], index: int) -> bool:
    """Say whether the number on a row is that of a heading: it stands alone over a drawn line, in no open list."""
    row, below = rows[index], rows[index + 1]
    mark = item(row.body)
    drawn = re.fullmatch(r"(={3,}|-{3,}) *", below.body) and below.column < row.column + 2
    if not mark or mark.kind[0] != "1" or not drawn or (index and not rows[index - 1].empty):
        return False
    if below.body[0] == "-" and _closed(row.text.strip(), len(below.body.strip())):
        return False
    for at in range(index - 1, -1, -1):
        above = rows[at]
        if above.empty or above.column >= row.column + 2:
            continue
        other = item(above.body)
        if other or not at or rows[at - 1].empty or START.match(above.body):
            return not other or other.kind != mark.kind
    return True


def _lists(rows: Sequence[Row]) -> Iterator[Row]:
    """Give every list the signs of CommonMark; a sign that begins no list is text."""
    code = fenced(rows)
    kinds: dict[int, str] = {}  # the kind of the list that is open at a column
    above = ""  # the pasted bullet of the row above
    for index, row in enumerate(rows):
        mark = item(row.body) if index not in code else None
        if not mark:
            if index not in code:
                row = row.saying(re.sub(r"^(\d{1,9})([.)] *)$", r"\1\\\2", row.body))
            if not row.empty and index and rows[index - 1].empty:
                kinds = {column: kind for column, kind in kinds.items() if column < row.column}
            above = above if not row.empty and above else ""
            yield row
            continue
        before = rows[index - 1] if index else row.nothing()
        kinds = {column: kind for column, kind in kinds.items() if column < row.column + 2}
        known = next((kind for column, kind in kinds.items() if abs(column - row.column) < 2), "")
        if not _is_item(rows, index, before, mark.kind == known):
            yield row.saying(re.sub(r"^(\d*)(?=[-+*.)])", r"\1\\", row.body, count=1))
            continue
        inner = bool(above) and mark.kind in SECOND and above in FIRST and not before.empty
        above = above if inner else mark.kind
        shown = _text(mark.text)
        if mark.kind[0] in "1a":
            if not before.empty and known != mark.kind:
                yield row.nothing()
            if known and known != mark.kind and "a" in (known[0], mark.kind[0]):
                yield from (row.nothing(), row.nothing().saying("<!-- -->"), row.nothing())
            sign = f"{mark.number}{mark.kind[1]}"
            if mark.kind[0] == "a":
                sign, shown = f"{mark.number})", f"{LETTER}{shown}"
            width = mark.width - len(row.body[: mark.width].rstrip(" \xa0"))
            yield row.saying(f"{sign}{' ' * max(width, 1)}{shown}")
        else:
            sign = mark.kind if mark.kind in "-*+" else "-"
            pad = " " * max(mark.width - 1, 1)
            yield (row.at(row.column + 2) if inner else row).saying(f"{sign}{pad}{shown}")
        if not inner:
            kinds[row.column] = mark.kind


def _is_item(rows: Sequence[Row], index: int, before: Row, sibling: bool) -> bool:
    """Say whether a sign begins an item, as docs/writing.md has it."""
    others = run(rows, index)
    first = others[0]
    if sibling or not first.text.strip():
        return sibling
    if first.kind[0] in "1a" and _goes_on(rows, index, first.kind, first.number):
        return True
    second = others[1].number if len(others) > 1 else 0
    goes_on = second == first.number + 1 or second == first.number == 1
    if first.kind[0] == "a":
        return first.number == 1 and goes_on
    if first.kind in "–—":
        return len(others) > 1
    if first.kind == "+" and all(one.text[:1].isdigit() or one.text[:1] == "(" for one in others):
        return False
    if first.kind[0] == "1":
        inner = item(before.body) is not None and rows[index].column >= before.column + 2 and first.number == 1
        return goes_on or before.empty or inner or bool(START.match(before.body))
    return True


def _goes_on(rows: Sequence[Row], index: int, kind: str, number: int) -> bool:
    """Say whether the item before this number stands above, with nothing but items of another kind between them."""
    other = False
    for row in reversed(rows[:index]):
        mark = item(row.body)
        if row.empty or row.column > rows[index].column + 1 or START.match(row.body):
            return False
        if mark and mark.kind == kind:
            return other and mark.number == number - 1
        other = other or mark is not None
    return False


def _text(text: str) -> str:
    """Write an item's own text: a box to tick, a line to write on, or a sign before a number."""
    if BLANK.fullmatch(text):
        return f"\\{text}"
    text = TASK.sub(lambda m: "☐ " if m[1] == " " else "☑ ", text, count=1)
    return f"\\{text}" if NUMBER.match(text) else text


def _inner(rows: Sequence[Row]) -> Iterator[Row]:
    """Put what is two columns or more behind an item's sign where CommonMark looks for what is in the item.

    A list that is moved to the right by four columns or more begins where the text around it does.
    """
    code = fenced(rows)
    open_items: list[tuple[int, int, int]] = []  # columns of a sign, of its text, and of its text as written here
    around: list[int] = []  # where the text of open boxes and notes begins
    gap = moved = False
    for index, row in enumerate(rows):
        if row.empty:
            gap = True
            yield row
            continue
        mark = item(row.body) if index not in code else None
        column = row.column
        while open_items and column < open_items[-1][0] + 2 and (gap or mark or START.match(row.body)):
            open_items.pop()
        while around and column < around[-1]:
            around.pop()
        if open_items and column >= open_items[-1][0] + 2:
            _, text, out = open_items[-1]
            behind = max(column - text, 0)
            row = row.at(out + (0 if mark and behind >= FAR else behind))
        elif column >= (begin := around[-1] if around else len(row.lead)) + FAR and (mark or moved):
            row, moved = row.at(begin), True
        else:
            moved = False
        if index not in code and (opening := OPENING.match(row.body)):
            around.append(column + (len(opening[0]) if row.body[0] == ":" else FAR))
        if mark:
            open_items.append((column, column + mark.width, row.column + mark.width))
        gap = False
        yield row


def _tables(rows: Sequence[Row]) -> Iterator[Row]:
    """End a table at the first row without a bar, and put a caption that stands behind it before it.

    A bar in code parts no cells.
    """
    code = fenced(rows)
    index = 0
    while index < len(rows):
        if index in code or not is_head(rows, index):
            yield rows[index]
            index += 1
            continue
        end = index + 2
        while end < len(rows) and "|" in rows[end].body:
            end += 1
        caption = _caption(rows, end)
        for row in caption:
            yield row.saying(CAPTION.sub("Table: ", row.body)) if row is caption[0] else row
        if caption:
            yield rows[index].nothing()
        yield from (row.saying(CODE.sub(lambda code: BAR.sub(r"\|", code[0]), row.body)) for row in rows[index:end])
        index = end + (len(caption) + (rows[end].empty) if caption else 0)
        if end < len(rows) and not rows[end].empty:
            yield rows[end - 1].nothing()


def _caption(rows: Sequence[Row], end: int) -> list[Row]:
    """Return the rows of a caption that stands behind a table."""
    first = end + 1 if end < len(rows) and rows[end].empty else end
    if first >= len(rows) or not (mark := CAPTION.match(rows[first].body)):
        return []
    last = first
    while last < len(rows) and not rows[last].empty:
        last += 1
    below = next((n for n in range(last, len(rows)) if not rows[n].empty), len(rows))
    return [] if mark[0][0] == "T" and is_head(rows, below) else list(rows[first:last])


def _lines(rows: Sequence[Row]) -> Iterator[Row]:
    """Keep apart the lines that stand behind bars, and those that each begin with a label in bold."""
    code = fenced(rows)
    table = False
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else row.nothing()
        table = "|" in row.body and (table or is_head(rows, index))
        if index in code or table or row.empty:
            yield row
        elif BLANK_BELOW.match(row.body):
            yield row.saying(BLANK_BELOW.sub(r"\1\\", row.body))
        elif row.body.startswith("~ "):  # a sign: the parser would begin a definition with it
            yield row.saying(f"\\{row.body}")
        elif re.match(r"\|(?: |$)", row.body):
            more = re.match(r"\|(?: |$)", below.body) and not is_head(rows, index + 1)
            yield row.saying(re.sub(r"^\|[ ]?", "", row.body).rstrip() + ("  " if more else ""))
        elif row.body.endswith("\\") and not row.body.endswith("\\\\") and (below.empty or START.match(below.body)):
            yield row.saying(row.body[:-1].rstrip())
        elif LABEL.match(row.body) and LABEL.match(below.body):
            yield row.saying(f"{row.body.rstrip(' ')}  ")
        else:
            yield row


def _terms(rows: Sequence[Row]) -> Iterator[Row]:
    """Part a term from the definition of the one before it."""
    code = fenced(rows)
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else row.nothing()
        before = rows[index - 1] if index else row.nothing()
        term = not row.empty and COLON.match(below.body) and not COLON.match(row.body) and not LEAD.fullmatch(row.text)
        if index not in code and term and not before.empty and _defined(rows, index):
            yield row.nothing()
        yield row


def _parted(rows: Sequence[Row]) -> Iterator[Row]:
    """Part blocks by one empty row: behind two, the parser takes a list in a box for one behind it."""
    code = fenced(rows)
    for index, row in enumerate(rows):
        if index in code or not (row.empty and index and rows[index - 1].empty):
            yield row


def _defined(rows: Sequence[Row], index: int) -> bool:
    """Say whether a definition stands right above a row, without an empty one."""
    for row in reversed(rows[:index]):
        if row.empty:
            return False
        if COLON.match(row.body):
            return True
    return False


def _closed(text: str, dashes: int) -> bool:
    """Say whether a line ends a sentence, and the dashes below it, not drawn along all of it, are a rule."""
    return bool(CLOSING.search(text)) and (dashes == 3 or dashes < len(text) - 2)
