"""What changed between two states of leaflets: copies, folders of copies, published sets, or finished files."""

from collections.abc import Mapping
from pathlib import Path

from clearfold.changes.compare import Changes, compare
from clearfold.changes.reading import Reading, read_copy, read_file
from clearfold.model import media_types
from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.limits import FINISHED_BYTES
from clearfold.model.messages import message
from clearfold.model.source import read_source
from clearfold.pipeline.copies import copies_of
from clearfold.store.manifest import NAME, read_manifest

_COPY = ".md"
# Of a set the edition that says most of its text in its own order: one with text alternatives and without folding.
_BEST = (media_types.EPUB, media_types.HTML, media_types.PDF)


def changes(old: Path, new: Path) -> tuple[Changes, ...]:
    """Return what changed from one state to another, leaflet by leaflet; those in which no word did are left out.

    Two folders are compared copy by copy, or set by set where they hold none. Raises UsageError where something is not
    there or cannot be read, LeafletError for a copy that cannot be.
    """
    if old.is_dir() and new.is_dir() and not any((side / NAME).is_file() for side in (old, new)):
        return _of_folders(_leaflets(old), _leaflets(new))
    return (compare(_read(old), _read(new)),)


def _of_folders(old: Mapping[str, Path], new: Mapping[str, Path]) -> tuple[Changes, ...]:
    """Compare the leaflets that two folders hold; of one that came or went that is all that is told."""
    found: list[Changes] = []
    for name in sorted({*old, *new}):
        if name in old and name in new:
            compared = compare(_read(old[name]), _read(new[name]))
            found += [compared] if compared.changes else []
        else:
            only = _read(new.get(name) or old[name])
            found.append(Changes(only.title, only.name if name in old else "", only.name if name in new else "", ()))
    return tuple(found)


def _leaflets(folder: Path) -> dict[str, Path]:
    """Return the copies in a folder, or else its published sets, by their place in it."""
    sets = [path.parent for path in folder.rglob(NAME) if not path.parent.name.startswith(".")]
    found = sets or copies_of([folder])
    return {path.relative_to(folder).as_posix(): path for path in found}


def _read(path: Path) -> Reading:
    if path.suffix.lower() == _COPY and path.is_file():
        return read_copy(read_source(path))
    if path.is_dir() or path.name == NAME:
        return _read(_of_set(path if path.is_dir() else path.parent))
    from clearfold.proof.readers import UnreadableError

    try:
        with path.open("rb") as file:
            data = file.read(FINISHED_BYTES + 1)
        if len(data) > FINISHED_BYTES:
            raise UnreadableError("it is too large")
        return read_file(str(path), data)
    except OSError as error:
        raise UsageError(message("{path} cannot be read: {reason}", path=path, reason=refusal_of(error))) from error
    except UnreadableError as error:
        raise UsageError(message("{path} cannot be read: {error}", path=path, error=error)) from error


def _of_set(folder: Path) -> Path:
    """Return the file of a published set that is compared; raises UsageError where there is none."""
    try:
        files = read_manifest(folder / NAME).files
    except (OSError, ValueError) as error:
        raise UsageError(
            message("{folder} is no copy, no finished file, and no set with a {name}", folder=folder, name=NAME)
        ) from error
    for kind in _BEST:
        for file in files:
            if file.media_type == kind:
                return folder / file.path
    raise UsageError(message("{folder} has no edition that can be compared", folder=folder))
