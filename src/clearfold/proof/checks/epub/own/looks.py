"""What a book of ours looks like: the edition's style sheet to the letter, and the copy's pictures alone."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.binding import folded
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import tidy
from clearfold.proof.evidence import Evidence
from clearfold.proof.expect.shown_pictures import original, shown_as
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.elements import name_of
from clearfold.proof.page.page_model import CELLS
from clearfold.proof.page.pictures import LIMIT
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees
from clearfold.proof.readers.epub.closed.cover import cover_and_page
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import place_of

FOOT = 3 * CELLS * (CELLS - 5)  # where the lowest rows begin, which name the edition: each has a name of its own there
SHIFT = 0.3  # of a cell
Plate = tuple[str, str]
"""A picture as its readers meet it: its alternative, and the digest of its file."""


def book_style(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of a style sheet that is not the edition's, and of a second one (EPB-072)."""
    epub, binding = evidence.epub, evidence.binding
    if epub is None or not evidence.ours or binding is None:
        return
    for path, text in epub.sheets.items():
        if folded(text.encode()) != binding.style:
            yield finding("EPB-072", None, place=path, found=path, fact=message("{path} is another", path=path))
    if len(epub.sheets) != 1:
        yield finding(
            "EPB-072", None, place=epub.package_path, fact=message("there are {sheets}", sheets=len(epub.sheets))
        )
    for path, root in epub.documents.items():
        linked = [place_of(path, e.get("href") or "")[0] for e in root.iter() if name_of(e) == "link"]
        if any(sheet not in epub.sheets for sheet in linked):
            yield finding(
                "EPB-072", None, place=path, found=", ".join(linked), fact=message("{path} asks for another", path=path)
            )


def book_cover(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of a cover that is not the first page of the printed edition, where that is at hand (EPB-076)."""
    opened, binding = evidence.opened_epub, evidence.binding
    if opened is None or not evidence.ours or binding is None or not binding.printed:
        return
    for item in opened.epub.manifest.values():
        if "cover-image" in item.properties and item.path in opened.epub.pictures:
            cover, page = cover_and_page(opened.data, item.path, binding.printed)
            if _apart(cover, page) > LIMIT:
                yield finding("EPB-076", None, place=item.path, found=item.path)


def _apart(cover: bytes, page: bytes) -> float:
    """Return how far the cells above the foot that differ most are apart.

    The sheets of the two are not of one shape: what is drawn on one may stand a little higher than on the other. An
    edge within a cell moves its mean by that share of what stands above and below it, and not beyond the two.
    """
    row, apart = 3 * CELLS, 0.0
    for at in range(FOOT):
        near = [page[at + to] for to in (-row, 0, row) if at + to >= 0]
        least, most = min(near), max(near)
        moved = SHIFT * (most - least)
        apart = max(apart, max(least, page[at] - moved) - cover[at], cover[at] - min(most, page[at] + moved))
    return apart


def book_plates(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of pictures that the copy has not, or has more often, decorations too (EPB-073)."""
    epub = evidence.epub
    pictures = evidence.expected.pictures
    if epub is None or not evidence.ours or not all(Path(path).is_file() for _, path in pictures):
        return
    wanted = Counter((tidy(alt), shown_as(Path(path))) for alt, path in pictures)
    wanted.update(_icons(evidence))
    files = sorted({Path(path) for _, path in pictures})
    held = {path: original(data, files) for path, data in epub.images.items()}
    shown = Counter(_plates(epub, held))
    for alt, _ in (shown - wanted).elements():
        yield finding(
            "EPB-073",
            None,
            found=alt,
            fact=message("{alt} stands for another, or too often", alt=quoted(alt) or message("a decoration")),
        )
    if not shown - wanted:
        for alt, _ in (wanted - shown).elements():
            yield finding(
                "EPB-073",
                None,
                expected=alt,
                fact=message("{alt} is missing", alt=quoted(alt) or message("a decoration")),
            )
    used = {digest for _, digest in shown}
    covers = {item.path for item in epub.manifest.values() if "cover-image" in item.properties}
    for path, sum_ in held.items():
        if sum_ not in used and path not in covers:
            yield finding("EPB-073", None, place=path, found=path, fact=message("{path} is shown nowhere", path=path))
    if len(covers) != 1:
        yield finding(
            "EPB-073", None, place=epub.package_path, fact=message("there are {covers} covers", covers=len(covers))
        )


def _icons(evidence: Evidence) -> Iterator[Plate]:
    """Yield the icon of each box of the copy, which decorates its title."""
    icons = dict(evidence.binding.icons) if evidence.binding else {}
    for tree in copy_trees(evidence.expected.markup):
        for element in tree.iter("aside"):
            kind = next((name for name in (element.get("class") or "").split() if name in icons), "")
            if kind:
                yield "", icons[kind]


def _plates(epub: EpubFile, held: dict[str, str]) -> Iterator[Plate]:
    for path in epub.spine:
        for element in epub.documents[path].iter() if path in epub.documents else ():
            if name_of(element) == "img":
                target = place_of(path, element.get("src") or "")[0]
                yield tidy(element.get("alt") or ""), held.get(target, "")
