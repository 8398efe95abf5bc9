"""Translation to braille by liblouis, called in its shared library: there is no working package of it for Python.

lou_translateString of liblouis 3: text as UTF-32 (lou_charSize is 4 in Debian's build), cells as U+2800 to U+28FF.
"""

import ctypes
import ctypes.util
from functools import lru_cache

from clearfold.model.messages import message

NAMES = ("liblouis.so.20", "liblouis.so.2", "liblouis.20.dylib", "liblouis.dll")
HOW = message("install liblouis: apt-get install liblouis20 (Debian, Ubuntu), brew install liblouis (macOS)")
WIDE = 4  # bytes of a character
UNICODE_CELLS = 4 | 64  # dotsIO and ucBrl: cells as characters of Unicode
ROOM = 16  # cells that one character may become, at most: the escape of an unknown one has ten


@lru_cache(maxsize=1)
def library() -> ctypes.CDLL | None:
    """Return liblouis, None where this machine has none that takes characters of four bytes."""
    for name in (*NAMES, ctypes.util.find_library("louis") or ""):
        if not name:
            continue
        try:
            found = ctypes.CDLL(name)
        except OSError:
            continue
        if found.lou_charSize() == WIDE:
            found.lou_version.restype = ctypes.c_char_p
            return found
    return None


def version() -> str:
    """Return the version of liblouis, "" where there is none."""
    found = library()
    return found.lou_version().decode() if found else ""


def translate(text: str, table: str) -> str:
    """Return the cells of a text, U+2800 for a blank; raises RuntimeError where the table is not there."""
    found = library()
    assert found is not None
    data = text.encode("utf-32-le")
    length, room = ctypes.c_int(len(text)), ctypes.c_int(len(text) * ROOM + ROOM)
    read, written = ctypes.create_string_buffer(data), ctypes.create_string_buffer(WIDE * room.value)
    sizes = ctypes.byref(length), ctypes.byref(room)
    good = found.lou_translateString(table.encode(), read, sizes[0], written, sizes[1], None, None, UNICODE_CELLS)
    if not good or length.value != len(text):
        raise RuntimeError(
            message("liblouis has no table {table}, or gave up in “{text}”", table=table, text=text[:40])
        )
    return written.raw[: WIDE * room.value].decode("utf-32-le").replace(" ", "\u2800")
