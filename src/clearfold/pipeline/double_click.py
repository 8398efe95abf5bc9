"""Files that start the studio of a project by a double click: on a Mac, on Linux and on Windows.

The Python that makes the project is tried first, then one in the project's folder, then that of the system: whoever
gets the project from somebody else has another one.
"""

import os
import shlex
import sys
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from clearfold.model.messages import message, told

COMMAND, DESKTOP, BATCH = "Clearfold.command", "Clearfold.desktop", "Clearfold.bat"
_INSTALL = 'pip install "clearfold[studio]"'
_MODES = {COMMAND: 0o755, DESKTOP: 0o755}


def put_down(folder: Path, python: str = sys.executable, system: str = os.name) -> None:
    """Write the files into a project, in the language that is spoken; ``system`` is that of ``python``.

    Raises OSError.
    """
    missing = told(
        message("Clearfold is not installed here. Type: {command}, then open this file again", command=_INSTALL)
    )
    comment = told(message("write, see and publish the leaflets of this folder"))
    about = told(message("Opens the leaflets of this folder in the browser, by a double click."))
    windows = system == "nt"
    own = "python3" if windows else shlex.quote(python)
    _write(folder / COMMAND, {"about": about, "python": own, "told": shlex.quote(missing)})
    # Some desktops do not tell an entry where it stands, and give no word in that place: then this one is the first.
    _write(folder / DESKTOP, {"comment": comment, "here": _in_entry(str((folder / DESKTOP).resolve()))})
    # Of the signs that cmd.exe takes for its own a path may hold these; within quotes it leaves the others alone.
    batch = f'"{python}"' if windows else "python"
    _write(folder / BATCH, {"about": about, "python": batch.replace("%", "%%"), "told": missing}, end="\r\n")


def _in_entry(word: str) -> str:
    """Return a word as the command of a desktop entry has it (Desktop Entry Specification 1.5, "The Exec key")."""
    quoted = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in word.replace("%", "%%"))
    return '"' + quoted.replace("\\", "\\\\") + '"'


def _write(path: Path, values: Mapping[str, str], end: str = "\n") -> None:
    text = (files("clearfold") / "starter" / "start" / path.name).read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    path.write_text(text, "utf-8", newline=end)
    if path.name in _MODES:
        path.chmod(_MODES[path.name])
