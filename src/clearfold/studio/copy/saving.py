"""A copy on disk: read with its digest, and replaced in one step only where it is still what was read."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from clearfold.model.digest import digest
from clearfold.model.limits import COPY_BYTES
from clearfold.studio.copy.versions import name_of_day, name_of_moment
from clearfold.studio.copy.whole import put

MOST = 60
"""How many former versions are kept of a leaflet's language: one a day, and one each time that another is restored."""
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


def save(path: Path, expected: str, text: str, kept: Path, *, always: bool = False) -> Stored:
    """Replace a copy whose digest is the expected one, and return what stands there now.

    What it was is kept in the folder ``kept`` before the first change of each day, or ``always``. Raises
    ChangedError where the copy is another by now, TooLargeError, and OSError; the copy is then as it was. Its mode
    stays, and links are followed.
    """
    data = text.encode("utf-8")
    if len(data) > COPY_BYTES:
        raise TooLargeError
    with _SAVING:
        before = stored(path)
        if before.sha256 != expected:
            raise ChangedError(before)
        if before.data != data:
            _keep(kept, before, name_of_moment() if always else name_of_day())
            real = path.resolve()
            put(real, data, real.stat().st_mode)
    return Stored(data, digest(data))


def _keep(folder: Path, before: Stored, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{name}.md"
    if path.exists():
        return
    put(path, before.data)
    for old in sorted(folder.glob("????-??-??*.md"))[:-MOST]:
        with suppress(OSError):
            old.unlink()
