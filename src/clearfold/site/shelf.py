"""What stands on the shelf: each published set, and what its own web page says of the leaflet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.errors import UsageError
from clearfold.model.media_types import EPUB, HTML
from clearfold.model.messages import message
from clearfold.site.page_facts import page_facts
from clearfold.store.manifest import MadeFile, Manifest
from clearfold.store.published_set import read, sets

WITHDRAWN = "Withdrawn"
OLDER = "older"  # the folder in which former versions of a leaflet stand


@dataclass(frozen=True, slots=True)
class Shelved:
    """A leaflet in one language: its set, the bytes of its files by name, and what its page says of it.

    ``name`` is that of a former version's folder, "" for the newest. ``others`` are the languages to which its page
    leads, each with the address, seen from the page.
    """

    folder: Path
    manifest: Manifest
    files: Mapping[str, bytes]
    facts: Mapping[str, object]
    headings: tuple[str, ...]
    name: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """Where its page stands in the site, with a slash behind it."""
        newest = f"{self.manifest.leaflet}/{self.manifest.lang}/"
        return f"{newest}{OLDER}/{self.name}/" if self.name else newest

    @property
    def lang(self) -> str:
        """The language of the leaflet, as BCP 47."""
        return self.manifest.lang

    @property
    def page(self) -> MadeFile:
        """The leaflet as a web page."""
        return next(file for file in self.manifest.files if file.media_type == HTML)

    @property
    def book(self) -> MadeFile | None:
        """The leaflet as an e-book, None where it was not made."""
        return next((file for file in self.manifest.files if file.media_type == EPUB), None)

    @property
    def downloads(self) -> tuple[MadeFile, ...]:
        """What is offered beside the page: nothing of a leaflet that is withdrawn."""
        return () if self.withdrawn else tuple(file for file in self.manifest.files if file.media_type != HTML)

    @property
    def withdrawn(self) -> bool:
        """Whether the leaflet is no longer to be used."""
        return self.fact("creativeWorkStatus") == WITHDRAWN

    @property
    def subjects(self) -> tuple[str, ...]:
        """What the leaflet is about, in its language; nobody is to find one by it that is withdrawn."""
        return () if self.withdrawn else self.facts_of("about")

    def fact(self, name: str, inner: str = "name") -> str:
        """Return what the leaflet says of itself under a name of schema.org, "" where it says nothing."""
        value = self.facts.get(name, "")
        if isinstance(value, dict):
            value = value.get(inner, "")
        return value if isinstance(value, str) else ""

    def facts_of(self, name: str) -> tuple[str, ...]:
        """Return the names under a name of schema.org that may have several."""
        values = self.facts.get(name, [])
        named = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
        return tuple(filter(None, (value.get("name", "") for value in named)))


def shelf(root: Path) -> tuple[Shelved, ...]:
    """Return the published leaflets below a folder, by name and language; raises UsageError where there is none.

    A set without a web page is left out, since there is nothing to link to, and so is one whose copy is gone: nobody
    can mend it any more.
    """
    found = tuple(_shelved(sets(root)))
    if not found:
        raise UsageError(
            message("no leaflet with a web page is published in {root}; build some with: clearfold build", root=root)
        )
    return tuple(sorted(found, key=lambda one: (one.manifest.leaflet, one.lang)))


def shelved(folder: Path, name: str = "") -> Shelved | None:
    """Return a set as it stands on the shelf, None where it has no web page; raises UsageError for a broken one."""
    try:
        manifest, files = read(folder)
    except ValueError as error:
        raise UsageError(
            message("{folder} cannot be read: {error}; build it again", folder=folder, error=error)
        ) from error
    page = next((file.path for file in manifest.files if file.media_type == HTML), "")
    if page not in files:
        return None
    told = page_facts(files[page])
    return Shelved(folder, manifest, files, told.facts, told.headings, name, told.others)


def languages(leaflets: Sequence[Shelved]) -> tuple[str, ...]:
    """Return the languages of some leaflets, that of most of them first."""
    known = [one.lang for one in leaflets]
    return tuple(sorted(set(known), key=lambda lang: (-known.count(lang), lang)))


def _shelved(folders: Sequence[Path]) -> Iterator[Shelved]:
    for folder in folders:
        if folder.name.endswith("-rejected"):
            continue
        one = shelved(folder)
        if one and (folder / one.manifest.source).is_file():
            yield one
