"""The pictures of a leaflet: files of its own folder that every edition can show, each with words for the blind."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.media_types import GIF, JPEG, PNG, SVG
from clearfold.press.front_matter.paths import inside, is_file
from clearfold.press.images.find import find, nearly
from clearfold.press.images.image_files import picture_faults
from clearfold.press.images.sharpness import IN_TEXT, Room, coarse
from clearfold.press.images.svg_words import svg_words
from clearfold.press.leaflet import Picture

# EPUB 3.3, 3.2 core media types that WeasyPrint reads too.
MEDIA_TYPES = {
    ".svg": SVG,
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".gif": GIF,
}
_SHOWN = 5  # words of a drawing that are told


class Pictures:
    """Collects the pictures that a leaflet refers to."""

    def __init__(self, folder: Path) -> None:
        """Take the leaflet's folder; no picture may stand outside it."""
        self._folder = folder
        self._found: dict[str, Picture] = {}

    @property
    def found(self) -> tuple[Picture, ...]:
        """The pictures so far, each file once, in the order in which the copy names them."""
        return tuple(self._found.values())

    def add(
        self, name: str, alternative: str, place: Location, *, decoration: bool = False, room: Room = IN_TEXT
    ) -> Iterator[Diagnostic]:
        """Take a picture in, which is printed in a room; yield what is wrong with it."""
        shown = "images/…" if name.lower().startswith("data:") or not name else name
        yield from self._alternative_faults(shown, alternative, place, decoration=decoration)
        if name.lower().startswith("data:"):
            yield mistake("SRC-031", place, "data")
            return
        if "://" in name or name.lower().startswith(("//", "\\\\")):
            yield mistake("SRC-031", place, "other", name=name)
            return
        path = inside(self._folder, name)
        path = inside(self._folder, os.fspath(find(path))) if path else None
        if path is None:
            yield mistake("SRC-032", place, name=name)
        elif not name or not is_file(path):
            if other := nearly(path) if name else "":
                yield mistake("SRC-030", place, "near", name=name, other=other)
            else:
                yield mistake("SRC-030", place, "none" if name else "unnamed", name=name)
        elif path.suffix.lower() not in MEDIA_TYPES:
            yield mistake("SRC-034", place, suffix=path.suffix)
        elif sign := next((c for c in path.name if c in "#?%"), ""):
            yield mistake("SRC-085", place, "sign", name=name, sign=sign)
        elif name not in self._found:
            faults = tuple(picture_faults(path, name, place))
            yield from faults
            if not faults:
                self._found[name] = Picture(path, name, alternative)
                if path.suffix.lower() == ".svg":
                    yield from _unsaid(
                        path, name, alternative, place, decoration=decoration and not alternative.strip()
                    )
                else:
                    yield from coarse(path, name, place, room)

    def _alternative_faults(self, name: str, text: str, place: Location, *, decoration: bool) -> Iterator[Diagnostic]:
        if not text.strip() and not decoration:
            yield mistake("SRC-003", place, name=name)
        elif text.strip() and text.strip() in (Path(name).name, Path(name).stem):
            yield mistake("SRC-035", place)


def _unsaid(path: Path, name: str, text: str, place: Location, *, decoration: bool) -> Iterator[Diagnostic]:
    """Tell of the words of a drawing that its text alternative does not say: a screen reader says that alone."""
    said = _words(text)
    silent = [words for words in svg_words(path.read_bytes()) if not _words(words) <= said]
    shown = ", ".join(f"“{words}”" for words in silent[:_SHOWN]) + (" …" if len(silent) > _SHOWN else "")
    if silent and decoration:
        yield mistake("SRC-121", place, name=name, words=shown)
    elif silent:
        yield mistake("SRC-120", place, name=name, words=shown)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
