"""Mutations of what a PDF's pages draw: operators, operands, streams and whole pages, and of the file's own bytes."""

from random import Random

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, Page, Stream, String

from tests.mutations.mutation import Mutant, shortened, two
from tests.mutations.pdf_objects import NAMES, mutator
from tests.mutations.values import other_bytes, other_number

# What may be drawn or set anywhere on a page.
DRAWN = (
    b"3 Tr",
    b"1 Tr",
    b"50 Tz",
    b"2 Tc",
    b"-3 Tw",
    b"4 Ts",
    b"1 1 1 rg",
    b"1 0 0 RG",
    b"0.9 g",
    b"0 0 m 300 300 l S",
    b"0 0 200 200 re f",
    b"0 0 200 200 re W n",
    b"1 0 0 1 5 0 cm",
    b"0.5 0 0 0.5 0 0 cm",
    b"q",
    b"Q",
    b"/Span << /ActualText (10) >> BDC EMC",
    b"/OC /Off BDC EMC",
    b"/P BMC EMC",
    b"3 w",
    b"[4 4] 0 d",
    b"BT (10) Tj ET",
)
OPERATORS = "S s f B b n W Tj TJ Td TD Tm rg RG g G k K m l c re h q Q cm gs Do BT ET BDC EMC w Tc Tw Tz Ts Tr".split()
Instructions = list[ContentStreamInstruction]


def _read(page: Page) -> Instructions:
    return [one for one in pikepdf.parse_content_stream(page) if isinstance(one, ContentStreamInstruction)]


def _page(pdf: pikepdf.Pdf, random: Random) -> tuple[Page, Instructions, int]:
    """Draw a page and an operator on it, each sort of operator as likely as another."""
    page = random.choice(list(pdf.pages))
    drawn = _read(page)
    sort = random.choice(sorted({str(one.operator) for one in drawn}))
    return page, drawn, random.choice([n for n, one in enumerate(drawn) if str(one.operator) == sort])


def _write(pdf: pikepdf.Pdf, page: Page, drawn: Instructions) -> None:
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(drawn))


def _said(one: ContentStreamInstruction) -> str:
    return shortened(" ".join(f"{operand!s}" for operand in one.operands) + f" {one.operator}", 60)


def _operand_changed(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    page, drawn, at = _page(pdf, random)
    one = drawn[at]
    operands = list(one.operands)
    if not operands:
        return None
    which = random.randrange(len(operands))
    operands[which] = _other(operands[which], random)  # type: ignore[call-overload]  # plain numbers too
    drawn[at] = ContentStreamInstruction(operands, one.operator)
    note = f"page {page.index + 1}: {_said(one)} is {_said(drawn[at])}"
    _write(pdf, page, drawn)
    return f"operator {one.operator}", note


def _other(value: object, random: Random) -> object:
    if isinstance(value, Array):
        entries = list(value)
        if not entries:
            return Array([3])
        at = random.randrange(len(entries))
        entries[at] = _other(entries[at], random)  # type: ignore[call-overload]  # plain numbers too
        return Array(entries)
    if isinstance(value, String):
        return String(other_bytes(bytes(value), random))
    if isinstance(value, Name):
        return Name(f"/{random.choice(NAMES.split())}")
    if isinstance(value, Dictionary):
        return Dictionary(MCID=random.randrange(40))
    return round(other_number(float(str(value)), random), 3)


def _operator_changed(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    page, drawn, at = _page(pdf, random)
    one = drawn[at]
    drawn[at] = ContentStreamInstruction(list(one.operands), Operator(random.choice(OPERATORS)))
    _write(pdf, page, drawn)
    return f"operator {one.operator}", f"page {page.index + 1}: {_said(one)} is {drawn[at].operator}"


def _operator_dropped(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    page, drawn, at = _page(pdf, random)
    one = drawn.pop(at)
    _write(pdf, page, drawn)
    return f"operator {one.operator}", f"page {page.index + 1}: {_said(one)} is dropped"


def _operator_moved(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    page, drawn, at = _page(pdf, random)
    to = random.choice((at + 1, at - 1, random.randrange(len(drawn)))) % len(drawn)
    one = drawn.pop(at)
    drawn.insert(to, one)
    _write(pdf, page, drawn)
    return f"operator {one.operator}", f"page {page.index + 1}: {_said(one)} stands at {to}, not {at}"


def _operator_doubled(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    page, drawn, at = _page(pdf, random)
    drawn.insert(at, drawn[at])
    _write(pdf, page, drawn)
    return f"operator {drawn[at].operator}", f"page {page.index + 1}: {_said(drawn[at])} stands twice"


def _operands_exchanged(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    page, drawn, at = _page(pdf, random)
    same = [n for n, one in enumerate(drawn) if one.operator == drawn[at].operator and one.operands]
    pair = two(random, same)
    if pair is None:
        return None
    first, second = drawn[pair[0]], drawn[pair[1]]
    drawn[pair[0]], drawn[pair[1]] = second, first
    _write(pdf, page, drawn)
    return f"operator {first.operator}", f"page {page.index + 1}: {_said(first)} and {_said(second)} are exchanged"


def _operator_added(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    page, drawn, at = _page(pdf, random)
    added = random.choice(DRAWN)
    text = pikepdf.unparse_content_stream(drawn[:at]) + b"\n" + added + b"\n"
    page.Contents = pdf.make_stream(text + pikepdf.unparse_content_stream(drawn[at:]))
    return "operators", f"page {page.index + 1}: {added.decode()} stands before {_said(drawn[at])}"


def _streams(pdf: pikepdf.Pdf) -> dict[str, list[Stream]]:
    """Return a file's streams by their sort."""
    sorts: dict[str, list[Stream]] = {}
    for one in pdf.objects:
        if isinstance(one, Stream) and one.get("/Type") not in (Name.ObjStm, Name.XRef):
            kind = one.get("/Subtype") or one.get("/Type") or ("/font" if "/Length1" in one else "/stream")
            sorts.setdefault(str(kind)[1:], []).append(one)
    return sorts


def _stream_changed(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    sorts = _streams(pdf)
    sort = random.choice(sorted(sorts))
    one = random.choice(sorts[sort])
    data = one.read_bytes()
    changed = other_bytes(data, random)
    one.write(changed)
    at = next((n for n, (old, new) in enumerate(zip(data, changed, strict=False)) if old != new), len(changed))
    return f"stream {sort}", f"object {one.objgen[0]}: {len(changed)} bytes of {len(data)}, other from {at}"


def _streams_exchanged(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    sorts = _streams(pdf)
    sort = random.choice(sorted(sorts))
    pair = two(random, sorts[sort])
    if pair is None:
        return None
    first, second = (one.read_bytes() for one in pair)
    pair[0].write(second)
    pair[1].write(first)
    return f"stream {sort}", f"the bytes of objects {pair[0].objgen[0]} and {pair[1].objgen[0]} are exchanged"


def _page_changed(pdf: pikepdf.Pdf, random: Random) -> tuple[str, str] | None:
    """Drop, double, move, turn or stretch a page, or give it what another one draws."""
    at, to = random.randrange(len(pdf.pages)), random.randrange(len(pdf.pages))
    page = pdf.pages[at]
    action = random.choice(("dropped", "doubled", "moved", "turned", "given a corner", "given other contents"))
    if action == "dropped":
        del pdf.pages[at]
    elif action == "doubled":
        pdf.pages.insert(to, page)
    elif action == "moved":
        del pdf.pages[at]
        pdf.pages.insert(to, page)
    elif action == "turned":
        page.Rotate = random.choice((90, 180, 270))
    elif action == "given a corner":
        page.obj[random.choice(("/CropBox", "/MediaBox", "/TrimBox", "/BleedBox"))] = Array([0, 0, 300, 300])
    else:
        page.Contents = pdf.pages[to].Contents
    return "page", f"page {at + 1} is {action} ({to + 1})"


def _raw(data: bytes, random: Random) -> Mutant | None:
    """Change the file's own bytes."""
    added = (b"\n% 10 tablets\n%%EOF\n", b"\0" * 9, b"PK\3\4 other")
    drawn = random.choice((data + random.choice(added), random.choice(added) + data, other_bytes(data, random)))
    return Mutant(drawn, "bytes of the file, changed", f"{len(drawn)} bytes instead of {len(data)}")


CONTENT = {
    "operand changed": mutator("operand changed", _operand_changed),
    "operator changed": mutator("changed", _operator_changed),
    "operator dropped": mutator("dropped", _operator_dropped),
    "operator moved": mutator("moved", _operator_moved),
    "operator doubled": mutator("doubled", _operator_doubled),
    "operands exchanged": mutator("exchanged", _operands_exchanged),
    "operator added": mutator("added", _operator_added),
    "stream changed": mutator("changed", _stream_changed),
    "streams exchanged": mutator("exchanged", _streams_exchanged),
    "page changed": mutator("changed", _page_changed),
    "bytes changed": _raw,
}
