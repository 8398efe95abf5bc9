"""Find the files of a copy's pictures, as their addresses name them."""

from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote

from clearfold.model.limits import PICTURE_BYTES


def picture_file(folder: Path, address: str) -> Path | None:
    """Return the file below a folder to which an address leads; None where there is none, or it is out of measure.

    Accents may be written in two ways, and signs by their number.
    """
    root = folder.resolve()
    try:
        names = (address, unquote(address), normalize("NFC", unquote(address)), normalize("NFD", unquote(address)))
        path = next((root / name for name in names if (root / name).is_file()), root / address).resolve()
        return path if path.is_relative_to(root) and path.stat().st_size <= PICTURE_BYTES else None
    except (OSError, ValueError):
        return None  # the press tells of a picture that is not there
