"""A PDF read again: the letters that its pages draw, room by room, in the order in which the rooms are to be read.

Letters that stand in none of the rooms come last; they are missed in the copy, if the ledger does not list them.
"""

import io
import logging
import re
from collections.abc import Sequence

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from clearfold.importers.document import Place
from clearfold.importers.proving.drawn import Drawn, drawn, written
from clearfold.importers.reading import UNSURE, Imported, NotImportableError, Original, Passage
from clearfold.model.messages import message
from clearfold.model.transcript import Kind

_BROKEN = (PyPdfError, DependencyError, ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError)
"""What pypdf raises on files that are broken."""
_NEAR = 4.0  # points from a room to letters that stand in it
_NOTE = re.compile(rf"[\[(]?\w{{1,3}}[\])]?\.?[\s{UNSURE}]+")
_GUESS = 3  # letters by which the place of a jump may be missed
_LINE = 0.45  # of the size: letters that are so much higher or lower are of one line
Room = tuple[int, float, float, float, float, int]
Numbers = Sequence[float]


def read_again(data: bytes, name: str, imported: Imported) -> Original:
    """Return the letters of each room of the pages, and then those that stand in none."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it thinks of a broken file is not the user's to read
    try:
        reader = PdfReader(io.BytesIO(data))
        found = [one for n, page in enumerate(reader.pages, 1) for one in drawn(page, n)]
    except _BROKEN as error:  # another library may read such a file all the same; one reading is no proof
        raise NotImportableError(message("it is damaged")) from error
    found += [Drawn(page, x, y, size, written(text), word=True) for page, x, y, size, text in imported.heard]
    rooms = (*imported.rooms, *imported.notes)
    first_note = len(imported.rooms)
    held: dict[int, list[Drawn]] = {}
    outside: list[Drawn] = []
    by_page: dict[int, list[tuple[int, Room]]] = {}
    for number, room in enumerate(rooms):
        by_page.setdefault(room[0], []).append((number, room))
    for one in found:
        near = [(_away(room, one), _area(room), number) for number, room in by_page.get(one.page, ())]
        away, _, number = min(near, default=(_NEAR + 1, 0.0, -1))
        (held.setdefault(number, []) if away <= _NEAR else outside).append(one)
    passages = [
        Passage(Kind.TEXT, text, Place(page=room[0], box=room[1:5]))
        for number, room in enumerate(imported.rooms)
        for text in _lines(held.get(number, []), room[5])
    ]
    for number, room in enumerate(imported.notes, first_note):
        text = _NOTE.sub("", " ".join(_lines(held.get(number, []), room[5])), count=1).lstrip(UNSURE)
        passages.append(Passage(Kind.NOTE, text, Place(page=room[0], box=room[1:5])))
    passages += [Passage(Kind.TEXT, one.text, Place(page=one.page)) for one in outside]
    if imported.tagged:
        passages += [Passage(Kind.ALTERNATIVE, text) for text in _alternatives(reader)]
    return Original(tuple(passages), letters=True)


def _alternatives(reader: PdfReader) -> list[str]:
    """Return what the tags say of pictures, in their order."""
    found: list[str] = []
    waiting: list[PdfObject | None] = [reader.root_object.get("/StructTreeRoot")]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        value = one.get_object() if one is not None else None
        if isinstance(value, ArrayObject):
            waiting += reversed(value)
        elif isinstance(value, DictionaryObject) and id(value) not in seen:
            seen.add(id(value))
            if str(value.get("/S")) == "/Figure" and value.get("/Alt"):
                found.append(" ".join(str(value["/Alt"]).split()))
            waiting.append(value.get("/K"))
    return found


def _away(room: Room, one: Drawn) -> float:
    """Return how far letters begin outside of a room, 0 within."""
    _, left, bottom, right, top, _ = room
    return max(left - one.x, 0.0, one.x - right) + max(bottom - one.y, 0.0, one.y - top)


def _area(room: Room) -> float:
    return (room[3] - room[1]) * (room[4] - room[2])


def _lines(pieces: Sequence[Drawn], turn: int) -> list[str]:
    """Return letters line by line, from the top of a room that is turned so many quarters clockwise."""
    placed = [(*_turned(one, turn), number, one) for number, one in enumerate(pieces)]
    rows: list[list[tuple[float, float, int, Drawn]]] = []
    for across, down, number, one in sorted(placed, key=lambda each: (each[1], each[0])):
        if rows and abs(rows[-1][0][1] - down) <= _LINE * max(one.size, rows[-1][0][3].size):
            rows[-1].append((across, down, number, one))
        else:
            rows.append([(across, down, number, one)])
    return [_told([each[3] for each in sorted(row, key=lambda each: (each[0], each[2]))]) for row in rows]


def _told(row: Sequence[Drawn]) -> str:
    return "".join((" " if one.word else UNSURE) * (number > 0) + one.text for number, one in enumerate(row))


def _turned(one: Drawn, turn: int) -> tuple[float, float]:
    """Return how far across and how far down letters begin, once the page is turned."""
    return ((one.x, -one.y), (one.y, one.x), (-one.x, one.y), (-one.y, -one.x))[turn % 4]
