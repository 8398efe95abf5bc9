"""Web page: what it says of itself, to browsers, searches and programs, is the front matter's."""

from collections import Counter
from collections.abc import Iterator, Mapping

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Kind, Transcript
from clearfold.proof.compare.letters import fold, tidy
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.web.file import WebPage

ALWAYS: Mapping[str, str] = {
    "viewport": "width=device-width, initial-scale=1",
    "color-scheme": "light dark",
    "referrer": "no-referrer",
    "generator": "Clearfold",
}
STATES: Mapping[str, str] = {
    "draft": "Draft",
    "review": "In review",
    "final": "Published",
    "withdrawn": "Withdrawn",
}
FEATURES = ("structuralNavigation", "tableOfContents", "displayTransformability", "readingOrder")


def about(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold the page's metas and its linked data against the copy; its title and language are held by metadata."""
    page, expected = evidence.web, evidence.expected
    if page is None or not evidence.ours:
        return
    metas = dict(ALWAYS)
    if audience := _first(expected, Kind.AUDIENCE):
        metas["description"] = audience
    yield from _compared("meta", metas, dict(page.metas("name")))
    yield from _doubled(page)
    if fold(page.title) == fold(expected.title) and tidy(page.title) != tidy(expected.title):
        fact = message("title: {title} in the copy, {title2} here", title=expected.title, title2=page.title)
        yield finding("WEB-007", None, place="title", expected=expected.title, found=page.title, fact=fact)
    data = page.linked_data()
    if not isinstance(data, dict):
        yield finding("WEB-007", None, fact=message("its linked data cannot be read"))
        return
    described = any(picture.get("alt") for picture in page.body.iter("img"))
    yield from _compared(message("linked data"), dict(_linked_data(expected, described=described)), data)


def _doubled(page: WebPage) -> Iterator[Diagnostic]:
    """Tell of what the head says twice, of which a browser takes the one or the other."""
    head = next(iter(page.root.iter("head")), page.root)
    said = [one.get("name") or one.get("http-equiv") or "charset" for one in head.iter("meta")]
    said += ["title" for _ in page.root.iter("title")]
    for name, count in Counter(said).items():
        if count > 1:
            yield finding(
                "WEB-007",
                None,
                place="head",
                found=name,
                fact=message("{name} stands there {count} times", name=name, count=count),
            )


def _compared(where: str, ours: Mapping[str, object], theirs: Mapping[str, object]) -> Iterator[Diagnostic]:
    for name in sorted({*ours, *theirs}):
        one, two = _written(ours.get(name)), _written(theirs.get(name))
        if one != two:
            fact = message(
                "{name}: {one} in the copy, {two} here",
                name=name,
                one=one or message("nothing"),
                two=two or message("nothing"),
            )
            yield finding("WEB-007", None, place=where, expected=one, found=two, fact=fact)


def _written(value: object) -> str:
    """Return a value as text: names of people and bodies as they are, lists as parts."""
    if isinstance(value, dict):
        return "; ".join(f"{name} {_written(part)}" for name, part in sorted(value.items()))
    if isinstance(value, list | tuple):
        return ", ".join(map(_written, value))
    return tidy(str(value)) if value is not None else ""


def _linked_data(expected: Transcript, *, described: bool) -> Iterator[tuple[str, object]]:
    """Yield what is true of a leaflet in the words of schema.org: MedicalWebPage."""
    facts = dict(expected.facts)
    yield "@context", "https://schema.org"
    yield "@type", "MedicalWebPage"
    yield "name", expected.title
    yield "inLanguage", expected.lang
    yield "creativeWorkStatus", STATES.get(facts.get("status", "draft"), "")
    yield "accessMode", ["textual", "visual"] if described else ["textual"]
    yield "accessModeSufficient", ["textual"]
    yield "accessibilityFeature", [*FEATURES, *(["alternativeText"] if described else [])]
    yield "accessibilityHazard", ["none"]
    if subtitle := _first(expected, Kind.SUBTITLE):
        yield "alternativeHeadline", subtitle
    if audience := _first(expected, Kind.AUDIENCE):
        yield "audience", {"@type": "Audience", "audienceType": audience}
    if publisher := facts.get("publisher"):
        yield "publisher", {"@type": "Organization", "name": publisher}
    for key, name in (("version", "version"), ("published", "datePublished"), ("evaluation", "conformsTo")):
        if key in facts:
            yield name, facts[key]
    if "authors" in facts:
        yield "author", [{"@type": "Person", "name": name} for name in facts["authors"].split("\n")]
    if "subjects" in facts:
        yield "about", [{"@type": "Thing", "name": name} for name in dict.fromkeys(facts["subjects"].split("\n"))]
    if "reviewers" in facts and facts.get("status") == "final":
        yield "reviewedBy", [{"@type": "Person", "name": name} for name in facts["reviewers"].split("\n")]
    if "online" in facts:
        yield "url", facts["online"]


def _first(expected: Transcript, kind: Kind) -> str:
    return next((block.text for block in expected.blocks if block.kind is kind), "")
