"""What people are told of a file that they can have: its edition, its paper, what it is for, its size."""

from collections.abc import Mapping
from dataclasses import dataclass

from clearfold.model.media_types import HTML
from clearfold.model.paper import Paper
from clearfold.press.editions import EDITIONS
from clearfold.press.labels import Labels
from clearfold.site.words import labels, size_of
from clearfold.store.manifest import MadeFile

PAPERS: Mapping[str, tuple[float, float]] = {"A4": (210, 297), "A5": (148, 210)}
"""Width and height in mm."""
_EDITIONS = {edition.name: edition for edition in EDITIONS}


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is offered: where it stands beside its page, what it is called, what it is for, and how large."""

    path: str
    label: str
    purpose: str
    size: str


def download(file: MadeFile, lang: str) -> Download:
    """Return what people are told of a file."""
    words = labels(lang)
    edition = _EDITIONS.get(file.edition)
    label = words(edition.label) if edition else file.edition
    paper = paper_name(edition.paper) if edition and edition.paper else ""
    kind = file.path.rpartition(".")[2].upper()
    size = size_of(file.bytes, lang)
    pages = f"{file.pages}\N{NO-BREAK SPACE}{words('pages')}" if file.pages else ""
    told = ", ".join(filter(None, (kind, pages, size)))
    return Download(file.path, ", ".join(filter(None, (label, paper))), purpose(file, words), told)


def paper_name(paper: Paper) -> str:
    """Return the name of the paper of an edition's pages, "" where it has none."""
    return next((name for name, size in PAPERS.items() if size == (paper.width, paper.height)), "")


def purpose(file: MadeFile, words: Labels) -> str:
    """Return what an edition is for."""
    if file.media_type == HTML:
        return words("To read on a screen")
    if file.edition == "epub":
        return words("For an e-reader or a telephone")
    if file.edition == "accessible":
        return words("For a screen reader, and to keep")
    if file.edition == "print-shop":
        return words("For the print shop")
    if "booklet" in file.edition or "flyer" in file.edition:
        return words("To print and fold")
    return words("To print")


def order(file: MadeFile) -> int:
    """Return the place of a download: what is for most people first, and what is for the print shop last."""
    first = ("web", "epub", "accessible", "large-print")
    if file.edition in first:
        return first.index(file.edition)
    known = list(_EDITIONS)
    place = known.index(file.edition) if file.edition in known else len(known)
    return len(first) + place + (99 if file.edition == "print-shop" else 0)
