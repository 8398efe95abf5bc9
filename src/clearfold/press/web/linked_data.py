"""What a page says of itself to programs, as JSON-LD in the words of schema.org: only what the front matter says."""

import json
from collections.abc import Iterator

from clearfold.press.leaflet import Leaflet, Status

PERSON = "Person"
STATES = {
    Status.DRAFT: "Draft",
    Status.REVIEW: "In review",
    Status.FINAL: "Published",
    Status.WITHDRAWN: "Withdrawn",
}
"""What schema.org's creativeWorkStatus says of each."""


def linked_data(leaflet: Leaflet) -> str:
    """Return a MedicalWebPage (schema.org) as JSON that can stand in a script element of HTML."""
    facts = {name: value for name, value in _facts(leaflet) if value}
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    # HTML ends a script at "</script" whatever JSON it is in (HTML, 4.12.1.3).
    return text.replace("<", "\\u003c")


def _facts(leaflet: Leaflet) -> Iterator[tuple[str, object]]:
    metadata = leaflet.metadata
    yield "@context", "https://schema.org"
    yield "@type", "MedicalWebPage"
    yield "name", metadata.title
    yield "alternativeHeadline", metadata.subtitle
    yield "inLanguage", metadata.lang
    yield "creativeWorkStatus", STATES[metadata.status]
    yield "version", metadata.version
    yield "datePublished", metadata.published.isoformat() if metadata.published else ""
    yield "audience", _named("Audience", metadata.audience, "audienceType")
    yield "about", [_named("Thing", subject) for subject in metadata.subjects]
    yield "publisher", _named("Organization", metadata.publisher)
    yield "author", [_named(PERSON, name) for name in metadata.authors]
    # Who has read a draft has not read what will be published.
    final = metadata.status is Status.FINAL
    yield "reviewedBy", [_named(PERSON, name) for name in metadata.reviewers] if final else []
    yield "url", metadata.online
    described = any(picture.alternative for picture in leaflet.shown)
    yield "accessMode", ["textual", "visual"] if described else ["textual"]
    yield "accessModeSufficient", ["textual"]
    yield (
        "accessibilityFeature",
        [
            "structuralNavigation",
            "tableOfContents",
            "displayTransformability",
            "readingOrder",
            *(["alternativeText"] if described else []),
        ],
    )
    yield "accessibilityHazard", ["none"]
    if metadata.evaluation:
        yield "conformsTo", metadata.evaluation.standard


def _named(kind: str, name: str, key: str = "name") -> dict[str, str]:
    return {"@type": kind, key: name} if name else {}
