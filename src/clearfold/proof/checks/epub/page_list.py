"""EPUB: the pages of the printed edition are marked, listed and claimed alike. A book without pages is left alone."""

import re
from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import roles_of
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import BREAKS, entries, marker_label, markers, part, reached, reading_order

FEATURE = "schema:accessibilityFeature"
MARKED = frozenset({"pageBreakMarkers", "printPageNumbers"})  # the second is the older word for the first


def pages(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find what page list, marks of pages and the claims about them get wrong."""
    epub = evidence.epub
    if epub is None:
        return
    listed = part(epub, "page-list") is not None
    marked = any(True for _ in markers(epub))
    if listed:
        yield from _entries(epub)
        yield from _unlisted(epub)
    source = " ".join((*epub.claimed("pageBreakSource"), *epub.claimed("source-of"))).strip()
    if (listed or marked) and not source:
        yield finding("EPB-036", None, place=epub.nav)
    if source not in ("", "none") and not listed and not marked and not epub.absent:
        yield finding("EPB-037", None, found=source, fact=f"“{source}”")
    features = set(epub.claimed(FEATURE))
    if "pageNavigation" in features and not listed:
        yield finding("EPB-034", None, found="pageNavigation")
    if features & MARKED and not marked and not epub.absent:
        yield finding("EPB-035", None, found=" ".join(sorted(features & MARKED)))


def _entries(epub: EpubFile) -> Iterator[Diagnostic]:
    order, furthest, before = reading_order(epub), -1, ""
    for entry in entries(epub, "page-list"):
        if entry.path in epub.absent:
            continue
        element = reached(epub, entry.path, entry.fragment)
        if element is None:
            yield finding(
                "EPB-010", None, place=epub.nav, found=entry.label, fact=message("page “{label}”", label=entry.label)
            )
            continue
        place = order.get(entry.target, furthest + 1)
        if place <= furthest:
            fact = message("page “{label}” after page “{before}”", label=entry.label, before=before)
            yield finding("EPB-011", None, place=epub.nav, found=entry.label, fact=fact)
        else:
            furthest, before = place, entry.label
        said = marker_label(element) if roles_of(element) & BREAKS else ""
        if said and len(said) < 40 and not (_holds(said, entry.label) or _holds(entry.label, said)):
            fact = message("“{label}” in the list, “{said}” at the page", label=entry.label, said=said)
            yield finding("EPB-012", None, place=entry.path, expected=entry.label, found=said, fact=fact)


def _unlisted(epub: EpubFile) -> Iterator[Diagnostic]:
    """A mark is listed where an entry leads to it, or has its label: an entry that leads nowhere is told as that."""
    listed = entries(epub, "page-list")
    targets, labels = {entry.target for entry in listed}, {fold(entry.label) for entry in listed}
    for path, marker in markers(epub):
        label = marker_label(marker)
        if (path, marker.get("id") or "") not in targets and fold(label) not in labels:
            yield finding("EPB-013", None, place=path, found=label, fact=message("page “{label}”", label=label))


def _holds(text: str, words: str) -> bool:
    """Say whether words stand in a text as they are: “7” in “page 7”, and not in “17”."""
    return bool(re.search(rf"(?<!\w){re.escape(_folded(words))}(?!\w)", _folded(text)))


def _folded(text: str) -> str:
    return " ".join(fold(word) for word in text.split())
