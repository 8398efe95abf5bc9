"""The pictures of a leaflet: files of its own folder that every edition can show, each with words for the blind."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.diagnostic import Diagnostic, Location, Severity, mistake
from clearfold.model.media_types import GIF, JPEG, PNG, SVG
from clearfold.press.front_matter.paths import inside, is_file
from clearfold.press.images.find import find, nearly
from clearfold.press.images.image_files import picture_faults
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

    def add(self, name: str, alternative: str, place: Location, *, decoration: bool = False) -> Iterator[Diagnostic]:
        """Take a picture in; yield what is wrong with it."""
        yield from self._alternative_faults(name, alternative, place, decoration=decoration)
        if "://" in name or name.lower().startswith(("//", "\\\\", "data:")):
            hint = "download the picture into the folder images/ and name it here: nothing is read from the network"
            yield mistake("SRC-031", place, f"the picture “{name}” is on another computer", hint)
            return
        path = inside(self._folder, name)
        path = inside(self._folder, os.fspath(find(path))) if path else None
        if path is None:
            hint = "copy it into the folder images/ beside this file"
            yield mistake("SRC-032", place, f"the picture “{name}” is outside the leaflet's folder", hint)
        elif not name or not is_file(path):
            other = nearly(path) if name else ""
            hint = f"the folder has “{other}”: write that name" if other else "check its name, capitals included"
            yield mistake("SRC-030", place, f"there is no picture “{name}”", hint)
        elif path.suffix.lower() not in MEDIA_TYPES:
            hint = "save it as SVG, PNG or JPEG"
            yield mistake("SRC-034", place, f"“{path.suffix}” is not a kind of picture that e-readers show", hint)
        elif sign := next((c for c in path.name if c in "#?%"), ""):
            hint = "name the file with letters, digits and hyphens: in an address the sign means something else"
            yield mistake("SRC-085", place, f"the name of the picture “{name}” holds {sign}", hint)
        elif name not in self._found:
            faults = tuple(picture_faults(path, name, place))
            yield from faults
            if not faults:
                self._found[name] = Picture(path, name, alternative)
                if path.suffix.lower() == ".svg":
                    yield from _unsaid(
                        path, name, alternative, place, decoration=decoration and not alternative.strip()
                    )

    def _alternative_faults(self, name: str, text: str, place: Location, *, decoration: bool) -> Iterator[Diagnostic]:
        if not text.strip() and not decoration:
            hint = f"write ![what the picture shows]({name}), or ![]({name}){{role=presentation}} if it only decorates"
            yield mistake("SRC-003", place, "image has no alternative text", hint)
        elif text.strip() and text.strip() in (Path(name).name, Path(name).stem):
            hint = "say what the picture shows to somebody who cannot see it"
            yield mistake("SRC-035", place, "the alternative text is the name of the file", hint)


def _unsaid(path: Path, name: str, text: str, place: Location, *, decoration: bool) -> Iterator[Diagnostic]:
    """Tell of the words of a drawing that its text alternative does not say: a screen reader says that alone."""
    said = _words(text)
    silent = [words for words in svg_words(path.read_bytes()) if not _words(words) <= said]
    shown = ", ".join(f"“{words}”" for words in silent[:_SHOWN]) + (" …" if len(silent) > _SHOWN else "")
    if silent and decoration:
        hint = "say what it shows, with its words: ![…](…)"
        yield mistake("SRC-121", place, f"the drawing “{name}” has words, and nothing is said of it: {shown}", hint)
    elif silent:
        fact = f"the drawing “{name}” has words that a screen reader does not say: {shown}"
        hint = "if they matter, write them in the text alternative, or in the text beside the picture"
        yield Diagnostic("SRC-120", Severity.WARNING, place, fact, hint)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
