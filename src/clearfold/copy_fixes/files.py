"""A copy on disk, before and after: what would change, and the change put in place whole."""

import difflib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from clearfold.copy_fixes.mend import mended
from clearfold.copy_fixes.same_letters import same_letters
from clearfold.model.errors import InternalError
from clearfold.model.messages import message
from clearfold.model.unsafe_text import decoded, read_bytes

YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with its text before and after."""

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> str:
        """Return the change as a unified diff, "" where there is none."""
        before, after = (text.replace("\r\n", "\n").split("\n") for text in (self.before, self.after))
        lines = difflib.unified_diff(before, after, str(self.path), str(self.path), lineterm="")
        return "\n".join(lines)


def mend_file(path: Path) -> Mended:
    """Return what a file is when it is mended; raise LeafletError where it is no text.

    Raises InternalError where a letter or a figure would be lost, which is a fault of ours.
    """
    data = read_bytes(path)
    try:
        before = data.decode("utf-8")
    except UnicodeDecodeError:
        decoded(path, data)  # says where
        raise
    after = mended(before, copy=path.suffix.lower() not in YAML)
    if not same_letters(before, after):
        raise InternalError("INT-001", message("mending {path} without losing a letter or a figure", path=path))
    return Mended(path, before, after)


def put(change: Mended) -> Path:
    """Write a mended file in the place of the old one, in one step; return where the first of the old ones is kept.

    Raises OSError where that cannot be done; the file is then as it was.
    """
    path = change.path.resolve()
    kept = path.with_name(f"{path.name}.bak")
    if not kept.exists():
        kept.write_bytes(change.before.encode("utf-8"))
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(change.after.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        new.chmod(path.stat().st_mode)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return kept
