"""What a book of ours says of itself in its package: the front matter and what its files bear out, and nothing else."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Kind, Transcript
from clearfold.proof.compare.letters import tidy
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import part
from clearfold.proof.readers.pdf.page_texts import made_at

Said = tuple[str, str, str]
"""A statement: its name, what it says, and the name of the statement that it refines, "" for the book."""
# True of every book of ours: headings, contents, one order, text that the reader sets, and no lock on it.
ALWAYS = ("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability", "unlocked")
MODIFIED = "dcterms:modified"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")  # EPUB 3.3, 5.5.4
CLAIM = "schema:access"


def book_declared(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of statements that are not the front matter's (EPB-067), and of claims that are not true (EPB-068)."""
    epub, binding = evidence.epub, evidence.binding
    if epub is None or not evidence.ours or binding is None:
        return
    everything = list(_found(epub))
    found = [said for said in everything if said[0] != MODIFIED]
    moments = [value for name, value, _ in everything if name == MODIFIED]
    if len(moments) != 1 or not _is_moment(moments[0].strip(), evidence.expected, binding.printed):
        yield _told(
            MODIFIED,
            epub.package_path,
            message("{modified} says {moments}", modified=MODIFIED, moments=quoted(", ".join(moments))),
        )
    wanted = [*_of_the_copy(evidence.expected), ("identifier", binding.identifier, "")]
    described = any(block.kind is Kind.ALTERNATIVE for block in evidence.expected.blocks)
    true = {"": True, "described": described, "moves": epub.moving, "pages": part(epub, "page-list") is not None}
    wanted += [("meta", _cover(epub), ""), *_claims(true)]
    summary = " ".join(sentence for when, sentence in binding.summary if true[when])
    for name, identifier, lang in binding.related:
        wanted += [(name, identifier, ""), ("schema:inLanguage", lang, name)]
    wanted.append(("schema:accessibilitySummary", summary, ""))
    if true["pages"]:
        wanted.append(("pageBreakSource", binding.page_source, ""))
    yield from _differences([_tidied(said) for said in wanted], [_tidied(said) for said in found], epub.package_path)


def _is_moment(said: str, expected: Transcript, printed: bytes) -> bool:
    """Say whether a book was made when it says: on the day of publication, or with the printed edition beside it.

    Where that is not at hand any moment may be the one that SOURCE_DATE_EPOCH had set.
    """
    if not MOMENT.fullmatch(said):
        return False
    day = dict(expected.facts).get("published") or "2000-01-01"
    if said == f"{day}T00:00:00Z" or not printed:
        return True
    return said == (made_at(printed) or said)


def _differences(wanted: list[Said], found: list[Said], place: str) -> Iterator[Diagnostic]:
    ours, theirs = Counter(wanted), Counter(found)
    for name, value, _ in (theirs - ours).elements():
        yield _told(name, place, message("{name} says {value}", name=name, value=quoted(value)))
    if ours - theirs and not theirs - ours:
        for name, value, _ in (ours - theirs).elements():
            yield _told(name, place, message("{name} does not say {value}", name=name, value=quoted(value)))
    for name in ("creator", "title"):
        if ours == theirs and [s for s in wanted if s[0] == name] != [s for s in found if s[0] == name]:
            yield _told(name, place, message("the order of {name}", name=name))


def _told(name: str, place: str, fact: str) -> Diagnostic:
    code = "EPB-068" if name.startswith(CLAIM) or name == "pageBreakSource" else "EPB-067"
    return finding(code, None, place=place, found=fact, fact=fact)


def _found(epub: EpubFile) -> Iterator[Said]:
    """Yield all that the metadata says, each with what it refines."""
    block = next((e for e in epub.package if name_of(e) == "metadata"), epub.package)
    named = {e.get("id"): e for e in block if e.get("id")}
    for element in block:
        refined = element.get("refines")
        target = named.get(refined.removeprefix("#")) if refined else None
        about = _name(target) if target is not None else refined or ""
        if target is not None and about == "title":
            about = f"title {tidy(_value(target))}"
        yield _name(element), _value(element), about


def _name(element: Element) -> str:
    return element.get("property") or element.get("rel") or name_of(element)


def _value(element: Element) -> str:
    return element.get("content") or element.get("href") or "".join(element.itertext())


def _of_the_copy(expected: Transcript) -> Iterator[Said]:
    said = dict(expected.facts)
    kinds = {block.kind: block.text for block in reversed(expected.blocks)}
    yield "title", expected.title, ""
    if subtitle := kinds.get(Kind.SUBTITLE):
        yield from (("title-type", "main", f"title {expected.title}"), ("title", subtitle, ""))
        yield "title-type", "subtitle", f"title {subtitle}"
    yield "language", expected.lang, ""
    for name, key in (("creator", "authors"), ("contributor", "reviewers"), ("subject", "subjects")):
        values = said.get(key, "").split("\n")
        yield from ((name, value, "") for value in (dict.fromkeys(values) if name == "subject" else values) if value)
    for name, text in (
        ("publisher", said.get("publisher")),
        ("date", said.get("published")),
        ("description", kinds.get(Kind.AUDIENCE)),
        ("rights", said.get("licence")),
        ("schema:version", said.get("version")),
        ("dcterms:conformsTo", said.get("evaluation")),
    ):
        if text:
            yield name, text, ""
    for name, key, about in (
        ("a11y:certifiedBy", "evaluated by", "dcterms:conformsTo"),
        ("dcterms:date", "evaluated on", "a11y:certifiedBy"),
        ("a11y:certifierReport", "evaluation report", "a11y:certifiedBy"),
    ):
        if text := said.get(key):
            yield name, text, about


def _claims(true: dict[str, bool]) -> Iterator[Said]:
    """Yield what EPUB Accessibility 1.1, 2 asks a book to say of itself, as its files bear it out."""
    described, pages = true["described"], true["pages"]
    yield from ((f"{CLAIM}Mode", mode, "") for mode in ("textual", *(("visual",) if described else ())))
    enough = ("textual", *(("textual,visual",) if described else ()))
    yield from ((f"{CLAIM}ModeSufficient", modes, "") for modes in enough)
    features = (*ALWAYS, *(("alternativeText",) if described else ()))
    features += ("pageNavigation", "pageBreakMarkers") if pages else ()
    yield from ((f"{CLAIM}ibilityFeature", feature, "") for feature in features)
    yield f"{CLAIM}ibilityHazard", "unknown" if true["moves"] else "none", ""


def _cover(epub: EpubFile) -> str:
    """Return the id of the cover, by which older shelves find it."""
    return next((name for name, item in epub.manifest.items() if "cover-image" in item.properties), "")


def _tidied(said: Said) -> Said:
    return said[0], tidy(said[1]), tidy(said[2])
