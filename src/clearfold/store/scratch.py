"""A folder for what a program writes while it runs: it is removed at its end, or, where that was killed, by the next.

Whatever asks for a temporary file is given one in that folder. Who runs holds a file in it; a folder whose file nobody
holds was left behind.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.util import Finalize
from pathlib import Path
from typing import IO

_HELD = "held"
_LAST = -200  # behind what multiprocessing removes at the end, by itself, of its own folder in this one


@contextmanager
def scratch(name: str) -> Iterator[Path]:
    """Give such a folder to the program ``name``, once those that were left behind are gone."""
    before, root = tempfile.tempdir, Path(tempfile.gettempdir())
    for folder in root.glob(f"clearfold-{name}-*"):
        if _is_left(folder / _HELD):
            shutil.rmtree(folder, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=f"clearfold-{name}-"))
    try:
        with (made / _HELD).open("w", encoding="ascii") as file:
            _hold(file)
            tempfile.tempdir = str(made)
            yield made
    finally:
        tempfile.tempdir = before
        if any(made.glob("pymp-*")):
            Finalize(None, shutil.rmtree, (made,), {"ignore_errors": True}, exitpriority=_LAST)
        else:
            shutil.rmtree(made, ignore_errors=True)


def _is_left(held: Path) -> bool:
    """Tell whether nobody holds a file; one of another user, or that is not there, is none of ours."""
    with suppress(OSError):
        if sys.platform == "win32":
            held.unlink()  # refused while a program has it open
            return True
        with held.open("r+", encoding="ascii") as file:
            _hold(file)
            return True
    return False


def _hold(file: "IO[str]") -> None:
    """Hold a file for as long as it is open; raises OSError where another program does. Windows does so by itself."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
