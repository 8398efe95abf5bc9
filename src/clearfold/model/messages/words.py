"""The translated words: gettext files, one a language and a part of the program, with the English words as keys."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clearfold.model.messages.language import ENGLISH

LOCALES = Path(__file__).parents[2] / "locale"
_ESCAPED = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; ``forms`` holds one for each grammatical number, one alone where there is none."""

    forms: Mapping[str, tuple[str, ...]]
    form_of: Callable[[int], int]

    def of(self, english: str, count: int | None = None) -> str | None:
        """Return the translation, in the form of a number where one is given; None where there is none."""
        found = self.forms.get(english)
        return None if found is None else found[0 if count is None else self.form_of(count)] or None


@lru_cache
def words_of(language: str) -> Words:
    """Return all that is translated into a language; of English, and of what has no file, nothing."""
    forms: dict[str, tuple[str, ...]] = {}
    if language != ENGLISH:
        for path in sorted((LOCALES / language / "LC_MESSAGES").glob("messages-*.po")):
            forms |= _read(path.read_text("utf-8"))
    return Words(forms, _FORM_OF.get(language, _two))


def _two(count: int) -> int:
    return int(count != 1)


def _french(count: int) -> int:
    return int(abs(count) > 1)


_FORM_OF = {"fr": _french}
"""CLDR's rules of whole numbers: French has its singular for 0 as well, the others for 1 alone."""


def _read(text: str) -> Mapping[str, tuple[str, ...]]:
    """Return the entries of a file by their keys.

    It is read each time that the program begins, and Babel takes ten times as long; a test holds both to the same.
    """
    forms: dict[str, tuple[str, ...]] = {}
    key: list[str] = []
    into: list[str] = []
    strings: list[list[str]] = []
    for line in text.splitlines():
        name, _, value = line.partition(" ") if line[:1] != '"' else ("", "", line)
        if name == "msgid":
            _keep(forms, key, strings)
            key = into = []
            strings = []
        elif name.startswith("msgstr"):
            into = []
            strings.append(into)
        elif name == "msgid_plural":
            into = []
        elif name:  # a comment; what is told no more stands behind “#~”
            continue
        if value:
            into.append(value[1:-1])
    _keep(forms, key, strings)
    forms.pop("", None)  # the head of the file
    return forms


def _keep(forms: dict[str, tuple[str, ...]], key: list[str], strings: list[list[str]]) -> None:
    if strings:
        forms[_plain("".join(key))] = tuple(_plain("".join(pieces)) for pieces in strings)


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda match: _SIGNS.get(match[1], match[1]), text) if "\\" in text else text
