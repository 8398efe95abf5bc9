"""Contracted braille, read by liblouis backwards: the one witness there is, and one that knows the table that wrote it.

What this shows is that the cells are those of the copy's words in that table: no word is lost, moved or changed after
it was written. Whether the table is right it cannot show, nor what liblouis reads otherwise than it wrote it.
"""

import ctypes
import ctypes.util
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from clearfold.model.messages import message
from clearfold.proof.readers import UnreadableError

FILES = ("liblouis.so.20", "liblouis.so.2", "liblouis.20.dylib", "liblouis.dll")
TABLES = {"fr": "fr-bfu-g2.ctb", "en": "en-ueb-g2.ctb", "de": "de-g2-detailed.ctb"}
READ_BACK = frozenset((TABLES["fr"], TABLES["en"]))
"""Tables with which liblouis 3.24.0 reads back what it wrote; with that of German, hardly half of the words."""
WIDTH = 4  # bytes of a character, where lou_charSize is 4
DOTS = 4  # dotsIO: what is given, or comes back, are cells
VIRTUAL = 0x8000  # liblouis's own cells begin here; those of Unicode at 0x2800
FIRST, LAST = 0x2800, 0x28FF
ROOM = 32  # characters that one may become, at most: a cell may be a whole word
UNKNOWN = "\ufffd"
_STRANGE = re.compile(r"\\[0-9A-F]+/")  # how liblouis writes a cell that says nothing
_SPLIT = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉])")


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL | None:
    for name in (*FILES, ctypes.util.find_library("louis") or ""):
        try:
            found = ctypes.CDLL(name) if name else None
        except OSError:
            continue
        if found is not None and found.lou_charSize() == WIDTH:
            return found
    return None


def version() -> str:
    """Return the version of liblouis, "" where there is none."""
    library = _library()
    if library is None:
        return ""
    library.lou_version.restype = ctypes.c_char_p
    return str(library.lou_version().decode())


@lru_cache(maxsize=4096)
def read_back(cells: str, table: str) -> str:
    """Return what liblouis takes cells for, UNKNOWN for each that says nothing; raises UnreadableError without it."""
    own = "".join(chr(VIRTUAL + ord(cell) - FIRST) if FIRST <= ord(cell) <= LAST else cell for cell in cells)
    return _STRANGE.sub(UNKNOWN, _asked("lou_backTranslateString", own, table))


@lru_cache(maxsize=4096)
def written(text: str, table: str) -> str:
    """Return the cells as which liblouis writes a text; raises UnreadableError without it."""
    made = _asked("lou_translateString", text, table)
    return "".join(chr(FIRST + (ord(cell) - VIRTUAL & LAST - FIRST)) if ord(cell) >= VIRTUAL else cell for cell in made)


def _asked(call: str, text: str, table: str) -> str:
    library = _library()
    if library is None:
        raise UnreadableError(
            message("contracted braille is read by liblouis, and there is none: apt-get install liblouis20")
        )
    given, length = ctypes.create_string_buffer(text.encode("utf-32-le")), ctypes.c_int(len(text))
    room = ctypes.c_int((len(text) + 1) * ROOM)
    answer = ctypes.create_string_buffer(WIDTH * room.value)
    sizes = (ctypes.byref(length), ctypes.byref(room))
    if not getattr(library, call)(table.encode(), given, sizes[0], answer, sizes[1], None, None, DOTS):
        raise UnreadableError(message("liblouis has no table {table}", table=table))
    return answer.raw[: WIDTH * room.value].decode("utf-32-le")


def said_back(text: str, table: str) -> str:
    """Return a text as liblouis reads what it writes; raised and lowered figures, which it does not know, stay."""
    parts = (part if _SPLIT.fullmatch(part) else read_back(written(part, table), table) for part in _SPLIT.split(text))
    return "".join(parts)


def otherwise(words: list[str], read: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that are read as others, with what they are read as."""
    for tag, low, high, begin, end in SequenceMatcher(None, words, read, autojunk=False).get_opcodes():
        if tag != "equal":
            yield " ".join(words[low:high]), " ".join(read[begin:end])
