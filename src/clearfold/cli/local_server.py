"""Servers that only this machine can reach: what "clearfold serve" and "clearfold watch" share."""

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from clearfold.cli.command_line import wording
from clearfold.model.errors import UsageError

HOST = "127.0.0.1"


def opened(handler: Callable[..., BaseHTTPRequestHandler], port: int) -> ThreadingHTTPServer:
    """Return a server that only this machine can reach, on a free port for 0; raises UsageError where it is taken."""
    try:
        return ThreadingHTTPServer((HOST, port), handler)
    except (OSError, OverflowError) as error:
        told = wording(
            "port {port} cannot be used ({error}); choose another with --port N, or 0 for a free one",
            port=port,
            error=error,
        )
        raise UsageError(told) from error


class Quiet(BaseHTTPRequestHandler):
    """Says nothing of what is asked, and has browsers keep nothing: pages are shown as they are now."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Ask browsers to keep nothing."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()
