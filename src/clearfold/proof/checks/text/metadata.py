"""Metadata: a finished file says of itself what the front matter says."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
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
    authors = {fold(name) for name in said.get("authors", "").split("\n") if name}
    if authors and facts.authors and authors != {fold(name) for name in facts.authors}:
        yield _differs("CON-003", title, place, said["authors"].replace("\n", ", "), ", ".join(facts.authors))
    date = said.get("published", "")
    if date and facts.dates and not any(found.startswith(date) for found in facts.dates):
        yield _differs("CON-004", title, place, date, ", ".join(facts.dates))


def _differs(code: str, at: Block | None, place: str, ours: str, theirs: str) -> Diagnostic:
    fact = f"“{ours}” in the copy, “{theirs}” here" if theirs else f"“{ours}” in the copy, nothing here"
    return finding(code, at, place=place, expected=ours, found=theirs, fact=fact)
