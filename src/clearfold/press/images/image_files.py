"""Whether a picture's file can be shown: whole, of its kind, and of a size that a page and a machine can bear."""

import re
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.errors import refusal_of
from clearfold.model.limits import MB, PICTURE_BYTES
from clearfold.press.images.raster_files import raster_fault
from clearfold.press.images.svg import svg_faults

_KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF"}
_SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif"}
# How the files of some kinds begin; a telephone's are HEIC, whatever they are called.
_BEGINNINGS = {
    "PNG": re.compile(rb"\x89PNG"),
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "GIF": re.compile(rb"GIF8"),
    "WebP": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "HEIC": re.compile(rb"....ftyp(?:hei|hev|mif|msf)", re.DOTALL),
    "AVIF": re.compile(rb"....ftypavi", re.DOTALL),
    "TIFF": re.compile(rb"II\*\0|MM\0\*"),
    "BMP": re.compile(rb"BM"),
    "PDF": re.compile(rb"%PDF"),
    "SVG": re.compile(rb"\s*(?:<\?xml|<svg)"),
}


def picture_faults(path: Path, name: str, place: Location) -> Iterator[Diagnostic]:
    """Yield what is wrong with a picture's file (SRC-085), or with what an SVG holds (SRC-086)."""
    try:
        with path.open("rb") as file:
            data = file.read(PICTURE_BYTES + 1)
    except OSError as error:
        yield mistake("SRC-085", place, "unread", name=name, reason=refusal_of(error))
        return
    if len(data) > PICTURE_BYTES:
        yield mistake("SRC-085", place, "large", name=name, most=PICTURE_BYTES // MB)
    elif path.suffix.lower() == ".svg":
        yield from svg_faults(data, name, place)
    elif other := _other_kind(data, _KINDS[path.suffix.lower()]):
        if other in _SUFFIXES:
            yield mistake("SRC-085", place, "misnamed", name=name, kind=other, right=f"{path.stem}{_SUFFIXES[other]}")
        else:
            yield mistake("SRC-085", place, "kind", name=name, kind=other)
    elif fault := raster_fault(data, _KINDS[path.suffix.lower()]):
        yield mistake("SRC-085", place, "raster", name=name, reason=fault)


def _other_kind(data: bytes, kind: str) -> str:
    """Return of which other kind a picture is, "" where it is none that can be told."""
    found = next((name for name, beginning in _BEGINNINGS.items() if beginning.match(data)), kind)
    return "" if found == kind else found
