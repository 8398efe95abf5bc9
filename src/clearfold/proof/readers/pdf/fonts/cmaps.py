"""Codes of composite fonts whose CMap has a name: how bytes are cut into codes, and the character of each (9.7.5.2).

Of the codes of these CMaps a codec of Python tells the character; those that count the glyphs of a collection
(Identity-H and the like) tell none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

TWO_BYTES = ((2, 0x0000, 0xFFFF),)
_SINGLE = (1, 0x00, 0x80)
_RKSJ = (_SINGLE, (2, 0x8140, 0x9FFC), (1, 0xA0, 0xDF), (2, 0xE040, 0xFCFC), (1, 0xFD, 0xFF))
_EUC = (_SINGLE, (2, 0xA1A1, 0xFEFE))
_LEAD = (_SINGLE, (2, 0x8140, 0xFEFE))
_UTF_8 = ((1, 0x00, 0x7F), (2, 0xC280, 0xDFBF), (3, 0xE08080, 0xEFBFBF), (4, 0xF0908080, 0xF2BFBFBF))
_UTF_16 = ((2, 0x0000, 0xD7FF), (4, 0xD800DC00, 0xDBFFDFFF), (2, 0xE000, 0xFFFF))
_SEVEN = ((2, 0x2121, 0x7E7E),)
Spaces = tuple[tuple[int, int, int], ...]
"""Code spaces: the bytes of a code, and the lowest and highest value of each byte, written as one number."""
_NAMED: tuple[tuple[str, str, Spaces], ...] = (
    (r"Uni\w+-UTF16", "utf-16-be", _UTF_16),
    (r"Uni\w+-UCS2(-HW)?", "utf-16-be", TWO_BYTES),
    (r"Uni\w+-UTF8", "utf-8", _UTF_8),
    (r"Uni\w+-UTF32", "utf-32-be", ((4, 0x00000000, 0x0010FFFF),)),
    (r"(78|83pv|90|90ms|90msp|90pv|Add|Ext)-RKSJ", "cp932", _RKSJ),
    (r"EUC", "euc_jp", (_SINGLE, (2, 0x8EA0, 0x8EDF), (2, 0xA1A1, 0xFEFE))),
    (r"GBpc-EUC|GB-EUC", "gb2312", _EUC),
    (r"GBKp?-EUC", "gbk", _LEAD),
    (r"GBK2K", "gb18030", (_SINGLE, (4, 0x81308130, 0xFE39FE39), (2, 0x8140, 0xFEFE))),
    (r"B5pc|ETen-B5|ETenms-B5", "cp950", (_SINGLE, (2, 0xA140, 0xFEFE))),
    (r"HKscs-B5", "big5hkscs", (_SINGLE, (2, 0x8740, 0xFEFE))),
    (r"KSC-EUC|KSCpc-EUC", "euc_kr", _EUC),
    (r"KSCms-UHC(-HW)?", "cp949", _LEAD),
    (r"KSC-Johab", "johab", (_SINGLE, (2, 0x8441, 0xF9FE))),
)
SEVEN_BITS = MappingProxyType(
    {
        f"{name}{way}": codec
        for name, codec in (("", "euc_jp"), ("78-", "euc_jp"), ("GB-", "gb2312"), ("KSC-", "euc_kr"))
        for way in "HV"
    }
)
"""CMaps whose codes are rows and columns of a standard, in seven bits each: those of a codec without the eighth."""
HIGHEST = 0x3FFFF  # the last character of the planes that have letters


def named(encoding: object) -> tuple[str, Spaces]:
    """Return the codec of a CMap by its name, "" where its codes say no characters, and its code spaces."""
    name = str(encoding).removeprefix("/")
    if name in SEVEN_BITS:
        return SEVEN_BITS[name], _SEVEN
    for pattern, codec, spaces in _NAMED:
        if re.fullmatch(rf"({pattern})-[HV]", name):
            return codec, spaces
    return "", TWO_BYTES


@lru_cache(maxsize=4)
def characters(codec: str, spaces: Spaces) -> dict[int, str]:
    """Return the character of each code that a codec can read."""
    sizes = frozenset(size for size, _, _ in spaces)
    lowest = 0x7F7F if spaces == _SEVEN else -1
    found: dict[int, str] = {}
    for number in range(0x20, HIGHEST + 1):
        try:
            code = chr(number).encode(codec)
        except UnicodeEncodeError:
            continue
        if len(code) in sizes:
            found[int.from_bytes(code) & lowest] = chr(number)
    return found


def cut(shown: bytes, spaces: Spaces) -> Iterator[int]:
    """Cut bytes into codes; where none fits, as many bytes are one code as the shortest has (9.7.6.3)."""
    at, shortest = 0, min((size for size, _, _ in spaces), default=1)
    while at < len(shown):
        size = next((size for size, low, high in spaces if _within(shown[at : at + size], size, low, high)), shortest)
        yield int.from_bytes(shown[at : at + size])
        at += size


def _within(code: bytes, size: int, low: int, high: int) -> bool:
    return len(code) == size and all(
        a <= byte <= b for a, byte, b in zip(low.to_bytes(size), code, high.to_bytes(size), strict=True)
    )
