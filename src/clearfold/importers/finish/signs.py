"""Characters that no copy holds: those that cannot be seen go, each with an entry; those that are lost are told."""

import re
import unicodedata

from clearfold.importers.document import Place
from clearfold.importers.ledger import Entry
from clearfold.model.messages import message

_UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u206f\ufeff\ufff9-\ufffc\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u2028\u2029\U000e0000-\U000e007f]"
)
_LOST = re.compile("[\ufffd\ufdd0-\ufdef\ue000-\uf8ff\U000f0000-\U0010ffff\ufffe\uffff\ud800-\udfff]")
UNKNOWN = "[?]"
_ENDS_A_LINE = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def cleaned(text: str, place: Place) -> tuple[str, list[Entry]]:
    """Return a text without characters that are no text, and an entry for each of them."""
    entries: list[Entry] = []

    def unseen(match: re.Match[str]) -> str:
        after = " " if match[0] in _ENDS_A_LINE else ""
        if not match[0].isspace():
            entries.append(Entry("IMP-008", place, match[0], after, name=_name(match[0])))
        return after

    def lost(match: re.Match[str]) -> str:
        entries.append(
            Entry("IMP-056", place, match[0], UNKNOWN, name=message("of the file, {name}", name=_name(match[0])))
        )
        return UNKNOWN

    return _LOST.sub(lost, _UNSEEN.sub(unseen, text)), entries


def _name(sign: str) -> str:
    named = {
        "\u00ad": message("soft hyphen"),
        "\u200b": message("zero-width space"),
        "\ufeff": message("byte order mark"),
    }
    return named.get(sign) or f"U+{ord(sign):04X} {unicodedata.name(sign, '').lower()}".strip()
