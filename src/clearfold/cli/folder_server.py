"""A folder shown in the browser of this machine: what "clearfold serve" starts."""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from clearfold.cli.local_server import HOST, Quiet, opened

__all__ = ["HOST", "server"]


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder, which only this machine can reach; raises UsageError where the port is taken."""
    return opened(partial(_Site, directory=str(folder)), port)


class _Site(Quiet, SimpleHTTPRequestHandler):
    """Gives files without a word; pages as they are now, and not as a browser has kept them."""

    extensions_map = {  # noqa: RUF012 -- the library's own name and type
        **SimpleHTTPRequestHandler.extensions_map,
        ".epub": "application/epub+zip",
        ".xml": "application/xml",
    }

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Give nothing that lies outside the site: a link in its folder may lead there."""
        folder = Path(self.directory).resolve()
        if not Path(self.translate_path(self.path)).resolve().is_relative_to(folder):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()
