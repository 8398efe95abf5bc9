"""A project to start from: a leaflet, what all leaflets share, and all that keeps it alive, copied from the package.

What is the same in every language stands in starter/project/, where a name that begins with a dot begins with "dot-":
so that no program takes the files for ours. The rest stands in a folder for each language.
"""

import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.messages import LANGUAGES, message
from clearfold.pipeline import workflow_words
from clearfold.pipeline.double_click import put_down
from clearfold.pipeline.import_files import Import, import_files, slug

_SAME = "project"
_DOT = "dot-"


def start(folder: Path, lang: str = LANGUAGES[0]) -> Path:
    """Make a project in a folder that is new or empty, and return its leaflet; raise UsageError where it is neither.

    ``lang`` is one of LANGUAGES.
    """
    _must_be_empty(folder)
    _copy(folder, lang, leaflet=True)
    return folder / "content" / "example" / f"{lang}.md"


def start_from(folder: Path, file: Path, lang: str = LANGUAGES[0]) -> Import:
    """Make a project whose leaflet is an old one, imported; raises as ``start`` and as the import do."""
    _must_be_empty(folder)
    made = import_files((file,), folder / "content" / slug(file.stem))[0]
    # The leaflet to start from is this one; what all leaflets share is needed all the same.
    _copy(folder, lang, leaflet=False)
    return made


def _must_be_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            message(
                "{folder} is not empty; choose a new folder, so that nothing of yours is written over", folder=folder
            )
        )


def _copy(folder: Path, lang: str, *, leaflet: bool) -> None:
    try:
        with as_file(files("clearfold") / "starter") as starter:
            for part in (starter / _SAME, starter / lang):
                for path, name in _files(part):
                    if leaflet or name.parts[:2] != ("content", "example"):
                        _put(path, folder / name, told=name.as_posix() in workflow_words.NAMES)
        put_down(folder)
    except OSError as error:
        raise UsageError(
            message("{folder} cannot be made: {reason}", folder=folder, reason=refusal_of(error))
        ) from error


def _put(path: Path, target: Path, *, told: bool) -> None:
    """Copy a file of the starter; what is ``told`` in it to people is in the language that is spoken."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if told:
        target.write_text(workflow_words.in_language(path.read_text("utf-8")), "utf-8", newline="\n")
    else:
        shutil.copyfile(path, target)


def _files(part: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each file of a part of the starter, with its place in the project."""
    for path in sorted(part.rglob("*")):
        if path.is_file():
            names = [f".{name.removeprefix(_DOT)}" if name.startswith(_DOT) else name for name in _below(path, part)]
            yield path, Path(*names)


def _below(path: Path, part: Path) -> tuple[str, ...]:
    return path.relative_to(part).parts
