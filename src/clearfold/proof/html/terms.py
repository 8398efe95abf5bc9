"""Difficult words: in each part the first use of a term leads to its meaning, and no other does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clearfold.proof.html.elements import lang_of, name_of

# Where a link would stand in another, in a name that screen readers list, or in what is no running text.
NOT_IN = frozenset("a abbr h1 h2 h3 h4 h5 h6 dt thead th caption code pre".split())
MEANING = "doc-glossref"
INVISIBLE = str.maketrans({**dict.fromkeys("\u00ad\u200b\u2060"), "\u00a0": " ", "\u202f": " "})
"""Places at which a line may end, and those at which it may not; spaces are spaces."""


@dataclass(slots=True)
class _Run:
    """A text of a document between two elements; ``linked`` is where in it links to terms stand, from and up to."""

    text: str = ""
    linked: list[tuple[int, int]] = field(default_factory=list)


def terms_of(glossary: Element) -> tuple[str, ...]:
    """Return the words that a list of meanings explains."""
    terms = ("".join(element.itertext()) for element in glossary.iter() if name_of(element) == "dt")
    return tuple(" ".join(term.translate(INVISIBLE).split()) for term in terms)


def unled(part: Element, terms: Sequence[str], lang: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of a part of a leaflet whose first use leads to no meaning, and later ones that do (False)."""
    # The longest first, so that "T cell" is not found in "CAR T cell"; the first letter may begin a sentence.
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_either_case, ordered))})(?![\w-])")
    met: set[str] = set()
    for run in _runs(part, lang) if ordered else ():
        links = set(run.linked)
        for match in pattern.finditer(run.text):
            first = _small(match[0]) not in met
            met.add(_small(match[0]))
            if first != (match.span() in links):
                yield match[0], first


def _runs(part: Element, lang: str) -> Iterator[_Run]:
    """Yield the running text of the leaflet's language, piece by piece; links to terms stand in it as they were."""
    runs = [_Run()]

    def read(element: Element, *, spoken: bool) -> None:
        name = name_of(element)
        spoken = spoken and name not in NOT_IN and (lang_of(element) or lang) == lang
        spoken = spoken and element.get("aria-hidden") != "true"
        say(element.text, spoken=spoken)
        for child in element:
            if spoken and child.get("role") == MEANING and not any(name_of(e) == "abbr" for e in child):
                begin = len(runs[-1].text)
                say("".join(child.itertext()), spoken=True)
                runs[-1].linked.append((begin, len(runs[-1].text)))
            else:
                runs.append(_Run())
                read(child, spoken=spoken)
                runs.append(_Run())
            say(child.tail, spoken=spoken)

    def say(text: str | None, *, spoken: bool) -> None:
        runs[-1].text += (text or "").translate(INVISIBLE) if spoken else ""

    read(part, spoken=True)
    return iter(runs)


def _either_case(term: str) -> str:
    first = term[:1]
    return f"(?:{re.escape(first.lower())}|{re.escape(first.upper())}){re.escape(term[1:])}"


def _small(term: str) -> str:
    return term[:1].lower() + term[1:]
