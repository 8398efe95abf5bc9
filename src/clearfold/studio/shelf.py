"""The shelf: every copy of the project, what its front matter says of it, and what was made of it and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import Source, read_source
from clearfold.studio.project import NotOursError, Project

STATES = ("draft", "review", "final", "withdrawn")


@dataclass(frozen=True, slots=True)
class Made:
    """A set of finished editions: its folder, when it was put there (seconds since 1970), the names of its editions."""

    folder: Path
    at: float
    editions: tuple[str, ...]
    book: str
    of_this_copy: bool

    @property
    def day(self) -> date:
        """The day on which it was put there."""
        return date.fromtimestamp(self.at)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A copy as it stands on the shelf; ``name`` is the one in addresses, ``readable`` false of what is no text."""

    name: str
    leaflet: str
    title: str
    lang: str
    state: str
    published: str
    due: bool
    translation_of: str
    made: Made | None
    readable: bool = True

    @property
    def language(self) -> str:
        """What its language is called in itself, the tag where nobody knows."""
        from babel.core import UnknownLocaleError

        from clearfold.press.labels import own_name

        try:
            return own_name(self.lang)
        except (UnknownLocaleError, ValueError):
            return self.lang


def shelf(project: Project) -> dict[str, list[Shelved]]:
    """Return the copies by the folders in which they stand, which are the leaflets."""
    found: dict[str, list[Shelved]] = {}
    for name, path in project.copies().items():
        found.setdefault(name.rpartition("/")[0], []).append(shelved(project, name, path))
    return found


def shelved(project: Project, name: str, path: Path) -> Shelved:
    """Return one copy with what its front matter says, as far as that can be read."""
    try:
        source = read_source(path)
    except LeafletError:
        return Shelved(name, path.parent.name, path.name, path.stem, "draft", "", False, "", None, False)
    values = texts(source)
    leaflet = leaflet_of(source, values)
    state = values.get("status", "draft")
    lang = values.get("lang", path.stem)
    return Shelved(
        name=name,
        leaflet=leaflet,
        title=values.get("title", path.name),
        lang=lang,
        state=state if state in STATES else "draft",
        published=values.get("published", ""),
        due=_past(values.get("review_by", "")),
        translation_of=values.get("translation_of", ""),
        made=made_of(project, source, leaflet, lang),
    )


def texts(source: Source) -> Mapping[str, str]:
    """Return the keys of a copy's front matter whose values are texts."""
    return _texts(source.path, source.front_matter, source.front_matter_line)


@lru_cache(maxsize=256)  # each view of a leaflet asks, and the shelf asks of all of them
def _texts(path: Path, front_matter: str, line: int) -> Mapping[str, str]:
    from clearfold.press.front_matter.yaml_text import read_yaml

    values = read_yaml(path, front_matter, line).values
    return {key: value for key, value in values.items() if isinstance(value, str) and value}


def leaflet_of(source: Source, values: Mapping[str, str]) -> str:
    """Return the name under which a copy's editions are published."""
    from clearfold.press.markdown.reading import leaflet_id

    return values.get("id") or leaflet_id(source.path)


def made_of(project: Project, source: Source, leaflet: str, lang: str) -> Made | None:
    """Return the set of editions that stands in build/ for a copy, None where there is none."""
    from clearfold.store.manifest import NAME

    try:
        return made_in(project.finished(leaflet, lang, NAME).parent, source.sha256)
    except NotOursError:
        return None


def made_in(folder: Path, sha256: str) -> Made | None:
    """Return the set of editions in a folder, for a copy of a digest; None where there is none."""
    from clearfold.store.manifest import NAME, read_manifest

    path = folder / NAME
    try:
        manifest = read_manifest(path)
        at = path.stat().st_mtime
    except (OSError, ValueError):
        return None
    book = next((file.path for file in manifest.files if file.path.endswith(".epub")), "")
    editions = tuple(file.edition for file in manifest.files)
    return Made(folder, at, editions, book, manifest.source_sha256 == sha256)


def cover(made: Made | None) -> bytes | None:
    """Return the picture of the cover, which stands in the e-book as a JPEG; None where there is none."""
    from zipfile import BadZipFile, ZipFile

    if made is None or not made.book:
        return None
    try:
        with ZipFile(made.folder / made.book) as archive:
            return archive.read("EPUB/cover.jpg")
    except (OSError, BadZipFile, KeyError):
        return None


def _past(day: str) -> bool:
    try:
        return date.fromisoformat(day) < date.today()
    except ValueError:
        return False
