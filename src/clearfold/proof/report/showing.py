"""The page's second part: each finding in plain words, with the passage of the copy beside a picture of its place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.media_types import PDF
from clearfold.model.messages import Message, message, told
from clearfold.model.paper import Fold
from clearfold.proof.findings.finding import NOWHERE, Finding
from clearfold.proof.findings.rules import ELSEWHERE, RULES, Rank
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.pdf.print.unimpose import unfold
from clearfold.proof.report import wording
from clearfold.proof.report.exhibit import Exhibit, Inline, inline, told_place
from clearfold.proof.report.passages import Part, from_copy, from_output, words_changed
from clearfold.proof.report.pictures import Pages, open_pages, page_of
from clearfold.proof.report.results import rank, sentence

MOST = 40  # findings that are shown one by one
PICTURES = 24
COMPARED = ("TXT-002", "TXT-003", "TXT-004", "TXT-005", "TXT-008", "TXT-016", "ALT-002", "CON", "EPB-003")
"""Codes whose expected and found are words that can be compared."""


QUOTES = ("TXT", "ALT")
"""Families whose expected and found are nothing but quotations."""

SHOWN = ("TXT-001", "TXT-006", "ALT-001")
"""Codes that say no more than the passage does in which their words are marked."""

PAIRED = ("ORD", "TAG", "EPB")
"""Families that say no more than what was expected and what was found."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as it is shown: ``changed`` word by word, or else ``expected`` and ``found`` in words.

    ``advice`` is for the editor, ``hint`` for whoever mends the file; ``lang`` is the copy's language.
    ``copy`` is the place in the copy, ``written`` the passage there; ``place`` and ``order`` are those of the output,
    ``there`` its words around the place.
    """

    number: int
    rank: Rank
    code: str
    severity: str
    edition: str
    lang: str
    heading: str
    detail: str
    meaning: str
    advice: str
    hint: str
    copy: str
    written: tuple[Part, ...]
    place: str
    order: str
    there: tuple[Part, ...]
    changed: tuple[Part, ...]
    expected: str
    found: str
    picture: Inline | None


@dataclass(frozen=True, slots=True)
class Cause:
    """The worst of the findings that have one cause, and the others: in further editions, or what follows from it."""

    first: Shown
    others: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """Findings that are only counted."""

    edition: str
    code: str
    fact: str
    count: int


def show(exhibits: Sequence[Exhibit]) -> tuple[tuple[Cause, ...], tuple[Rest, ...]]:
    """Return the findings of all editions by cause, the worst first, and the count of those beyond what is shown."""
    found = [(exhibit, d) for exhibit in exhibits for d in exhibit.report.diagnostics]
    found.sort(key=lambda item: rank(item[1]))  # within an edition the order stays
    rest = Counter((exhibit.name, d.code, _heading(d)) for exhibit, d in found[MOST:])
    return tuple(_all(found[:MOST])), tuple(Rest(*key, count) for key, count in rest.items())


def _all(found: Sequence[tuple[Exhibit, Diagnostic]]) -> Iterator[Cause]:
    causes: dict[tuple[str, ...], list[tuple[Exhibit, Diagnostic]]] = {}
    for exhibit, diagnostic in found:
        causes.setdefault(_cause(exhibit, diagnostic), []).append((exhibit, diagnostic))
    opened: dict[str, Pages | None] = {}
    left, numbers = PICTURES, count(1)
    for (exhibit, diagnostic), *others in causes.values():
        picture = None
        if left and isinstance(diagnostic, Finding) and exhibit.report.media_type == PDF and page_of(diagnostic.place):
            name = exhibit.report.name
            if name not in opened:
                opened[name] = open_pages(_unfolded(exhibit))
            pages = opened[name]
            picture = pages.picture(diagnostic) if pages else None
            left -= picture is not None
        first = _one(next(numbers), exhibit, diagnostic, inline(picture))
        yield Cause(first, tuple(_one(next(numbers), *other, None) for other in others))


def _cause(exhibit: Exhibit, diagnostic: Diagnostic) -> tuple[str, ...]:
    """Return what findings of one cause have in common: a passage of the copy; where none is meant, what is told."""
    at = diagnostic.location
    if at != NOWHERE and at.path == exhibit.source.path:
        return (told_place(at),)
    return diagnostic.code, _heading(diagnostic)


def _unfolded(exhibit: Exhibit) -> bytes:
    """Return a file whose pages are those that findings name: folded sheets are opened."""
    if exhibit.paper is None or exhibit.paper.fold is Fold.FLAT:
        return exhibit.data
    try:
        return unfold(exhibit.data, exhibit.paper).data
    except UnreadableError:
        return exhibit.data


def _one(number: int, exhibit: Exhibit, diagnostic: Diagnostic, picture: Inline | None) -> Shown:
    one = diagnostic if isinstance(diagnostic, Finding) else None
    compared = one is not None and diagnostic.code.startswith(COMPARED)
    at = diagnostic.location
    written = from_copy(exhibit.source, one) if one and at.path == exhibit.source.path else ()
    said = (*(SHOWN if any(part.kind for part in written) else ()), *(PAIRED if one and one.expected else ()))
    own, hint = wording.editors(diagnostic.code) or bool(_reason(diagnostic)), sentence(diagnostic.hint)
    return Shown(
        number,
        rank(diagnostic),
        diagnostic.code,
        str(diagnostic.severity),
        exhibit.name,
        exhibit.lang,
        _heading(diagnostic),
        "" if diagnostic.code.startswith(said) else _detail(diagnostic),
        wording.meaning(diagnostic.code),
        hint if own else wording.AGAIN if exhibit.report.edition else wording.ELSEWHERE,
        "" if own or _is_said(diagnostic) else hint,
        "" if at == NOWHERE else told_place(at),
        written,
        one.place if one else "",
        one.stream if one else "",
        from_output(one) if one else (),
        words_changed(one) if one and compared and one.found else (),
        one.expected if one and not compared and not diagnostic.code.startswith(QUOTES) else "",
        one.found if one and not compared and not diagnostic.code.startswith(QUOTES) else "",
        picture,
    )


def _is_said(diagnostic: Diagnostic) -> bool:
    """Say whether the hint says no more than what the page tells everybody to do."""
    rule = RULES.get(diagnostic.code)
    return diagnostic.code in wording.SAID and rule is not None and diagnostic.hint in (rule.hint, ELSEWHERE)


def _parts(diagnostic: Diagnostic) -> dict[str, str]:
    """Return what a fact is put together of: its rule's words or its cause, and what is known of this one."""
    known = diagnostic.fact.values if isinstance(diagnostic.fact, Message) else None
    return {name: value for name, value in (known or {}).items() if isinstance(value, str)}


def _reason(diagnostic: Diagnostic) -> str:
    """Return what is known of the cause of a finding on another tool's file, "" where its rule says all."""
    rule = RULES.get(diagnostic.code)
    known = isinstance(diagnostic, Finding) and rule and not diagnostic.fact.startswith(rule.fact)
    return _parts(diagnostic).get("what") or diagnostic.fact.partition(": ")[0] if known else ""


def _heading(diagnostic: Diagnostic) -> str:
    rule = RULES.get(diagnostic.code)
    fact = told(_reason(diagnostic) or (message(rule.fact) if rule else diagnostic.fact))
    return f"{fact[:1].upper()}{fact[1:]}"


def _detail(diagnostic: Diagnostic) -> str:
    """Return what a fact adds to its rule's words."""
    rule = RULES.get(diagnostic.code)
    if not rule:
        return ""
    parts = _parts(diagnostic)
    if own := parts.get("detail") if _reason(diagnostic) else parts.get("rule") and parts.get("fact"):
        return sentence(own)
    general = told(_reason(diagnostic) or message(rule.fact))
    return sentence(told(diagnostic.fact).removeprefix(general).lstrip(": "))
