"""Lists of words, a file a language, as Debian packages them: wdutch, wfrench, wngerman, wbritish.

A line of a file is a word of the sorted list: a letter that says how many characters it shares with the word before
it, ``a`` for none, and the rest. So packed they take half as much as whole words do.
"""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

LANGUAGES = ("nl", "fr", "de", "en")
_STRAIGHT = str.maketrans("’ʼ", "''")
_ELIDED = ("l'", "d'", "j'", "m'", "n'", "s'", "t'", "c'", "qu'", "jusqu'", "lorsqu'", "puisqu'")


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of a language; without any, nothing is listed."""

    language: str
    words: frozenset[str]

    def lists(self, word: str) -> bool:
        """Tell whether a word is listed: as it is written, with a small letter first, or behind an elided one."""
        word = word.translate(_STRAIGHT).strip("'.,;:!?()[]«»“”„\"…")
        if not word:
            return False
        if word in self.words or word[0].lower() + word[1:] in self.words or word.lower() in self.words:
            return True
        if self.language == "de" and word[0].upper() + word[1:] in self.words:
            return True
        if self.language == "en" and word.endswith("'s"):
            return self.lists(word[:-2])
        start = next((e for e in _ELIDED if word.lower().startswith(e)), "") if self.language == "fr" else ""
        return bool(start) and self.lists(word[len(start) :])


@lru_cache(maxsize=len(LANGUAGES) + 1)
def word_list(language: str) -> WordList:
    """Return the list of a language, by its tag; one without words for a language that has none here."""
    short = language.partition("-")[0].lower()
    if short not in LANGUAGES:
        return WordList(short, frozenset())
    packed = (files("clearfold.importers.words") / "lists" / f"{short}.xz").read_bytes()
    return WordList(short, frozenset(_unpacked(lzma.decompress(packed).decode("utf-8"))))


def _unpacked(lines: str) -> Iterator[str]:
    word = ""
    for line in lines.split("\n"):
        word = word[: ord(line[0]) - ord("a")] + line[1:]
        yield word
