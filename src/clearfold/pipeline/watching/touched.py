"""What a save touches: which copies are made with the files that have changed, and where such files may stand."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.pipeline.watching.changes import Place

if TYPE_CHECKING:
    from clearfold.press.leaflet import Leaflet

SHARED = "publisher.yaml"


def touched(changed: Collection[Path], copies: Mapping[Path, Collection[Path]]) -> tuple[Path, ...]:
    """Return the copies that changed files have a part in, those that were changed themselves before the others.

    ``copies`` have the files that each is known to be made with, its own among them. One of which nothing is known
    (it has not been read, or could not be) is touched by whatever changes in its folder, or beside its publisher.yaml:
    a picture that was missing may be there now.
    """
    found = {path.resolve() for path in changed}
    themselves = [copy for copy in copies if copy.resolve() in found]
    others = [copy for copy, files in copies.items() if copy not in themselves and _is_touched(copy, files, found)]
    return (*themselves, *others)


def files_of(leaflet: "Leaflet") -> frozenset[Path]:
    """Return the files that a leaflet was read from: its copy, publisher.yaml, pictures, style sheet, fonts."""
    from clearfold.pipeline.building.fingerprint import named_files

    return frozenset(path.resolve() for path in (leaflet.source.path, *named_files(leaflet)))


def places(sources: Collection[Path], files: Collection[Path] = ()) -> tuple[Place, ...]:
    """Return where to watch for what changes copies: files or folders of them, and files that are known to be used."""
    deep = [source.resolve() if source.is_dir() else source.resolve().parent for source in sources]
    shallow = [folder.parent for folder in deep] + [path.resolve().parent for path in files]
    outer = [folder for folder in dict.fromkeys(deep) if not any(other in folder.parents for other in deep)]
    apart = [folder for folder in dict.fromkeys(shallow) if not any(_holds(other, folder) for other in outer)]
    return (*(Place(folder) for folder in outer), *(Place(folder, shallow=True) for folder in apart))


def _is_touched(copy: Path, files: Collection[Path], changed: Collection[Path]) -> bool:
    folder = copy.resolve().parent
    shared = {folder / SHARED, folder.parent / SHARED}
    if shared & set(changed):
        return True
    if files:
        return any(path in files for path in changed)
    return any(_may_be_used(folder, path) for path in changed)


def _may_be_used(folder: Path, path: Path) -> bool:
    """Say whether a copy in a folder may use a file: another copy, or one in the folder of another, it does not."""
    return path.suffix.lower() != ".md" and (folder in path.parents or path.parent == folder.parent)


def _holds(folder: Path, other: Path) -> bool:
    return folder == other or folder in other.parents
