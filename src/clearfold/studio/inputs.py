"""What a copy is made with beside its own text, and whether that is still what it was: pictures, publisher.yaml, fonts.

Files are known by what the system tells of them, since this is asked twice a second.
"""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from clearfold.model.digest import digest
from clearfold.pipeline.watching.changes import SUFFIXES
from clearfold.pipeline.watching.touched import SHARED


def state_of(copy: Path, sha256: str, files: Collection[Path] = ()) -> str:
    """Return a digest of a copy's digest and of what it may be made with; ``files`` are those that it is known to use.

    Another language of the leaflet counts: a translation is held against its source.
    """
    told = [f"{path} {found.st_mtime_ns} {found.st_size} {found.st_ino}" for path, found in _beside(copy, files)]
    return digest("\n".join((sha256, *sorted(told))).encode("utf-8", "surrogatepass"))


def changed_at(copy: Path, files: Collection[Path] = ()) -> float:
    """Return when one of the files that a copy is made with was last changed (seconds since 1970), 0 without any."""
    used = ((path, found) for path, found in _beside(copy, files) if path.suffix != ".md" and _is_used(path, files))
    return max((found.st_mtime for _, found in used), default=0.0)


def _is_used(path: Path, files: Collection[Path]) -> bool:
    return path.name == SHARED or not files or path in files


def _beside(copy: Path, files: Collection[Path]) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield what stands in a leaflet's folder, publisher.yaml above it, and what is used from elsewhere."""
    folder = copy.resolve().parent
    inside = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
    ours = {path for path in inside if path.suffix.lower() in SUFFIXES and not path.name.startswith(".")}
    for path in (ours | {folder.parent / SHARED, *files}) - {copy.resolve()}:
        try:
            yield path, path.stat()
        except OSError:  # gone since, or a link to nothing
            continue
