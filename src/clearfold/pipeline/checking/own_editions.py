"""Recognise an edition of ours by what the file says of itself, where no manifest stands beside it."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.binding import folded
from clearfold.model.media_types import HTML
from clearfold.model.paper import Fold

if TYPE_CHECKING:
    from pypdf import PdfReader

    from clearfold.model.binding import Binding
    from clearfold.press.edition import Edition
    from clearfold.press.leaflet import Leaflet

MAKER = "Clearfold"
PAGE = b'<meta name="generator" content="Clearfold"'
POINTS = 72 / 25.4  # in a millimetre
NEAR = 2.0  # points
LARGEST = 10_000_000  # bytes of a package document


def own_editions(path: Path, data: bytes, leaflet: "Leaflet") -> tuple["Edition", ...]:
    """Return the editions of a leaflet that a file may be; () for what others made, or cannot be read.

    Its name ends as that of an edition; one that was renamed may be any whose pages are like its own.
    """
    from clearfold.press.editions import EDITIONS

    if data.startswith(b"%PDF"):
        fitting = tuple(_like(data, EDITIONS))
    elif PAGE in data:
        fitting = tuple(one for one in EDITIONS if one.media_type == HTML)
    else:
        fitting = tuple(one for one in EDITIONS if one.binding and _is_book(data, one.binding(leaflet, one)))
    named = [one for one in fitting if path.name.endswith(one.suffix)]
    return tuple(sorted(named, key=lambda one: -len(one.suffix))[:1]) or fitting


def _like(data: bytes, editions: tuple["Edition", ...]) -> Iterator["Edition"]:
    """Yield the editions with pages of the size that a PDF of ours has, and tags as it has them."""
    from pypdf import PdfReader

    try:
        pdf = PdfReader(BytesIO(data))
        if MAKER not in _creators(pdf):
            return
        tagged = "/StructTreeRoot" in pdf.root_object
        box = pdf.pages[0].trimbox
        wide, high = float(box.width), float(box.height)
    except Exception:  # pypdf raises whatever a broken file makes it stumble over; the proof tells of it
        return
    for one in editions:
        if one.paper is not None and one.paper.tagged == tagged:
            flat = one.paper.fold is Fold.FLAT
            size = (one.paper.width * POINTS, one.paper.height * POINTS)
            if not flat or max(abs(wide - size[0]), abs(high - size[1])) < NEAR:
                yield one


def _creators(pdf: "PdfReader") -> tuple[str | None, ...]:
    information, packet = pdf.metadata, pdf.xmp_metadata
    return information.creator if information else None, packet.xmp_creator_tool if packet else None


def _is_book(data: bytes, binding: "Binding") -> bool:
    """Say whether an e-book has the identifier of that leaflet, or the style sheet that all of ours have."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as book:
            small = [info for info in book.infolist() if info.file_size < LARGEST]
            packages = (book.read(info) for info in small if info.filename.endswith(".opf"))
            sheets = (book.read(info) for info in small if info.filename.endswith(".css"))
            named = any(binding.identifier.encode() in package for package in packages)
            return named or any(folded(sheet) == binding.style for sheet in sheets)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
