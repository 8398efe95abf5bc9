"""The words of the studio in the language of the person who works with it: gettext files, English being the key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("en", "nl", "fr", "de")
LOCALES = Path(__file__).parent.parent / "locale"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; calling it with the English ones, and values for their fields, gives them."""

    lang: str
    known: Mapping[str, str]

    def __call__(self, english: str, **values: object) -> str:
        """Return a sentence in this language, in English where the language lacks it."""
        return (self.known.get(english) or english).format(**values) if values else self.known.get(english) or english


@lru_cache
def words_of(lang: str) -> Words:
    """Return the words of a language of LANGUAGES."""
    from babel.messages.pofile import read_po

    if lang == "en":
        return Words(lang, {})
    with catalogue(lang).open("rb") as file:
        return Words(lang, {str(one.id): str(one.string) for one in read_po(file) if one.id})


def catalogue(lang: str) -> Path:
    """Return where the words of a language stand."""
    return LOCALES / lang / "LC_MESSAGES" / "studio.po"


def preferred(accepted: str) -> str:
    """Return the language of ours that a browser asks for first (RFC 9110, 12.5.4), English where there is none."""
    asked: list[tuple[float, str]] = []
    for part in accepted.split(","):
        match = re.fullmatch(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*", part)
        if match and match[1].lower() in LANGUAGES:
            asked.append((float(match[2] or 1), match[1].lower()))
    # Of two that are asked for alike, the first: max keeps it.
    return max(asked, key=lambda one: one[0])[1] if asked else "en"
