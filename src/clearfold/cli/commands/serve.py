"""``clearfold serve``: show the site on this machine, and to nobody else."""

import argparse
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.commands import site
from clearfold.cli.local_server import HOST, Quiet, opened
from clearfold.cli.output import PROVEN


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(commands, (volume(),), "serve", run, wording("make the site, and show it on this machine"))
    site.arguments(command)
    command.add_argument(
        "--port", type=int, default=8000, metavar="N", help=wording("0 for a free one (default: 8000)")
    )
    command.add_argument("--no-open", action="store_true", help=wording("do not open a browser"))


def run(options: argparse.Namespace) -> int:
    """Carry the command out until it is stopped, and return the exit code."""
    code = site.run(options)
    if code != PROVEN:
        return code
    with server(options.output, options.port) as served:
        address = f"http://{HOST}:{served.server_port}/"
        print(wording("{address} shows {output}; Ctrl+C ends it", address=address, output=options.output), flush=True)
        if not options.no_open:
            import webbrowser

            webbrowser.open(address)
        served.serve_forever()
    return PROVEN


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
