"""A project to start from: a leaflet, the publisher's file and a style sheet, copied from the package."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from clearfold.model.errors import UsageError


def start(folder: Path) -> None:
    """Make a project in a folder that is new or empty; raise UsageError where something stands in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty; choose a new folder, so that nothing of yours is written over")
    try:
        with as_file(files("clearfold") / "starter") as starter:
            shutil.copytree(starter, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror or error}") from error
