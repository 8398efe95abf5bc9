"""Spelling, by the dictionaries of Hunspell that stand on the machine; nothing is fetched."""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from clearfold.advice.advice import Advice, on
from clearfold.advice.languages.names import MEDICINE
from clearfold.advice.off import notes
from clearfold.advice.reading import Reading
from clearfold.advice.sentences import WORD, sentences
from clearfold.model.errors import UsageError
from clearfold.model.messages import message
from clearfold.model.transcript import Kind

KEY = "words"
# Where Linux, macOS and LibreOffice keep them; DICPATH is how Hunspell itself is told of another place.
_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/Library/Spelling",
    "~/Library/Spelling",
    "~/.local/share/hunspell",
)
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu)[’'](?=\w)", re.IGNORECASE)
_NAMED = ("publisher", "authors", "reviewers", "testers", "sources", "contact", "funding", "licence")


class Dictionary(Protocol):
    """What knows the words of a language."""

    def lookup(self, word: str) -> bool:
        """Tell whether a word is one of the language."""
        ...


def dictionary(lang: str) -> Dictionary:
    """Return the dictionary of a language, that of its country before others; raises UsageError where there is none."""
    found = _files(lang)
    if found is None:
        short = lang.split("-")[0].lower()
        told = message(
            "there is no Hunspell dictionary of “{lang}”; install one, on Debian with: apt install hunspell-{short}",
            lang=lang,
            short=short,
        )
        raise UsageError(message("{told}, or name its folder in DICPATH", told=told))
    return _opened(found)


def has_dictionary(lang: str) -> bool:
    """Tell whether there is a dictionary of a language."""
    return _files(lang) is not None


@lru_cache(maxsize=4)
def _opened(path: Path) -> Dictionary:
    try:
        from spylls.hunspell import Dictionary as Hunspell
    except ImportError as error:
        raise UsageError(message("--spelling needs spylls: pip install 'clearfold[spelling]'")) from error
    opened: Dictionary = Hunspell.from_files(str(path))
    return opened


def _files(lang: str) -> Path | None:
    """Return the path of a dictionary without its suffix."""
    given = os.environ.get("DICPATH", "")
    folders = [Path(name).expanduser() for name in (*filter(None, given.split(os.pathsep)), *_FOLDERS)]
    short, _, country = lang.partition("-")
    names = [f"{short.lower()}_{country.upper()}"] if country else []
    usual = {"en": "en_GB", "nl": "nl_NL", "fr": "fr_FR", "de": "de_DE"}
    names += [short.lower(), usual.get(short.lower(), short.lower())]
    for name in names:
        for folder in folders:
            if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
                return folder / name
    others = (path for folder in folders for path in sorted(folder.glob(f"{short.lower()}[_-]*.dic")))
    return next((path.with_suffix("") for path in others if path.with_suffix(".aff").is_file()), None)


def misspelled(reading: Reading) -> tuple[Advice, ...]:
    """Return the words that the dictionary does not have, each once; raises UsageError as dictionary does."""
    off = notes(reading.source)
    return tuple(
        one for one in _unknown(reading, dictionary(reading.transcript.lang)) if not any(n.covers(one) for n in off)
    )


def _unknown(reading: Reading, known: Dictionary) -> Iterator[Advice]:
    accepted = _accepted(reading)
    told: set[str] = set()
    for passage in reading.passages:
        if passage.part in _NAMED or passage.block.kind in (Kind.CODE, Kind.PUBLISHER, Kind.DETAIL, Kind.DRAWING):
            continue
        starts = {start for start, _ in sentences(passage.text)}
        for match in WORD.finditer(passage.text):
            word = _ELIDED.sub("", match[0]) if reading.lang == "fr" else match[0]
            if word.lower() in told | accepted or _is_name(word, match.start() in starts, reading.lang):
                continue
            around = passage.text[max(0, match.start() - 1) : match.end() + 1]
            if re.search(r"[\d@/\\_.]\w|\w[\d@/\\_]", around) or _known(word, known, accepted):
                continue
            told.add(word.lower())
            yield on(reading, passage, "ADV-110", (match.end() - len(word), match.end()))


def _is_name(word: str, first: bool, lang: str) -> bool:
    """Tell whether a word is an abbreviation, or a name: but in German, only names have a capital within a sentence."""
    return (
        len(word) < 3
        or word.isupper()
        or any(c.isupper() for c in word[1:])
        or (word[0].isupper() and not first and lang != "de")
    )


def _known(word: str, known: Dictionary, accepted: frozenset[str]) -> bool:
    # Dutch writes Eén for één at the beginning.
    forms = {word, word.replace("’", "'"), word.lower(), word.replace("Eé", "éé")}
    if MEDICINE.search(word) or any(known.lookup(form) for form in forms):
        return True
    parts = [part for part in re.split(r"[-‑’']", word) if len(part) > 1]
    return len(parts) > 1 and all(p.lower() in accepted or known.lookup(p) or known.lookup(p.lower()) for p in parts)


def _accepted(reading: Reading) -> frozenset[str]:
    """Return the words that the copy, or publisher.yaml, says to be right."""
    own = [p.block.text for p in reading.passages if p.block.kind is Kind.TERM or p.part in _NAMED]
    own += [p.block.text for p in reading.passages if p.block.kind in (Kind.PUBLISHER, Kind.DETAIL)]
    given = reading.publisher.lists.get(KEY, ())
    own += [value.text for value in given] + [reading.publisher.text(KEY)]
    words = {word.lower() for text in own for word in WORD.findall(text)}
    # A word of the glossary stands in other forms as well.
    return frozenset(words | {f"{word}{ending}" for word in words for ending in ("s", "n", "e", "en", "es")})


__all__ = ["Dictionary", "dictionary", "has_dictionary", "misspelled"]
