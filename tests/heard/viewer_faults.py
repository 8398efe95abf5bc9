"""Faults of viewers, each with a file as small as can be, ready to be reported.

`python -m tests.heard.viewer_faults FOLDER` writes the files, and beside each the text of a report; docs/viewers.md has
them too. The session looks whether each is still there.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Name, String

from tests.heard.small_pdf import DRAWING, NEW_LINE, NEW_PAGE, Tag, attributes, small_pdf, tag
from tests.heard.tree import Thing


@dataclass(frozen=True, slots=True)
class ViewerFault:
    """A fault: its file's name, the viewer, what is wrong, what ought to be, and how the tree shows it."""

    name: str
    viewer: str
    wrong: str
    right: str
    data: bytes
    shows: Callable[[Thing], bool]

    def report(self) -> str:
        """Return the text of a report."""
        return f"{self.viewer}\n\nWhat happens: {self.wrong}\nWhat ought to: {self.right}\nFile: {self.name}.pdf\n"


def _names(role: str, tree: Thing) -> list[str]:
    return [one.name for one in tree.all() if one.role == role]


def _roles(tree: Thing) -> set[str]:
    return {one.role for one in tree.all()}


def _listed(*kids: Tag | str) -> Tag:
    return tag("LI", tag("Lbl", f"{NEW_LINE}1. "), tag("LBody", *kids))


FIGURE = tag("Figure", DRAWING, Alt=String("A green square"))
HEADS = tag(
    "TR",
    tag("TH", f"{NEW_LINE}Day ", A=attributes("Table", Scope=Name.Column)),
    tag("TH", "Dose", A=attributes("Table", Scope=Name.Column)),
)
CELLS = tag("TR", tag("TD", f"{NEW_LINE}Monday "), tag("TD", "1"))
ENTRY = tag("TOCI", tag("Reference", tag("Link", f"{NEW_LINE}Side effects ", link="https://example.org"), "7"))
FAULTS = (
    ViewerFault(
        "heading-of-two-lines",
        "Firefox",
        "the name of a heading of two lines is “Treatment withnew cells”: the space between the lines is dropped",
        "the name has the space that stands at the end of the first line",
        small_pdf(tag("H1", f"{NEW_LINE}Treatment with ", f"{NEW_LINE}new cells")),
        lambda tree: "Treatment withnew cells" in _names("heading", tree),
    ),
    ViewerFault(
        "item-of-two-lines",
        "Firefox",
        "the name of a list item is “1.Wash yourhands”: the spaces behind its label and between its lines are dropped",
        "the name has both spaces",
        small_pdf(tag("L", _listed("Wash your ", f"{NEW_LINE}hands"))),
        lambda tree: any("yourhands" in name for name in _names("list item", tree)),
    ),
    ViewerFault(
        "list-over-two-pages",
        "Firefox",
        "a list of two items that goes on over a page is two lists of two items, of which one is empty in each",
        "each page has the items that stand on it",
        small_pdf(tag("L", _listed("Wash"), tag("LI", tag("Lbl", f"{NEW_PAGE}2. "), tag("LBody", "Dry")))),
        lambda tree: any(one.role == "list item" and not one.words for one in tree.all()),
    ),
    ViewerFault(
        "figure-with-a-list-of-attributes",
        "Firefox",
        "a figure is no image where its attributes (A) are an array of one dictionary: its BBox is not found",
        "an image, as where they are that dictionary itself (ISO 32000-1, table 323 admits both)",
        small_pdf(tag("Figure", DRAWING, Alt=String("A green square"), listed=True)),
        lambda tree: "image" not in _roles(tree),
    ),
    ViewerFault(
        "link-in-a-link",
        "Firefox",
        "a link in the tags holds its annotation as a second link amid its words, and has the name of both",
        "one link, with its words for a name",
        small_pdf(tag("P", tag("Link", f"{NEW_LINE}our page", link="https://example.org"))),
        lambda tree: len(_names("link", tree)) > 1,
    ),
    ViewerFault(
        "expansion",
        "Firefox",
        "the expansion of an abbreviation (E) is given nowhere",
        "“multiple sclerosis” is given, as for an abbr with a title",
        small_pdf(tag("P", f"{NEW_LINE}What ", tag("Span", "MS", E=String("multiple sclerosis")), " is")),
        lambda tree: not any("multiple sclerosis" in f"{one.name} {one.text}" for one in tree.all()),
    ),
    ViewerFault(
        "strong-word",
        "Chromium",
        "a word in Strong, drawn in bold, stands behind its sentence: “Never stop taking it” is “Never taking it stop”",
        "the order of the tags, which is that of the page too",
        small_pdf(tag("P", f"{NEW_LINE}Never ", tag("Strong", "stop "), "taking it")),
        lambda tree: "Never stop taking it" not in tree.words,
    ),
    ViewerFault(
        "running-head",
        "Chromium",
        "a running head, which is an artifact, is read among the text",
        "artifacts are not read (ISO 32000-1, 14.8.2.2)",
        small_pdf(tag("P", f"{NEW_LINE}Take one tablet"), head="Leaflet 7"),
        lambda tree: "Leaflet 7" in tree.words,
    ),
    ViewerFault(
        "column-headers",
        "Chromium",
        "headers of columns (Scope Column) are headers of rows",
        "column headers",
        small_pdf(tag("Table", HEADS, CELLS)),
        lambda tree: "column header" not in _roles(tree),
    ),
    ViewerFault(
        "drawn-figure",
        "Chromium",
        "a figure that is drawn, and no photograph, is left out with its text alternative",
        "an image with its alternative",
        small_pdf(tag("P", f"{NEW_LINE}A picture:"), FIGURE),
        lambda tree: "A green square" not in tree.words,
    ),
    ViewerFault(
        "entry-of-contents",
        "Chromium",
        "the page number of an entry of the contents stands before its words",
        "the order of the tags: the words, then the number",
        small_pdf(tag("TOC", ENTRY)),
        lambda tree: "7 Side effects" in tree.words,
    ),
)


def write(folder: Path) -> None:
    """Write each file into a folder, with the text of its report beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    for fault in FAULTS:
        (folder / f"{fault.name}.pdf").write_bytes(fault.data)
        (folder / f"{fault.name}.txt").write_text(fault.report(), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
