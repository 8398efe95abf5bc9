"""Let lines end within addresses that are longer than a line, where no sign has to be added that is not theirs."""

import re

BREAK = "\u200b"  # ends a line without a sign of its own (UAX 14, class ZW)
LONG = 0.7  # of a line's letters; boxes, lists and cells have less room than a line
# Of mail, of the web, of a telephone; a bare name of a machine is one with a path behind it.
_ADDRESS = re.compile(r"://|^\W*(?:www\.|mailto:|tel:)|\w@\w|\w\.[a-z]{2,}/", re.IGNORECASE)
_STEP = re.compile(r"[^/]*/+|.+", re.DOTALL)
_PART = re.compile(r"[^/?&=#._,:;%+~@-]*[/?&=#._,:;%+~@-]+|.+", re.DOTALL)


def is_long_address(word: str, most: int) -> bool:
    """Say whether a word is an address for which a line of so many letters may be too short."""
    return len(word) > LONG * most and bool(_ADDRESS.search(word))


def breakable(address: str, most: int) -> str:
    """Return an address in which a line of so many letters may end after each stroke, as its readers see its steps.

    A step for which a line may be too short can be parted after each of its signs, and what has no sign anywhere.
    """
    steps = (step[0] for step in _STEP.finditer(address))
    return BREAK.join(step if len(step) <= LONG * most else _by_signs(step, most) for step in steps)


def _by_signs(step: str, most: int) -> str:
    parts = _PART.findall(step)
    return BREAK.join(BREAK.join(part) if len(part) > most // 2 else part for part in parts)
