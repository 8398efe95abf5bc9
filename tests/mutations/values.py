"""Other values in place of a value: texts and numbers, each changed as slips, lies and damage change them."""

import re
import string
from collections.abc import Callable
from random import Random

NEGATIONS = ("not", "never", "niet", "geen", "nicht", "keine", "ne pas", "jamais", "10", "daily")


def _figure(text: str, random: Random) -> str:
    places = [found.start() for found in re.finditer(r"\d", text)]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + random.choice("0123456789".replace(text[at], "")) + text[at + 1 :]


def _letter(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + random.choice(string.ascii_letters.replace(text[at], "")) + text[at + 1 :]


def _cut(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + 1 :]


def _halved(text: str, random: Random) -> str:
    return text[: random.randrange(len(text))]


def _word_lost(text: str, random: Random) -> str:
    words = text.split(" ")
    del words[random.randrange(len(words))]
    return " ".join(words)


def _word_added(text: str, random: Random) -> str:
    words = text.split(" ")
    words.insert(random.randrange(len(words) + 1), random.choice(NEGATIONS))
    return " ".join(words)


def _words_exchanged(text: str, random: Random) -> str:
    words = text.split(" ")
    one, other = random.randrange(len(words)), random.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _doubled(text: str, _: Random) -> str:
    return f"{text} {text}"


CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _figure,
    _letter,
    _cut,
    _halved,
    _word_lost,
    _word_added,
    _words_exchanged,
    _doubled,
)


def other_text(text: str, random: Random) -> str:
    """Return another text, a little or much unlike the first; where there was none, some word."""
    for change in random.sample(CHANGES, len(CHANGES)) if text else ():
        changed = change(text, random)
        if changed != text:
            return changed
    return random.choice(NEGATIONS)


def other_number(number: float, random: Random) -> float:
    """Return another number: near, far, of the other sign, or none."""
    near = number + random.choice((-1, 1, -2, 5, 0.5, -0.25))
    far = (number * 10, number / 10, number * 2, -number, 0, 1, number + random.uniform(-200, 200), 65535)
    drawn = round(random.choice((near, near, *far)), 4)
    return drawn if drawn != number else number + 1


def other_bytes(data: bytes, random: Random) -> bytes:
    """Return other bytes: one changed, some lost, or the end cut off."""
    if not data:
        return b"0"
    at = random.randrange(len(data))
    some = at + random.randint(1, 8)
    flipped = bytes([data[at] ^ (1 << random.randrange(8))])
    return random.choice((data[:at] + flipped + data[at + 1 :], data[:at] + data[some:], data[:at]))
