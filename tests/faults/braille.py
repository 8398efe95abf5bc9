"""Faults put into finished braille: cells, lines, pages and volumes, and what a file says of itself."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from random import Random
from zipfile import ZIP_STORED, ZipFile

from tests.faults.fault import Fault, Injected, fault

Change = Callable[[str, Random], str | None]
CONTENTS, TEXT, PACKAGE = "index.html", "ebraille/text.html", "package.opf"
FIGURE = "[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]"
LETTER = "[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵]"
TOP = 1  # the first line of a page is that of its number
BLANK = "⠀"


def _row(change: Callable[[list[str], Random], list[str] | None], least: int = 3) -> Change:
    """Return what changes the lines of one page with so many lines of text at least, behind the contents."""

    def put(pef: str, random: Random) -> str | None:
        pages = re.findall(r"<page>\n.*?</page>\n", pef, re.DOTALL)
        fit = [n for n, page in enumerate(pages) if "⠐⠐" not in page and n > 2 and page.count("<row>") > least + TOP]
        random.shuffle(fit)
        for number in fit:
            rows = re.findall("<row>(.*?)</row>", pages[number])
            new = change(list(rows), random)
            if new is not None and new != rows:
                page = "<page>\n" + "".join(f"<row>{row}</row>\n" for row in new) + "</page>\n"
                return pef.replace(pages[number], page, 1)
        return None

    return put


def _word(pattern: str, new: str) -> Change:
    """Return what puts other cells for some match of a pattern in the lines of the text."""

    def change(rows: list[str], random: Random) -> list[str] | None:
        found = [(n, one) for n, row in enumerate(rows[TOP:], TOP) for one in re.finditer(pattern, row)]
        if not found:
            return None
        n, one = random.choice(found)
        return [*rows[:n], rows[n][: one.start()] + one.expand(new) + rows[n][one.end() :], *rows[n + 1 :]]

    return _row(change)


def _text(change: Change) -> Callable[[bytes, Random], Injected | None]:
    def inject(data: bytes, random: Random) -> Injected | None:
        if not data.startswith(b"<?xml"):
            return None
        changed = change(data.decode(), random)
        return Injected(changed.encode()) if changed is not None else None

    return inject


def _book(name: str, change: Change) -> Callable[[bytes, Random], Injected | None]:
    """Return what changes one file of a book for displays."""

    def inject(data: bytes, random: Random) -> Injected | None:
        if not data.startswith(b"PK"):
            return None
        with ZipFile(BytesIO(data)) as book:
            files = {info.filename: book.read(info) for info in book.infolist()}
        changed = change(files[name].decode(), random)
        if changed is None or changed == files[name].decode():
            return None
        return Injected(_packed({**files, name: changed.encode()}))

    return inject


def _beside(data: bytes, _: Random) -> Injected | None:
    if not data.startswith(b"PK"):
        return None
    with ZipFile(BytesIO(data)) as book:
        files = {info.filename: book.read(info) for info in book.infolist()}
    return Injected(_packed({**files, "script.js": b"document.body.remove()"}))


def _packed(files: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as book:
        for name, content in files.items():
            book.writestr(name, content)
    return packed.getvalue()


def _ascii(pattern: bytes, new: bytes) -> Callable[[bytes, Random], Injected | None]:
    """Return what changes a file in ASCII; not the title page."""

    def inject(data: bytes, random: Random) -> Injected | None:
        found = [one for one in re.finditer(pattern, data) if one.start() > len(data) // 2]
        if data.startswith((b"<?xml", b"PK")) or not found:
            return None
        one = random.choice(found)
        return Injected(data[: one.start()] + one.expand(new) + data[one.end() :])

    return inject


def _replaced(pattern: str, new: str) -> Change:
    def change(text: str, random: Random) -> str | None:
        found = list(re.finditer(pattern, text, re.DOTALL))
        if not found:
            return None
        one = random.choice(found)
        return text[: one.start()] + one.expand(new) + text[one.end() :]

    return change


def _lines_exchanged(rows: list[str], random: Random) -> list[str] | None:
    fit = [n for n in range(TOP, len(rows) - 1) if rows[n].strip(BLANK) and rows[n + 1].strip(BLANK)]
    if not fit:
        return None
    n = random.choice(fit)
    return [*rows[:n], rows[n + 1], rows[n], *rows[n + 2 :]]


def _line_lost(rows: list[str], random: Random) -> list[str] | None:
    fit = [n for n in range(TOP, len(rows)) if len(rows[n].strip(BLANK)) > 5]
    return [row for n, row in enumerate(rows) if n != random.choice(fit)] if fit else None


def _wide(rows: list[str], random: Random) -> list[str]:
    n = random.randrange(TOP, len(rows))
    return [*rows[:n], BLANK * 20 + rows[n], *rows[n + 1 :]] if rows[n] else [*rows[:n], "⠁" * 40, *rows[n + 1 :]]


def _empty_line_doubled(rows: list[str], random: Random) -> list[str] | None:
    fit = [n for n in range(TOP + 1, len(rows) - 1) if not rows[n]]
    n = random.choice(fit) if fit else 0
    return [*rows[:n], "", *rows[n:]] if fit else None


def _paragraphs_joined(rows: list[str], random: Random) -> list[str] | None:
    """Take the empty line away that parts two paragraphs of several lines each."""
    said = [bool(row) and not row.startswith((BLANK, "⠼", "⠤")) for row in rows]
    fit = [
        n for n in range(TOP + 2, len(rows) - 2) if not rows[n] and all(said[n - 2 : n]) and all(said[n + 1 : n + 3])
    ]
    n = random.choice(fit) if fit else 0
    return [*rows[:n], *rows[n + 1 :]] if fit else None


def _entries_exchanged(pef: str, random: Random) -> str | None:
    found = list(re.finditer(r"<row>[^<]*⠐⠐[^<]*</row>\n", pef))
    near = [(a, b) for a, b in pairwise(found) if a.end() == b.start()]
    if not near:
        return None
    one, other = random.choice(near)
    return pef[: one.start()] + other[0] + one[0] + pef[other.end() :]


def _page_lost(pef: str, random: Random) -> str | None:
    pages = re.findall(r"<page>\n.*?</page>\n", pef, re.DOTALL)
    return pef.replace(random.choice(pages[4:]), "", 1) if len(pages) > 5 else None


def _pages_exchanged(pef: str, random: Random) -> str | None:
    pages = re.findall(r"<page>\n.*?</page>\n", pef, re.DOTALL)
    if len(pages) < 7:
        return None
    n = random.randrange(4, len(pages) - 1)
    return pef.replace(pages[n] + pages[n + 1], pages[n + 1] + pages[n], 1)


def _thick(pef: str, _: Random) -> str:
    return pef.replace("</section>", "<page>\n</page>\n" * 90 + "</section>", 1)


WORDS = "TXT-001 TXT-002 TXT-003 TXT-004 TXT-005 TXT-006 TXT-007 TXT-008 TXT-013 ORD-001 ORD-002 ALT-001 ALT-002"
LAYOUT = "TXT-016 CON-001 BRL-001 BRL-002 BRL-003 BRL-004 BRL-007 BRL-009"
FAMILY = "braille"


def _cells(name: str, codes: str, change: Change, also: str = f"{WORDS} {LAYOUT}") -> Fault:
    return fault(FAMILY, name, codes, _text(change), also=also)


def _title_page_lost(pef: str, _: Random) -> str | None:
    """Take the title page of the last volume away, with its back."""
    at = pef.rindex("<volume")
    return pef[:at] + re.sub(r"<page>\n.*?</page>\n", "", pef[at:], count=2, flags=re.DOTALL)


def _volumes_exchanged(pef: str, _: Random) -> str:
    volumes = re.findall(r"<volume.*?</volume>\n", pef, re.DOTALL)
    return pef.replace("".join(volumes[-2:]), volumes[-1] + volumes[-2], 1)


def _title_of_a_volume(pef: str, _: Random) -> str:
    at = pef.rindex("<volume")
    return pef[:at] + pef[at:].replace("⠁⠥⠞⠕", "⠁⠝⠞⠕", 1)


def _parted_earlier(pef: str, _: Random) -> str | None:
    """Move the last page of a volume behind the title page of the next one."""
    volumes = re.findall(r"<volume.*?</volume>\n", pef, re.DOTALL)
    for one, other in pairwise(volumes):
        pages = re.findall(r"<page>\n.*?</page>\n", one, re.DOTALL)
        headed = re.search(r"<page>\n<row>⠀+⠼.*?</row>\n<row>⠀{4,}", pages[-1])
        first = re.findall(r"<page>\n.*?</page>\n", other, re.DOTALL)[2]
        if not headed:
            return pef.replace(pages[-1], "", 1).replace(first, pages[-1] + first, 1)
    return None


VOLUMES = (
    _cells("title page of a volume lost", "BRL-005", _title_page_lost),
    _cells("number of a volume changed", "BRL-005", _replaced(f"(<row>⠨⠙⠑⠑⠇⠀⠼){FIGURE}(?=⠀)", r"\1⠊")),
    _cells("count of volumes changed", "BRL-005", _replaced(f"(⠀⠧⠁⠝⠀⠼){FIGURE}(?=</row>)", r"\1⠊")),
    _cells("title of a volume changed", "BRL-005", _title_of_a_volume),
    _cells("volumes exchanged", "BRL-005", _volumes_exchanged),
    _cells("volume parted within a chapter", "BRL-005", _parted_earlier),
    _cells("volumes on pages of two sizes", "BRL-006", _replaced('cols="40" rows="25"', 'cols="42" rows="25"')),
)
"""Of a PEF in volumes."""


def _mark_moved(pef: str, random: Random) -> str | None:
    """Move the number of a printed page below the line of text that follows it."""
    found = list(re.finditer("(<row>⠤{10,}[^<]+</row>\n)(<row>⠀{0,3}[^⠀⠤<][^<]{20,}</row>\n)", pef))
    one = random.choice(found) if found else None
    return pef[: one.start()] + one[2] + one[1] + pef[one.end() :] if one else None


def _mark_raised(pef: str, _: Random) -> str | None:
    """Move the last number of a printed page above the line of text before it, behind which print has ruled pages."""
    found = list(re.finditer(r"(<row>[^<⠤]{4,}</row>\n(?:<row></row>\n)?)(<row>⠤{10,}[^<]+</row>\n)", pef))
    one = found[-1] if found else None
    return pef[: one.start()] + one[2] + one[1] + pef[one.end() :] if one else None


MARK, NUMBER = "<row>⠤{10,}[^<]+</row>\n", "(<row>⠤{10,}⠼)"
PRINT_PAGES = (
    _cells("number of a printed page lost", "BRL-010", _replaced(MARK, "")),
    _cells("number of a printed page twice", "BRL-010", _replaced(f"({MARK})", r"\1\1")),
    _cells("number of a printed page changed", "BRL-010", _replaced(f"{NUMBER}{FIGURE}(?=</row>)", r"\1⠁")),
    _cells("number of a printed page moved", "BRL-010", _mark_moved),
    # Where print has questions below its text the number has no word to stand before: the line is told, and no more.
    _cells("number of a printed page raised", "BRL-010 BRL-009", _mark_raised),
    _cells("line of a printed page shorter", "BRL-010", _replaced("<row>⠤⠤(?=⠤{10})", "<row>⠤")),
    fault(
        FAMILY,
        "number of a printed page lost in a book",
        "BRL-010",
        _book(TEXT, _replaced("<div [^>]*doc-pagebreak.*?</div>", "")),
    ),
    fault(
        FAMILY,
        "list of pages leads elsewhere",
        "BRL-010",
        _book(CONTENTS, _replaced(r"#print-page-\d+", "#print-page-3")),
    ),
)
"""Of braille that shows the numbers of printed pages."""
FAULTS = (
    *VOLUMES,
    *PRINT_PAGES,
    _cells("figure changed", "TXT-002 TXT-005", _word(f"⠼⠁(?!{FIGURE})", "⠼⠃")),
    _cells("number sign lost", "TXT-002 TXT-003 TXT-005", _word(f"⠼(?={FIGURE})", "")),
    _cells("capital sign lost", "TXT-002 TXT-003", _word(f"⠨(?={LETTER})", "")),
    _cells("capitals lost", "TXT-002 TXT-003", _word(f"⠘(?={LETTER})", "")),
    _cells("letter changed", "TXT-002 TXT-003", _word("⠝(?=⠀)", "⠞")),
    _cells("letter lost", "TXT-002 TXT-003", _word(f"(?<={LETTER})⠑(?={LETTER})", "")),
    _cells("word lost", "TXT-001 TXT-002 TXT-003", _word(f"⠀{LETTER}{{4,}}(?=⠀)", "")),
    _cells("“niet” lost", "TXT-002", _word("⠀⠝⠊⠑⠞(?=⠀)", "")),
    _cells("word doubled", "TXT-004 TXT-005 TXT-002", _word(f"(⠀{LETTER}{{4,}})(?=⠀)", r"\1\1")),
    _cells("word split", "BRL-004", _word(f"({LETTER}{{3}})({LETTER}{{3}})", r"\1⠀\2")),
    _cells("full stop parted from its word", "BRL-004", _word(f"({LETTER})⠲$", r"\1⠀⠲")),
    _cells("mark of an item doubled", "BRL-002", _word("^(⠀*)⠤⠀", r"\1⠤⠤⠀")),
    _cells("words joined", "BRL-004", _word(f"({LETTER}{{3}})⠀({LETTER}{{3}})", r"\1\2")),
    _cells("comma in a number", "TXT-002", _word(f"(⠼{FIGURE})(?={FIGURE}+(?!{FIGURE}))", r"\1⠂")),
    _cells("lines exchanged", "ORD-001 ORD-002 TXT-001 TXT-002 TXT-003", _row(_lines_exchanged)),
    _cells("line lost", "TXT-001 TXT-002 TXT-003", _row(_line_lost)),
    _cells("empty line doubled", "BRL-009", _row(_empty_line_doubled)),
    _cells("line of a box lost", "BRL-009", _replaced("<row>⠒{20,}</row>\n", "")),
    _cells("paragraphs joined", "BRL-009", _row(_paragraphs_joined)),
    _cells("entries of the contents exchanged", "BRL-007", _entries_exchanged),
    _cells("page lost", "BRL-003 TXT-001 TXT-002", _page_lost),
    _cells("pages exchanged", "BRL-003", _pages_exchanged),
    _cells("line too wide", "BRL-001", _row(_wide)),
    _cells("page too long", "BRL-001", _row(lambda rows, _: [*rows, *[""] * 20])),
    _cells("cell of eight dots", "BRL-002", _word("⠑(?=⠀)", "⡑")),
    _cells("number of the page lost", "BRL-003", _row(lambda rows, _: ["", *rows[1:]])),
    _cells("number of the page moved", "BRL-003", _row(lambda rows, _: [rows[0].strip(BLANK), *rows[1:]])),
    _cells("volume too thick", "BRL-005", _thick),
    _cells("page in the contents changed", "BRL-007", _replaced(f"(⠐⠐⠀⠼){FIGURE}(?=</row>)", r"\1⠚")),
    _cells("title of another", "CON-001", _replaced("<dc:title>[^<]+", "<dc:title>Another"), also="BRL-006"),
    _cells("language of another", "CON-002", _replaced("<dc:language>[^<]+", "<dc:language>pl")),
    _cells("pages of another size", "BRL-006", _replaced('cols="33"', 'cols="40"')),
    _cells("element that PEF has not", "BRL-002", _replaced("<row>", "<graphic/><row>")),
    fault(
        FAMILY, "figure changed in ASCII", "TXT-002 TXT-005", _ascii(rb"#A(?![A-J])", b"#B"), also=f"{WORDS} {LAYOUT}"
    ),
    fault(FAMILY, "byte that is no cell", "TXT-090", _ascii(rb"E(?= )", b"\xe9")),
    fault(
        FAMILY,
        "element changed in a book",
        "BRL-002",
        _book(TEXT, _replaced("<p>", "<p><del/>")),
        also=f"{WORDS} CON-001",
    ),
    fault(
        FAMILY, "paragraph lost in a book", "TXT-001 TXT-002", _book(TEXT, _replaced("<p>⠨[^<]+</p>", "")), also=WORDS
    ),
    fault(FAMILY, "entry of a book's contents lost", "BRL-007", _book(CONTENTS, _replaced("<li>.*?</li>\n", ""))),
    fault(
        FAMILY, "book without its date", "BRL-006", _book(PACKAGE, _replaced("<meta property=.dcterms:m.*?</meta>", ""))
    ),
    fault(FAMILY, "contents lead elsewhere", "BRL-007", _book(CONTENTS, _replaced('#[^"]+', "#panel-contact"))),
    fault(FAMILY, "claims other braille", "BRL-006", _book(PACKAGE, _replaced("Dutch grade1", "UEB grade2"))),
    fault(FAMILY, "claims eight dots", "BRL-006", _book(PACKAGE, _replaced('CellType">6', 'CellType">8'))),
    fault(FAMILY, "a script beside", "BRL-008", _beside),
)
