"""Where a sentence ends, and which words it has."""

import re
from collections.abc import Iterator

# Behind them a full stop ends no sentence, in any of the languages.
_SHORT = frozenset(
    "dr drs prof mr mrs ms st nr no tel ca bv bijv enz o.a d.w.z m.a.w i.p.v t.e.m p pp ex env cf mme mlle c.-à-d "
    "z.b d.h u.a bzw ggf evtl etc usw e.g i.e vs approx inkl max min vol art fig abb".split()
)
_BEHIND = r"[.!?…]+(?:\[\d+\]|[»”“’‘\")\]]|\s»)*"
_END = re.compile(rf"{_BEHIND}(?=\s+[«“„‘\"(\[§]?\s?[A-ZÀ-ÞŒ0-9’'])|{_BEHIND}\s*$")
# Behind a number, a full stop makes it an ordinal where German goes on with what is counted.
_ORDINAL = re.compile(
    r"\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Tag|Woche|Monat|Jahr|Lebensjahr|Stock|Etage)"
)
_INITIAL = re.compile(r"(?<!\w)[A-ZÀ-Þ]\.\s+[A-ZÀ-Þ]\w")
# Behind these, one letter is a name of its own.
_LETTERED = re.compile(
    r"(?:vitamine?s?|hepatitis|hépatite|type|typ|groep|groupe|gruppe|group|plan)\s\w$", re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_]+(?:[’'‑-][^\W\d_]+)*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a block begins and ends."""
    start = 0
    for match in _END.finditer(text):
        if match[0] == "." and match.end() < len(text) and _goes_on(text[start : match.start()], text[match.start() :]):
            continue
        if text[start : match.end()].strip():
            yield _trimmed(text, start, match.end())
        start = match.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _goes_on(before: str, behind: str) -> bool:
    """Tell whether a full stop is one of an abbreviation, an ordinal or an initial."""
    if re.match(r"\.\s?\w\.", behind):
        return True  # z. B., d. h.
    last = (before.split() or [""])[-1].lstrip("(«“„").lower()
    if last.isdigit():
        return bool(_ORDINAL.match(behind[1:]))
    initial = len(last) == 1 and _INITIAL.match(before[-1:] + behind) and not _LETTERED.search(before)
    return last in _SHORT or bool(initial)


def words(text: str) -> list[str]:
    """Return the words of a text, numbers left out."""
    return WORD.findall(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
