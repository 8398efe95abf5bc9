"""An EPUB's zip as a list of entries, written again as it was read but for what is changed."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO

NIGHT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the zip: its name, its bytes, whether they are deflated, its date and its extra field."""

    name: str
    data: bytes
    deflated: bool = True
    date: tuple[int, int, int, int, int, int] = NIGHT
    extra: bytes = b""
    level: int = 6

    def holding(self, data: bytes) -> "Entry":
        """Return the entry with other bytes."""
        return replace(self, data=data)


def unpacked(data: bytes) -> list[Entry]:
    """Return the entries of a zip in their order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = archive.infolist()
        return [
            Entry(one.filename, archive.read(one), one.compress_type != zipfile.ZIP_STORED, one.date_time)
            for one in infos
        ]


def packed(entries: Iterable[Entry]) -> bytes:
    """Return the zip that holds entries, in their order; two of one name are two."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for one in entries:
            info = zipfile.ZipInfo(one.name, one.date)
            info.compress_type = zipfile.ZIP_DEFLATED if one.deflated else zipfile.ZIP_STORED
            info.extra = one.extra
            # A name that stands in it already is written all the same, without a warning that a test would fail of.
            archive.NameToInfo.pop(one.name, None)
            archive.writestr(info, one.data, compresslevel=one.level if one.deflated else None)
    return out.getvalue()


def sort_of(name: str) -> str:
    """Return what an entry is: package, navigation, ncx, container, document, style, picture, font or other."""
    ending = name.rpartition(".")[2]
    if ending == "xhtml":
        return "navigation" if name.rpartition("/")[2].startswith("nav") else "document"
    if name == "META-INF/container.xml":
        return "container"
    sorts = {"opf": "package", "ncx": "ncx", "css": "style", "svg": "drawing", "png": "picture", "jpg": "picture"}
    return sorts.get(ending, "font" if ending in ("ttf", "otf", "woff2") else "other")
