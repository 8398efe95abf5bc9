"""Where a name in a copy leads: to a file of the copy's own folder, or nowhere."""

from pathlib import Path

from clearfold.diagnostic import Diagnostic, Location, mistake


def inside(folder: Path, name: str) -> Path | None:
    """Return the file below a folder that a name means, links followed; None where it leads out of the folder."""
    if name.startswith(("\\\\", "//")):  # on Windows, to ask for such a file is to ask another computer
        return None
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):  # links in a circle, a name that is too long
        return None


def is_file(path: Path) -> bool:
    """Tell whether there is such a file; False too where the system refuses the name."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def strayed(what: str, name: str, place: Location) -> Diagnostic:
    """Return what is said of a name that leads out of the folder (SRC-087)."""
    hint = "copy the file into the folder of publisher.yaml, and name it there"
    return mistake("SRC-087", place, f"the {what} “{name}” is outside the folder of publisher.yaml", hint)
