"""A file that is there whole or not at all, whatever happens while it is written."""

import os
import tempfile
from pathlib import Path

from clearfold.store.atomic_folder import sync


def put(path: Path, data: bytes, mode: int | None = None) -> None:
    """Have a file on disk on return, in the place of the one of that name; raises OSError, and then that one stands.

    ``mode`` are its rights, None for those that let its owner alone read and write it.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            new.chmod(mode)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    sync(path.parent)
