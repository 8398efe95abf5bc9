"""What an edition and its proof depend on, as digests: the same digest, the same bytes and the same findings.

Too much in a key costs a build that was not needed; too little would show an old edition for a new one. So a key holds
all of our own files, every release of every library, and the leaflet as the press has read it.
"""

import ctypes
import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.digest import digest

if TYPE_CHECKING:
    from clearfold.press.edition import Edition, Output
    from clearfold.press.leaflet import Leaflet

PACKAGE = Path(__file__).parents[2]
_OWN = (".py", ".j2", ".po", ".css", ".ttf", ".svg", ".icc", ".html", ".js", ".json")
# The names by which WeasyPrint asks for the libraries that set type, on Linux, macOS and Windows, and who tells theirs.
_LIBRARIES = (
    (("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "pango_version_string"),
    (("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"), "hb_version_string"),
    (("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"), "FcGetVersion"),
)


def leaflet_key(leaflet: "Leaflet") -> str:
    """Return the digest of a leaflet, of every file that it names, and of the tools that are at hand."""
    source = leaflet.source.path.resolve()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return digest_of(tools(), repr(leaflet), str(source), epoch, *files_key(named_files(leaflet)))


def named_files(leaflet: "Leaflet") -> tuple[Path, ...]:
    """Return the files that a copy and its publisher.yaml name, and publisher.yaml itself where there is one."""
    from clearfold.press.markdown.publisher import publisher_file

    publisher = leaflet.publisher
    named = [picture.path for picture in leaflet.shown]
    named += [path for path in (publisher.style, publisher_file(leaflet.source.path)) if path]
    return (*named, *(path for _, path in (publisher.typeface.files if publisher.typeface else ())))


def made_key(leaflet: str, edition: "Edition", needed: Iterable["Output"]) -> str:
    """Return the key of a made edition, of the leaflet's and of the editions that it takes something from."""
    return digest_of("made", leaflet, edition.name, *(part for o in needed for part in (o.edition, digest(o.data))))


def proven_key(leaflet: str, edition: "Edition", output: "Output") -> str:
    """Return the key of a verdict: the very bytes that were looked at, beside all that they were held against."""
    return digest_of("proven", leaflet, edition.name, output.name, output.media_type, digest(output.data))


def translation_key(copy: Path, source: str) -> str:
    """Return the key of what is told of a copy as a translation: both copies, their publisher, and what was seen."""
    folder = copy.resolve().parent
    others = (folder / f"{source.removesuffix('.md')}.md", folder / f"{copy.stem}.seen.yaml")
    shared = (folder / "publisher.yaml", folder.parent / "publisher.yaml")
    pictures = sorted(path for path in folder.rglob("*.svg") if path.is_file())
    return digest_of("translation", tools(), str(copy), *files_key((copy, *others, *shared, *pictures)))


def files_key(paths: Iterable[Path]) -> tuple[str, ...]:
    """Return names and digests of files in a fixed order; one that is not there has none, which is a digest too."""
    return tuple(part for path in sorted(set(paths)) for part in (str(path), _file(path)))


@lru_cache(maxsize=1)
def tools() -> str:
    """Return the digest of what makes and proves: our own files, Python, its libraries and those of the system."""
    return digest_of(*_own(), sys.version, platform.platform(), *_installed(), *_libraries())


def digest_of(*parts: str) -> str:
    """Return one digest of several texts; where one ends and the next begins counts."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


def _own() -> Iterator[str]:
    from clearfold.press.design.style_sheets import styles_folder

    for folder in sorted({PACKAGE, styles_folder()}):
        found = (path for path in folder.rglob("*") if path.suffix in _OWN)
        yield from files_key(found)


def _installed() -> Iterator[str]:
    """Yield name and release of all that Python finds: folders “name-1.0.dist-info” stand beside the packages."""
    names = set()
    for place in sys.path:
        try:
            with os.scandir(place or ".") as entries:
                names |= {entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))}
        except OSError:
            continue
    yield from sorted(names)


def _libraries() -> Iterator[str]:
    for names, version in _LIBRARIES:
        yield next((told for name in names if (told := _told(name, version))), "")


def _told(library: str, version: str) -> str:
    try:
        call = getattr(ctypes.CDLL(library), version)
    except (OSError, AttributeError):
        return ""
    call.restype = ctypes.c_int if version == "FcGetVersion" else ctypes.c_char_p
    return str(call())


def _file(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""
