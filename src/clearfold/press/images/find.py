"""Find a picture that a copy names: as it is written, as an address writes it, and with accents of either form."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote


def find(path: Path) -> Path:
    """Return the file that a path means; the path as it is where there is none.

    “%20” may stand for a space, and an accent may be one character or two: macOS writes two into names.
    """
    if _is_file(path):
        return path
    for name in dict.fromkeys((path.name, unquote(path.name))):
        wanted = normalize("NFC", name)
        found = next((one for one in _beside(path) if normalize("NFC", one.name) == wanted and _is_file(one)), None)
        if found:
            return found
    return path


def nearly(path: Path) -> str:
    """Return the name of a file that may be meant: in other capitals, or of another kind; "" where there is none."""
    wanted = Path(_plain(path.name))
    names = [one.name for one in _beside(path) if _is_file(one)]
    same = (name for name in names if _plain(name) == wanted.name)
    return next(same, "") or next((name for name in names if Path(_plain(name)).stem == wanted.stem), "")


def _beside(path: Path) -> Iterator[Path]:
    try:
        yield from sorted(path.parent.iterdir())
    except OSError:
        return


def _plain(name: str) -> str:
    return normalize("NFC", unquote(name)).casefold()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
