"""Run by test_published_set.py in a process of its own: kill the putting of a set at each step, and look what stands.

A step is an event that Python itself reports before a file is opened, renamed, made or taken away. Prints one line a
step: ``old`` or ``new`` for the whole set that a reader then meets, or what is wrong with it; then what is left over
once the next build has been. The last line is the step at which nothing was killed.
"""

import os
import signal
import sys
from pathlib import Path

from clearfold.model.digest import digest
from clearfold.store import atomic_folder
from clearfold.store.manifest import read_manifest
from clearfold.store.published_set import Facts, NewFile, put, sets

EVENTS = ("open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "shutil.rmtree")
NAMES = ("a.epub", "b.pdf", "c.pdf")


def made(word: str) -> list[NewFile]:
    return [NewFile(name, name, "application/pdf", f"{word} {name}".encode() * 1000, 0, ()) for name in NAMES]


def told(folder: Path) -> str:
    """Return what a reader meets: old, new, or what is wrong."""
    manifest = read_manifest(folder / "manifest.json")
    if sorted(path.name for path in folder.iterdir()) != [*NAMES, "manifest.json"]:
        return f"{sorted(path.name for path in folder.iterdir())}"
    data = [(folder / file.path).read_bytes() for file in manifest.files]
    if [digest(each) for each in data] != [file.sha256 for file in manifest.files]:
        return "files of two sets"
    return data[0].split()[0].decode()


def main(root: Path, *, exchange: bool) -> None:
    if not exchange:
        atomic_folder.exchange = lambda one, other: False  # as on Windows
    leaflet = Facts("tea", "en", "Tea", "", root / "en.md", "0" * 64)
    step, killed = 0, True
    while killed:
        step += 1
        folder = root / str(step) / "en"
        put(leaflet, made("old"), folder, good=True)
        killed = killed_at(step, leaflet, folder)
        stands = [told(each) for each in sets(folder.parent)]
        put(leaflet, made("next"), folder, good=True)
        print(*stands, *(path.name for path in folder.parent.iterdir()))


def killed_at(step: int, leaflet: Facts, folder: Path) -> bool:
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    left = step

    def count(event: str, _: tuple[object, ...]) -> None:
        nonlocal left
        if event in EVENTS:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    put(leaflet, made("new"), folder, good=True)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), exchange=sys.argv[2] == "exchange")
