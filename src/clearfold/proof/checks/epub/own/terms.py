"""Difficult words in a book of ours: in each part the first use of a term leads to its meaning, and no other does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.elements import lang_of, name_of
from clearfold.proof.readers.epub.closed.trees import kinds_in

GLOSSARY, LINK, PARTS = "section-glossary", "a-doc-glossref", ("section-part", "section-summary")
# Where a link would stand in another, in a name that screen readers list, or in what is no running text.
NOT_IN = frozenset("a abbr h1 h2 h3 h4 h5 h6 dt thead th caption code pre".split())


@dataclass(slots=True)
class _Run:
    """A text of a document between two elements; ``linked`` is where in it links to terms stand, from and up to."""

    text: str = ""
    linked: list[tuple[int, int]] = field(default_factory=list)


def book_terms(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of first uses of a term that do not lead to it, and of later ones that do (EPB-071)."""
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    roots = [epub.documents[path] for path in epub.spine if path in epub.documents]
    glossary = next((e for root in roots for e, kind in kinds_in(root) if kind == GLOSSARY), None)
    found = glossary.iter() if glossary is not None else ()
    terms = [" ".join("".join(element.itertext()).split()) for element in found if name_of(element) == "dt"]
    if not terms:
        return
    # The longest first, so that "T cell" is not found in "CAR T cell"; the first letter may begin a sentence.
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_either_case, ordered))})(?![\w-])")
    for path in epub.spine:
        root = epub.documents.get(path)
        if root is None or not any(kind in PARTS for _, kind in kinds_in(root)):
            continue
        met: set[str] = set()
        for run in _runs(root, lang_of(root)):
            links = set(run.linked)
            for match in pattern.finditer(run.text):
                first, term = _small(match[0]) not in met, match.span()
                met.add(_small(match[0]))
                if first != (term in links):
                    fact = (
                        message("{word} leads not to its meaning", word=quoted(match[0]))
                        if first
                        else message("{word} leads there once more", word=quoted(match[0]))
                    )
                    yield finding("EPB-071", None, place=path, found=match[0], fact=fact)


def _runs(root: Element, lang: str) -> Iterator[_Run]:
    """Yield the running text of the book's language, piece by piece; links to terms stand in it as they were."""
    body = next((e for e in root if name_of(e) == "body"), root)
    runs = [_Run()]

    def read(element: Element, *, spoken: bool) -> None:
        name = name_of(element)
        spoken = spoken and name not in NOT_IN and (lang_of(element) or lang) == lang
        spoken = spoken and element.get("aria-hidden") != "true"
        say(element.text, spoken=spoken)
        for child in element:
            if spoken and child.get("role") == "doc-glossref":
                begin = len(runs[-1].text)
                say("".join(child.itertext()), spoken=True)
                runs[-1].linked.append((begin, len(runs[-1].text)))
            else:
                runs.append(_Run())
                read(child, spoken=spoken)
                runs.append(_Run())
            say(child.tail, spoken=spoken)

    def say(text: str | None, *, spoken: bool) -> None:
        runs[-1].text += (text or "") if spoken else ""

    read(body, spoken=True)
    return iter(runs)


def _either_case(term: str) -> str:
    first = term[:1]
    return f"(?:{re.escape(first.lower())}|{re.escape(first.upper())}){re.escape(term[1:])}"


def _small(term: str) -> str:
    return term[:1].lower() + term[1:]
