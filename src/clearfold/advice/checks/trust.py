"""Trust: what the front matter says of a leaflet's making, and claims that name no source."""

import re
from collections.abc import Iterator
from datetime import date

from clearfold.advice.advice import Advice, advice, on
from clearfold.advice.languages.trust import RESEARCH
from clearfold.advice.reading import Reading
from clearfold.model.transcript import Block, Kind
from clearfold.proof.expect.front_matter import Fields

OLD = 5  # years after which sources are looked for anew
FRESH = 2  # years for which a search says that there is nothing newer

_KEYS = (
    ("ADV-030", "published"),
    ("ADV-031", "review_by"),
    ("ADV-033", "sources"),
    ("ADV-034", "authors"),
    ("ADV-035", "reviewers"),
    ("ADV-036", "testers"),
    ("ADV-037", "funding"),
    ("ADV-038", "conflicts"),
)
_YEAR = re.compile(r"\b(?:19[5-9]|20[0-4])\d\b")
_REACHED = re.compile(r"\+?\d[\d /.()\u202f\u00a0-]{6,}\d|\S+@\S+\.\w+")
_NAMED = re.compile(r"\[\d+\]|\((?:[^()]*\D)?(?:19|20)\d\d\)")


def missing(reading: Reading) -> Iterator[Advice]:
    """Find what the front matter does not say of the leaflet's making (ADV-030 to ADV-039)."""
    top = reading.source.at(max(reading.source.front_matter_line - 1, 1))
    for code, key in _KEYS:
        if not says(reading.front, key):
            yield advice(code, top)
    if not reaches(reading):
        yield advice("ADV-039", top)


def says(front: Fields, key: str) -> bool:
    """Tell whether the front matter has a value for a key."""
    return bool(front.text(key).strip() or any(value.text.strip() for value in front.lists.get(key, ())))


def reaches(reading: Reading) -> bool:
    """Tell whether a reader is told whom to ask: in the contact, or by a number or an address in the text."""
    given = _of(reading, "contact", "phone", "email", "website", "address")
    return bool(given) or any(_REACHED.search(p.block.text) for p in reading.passages if p.part == "body")


def passed(reading: Reading) -> Iterator[Advice]:
    """Find a date of review that has passed (ADV-032)."""
    day = _day(reading.front.text("review_by"))
    if day and day < reading.today and reading.front.text("status").strip() != "withdrawn":
        yield advice("ADV-032", reading.key("review_by"), day.isoformat())


def search(reading: Reading) -> Iterator[Advice]:
    """Find sources that nobody says to have looked for lately (ADV-040), or that are old (ADV-041)."""
    if not says(reading.front, "sources"):
        return
    searched = _day(reading.front.text("searched"))
    if searched is None:
        yield advice("ADV-040", reading.key("sources"))
    now = _day(reading.front.text("published")) or reading.today
    years = [int(year) for block in _of(reading, "sources") for year in _YEAR.findall(block.text)]
    newest = max((year for year in years if year <= now.year), default=now.year)
    if now.year - newest > OLD and not (searched and now.year - searched.year <= FRESH):
        yield advice("ADV-041", reading.key("sources"), str(newest))


def claims(reading: Reading) -> Iterator[Advice]:
    """Find research that is spoken of and not named (ADV-042)."""
    if reading.lang not in RESEARCH:
        return
    for passage in reading.prose:
        match = re.search(RESEARCH[reading.lang], passage.text, re.IGNORECASE)
        named = _NAMED.search(passage.text) or any(span.link for span in passage.block.spans)
        if match and not named and passage.part == "body" and passage.block.kind is not Kind.HEADING:
            yield on(reading, passage, "ADV-042", match.span())


def _of(reading: Reading, *parts: str) -> list[Block]:
    return [p.block for p in reading.passages if p.part in parts]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
