"""Canaries: a server and files that nothing may touch, and which tell when something does."""

import ctypes
import os
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SECRET = "canary7f3a"  # a word that no leaflet has
_ACCESS, _OPEN = 0x1, 0x20  # inotify's IN_ACCESS, IN_OPEN
_FOLDER = 0x40000000


@dataclass(slots=True)
class Canaries:
    """What has been asked of the server, and which of the files has been opened, by whatever library."""

    folder: Path
    port: int
    asked: list[str] = field(default_factory=list)
    _watch: int = -1

    @property
    def watched(self) -> bool:
        """Tell whether the opening of files is told of, which only Linux can be asked for."""
        return self._watch >= 0

    def placed(self, data: bytes) -> bytes:
        """Return a file of a case with the addresses of the canaries in it."""
        for name, value in (
            (b"@HTTP@", f"http://127.0.0.1:{self.port}"),
            (b"@HOST@", f"127.0.0.1:{self.port}"),
            (b"@FILE@", (self.folder / "canary.svg").as_uri()),
            (b"@PATH@", str(self.folder / "canary.svg")),
            (b"@CANARY@", str(self.folder)),
        ):
            data = data.replace(name, value.encode())
        return data

    def touched(self) -> list[str]:
        """Return what has been asked for and opened since the last call."""
        asked = list(self.asked)
        self.asked.clear()
        return [*asked, *self._opened()]

    def _opened(self) -> Iterator[str]:
        try:
            data = os.read(self._watch, 1 << 16) if self._watch >= 0 else b""
        except BlockingIOError:
            return
        while data:
            _, mask, _, size = struct.unpack_from("iIII", data)
            name = data[16 : 16 + size].rstrip(b"\0").decode()
            data = data[16 + size :]
            if not mask & _FOLDER:
                yield name


@contextmanager
def canaries(folder: Path) -> Iterator[Canaries]:
    """Set the canaries out in a new folder, and have a server on the loopback."""
    folder.mkdir()
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9">{SECRET}</text></svg>'
    (folder / "canary.svg").write_text(picture, "utf-8")
    (folder / "canary.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "canary.css").write_text(f"p::before {{ content: '{SECRET}' }}", "utf-8")
    (folder / "canary.ttf").write_bytes(b"\0\1\0\0")
    (folder / "publisher.yaml").write_text(f"name: {SECRET}\n", "utf-8")
    (folder / "secret.md").write_text(f"---\ntitle: {SECRET}\nlang: en\n---\n\n{SECRET}\n", "utf-8")
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    watch = _inotify(folder)
    try:
        yield Canaries(folder, server.server_address[1], asked, watch)
    finally:
        if watch >= 0:
            os.close(watch)
        server.shutdown()
        server.server_close()
        thread.join()


def _inotify(folder: Path) -> int:
    """Return what tells when a file of a folder is opened, by whatever library; -1 elsewhere than on Linux."""
    if sys.platform != "linux":
        return -1
    libc = ctypes.CDLL(None, use_errno=True)
    watch = int(libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
    assert libc.inotify_add_watch(watch, os.fsencode(folder), _ACCESS | _OPEN) >= 0
    return watch
