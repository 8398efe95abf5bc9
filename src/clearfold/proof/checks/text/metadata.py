"""Metadata: a finished file says of itself what the front matter says."""

import re
from collections.abc import Iterable, Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding


def metadata(evidence: Evidence) -> Iterator[Diagnostic]:
    """Compare title, language, authors, dates and identifiers with the copy's."""
    facts, expected = evidence.facts, evidence.expected
    title = next((block for block in expected.blocks if block.kind is Kind.TITLE), None)
    place = "metadata"
    if fold(facts.title) != fold(expected.title):
        yield _differs("CON-001", title, place, expected.title, facts.title)
    if facts.lang.lower() != expected.lang.lower():
        yield _differs("CON-002", title, place, expected.lang, facts.lang)
    said = dict(expected.facts)
    yield from _authors(evidence, tuple(name for name in said.get("authors", "").split("\n") if name), title)
    date = said.get("published", "")
    if date and facts.dates and not any(found.startswith(date) for found in facts.dates):
        yield _differs("CON-004", title, place, date, ", ".join(facts.dates))


def _authors(evidence: Evidence, said: tuple[str, ...], at: Block | None) -> Iterator[Diagnostic]:
    """Compare the authors, each by itself; a name may have a comma or a semicolon in it.

    Other programs write several authors as one, so theirs are compared part by part, and so is what is one text.
    """
    facts = evidence.facts
    if not said:
        return
    same = {fold(name) for name in said} == {fold(name) for name in facts.authors}
    if facts.authors and not same and not (evidence.foreign and _parts(said) == _parts(facts.authors)):
        yield _differs("CON-003", at, message("metadata"), "; ".join(said), "; ".join(facts.authors))
    elif facts.byline and _parts(said) != _parts((facts.byline,)):
        yield _differs("CON-003", at, message("metadata"), "; ".join(said), facts.byline)


def _parts(names: Iterable[str]) -> set[str]:
    """Return the parts of names between commas and semicolons."""
    return {fold(part) for name in names for part in re.split("[,;]", name) if part.strip()}


def _differs(code: str, at: Block | None, place: str, ours: str, theirs: str) -> Diagnostic:
    fact = (
        message("“{ours}” in the copy, “{theirs}” here", ours=ours, theirs=theirs)
        if theirs
        else message("“{ours}” in the copy, nothing here", ours=ours)
    )
    return finding(code, at, place=place, expected=ours, found=theirs, fact=fact)
