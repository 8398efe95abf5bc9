"""What no reading of a text ever meets: characters that are not text, and more of them than a leaflet has.

Both towers read text through this floor, so neither has to think of them again.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location
from clearfold.model.errors import refusal_of
from clearfold.model.limits import COPY_BYTES, KB
from clearfold.model.messages import message

# Embeddings, overrides and isolates show a text in another order than it is read in (Unicode UAX #9, 2; UTR #36).
_DIRECTION = "\u202a-\u202e\u2066-\u2069\u206a-\u206f"
# Controls but tab and line feed; separators that some programs take for line ends; what is no character (Unicode,
# 23.7); characters that are never drawn and yet are text to programs: tags, annotations; and the one that programs
# write for a character that they have lost.
_NOT_TEXT = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufff9-\ufffb\ufffd\ud800-\udfff\U000e0000-\U000e007f"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
)
_ODD = re.compile(f"[{_DIRECTION}{_NOT_TEXT}]")
_TURNING = re.compile(f"[{_DIRECTION}]")
MOST = 20  # places that are told


def odd_characters(path: Path, text: str, first_line: int = 1) -> Iterator[Diagnostic]:
    """Yield an error for each character that is not text (SRC-081) or turns its order (SRC-082), the first twenty."""
    for number, match in enumerate(_ODD.finditer(text)):
        if number == MOST:
            return
        line = text.count("\n", 0, match.start())
        column = match.start() - text.rfind("\n", 0, match.start())
        yield odd(match[0], Location(path, first_line + line, column))


def first_odd(text: str) -> str:
    """Return the first character of a text that is not text or turns its order, "" where there is none."""
    match = _ODD.search(text)
    return match[0] if match else ""


def odd_in(text: str) -> frozenset[str]:
    """Return the characters of a text that are not text or turn its order."""
    return frozenset(_ODD.findall(text))


def odd(character: str, place: Location) -> Diagnostic:
    """Return what is said of a character that is not text, or turns its order."""
    name = unicodedata.name(character, message("a control character")).capitalize()
    sign = f"U+{ord(character):04X} ({name})"
    if _TURNING.match(character):
        return mistake("SRC-082", place, sign=sign)
    return mistake("SRC-081", place, sign=sign)


def read_bytes(path: Path, what: str = message("the file")) -> bytes:
    """Return the bytes of a file of text; raise LeafletError where it leads elsewhere, cannot be read or is too large.

    A link is followed within its folder only: what a copy holds is printed for everybody (SRC-087).
    """
    try:
        if path.exists() and path.resolve().parent != path.parent.resolve():
            raise LeafletError([mistake("SRC-087", Location(path), "link", what=what)])
        if path.exists() and not path.is_file():
            raise IsADirectoryError(0, message("it is no file"))
        with path.open("rb") as file:
            data = file.read(COPY_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as error:
        reason = refusal_of(error) if isinstance(error, OSError) else str(error)
        raise LeafletError([mistake("SRC-001", Location(path), what=what, reason=reason)]) from error
    if len(data) > COPY_BYTES:
        raise LeafletError([too_large(path)])
    return data


def too_large(path: Path) -> Diagnostic:
    """Return what is said of a text that is too large (SRC-080)."""
    return mistake("SRC-080", Location(path), most=COPY_BYTES // KB)


def decoded(path: Path, data: bytes) -> str:
    """Return a text in NFC, with line feeds for line ends; raise LeafletError where it is too large or not text.

    Letters and their accents are one: what templates, fonts and the proof make of a word then never depends on how
    the author's system writes é.
    """
    if len(data) > COPY_BYTES:
        raise LeafletError([too_large(path)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LeafletError([mistake("SRC-002", Location(path, line))]) from error
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if found := tuple(odd_characters(path, text)):
        raise LeafletError(found)
    return text
