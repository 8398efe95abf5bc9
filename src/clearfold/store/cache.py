"""What was made before, kept under a digest of all that it depends on: the press and the proof work at what is new.

An entry is a file of its own, written beside and renamed: builds side by side, or one that is killed, leave whole
entries or none. What an entry holds says nothing by itself; its key does (fingerprint.py).
"""

import contextlib
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from clearfold.model.limits import CACHE_BYTES

_MAGIC = b"clearfold-1\n"
_DIGEST = 32  # bytes of SHA-256 before what is kept


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; ``most`` is how many bytes it holds once it is trimmed."""

    folder: Path
    most: int = CACHE_BYTES

    def get(self, key: str) -> object | None:
        """Return what is kept under a key, None where nothing is, or what is there is damaged or another user's."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                if not _is_ours(os.fstat(file.fileno())):
                    return None
                data = file.read()
            head, body = data[: len(_MAGIC) + _DIGEST], data[len(_MAGIC) + _DIGEST :]
            if head != _MAGIC + hashlib.sha256(body).digest():
                return None
            os.utime(path)  # the least lately used go first
            kept: object = pickle.loads(body)
        except (OSError, pickle.UnpicklingError, AttributeError, ImportError, EOFError, TypeError):
            return None
        return kept

    def put(self, key: str, value: object) -> None:
        """Keep a value under a key; where the folder cannot be written nothing is kept, and nothing is said."""
        path = self._path(key)
        body = pickle.dumps(value, protocol=5)
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=path.parent, prefix=".")
            try:
                with os.fdopen(number, "wb") as file:
                    file.write(_MAGIC + hashlib.sha256(body).digest() + body)
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def trim(self) -> None:
        """Take away the entries that were used least lately, until the rest is no larger than it may be."""
        left, most = 0, self.most
        for path, found in sorted(self._entries(), key=lambda entry: -entry[1].st_mtime_ns):
            left += found.st_size
            if left > most:
                with contextlib.suppress(OSError):
                    path.unlink()

    def clear(self) -> int:
        """Take every entry away, and return how many there were."""
        gone = 0
        for path, _ in list(self._entries()):
            with contextlib.suppress(OSError):
                path.unlink()
                gone += 1
        return gone

    def size(self) -> tuple[int, int]:
        """Return how many entries there are, and how many bytes they take."""
        sizes = [found.st_size for _, found in self._entries()]
        return len(sizes), sum(sizes)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Yield each entry, and what a killed build left of one, with what the system says of it."""
        for folder in self.folder.glob("[0-9a-f][0-9a-f]"):
            with contextlib.suppress(OSError), os.scandir(folder) as files:
                for file in files:
                    yield Path(file.path), file.stat(follow_symlinks=False)


def usual_folder() -> Path:
    """Return where a user's programs keep what can be made again, by the rule of the system."""
    return user_cache_path("clearfold", appauthor=False, opinion=False)


def _is_ours(found: os.stat_result) -> bool:
    """Tell whether nobody else can have written an entry: reading one runs what its writer put in it."""
    return sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o022)
