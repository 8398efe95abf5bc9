"""The language in which messages are told, for as long as a page is written or a command is carried out."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from clearfold.model.messages.language import ENGLISH, LANGUAGES

_LANGUAGE = ContextVar("language", default=ENGLISH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Have all that is told meanwhile be in one of LANGUAGES; raises ValueError for another."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is none of {', '.join(LANGUAGES)}")
    before = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def current() -> str:
    """Return the language in which messages are told now."""
    return _LANGUAGE.get()
