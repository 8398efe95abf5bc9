"""The words of the site: labels and numbers in the language of a leaflet, and languages in their own names."""

from collections.abc import Iterable
from functools import lru_cache

from babel.numbers import format_decimal

from clearfold.press.labels import Labels, labels_of, own_name

MB = 1_000_000


@lru_cache
def labels(lang: str) -> Labels:
    """Return the words in a language of a published leaflet; in English where there are none."""
    return labels_of(lang) or Labels("en", {})


def megabytes(size: int, lang: str) -> str:
    """Return a number of bytes as people read it, as 0,2 MB."""
    return f"{format_decimal(size / MB, '0.0', locale=lang.split('-')[0].lower())}\N{NO-BREAK SPACE}MB"


def names_of(languages: Iterable[str]) -> dict[str, str]:
    """Return what languages are called in themselves: with their region where two would be called alike."""
    return dict(_named(tuple(dict.fromkeys(languages))))


@lru_cache(maxsize=64)
def _named(languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((lang, own_name(lang, languages)) for lang in languages)
