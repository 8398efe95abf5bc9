"""Build once more, in another process under another environment, and hold the two against each other byte by byte."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from clearfold.model.digest import digest
from clearfold.model.errors import UsageError
from clearfold.model.messages import message
from clearfold.pipeline.building.build import Built, Progress
from clearfold.store.manifest import NAME, Manifest
from clearfold.store.published_set import read

# Another day, another folder, another order of sets, other words of the system: none of it may be seen in a file.
_OTHERWISE = (
    "import sys, time; now = time.time; time.time = lambda: now() + 40_000_000; "
    "from clearfold.cli.main import main; sys.exit(main(sys.argv[1:]))"
)
_ENVIRONMENT = {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "USER": "nobody"}


def verify(
    built: Sequence[Built], editions: Sequence[str] = (), pdf_profile: str = "", progress: Progress | None = None
) -> tuple[str, ...]:
    """Build what was built again, elsewhere and otherwise, and return what differs, a line each.

    Raises UsageError where it cannot be built again.
    """
    good = [item for item in built if item.good and item.folder]
    if progress and good:
        progress(message("building all once more, to compare"))
    with TemporaryDirectory() as name:
        return tuple(_compared(good, _again(built, editions, pdf_profile, Path(name)))) if good else ()


def _again(built: Sequence[Built], editions: Sequence[str], pdf_profile: str, folder: Path) -> Path:
    output = folder / "elsewhere" / "build"
    # All of them: a page leads to the languages in which its leaflet is built together.
    sources = [str(item.source.absolute()) for item in built]
    words = [
        "build",
        *sources,
        "-o",
        str(output),
        "--no-check",
        "--no-cache",
        "-q",
        *(w for e in editions for w in ("-e", e)),
    ]
    profile = ["--pdf-profile", pdf_profile] if pdf_profile else []
    # Modules are found where this process finds them: the package may lie in no place that Python knows by itself.
    path = os.pathsep.join(entry for entry in sys.path if entry)
    environment = {**os.environ, **_ENVIRONMENT, "HOME": str(folder), "PYTHONPATH": path}
    told = subprocess.run(
        [sys.executable, "-c", _OTHERWISE, *words, *profile],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if told.returncode and all(item.good for item in built):
        raise UsageError(message("it cannot be built a second time: {stderr}", stderr=told.stderr.strip()))
    return output


def _compared(good: Sequence[Built], other: Path) -> Iterator[str]:
    for item in good:
        assert item.folder
        assert item.manifest
        ours, files = read(item.folder)
        theirs, again = read(other / item.manifest.leaflet / item.manifest.lang)
        made = {file.path for file in theirs.files}
        for path in sorted(made):
            if digest(files.get(path, b"")) != digest(again.get(path, b"")):
                yield message("{folder}: differs when it is built a second time", folder=item.folder / path)
        if _part(ours, made) != _part(theirs, made):
            yield message("{folder}: differs when it is built a second time", folder=item.folder / NAME)


def _part(manifest: Manifest, made: set[str]) -> Manifest:
    """Return what a manifest says of the files that were made now; where the copy is depends on the folder."""
    return replace(manifest, source="", files=tuple(file for file in manifest.files if file.path in made))
