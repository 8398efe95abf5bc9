"""A finished file with its proof and its copy: what the page for editors shows of it."""

import base64
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.braille import Sheet
from clearfold.model.diagnostic import Location
from clearfold.model.messages import message
from clearfold.model.paper import Paper
from clearfold.model.source import Source
from clearfold.proof.report import wording
from clearfold.proof.report.pictures import Picture
from clearfold.proof.report.results import EditionReport


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A finished file and its proof.

    ``title`` and ``lang`` are the copy's, ``paper`` and ``sheet`` as the proof was given them.
    """

    report: EditionReport
    data: bytes
    source: Source
    title: str
    lang: str
    paper: Paper | None = None
    sheet: Sheet | None = None

    @property
    def name(self) -> str:
        """Return what people call the edition; a file that another tool made is told by its own name."""
        return wording.edition_name(self.report.edition) if self.report.edition else Path(self.report.name).name


@dataclass(frozen=True, slots=True)
class Inline:
    """A picture as it stands within the page, with its size in px."""

    address: str
    width: int
    height: int
    marked: bool


def inline(picture: Picture | None) -> Inline | None:
    """Return a picture as a data address, so that nothing has to be fetched."""
    if picture is None:
        return None
    address = f"data:image/png;base64,{base64.b64encode(picture.data).decode('ascii')}"
    return Inline(address, picture.width, picture.height, picture.marked)


def told_place(at: Location) -> str:
    """Return a place in a copy as people know it: its file, and its line where that is known."""
    path = told_path(at.path)
    return message("{path}, line {line}", path=path, line=at.line) if at.line else path


def told_path(path: Path) -> str:
    """Return a path as people know it: from the working folder, or with the folder in which the file stands."""
    whole, here = path.resolve(), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else Path(*whole.parts[-2:])).as_posix()
