"""Where a sentence ends, and which words it has."""

import re
from collections.abc import Iterator

# Behind them a full stop ends no sentence, in any of the languages.
_SHORT = frozenset(
    "dr drs prof mr mrs ms st nr no tel ca bv bijv enz o.a d.w.z m.a.w i.p.v t.e.m p pp ex env cf mme mlle c.-à-d "
    "z.b d.h u.a bzw ggf evtl etc usw e.g i.e vs approx inkl max min vol art fig abb".split()
)
_END = re.compile(r"[.!?…]+[»”’\")\]]*(?=\s+[«“„‘\"(\[]?[A-ZÀ-ÞŒ0-9’'])|[.!?…]+[»”’\")\]]*\s*$")
WORD = re.compile(r"[^\W\d_]+(?:[’'‑-][^\W\d_]+)*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a block begins and ends."""
    start = 0
    for match in _END.finditer(text):
        before = text[start : match.start()].rsplit(None, 1)[-1:] or [""]
        last = before[0].lstrip("(«“„").lower()
        if match[0] == "." and match.end() < len(text) and (last in _SHORT or re.fullmatch(r"\d{1,2}|\w", last)):
            continue
        if text[start : match.end()].strip():
            yield _trimmed(text, start, match.end())
        start = match.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def words(text: str) -> list[str]:
    """Return the words of a text, numbers left out."""
    return WORD.findall(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
