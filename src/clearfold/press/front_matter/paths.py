"""Where a name in a copy leads: to a file of the copy's own folder, or nowhere."""

from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.press.design.style_sheets import styles_folder


def inside(folder: Path, name: str, *others: Path) -> Path | None:
    """Return the file below a folder, or one of the others, that a name means from it; None where it leads elsewhere.

    Links are followed first. Of the others, one that is itself a link does not count.
    """
    if name.startswith(("\\\\", "//")):  # on Windows, to ask for such a file is to ask another computer
        return None
    try:
        path, roots = (folder / name).resolve(), [folder.resolve()]
        roots += (other.resolve() for other in others if other.resolve() == other.parent.resolve() / other.name)
    except (OSError, RuntimeError, ValueError):  # links in a circle, a name that is too long
        return None
    return path if any(path.is_relative_to(root) for root in roots) else None


def of_project(folder: Path, name: str) -> Path | None:
    """Return the style sheet or font file that a name in publisher.yaml means, None where it leads out of the project.

    Beside the folder of publisher.yaml, the project has a folder ``styles``, next to it or to the one above it.
    """
    above = folder.resolve().parent
    return inside(folder, name, above / "styles", above.parent / "styles", styles_folder())


def is_file(path: Path) -> bool:
    """Tell whether there is such a file; False too where the system refuses the name."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def strayed(what: str, name: str, place: Location) -> Diagnostic:
    """Return what is said of a name that leads out of the folder (SRC-087)."""
    return mistake("SRC-087", place, "stray", what=what, name=name)
