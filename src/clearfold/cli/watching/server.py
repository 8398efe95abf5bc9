"""The server of the page of "clearfold watch": for this machine, below a secret path, and for its own page alone."""

import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from socket import socket
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from clearfold.cli.local_server import HOST, Quiet, opened
from clearfold.cli.watching.board import Board
from clearfold.cli.watching.words import page
from clearfold.model.media_types import CSS, EPUB, HTML, PDF, SVG

FOLDER = Path(__file__).with_name("page")
SHOWN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "watch.css": ("watch.css", CSS),
        "watch.js": ("watch.js", "text/javascript"),
        "icon.svg": ("icon.svg", SVG),
    }
)
SECRET = 16  # bytes
PATIENCE = 15.0  # seconds without news after which a stream says that it is still there
OWN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
# The leaflet is shown without its script. It keeps its origin, so that our page can tell how far it is scrolled.
PAGE_POLICY = (
    "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
# What was built is looked at in a window of its own, with its scripts, and as a page of nobody's.
MADE_POLICY = "sandbox allow-scripts allow-popups; frame-ancestors 'none'"
_TYPES = MappingProxyType({".pdf": PDF, ".epub": EPUB, ".html": HTML})


def server(board: Board, port: int) -> tuple[ThreadingHTTPServer, str]:
    """Return a server of a board and the address of its page, in the language that is spoken now.

    Raises UsageError where the port is taken.
    """
    secret = secrets.token_urlsafe(SECRET)
    served = opened(partial(_Page, board, secret, page()), port)
    return served, f"http://{HOST}:{served.server_port}/{secret}/"


class _Page(Quiet):
    """Gives the page, its news, and what it shows; nothing to a page of others, and nothing without the secret."""

    server: ThreadingHTTPServer

    def __init__(
        self,
        board: Board,
        secret: str,
        page: bytes,
        request: socket,
        client: tuple[str, int],
        served: ThreadingHTTPServer,
    ) -> None:
        self.board, self.secret, self.page = board, secret, page
        super().__init__(request, client, served)

    def do_GET(self) -> None:  # noqa: N802 -- the library's own name
        """Answer a browser."""
        if refused := self._refused():
            self._give(refused, "text/plain", f"{refused.phrase}\n".encode(), OWN_POLICY)
            return
        name = unquote(urlsplit(self.path).path).removeprefix(f"/{self.secret}/")
        if name == "news":
            self._tell()
        elif not name:
            self._give(HTTPStatus.OK, HTML, self.page, OWN_POLICY)
        elif name in SHOWN:
            file, media_type = SHOWN[name]
            self._give(HTTPStatus.OK, media_type, (FOLDER / file).read_bytes(), OWN_POLICY)
        elif held := self.board.held(name):
            self._give(HTTPStatus.OK, *held, PAGE_POLICY)
        elif made := self._made(name.removeprefix("made/")) if name.startswith("made/") else None:
            media_type = _TYPES.get(Path(name).suffix, "application/octet-stream")
            # Chromium shows no PDF in a sandbox.
            self._give(HTTPStatus.OK, media_type, made, MADE_POLICY if media_type == HTML else "")
        else:
            self._give(HTTPStatus.NOT_FOUND, "text/plain", b"not found\n", OWN_POLICY)

    def _refused(self) -> HTTPStatus | None:
        """Return why a request is not answered: it names another host, is another page's, or lacks the secret."""
        own = f"{HOST}:{self.server.server_port}"
        if self.headers.get("Host", "") != own:
            return HTTPStatus.MISDIRECTED_REQUEST
        origin, site = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site", "none")
        foreign = origin not in (None, f"http://{own}") or site not in ("none", "same-origin")
        path = urlsplit(self.path).path.encode()
        known = secrets.compare_digest(path[: len(self.secret) + 2], f"/{self.secret}/".encode())
        # A file of the user's leads to the page: that one navigation comes from another place.
        is_opened = path == f"/{self.secret}/".encode() and self.headers.get("Sec-Fetch-Mode") == "navigate"
        return HTTPStatus.FORBIDDEN if not known or (foreign and not (is_opened and origin is None)) else None

    def _tell(self) -> None:
        """Send the state now and whenever it changes (server-sent events), until the browser goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number = -1
        with suppress(ConnectionError):
            while True:
                newest, state = self.board.after(number, PATIENCE)
                told = f"data: {json.dumps(state)}\n\n" if newest != number else ":\n\n"
                number = newest
                self.wfile.write(told.encode())
                self.wfile.flush()

    def _made(self, name: str) -> bytes | None:
        """Return a file of the set that stands, None of any other."""
        folder = self.board.folder
        if folder is None or name != Path(name).name or (folder / name).is_symlink():
            return None
        try:
            return (folder / name).read_bytes()
        except OSError:
            return None

    def _give(self, status: HTTPStatus, media_type: str, data: bytes, policy: str) -> None:
        self.send_response(status)
        text = media_type.startswith("text/") or media_type == HTML
        self.send_header("Content-Type", f"{media_type}; charset=utf-8" if text else media_type)
        self.send_header("Content-Length", str(len(data)))
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(data)

    def end_headers(self) -> None:
        """Have no browser guess, nor tell others from where it comes."""
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()
