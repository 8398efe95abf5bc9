"""Words in capitals that are no abbreviations."""

import re
from collections.abc import Iterator

from clearfold.advice.advice import Advice, on
from clearfold.advice.languages.plain import PLAIN
from clearfold.advice.reading import Reading
from clearfold.model.transcript import Kind

_LOUD = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{2,}(?:[ ’'-]+[A-ZÀ-Þ]{2,})+(?![\w-])")
LETTERS = 5  # of a word in capitals that stands beside others, and is no abbreviation


def shouted(text: str, lang: str, given: frozenset[str]) -> list[tuple[int, int]]:
    """Return where words of a text are shouted: several in capitals, or a common one."""
    found = [m.span() for m in _LOUD.finditer(text) if _is_loud(m[0], given)]
    if lang in PLAIN:
        for match in re.finditer(rf"(?<![\w-])(?:{PLAIN[lang].shouted})(?![\w-])", text):
            if not any(start <= match.start() < end for start, end in found):
                found.append(match.span())
    return sorted(found)


def _is_loud(text: str, given: frozenset[str]) -> bool:
    names = re.findall(r"[A-ZÀ-Þ]+", text)
    return any(len(name) >= LETTERS and name not in given for name in names)


def capitals(reading: Reading) -> Iterator[Advice]:
    """Find words in capitals (ADV-058)."""
    given = frozenset(
        w for p in reading.passages if p.block.kind is Kind.TERM for w in re.findall(r"\w+", p.block.text)
    )
    for passage in reading.prose:
        for span in shouted(passage.text, reading.lang, given):
            small = passage.block.text[slice(*span)].lower()
            first = span[0] == 0
            yield on(reading, passage, "ADV-058", span, proposal=small[0].upper() + small[1:] if first else small)
