"""The pictures of an EPUB by their paths, each unpacked when it is asked for: a book may hold more than memory does."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile


class Images(Mapping[str, bytes]):
    """The bytes of some files of a zip; all of them have been read once, so that none is broken."""

    def __init__(self, data: bytes = b"", paths: tuple[str, ...] = ()) -> None:
        self._archive = ZipFile(BytesIO(data)) if paths else None
        self._paths = dict.fromkeys(paths)

    def __getitem__(self, path: str) -> bytes:
        if self._archive is None or path not in self._paths:
            raise KeyError(path)
        return self._archive.read(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
