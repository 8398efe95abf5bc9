"""Put one folder in another's place at once, whatever happens meanwhile: the ground that the shelf stands on.

Next to a folder ``X`` stand, only while it is replaced, ``.X-new``, ``.X-old`` and ``.X-gone``. Linux and macOS can
exchange two folders in one step. Where that cannot be, there is a moment between two renames in which ``X`` is not
there and ``.X-old`` is; ``settle`` then gives it back.
"""

import contextlib
import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

_LEFT = re.compile(r"\.(?P<name>.+)-(?P<state>new|old|gone)")
_HERE = {"linux": -100, "darwin": -2}  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux 3.15, RENAME_SWAP of macOS 10.12
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def beside(folder: Path, state: str) -> Path:
    """Return the name that a folder has while it is not in its place: new, old or gone."""
    return folder.with_name(f".{folder.name}-{state}")


def is_beside(folder: Path) -> bool:
    """Tell whether a folder is one that is not in its place."""
    return _LEFT.fullmatch(folder.name) is not None


def replace(folder: Path) -> None:
    """Put the folder's ``new`` in its place, and take away what stood there; raises OSError, and then it still stands.

    On return the new one is on disk, and survives a loss of power.
    """
    new, old = beside(folder, "new"), beside(folder, "old")
    sync(new)
    if not folder.exists():
        new.rename(folder)
        sync(folder.parent)
        return
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    if exchange(new, folder):
        sync(folder.parent)
        discard(new)
        return
    folder.rename(old)
    try:
        new.rename(folder)
    except BaseException:
        old.rename(folder)
        raise
    sync(folder.parent)
    discard(old)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the file system cannot."""
    if sys.platform not in _HERE:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    name = "renameat2" if sys.platform == "linux" else "renameatx_np"
    call = getattr(libc, name, None)  # musl before 1.2.6 has none
    if call is None:
        return False
    here = _HERE[sys.platform]
    if call(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))


def settle(parent: Path, name: str = "") -> None:
    """Clear away what killed builds left in a folder, and give back what stood in its place before; call it locked.

    With a name only what was left of the folder of that name: a folder that is not ours may hold other people's
    ``.X-old``.
    """
    with os.scandir(parent) as entries:
        left = [(parent / entry.name, match) for entry in entries if (match := _LEFT.fullmatch(entry.name))]
    for path, match in left:
        if name and match["name"] != name:
            continue
        folder = parent / match["name"]
        if match["state"] == "old" and not folder.exists():
            path.rename(folder)
            sync(parent)
        else:
            discard(path)


def discard(folder: Path) -> None:
    """Take a folder away as far as that can be done; what stays has a name by which the next build takes it."""
    match = _LEFT.fullmatch(folder.name)
    gone = beside(folder.with_name(match["name"]) if match else folder, "gone")
    with contextlib.suppress(OSError):
        if folder.is_symlink():
            folder.unlink()
            return
        if folder != gone:
            shutil.rmtree(gone, ignore_errors=True)
            # Renamed first: half of an old set must never look like a whole one.
            folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def write(path: Path, data: bytes) -> None:
    """Write a file, and have it on disk on return; raises OSError."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Have the names in a folder on disk, where the system can be asked for that (Windows cannot)."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let no other build or check in; waits until it may go on. The lock ends with the process that holds it.

    POSIX locks the folder itself, which leaves nothing behind in it and asks for no right to write there: filelock
    can do neither, and locks a file in it on Windows alone, where a folder cannot be locked. A file system that knows
    no locks is used without one.
    """
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):
            # A folder that cannot be opened, or not written: what is to be done in it says so itself.
            _hold(folder, held)
        yield


if sys.platform == "win32":  # pragma: no cover -- the measure is taken on Linux
    from filelock import FileLock

    def _hold(folder: Path, held: contextlib.ExitStack) -> None:
        if folder.is_dir():  # filelock would make it
            held.enter_context(FileLock(folder / ".lock"))

else:
    import fcntl

    def _hold(folder: Path, held: contextlib.ExitStack) -> None:
        number = os.open(folder, os.O_RDONLY)
        held.callback(os.close, number)
        fcntl.flock(number, fcntl.LOCK_EX)
