"""A PDF written anew by a writer of our own that can spell all that it says in other ways: strings, names, order, room.

What programs that repair, print or store PDFs do to them, and what no reader may tell from the file before.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from random import Random
from typing import TypeVar

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

T = TypeVar("T")
Key = tuple[int, int]
KIDS = re.compile(r"[^\x21-\x7e]|[#()<>\[\]{}/%]")


def literal(data: bytes) -> bytes:
    """Write a string between parentheses."""
    return b"(" + re.sub(rb"([()\\])", rb"\\\1", data).replace(b"\r", rb"\r").replace(b"\n", rb"\n") + b")"


def octal(data: bytes) -> bytes:
    """Write each byte of a string by its number."""
    return b"(" + b"".join(b"\\%03o" % one for one in data) + b")"


def hexadecimal(data: bytes) -> bytes:
    """Write a string between angle brackets."""
    return b"<" + data.hex().upper().encode() + b">"


def small_hexadecimal(data: bytes) -> bytes:
    """Write a string in small hexadecimal figures, with room between."""
    return b"< " + data.hex(" ").encode() + b" >"


def plain_name(name: str) -> bytes:
    """Write a name with numbers for what cannot stand in it."""
    return b"/" + KIDS.sub(lambda found: "".join(f"#{one:02X}" for one in found[0].encode()), name).encode()


def numbered_name(name: str) -> bytes:
    """Write a name with each letter as its number."""
    return b"/" + b"".join(b"#%02x" % one for one in name.encode())


def half_numbered_name(name: str) -> bytes:
    """Write a name with its first letter as its number."""
    return b"/#%02X" % name.encode()[0] + plain_name(name)[2:] if name[:1].isalpha() else plain_name(name)


def plain_number(number: Decimal | int) -> bytes:
    """Write a number as short as it can be."""
    return (
        f"{number:f}".rstrip("0").rstrip(".") if isinstance(number, Decimal) and number % 1 else f"{int(number)}"
    ).encode()


def long_number(number: Decimal | int) -> bytes:
    """Write a number with zeros behind what has a fraction."""
    return f"{number:f}00".encode() if isinstance(number, Decimal) and number % 1 else plain_number(number)


def signed_number(number: Decimal | int) -> bytes:
    """Write a number with its plus sign."""
    return b"+" + plain_number(number) if number > 0 else plain_number(number)


def bare_number(number: Decimal | int) -> bytes:
    """Write a number without the zero before its point."""
    return re.sub(rb"^(-?)0\.", rb"\1.", plain_number(number))


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a file is spelt; ``room`` stands between tokens, ``line`` between lines, ``before`` before each object.

    ``order`` puts the objects, and ``keys`` the entries of a dictionary, in some order; ``first`` is the number of the
    first object and ``step`` the distance of their numbers; ``lengths`` stand in objects of their own; ``apart`` says
    which values do too.
    """

    string: Callable[[bytes], bytes] = literal
    name: Callable[[str], bytes] = plain_name
    number: Callable[[Decimal | int], bytes] = plain_number
    room: bytes = b" "
    line: bytes = b"\n"
    before: bytes = b""
    head: bytes = b"%\xe2\xe3\xcf\xd3"
    tail: bytes = b""
    order: Callable[[list[Object]], list[Object]] = list
    keys: Callable[[Iterable[str]], Iterable[str]] = list
    first: int = 1
    step: int = 1
    lengths: bool = False
    apart: Callable[[object], bool] = lambda _: False
    nothing: bool = False


def shuffled(things: Iterable[T]) -> list[T]:
    """Return things in an order of chance, the same each time."""
    drawn = list(things)
    Random(1).shuffle(drawn)
    return drawn


class Writer:
    """Writes one file."""

    def __init__(self, pdf: pikepdf.Pdf, spelling: Spelling) -> None:
        self.spelling = spelling
        found = spelling.order(list(_reached(pdf)))
        self.numbers = {one.objgen: spelling.first + n * spelling.step for n, one in enumerate(found)}
        self.last = spelling.first + len(found) * spelling.step
        self.bodies: dict[int, bytes] = {}
        for one in found:
            self.bodies[self.numbers[one.objgen]] = self.whole(one)
        kept = {key: pdf.trailer[key] for key in ("/Root", "/Info", "/ID") if key in pdf.trailer}
        self.trailer = b"<<" + self._entries(kept) + b"/Size %d" % self.last + b">>"
        self.version = pdf.pdf_version

    def whole(self, one: Object) -> bytes:
        """Return an object as it stands by itself."""
        if not isinstance(one, Stream):
            return self.value(one, top=True)
        data = one.read_raw_bytes()
        entries = {key: one[key] for key, _ in one.items() if key != "/Length"}
        length = self._own(b"%d" % len(data)) if self.spelling.lengths else b"%d" % len(data)
        line = self.spelling.line if self.spelling.line != b"\r" else b"\n"
        dictionary = b"<<" + self._entries(entries) + b"/Length " + length + b">>"
        return dictionary + line + b"stream" + line + data + line + b"endstream"

    def value(self, one: object, *, top: bool = False) -> bytes:
        """Return a value as it stands in another."""
        if isinstance(one, Object) and one.is_indirect and not top and one.objgen in self.numbers:
            return b"%d 0 R" % self.numbers[one.objgen]
        written = self._plain(one)
        return self._own(written) if not top and self.spelling.apart(one) else written

    def _plain(self, one: object) -> bytes:
        if isinstance(one, bool):
            return b"true" if one else b"false"
        if isinstance(one, (int, Decimal)):
            return self.spelling.number(one)
        if isinstance(one, Name):
            return self.spelling.name(str(one)[1:])
        if isinstance(one, String):
            return self.spelling.string(bytes(one))
        if isinstance(one, Array):
            inside = self.spelling.room.join(self.value(entry) for entry in one)
            return b"[" + inside + b"]"
        if isinstance(one, Dictionary):
            return b"<<" + self._entries(dict(one.items())) + b">>"
        return b"null"

    def _entries(self, entries: Mapping[str, object]) -> bytes:
        room = self.spelling.room
        written = [self.spelling.name(key[1:]) + room + self.value(entries[key]) for key in self.spelling.keys(entries)]
        if self.spelling.nothing:
            written.append(b"/Nothing null")
        return room + room.join(written) + room

    def _own(self, written: bytes) -> bytes:
        number, self.last = self.last, self.last + 1
        self.bodies[number] = written
        return b"%d 0 R" % number

    def file(self) -> bytes:
        """Return the whole file, with its table of objects."""
        line = self.spelling.line
        self.trailer = re.sub(rb"/Size \d+", b"/Size %d" % self.last, self.trailer)
        out = bytearray(b"%PDF-" + self.version.encode() + line + self.spelling.head + line)
        places: dict[int, int] = {}
        for number, body in self.bodies.items():
            out += self.spelling.before
            places[number] = len(out)
            out += b"%d 0 obj" % number + line + body + line + b"endobj" + line
        start = len(out)
        out += b"xref" + line + b"0 1" + line + b"0000000000 65535 f \n"
        for number in sorted(places):
            if number - 1 not in places:
                run = next(n for n in range(number, self.last + 2) if n not in places) - number
                out += b"%d %d" % (number, run) + line
            out += b"%010d 00000 n \n" % places[number]
        out += b"trailer" + line + self.trailer + line + b"startxref" + line + b"%d" % start + line + b"%%EOF" + line
        return bytes(out) + self.spelling.tail


def _reached(pdf: pikepdf.Pdf) -> Iterator[Object]:
    """Yield each indirect object that the trailer leads to."""
    seen: set[Key] = set()
    waiting: list[object] = [pdf.trailer.get("/Info"), pdf.trailer.Root]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, (Array, Dictionary, Stream, String, Name)):
            continue
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
            yield one
        if isinstance(one, Array):
            waiting += list(one)
        elif isinstance(one, (Dictionary, Stream)):
            waiting += [one[key] for key, _ in one.items() if key != "/Length"]


def spelt(spelling: Spelling) -> Callable[[bytes], bytes]:
    """Return what writes a file in a spelling."""

    def rewrite(data: bytes) -> bytes:
        with pikepdf.open(BytesIO(data)) as pdf:
            return Writer(pdf, spelling).file()

    return rewrite
