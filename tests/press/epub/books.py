"""Books for the EPUB writer's tests: small copies made into books, and what is found in them."""

import io
import zipfile
from pathlib import Path

from lxml import etree

from clearfold.model.source import parse_source, read_source
from clearfold.press.edition import Output
from clearfold.press.editions.epub import BOOK
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet

ROOT = Path(__file__).parents[3]
GARDEN = ROOT / "tests/cases/long/garden/en.md"
EXAMPLE = ROOT / "content/car-t-cell/nl-BE.md"
SPACES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}


class Opened:
    """A book that is open: its files, and the trees of those that are XML."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.trees = {
            name.removeprefix("EPUB/"): etree.fromstring(self.zip.read(name))
            for name in self.zip.namelist()
            if name.endswith((".xhtml", ".opf", ".ncx"))
        }

    @property
    def names(self) -> list[str]:
        return [name.removeprefix("EPUB/") for name in self.zip.namelist()]

    def strings(self, file: str, path: str) -> list[str]:
        """Return the texts or attributes that an XPath finds in a file."""
        return [str(found) for found in self._found(file, path) if isinstance(found, str)]

    def elements(self, file: str, path: str) -> list[etree._Element]:
        """Return the elements that an XPath finds in a file."""
        return [found for found in self._found(file, path) if isinstance(found, etree._Element)]

    def metadata(self, name: str) -> list[str]:
        """Return the values of a property of the package, in their order."""
        return self.strings("content.opf", f"//opf:meta[@property='{name}']/text()")

    def _found(self, file: str, path: str) -> list[object]:
        found: object = self.trees[file].xpath(path, namespaces=SPACES)
        assert isinstance(found, list)
        return found


def leaflet_of(body: str, front: str = "", folder: Path = Path("tea")) -> Leaflet:
    return read_leaflet(parse_source(folder / "en.md", f"---\ntitle: Tea\nlang: en\n{front}---\n\n{body}\n".encode()))


def pair_of(leaflet: Leaflet) -> tuple[Output, Opened]:
    """Return the printed edition of a leaflet and its book."""
    printed = LARGE_PRINT.write(leaflet, LARGE_PRINT, ())
    return printed, Opened(BOOK.write(leaflet, BOOK, (printed,)).data)


def book_of(body: str, front: str = "", folder: Path = Path("tea")) -> Opened:
    """Return a small copy's book, without the pages of a printed edition."""
    return Opened(BOOK.write(leaflet_of(body, front, folder), BOOK, ()).data)


def leaflet_at(path: Path) -> Leaflet:
    return read_leaflet(read_source(path))
