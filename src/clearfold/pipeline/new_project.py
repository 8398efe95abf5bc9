"""A project to start from: a leaflet, the publisher's file and a style sheet, copied from the package."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from clearfold.model.errors import UsageError
from clearfold.model.messages import message
from clearfold.pipeline.import_files import Import, import_files, slug


def start(folder: Path) -> None:
    """Make a project in a folder that is new or empty; raise UsageError where something stands in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            message(
                "{folder} is not empty; choose a new folder, so that nothing of yours is written over", folder=folder
            )
        )
    try:
        with as_file(files("clearfold") / "starter") as starter:
            shutil.copytree(starter, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    except OSError as error:
        raise UsageError(
            message("{folder} cannot be made: {strerror}", folder=folder, strerror=error.strerror or error)
        ) from error


def start_from(folder: Path, file: Path) -> Import:
    """Make a project whose leaflet is an old one, imported; raises as ``start`` and as the import do."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            message(
                "{folder} is not empty; choose a new folder, so that nothing of yours is written over", folder=folder
            )
        )
    made = import_files((file,), folder / "content" / slug(file.stem))[0]
    try:
        with as_file(files("clearfold") / "starter") as starter:
            for path in starter.rglob("*"):
                part = path.relative_to(starter)
                # The leaflet to start from is this one; what all leaflets share is needed all the same.
                if path.is_file() and (part.parts[0] != "content" or len(part.parts) == 2):
                    (folder / part).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, folder / part)
    except OSError as error:
        raise UsageError(
            message("{folder} cannot be made: {strerror}", folder=folder, strerror=error.strerror or error)
        ) from error
    return made
