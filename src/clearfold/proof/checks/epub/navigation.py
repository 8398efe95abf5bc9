"""EPUB: contents, landmarks and the NCX lead where they say, and agree with the copy and with each other."""

from collections.abc import Iterator
from itertools import pairwise

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.compare.letters import fold, tidy
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import Entry, entries, heading_at, ncx_entries, part, reached, reading_order


def navigation(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find what contents, landmarks and NCX get wrong; each is silent where the book has none of it."""
    epub, expected = evidence.epub, evidence.expected
    if epub is None:
        return
    if part(epub, "toc") is not None:
        yield from _sections(epub, expected)
        yield from _panels(epub, expected)
    yield from _landmarks(epub)
    if epub.ncx is not None:
        yield from _ncx(epub)


def _sections(epub: EpubFile, expected: Transcript) -> Iterator[Diagnostic]:
    """Look for each heading of level 2 in the contents: by the entry's words, or by the heading to which it leads."""
    sections = _headings(expected)
    waiting = {words: [n for n, (other, _) in enumerate(sections) if other == words] for words, _ in sections}
    furthest = -1
    for entry in entries(epub, "toc"):
        # Of sections with the same words the first that no entry has named yet is meant.
        section = next((waiting[name].pop(0) for name in _names(epub, entry) if waiting.get(name)), furthest)
        if section < furthest:
            yield _misplaced(epub, entry, sections[section][1])
        furthest = max(furthest, section)
    for n in sorted(n for numbers in waiting.values() for n in numbers):
        block = sections[n][1]
        yield finding("EPB-017", block, place=epub.nav, expected=block.text, fact=f"“{block.text}”")


def _headings(expected: Transcript) -> tuple[tuple[str, Block], ...]:
    """Return the headings of the copy that begin a section, in its order, each with its words."""
    inner = {fold(text) for text in dict(expected.facts).get("inner headings", "").split("\n")}
    heads = ((fold(block.text), block) for block in expected.blocks if block.kind is Kind.HEADING and block.level == 2)
    return tuple((words, block) for words, block in heads if words not in inner)


def _panels(epub: EpubFile, expected: Transcript) -> Iterator[Diagnostic]:
    """Hold the entries of which the copy has no heading, such as a panel's, and those after them against the text."""
    sections = {words for words, _ in _headings(expected)}
    places = reading_order(epub)
    listed = [entry for entry in entries(epub, "toc") if entry.target in places]
    for before, entry in pairwise(listed):
        both = all(sections.intersection(_names(epub, one)) for one in (before, entry))
        if places[entry.target] < places[before.target] and not both:
            yield _misplaced(epub, entry, None)


def _misplaced(epub: EpubFile, entry: Entry, at: Block | None) -> Diagnostic:
    return finding("EPB-018", at, place=epub.nav, found=entry.label, fact=f"“{entry.label}”")


def _names(epub: EpubFile, entry: Entry) -> tuple[str, ...]:
    """Return what an entry may be known by: the heading to which it leads, and its own words."""
    root = epub.documents.get(entry.path)
    heading = heading_at(root, entry.fragment) if root is not None else None
    led = (fold(tidy("".join(heading.itertext()))),) if heading is not None else ()
    return (*led, fold(entry.label))


def _landmarks(epub: EpubFile) -> Iterator[Diagnostic]:
    files = {item.path for item in epub.manifest.values()}
    for entry in entries(epub, "landmarks"):
        if entry.path in epub.absent:
            continue
        element = reached(epub, entry.path, entry.fragment)
        if entry.path not in files or (entry.path in epub.documents and element is None):
            yield finding("EPB-019", None, place=epub.nav, found=entry.label, fact=f"“{entry.label}”")
        elif "bodymatter" in entry.kind and entry.path not in epub.spine and entry.path in (epub.nav, epub.ncx_path):
            fact = message("“{label}” leads to {path}", label=entry.label, path=entry.path)
            yield finding("EPB-020", None, place=epub.nav, found=entry.label, fact=fact)


def _ncx(epub: EpubFile) -> Iterator[Diagnostic]:
    """Compare the NCX with the package and with the navigation document, entry by entry."""
    metas = epub.ncx.iter() if epub.ncx is not None else ()
    said = next((e.get("content") or "" for e in metas if e.get("name") == "dtb:uid"), "")
    if epub.identifier and " ".join(said.split()) != epub.identifier:
        fact = message("“{identifier}” in the package, “{said}” here", identifier=epub.identifier, said=said)
        yield finding("EPB-014", None, place=epub.ncx_path, expected=epub.identifier, found=said, fact=fact)
    older = {entry.target: entry.label for entry in ncx_entries(epub, "navPoint")}
    for entry in entries(epub, "toc"):
        if fold(older.get(entry.target, "")) != fold(entry.label):
            yield _unlike("EPB-016", epub, entry, older.get(entry.target, ""))
    pages = {entry.target: entry.label for entry in ncx_entries(epub, "pageTarget")}
    for entry in entries(epub, "page-list") if pages else ():
        if fold(pages.get(entry.target, "")) != fold(entry.label):
            yield _unlike("EPB-015", epub, entry, pages.get(entry.target, ""))


def _unlike(code: str, epub: EpubFile, entry: Entry, found: str) -> Diagnostic:
    fact = (
        message("“{label}” in the navigation, “{found}” here", label=entry.label, found=found)
        if found
        else message("“{label}” is missing here", label=entry.label)
    )
    return finding(code, None, place=epub.ncx_path, expected=entry.label, found=found, fact=fact)
