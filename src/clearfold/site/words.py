"""The words of the site: labels and numbers in the language of a leaflet, and languages in their own names."""

from collections.abc import Iterable
from functools import lru_cache

from babel.numbers import format_decimal

from clearfold.press.labels import Labels, labels_of, own_name

KB, MB = 1_000, 1_000_000


@lru_cache
def labels(lang: str) -> Labels:
    """Return the words in a language of a published leaflet; in English where there are none."""
    return labels_of(lang) or Labels("en", {})


def size_of(size: int, lang: str) -> str:
    """Return a number of bytes as people read it: 0,2 MB, or 85 kB."""
    if size < MB / 10:
        return f"{max(1, round(size / KB))}\N{NO-BREAK SPACE}kB"
    primary = lang.split("-")[0].lower()
    return f"{format_decimal(size / MB, '0.0', locale=primary)}\N{NO-BREAK SPACE}MB"


def names_of(languages: Iterable[str]) -> dict[str, str]:
    """Return what languages are called in themselves: with their region where two would be called alike."""
    return dict(_named(tuple(dict.fromkeys(languages))))


@lru_cache(maxsize=64)
def _named(languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((lang, own_name(lang, languages)) for lang in languages)
