"""The order in which readers look for words: where a language's alphabet has letters of its own, at their place."""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from clearfold.press.leaflet import slug

ALPHABETS: Mapping[str, str] = MappingProxyType(
    {
        "es": "abcdefghijklmnñopqrstuvwxyz",
        "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
        "ro": "aăâbcdefghiîjklmnopqrsștțuvwxyz",
        "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
        "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    }
)
_FIRST = 0x100  # of the numbers that stand for letters: behind those of ASCII


def place_in_order(term: str, lang: str) -> str:
    """Return what a term is sorted by in a language; "" where its script has no alphabet here, for which all is one."""
    letters = ALPHABETS.get(lang.split("-")[0].lower(), "")
    if not letters:
        return slug(term)
    # A capital İ is i and a dot above once it is small.
    composed = unicodedata.normalize("NFC", term).casefold().replace("i\u0307", "i")
    plain = (char if char in letters else slug(char) or " " for char in composed)
    return " ".join("".join(chr(_FIRST + letters.find(c)) if c in letters else c for c in "".join(plain)).split())
