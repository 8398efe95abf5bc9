"""Say which files the PDF writer may read: those below the leaflet's and the styles' folders, and nothing else."""

import mimetypes
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

# The standard library's own table, without the machine's: the same answer everywhere.
TYPES = mimetypes.MimeTypes()


class RootedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no type hints
    """Fetch ``file:`` addresses below the given roots, resolved through symbolic links; refuse every other one.

    WeasyPrint 70 by itself reads ``http:``, ``ftp:`` and any ``file:``. What is refused here it reports on its
    logger, and so it becomes a RenderError.
    """

    def __init__(self, roots: Iterable[Path]) -> None:
        super().__init__(allowed_protocols=("file",), allow_redirects=False)
        self._roots = tuple(root.resolve() for root in roots)

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the file's bytes; raise ValueError for an address that is not allowed, OSError for a missing file."""
        address = urlsplit(url)
        if address.scheme.lower() != "file" or address.netloc not in ("", "localhost"):
            raise ValueError(f"only files of the leaflet and its styles may be read, not {url}")
        path = Path(url2pathname(address.path)).resolve(strict=True)
        if not any(path.is_relative_to(root) for root in self._roots):
            raise ValueError(f"the file lies outside the leaflet and its styles: {path}")
        kind = TYPES.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})
