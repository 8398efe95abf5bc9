"""The pictures of a leaflet: files of its own folder that every edition can show, each with words for the blind."""

from collections.abc import Iterator
from pathlib import Path

from clearfold.model.diagnostic import Diagnostic, Location, mistake
from clearfold.press.front_matter.paths import inside, is_file
from clearfold.press.images.image_files import picture_faults
from clearfold.press.leaflet import Picture

# EPUB 3.3, 3.2 core media types that WeasyPrint reads too.
MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
}


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
        if path is None:
            hint = "copy it into the folder images/ beside this file"
            yield mistake("SRC-032", place, f"the picture “{name}” is outside the leaflet's folder", hint)
        elif not name or not is_file(path):
            yield mistake("SRC-030", place, f"there is no picture “{name}”", "check its name, capitals included")
        elif path.suffix.lower() not in MEDIA_TYPES:
            hint = "save it as SVG, PNG or JPEG"
            yield mistake("SRC-034", place, f"“{path.suffix}” is not a kind of picture that e-readers show", hint)
        elif sign := next((c for c in name if c in "#?%"), ""):
            hint = "name the file with letters, digits and hyphens: in an address the sign means something else"
            yield mistake("SRC-085", place, f"the name of the picture “{name}” holds {sign}", hint)
        elif name not in self._found:
            faults = tuple(picture_faults(path, name, place))
            yield from faults
            if not faults:
                self._found[name] = Picture(path, name, alternative)

    def _alternative_faults(self, name: str, text: str, place: Location, *, decoration: bool) -> Iterator[Diagnostic]:
        if not text.strip() and not decoration:
            hint = f"write ![what the picture shows]({name}), or ![]({name}){{role=presentation}} if it only decorates"
            yield mistake("SRC-003", place, "image has no alternative text", hint)
        elif text.strip() and text.strip() in (Path(name).name, Path(name).stem):
            hint = "say what the picture shows to somebody who cannot see it"
            yield mistake("SRC-035", place, "the alternative text is the name of the file", hint)
