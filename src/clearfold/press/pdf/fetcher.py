"""Say which files the PDF writer may read: those below the leaflet's and the styles' folders, and nothing else."""

import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from clearfold.model.diagnostic import Location
from clearfold.model.limits import MB, PICTURE_BYTES
from clearfold.model.media_types import GIF, JPEG, PNG, SVG
from clearfold.model.messages import message
from clearfold.press.images.embedded import held, kind_of
from clearfold.press.images.find import find
from clearfold.press.images.for_pages import for_pages
from clearfold.press.images.plain_svg import plain_svg
from clearfold.press.images.raster_files import raster_fault
from clearfold.press.images.svg import svg_faults
from clearfold.press.pdf.svg_as_dots import svg_for_pages

# The standard library's own table, without the machine's: the same answer everywhere.
TYPES = mimetypes.MimeTypes()
_NOTED: ContextVar[set[Path] | None] = ContextVar("_NOTED", default=None)
RASTER = frozenset({PNG, JPEG, GIF})
_MADE = ((b"\xff\xd8", JPEG, ".jpg"), (b"GIF", GIF, ".gif"), (b"<", SVG, ".svg"), (b"", PNG, ".png"))
MADE = "made"  # the scheme of pictures that stand in no file: made:code.svg


@contextmanager
def noted() -> Iterator[set[Path]]:
    """Give the set of all files that are read meanwhile, those that a style sheet of the association names as well."""
    read: set[Path] = set()
    before = _NOTED.set(read)
    try:
        yield read
    finally:
        _NOTED.reset(before)


class RootedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no type hints
    """Fetch ``file:`` addresses below the given roots, resolved through symbolic links, and what was made for the page.

    WeasyPrint 70 by itself reads ``http:``, ``ftp:`` and any ``file:``. What is refused here it reports on its
    logger, and so it becomes a RenderError.
    """

    def __init__(self, roots: Iterable[Path], made: Mapping[str, bytes] = MappingProxyType({})) -> None:
        super().__init__(allowed_protocols=("file", MADE), allow_redirects=False)
        self._made = made
        self._roots = tuple(root.resolve() for root in roots)

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the file's bytes; raise ValueError for an address that is not allowed, OSError for a missing file."""
        if picture := held(url):  # in a drawing, or in a style sheet of the association
            if fault := raster_fault(picture, kind_of(picture).upper()):
                raise ValueError(fault)
            return _made("picture", for_pages(picture))
        address = urlsplit(url)
        if address.scheme == MADE and address.path in self._made:
            kind = TYPES.guess_type(address.path)[0] or "application/octet-stream"
            return URLFetcherResponse(url, self._made[address.path], {"Content-Type": kind})
        if address.scheme.lower() != "file" or address.netloc not in ("", "localhost"):
            raise ValueError(message("only files of the leaflet and its styles may be read, not {url}", url=url))
        path = find(Path(url2pathname(address.path))).resolve(strict=True)
        if not path.is_file():
            raise ValueError(message("only files may be read, not {path}", path=path))
        if not any(path.is_relative_to(root) for root in self._roots):
            raise ValueError(message("the file lies outside the leaflet and its styles: {path}", path=path))
        if (read := _NOTED.get()) is not None:
            read.add(path)
        kind = TYPES.guess_type(path.name)[0] or "application/octet-stream"
        with path.open("rb") as file:
            data = file.read(PICTURE_BYTES + 1)
        if len(data) > PICTURE_BYTES:
            raise ValueError(
                message(
                    "the file is larger than {picture_bytes} MB: {path}", picture_bytes=PICTURE_BYTES // MB, path=path
                )
            )
        if kind == SVG and (faults := tuple(svg_faults(data, path.name, Location(path)))):
            raise ValueError(faults[0].fact)  # a picture that a style sheet names has not been looked at before
        shown = for_pages(data) if kind in RASTER else svg_for_pages(plain_svg(data)) if kind == SVG else data
        if shown != data:
            # WeasyPrint 70 would read the file behind a file's address once more, and not these bytes.
            return _made(path.name, shown)
        return URLFetcherResponse(url, data, {"Content-Type": kind})


def _made(name: str, data: bytes) -> URLFetcherResponse:
    """Return a picture that stands in no file as it is."""
    kind, suffix = next((kind, suffix) for first, kind, suffix in _MADE if data.startswith(first))
    return URLFetcherResponse(f"{MADE}:{name}{suffix}", data, {"Content-Type": kind})
