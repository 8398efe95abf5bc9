"""A copy on disk: read with its digest, and replaced in one step only where it is still what was read."""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from clearfold.model.digest import digest
from clearfold.model.limits import COPY_BYTES
from clearfold.store.atomic_folder import sync, write

DAYS = 60
"""How many daily copies are kept of a leaflet's language."""
_SAVING = Lock()


class ChangedError(Exception):
    """Somebody else has changed the copy since it was read; ``now`` is what it is."""

    def __init__(self, now: "Stored") -> None:
        super().__init__(now.sha256)
        self.now = now


class TooLargeError(Exception):
    """A text is larger than a copy may be."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A copy's bytes with their digest."""

    data: bytes
    sha256: str

    @property
    def text(self) -> str:
        """Return the copy as text, nothing of it changed; raises UnicodeDecodeError."""
        return self.data.decode("utf-8")


def stored(path: Path) -> Stored:
    """Read a copy; raises OSError."""
    data = path.read_bytes()
    return Stored(data, digest(data))


def save(path: Path, expected: str, text: str, kept: Path) -> Stored:
    """Replace a copy whose digest is the expected one, and return what stands there now.

    What it was is kept in the folder ``kept`` before the first change of each day. Raises ChangedError where the copy
    is another by now, TooLargeError, and OSError; the copy is then as it was. Its mode stays, and links are followed.
    """
    data = text.encode("utf-8")
    if len(data) > COPY_BYTES:
        raise TooLargeError
    with _SAVING:
        before = stored(path)
        if before.sha256 != expected:
            raise ChangedError(before)
        if before.data != data:
            _keep(kept, before)
            _replace(path.resolve(), data)
    return Stored(data, digest(data))


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(path.stat().st_mode)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    sync(path.parent)


def _keep(folder: Path, before: Stored) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{date.today().isoformat()}.md"
    if path.exists():
        return
    write(path, before.data)
    for old in sorted(folder.glob("????-??-??.md"))[:-DAYS]:
        with suppress(OSError):
            old.unlink()
