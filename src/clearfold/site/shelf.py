"""What stands on the shelf: each published set, and what its own web page says of the leaflet."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from clearfold.model.errors import UsageError
from clearfold.model.media_types import EPUB, HTML
from clearfold.store.manifest import MadeFile, Manifest
from clearfold.store.published_set import read, sets

WITHDRAWN = "Withdrawn"
LINKED_DATA = "application/ld+json"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A leaflet in one language: its set, the bytes of its files by name, and what its page says of it."""

    folder: Path
    manifest: Manifest
    files: Mapping[str, bytes]
    facts: Mapping[str, object]

    @property
    def path(self) -> str:
        """Where its page stands in the site, with a slash behind it."""
        return f"{self.manifest.leaflet}/{self.manifest.lang}/"

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

    def fact(self, name: str, inner: str = "name") -> str:
        """Return what the leaflet says of itself under a name of schema.org, "" where it says nothing."""
        value = self.facts.get(name, "")
        if isinstance(value, dict):
            value = value.get(inner, "")
        return value if isinstance(value, str) else ""

    def facts_of(self, name: str) -> tuple[str, ...]:
        """Return the names under a name of schema.org that may have several."""
        values = self.facts.get(name, [])
        people = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
        return tuple(filter(None, (person.get("name", "") for person in people)))


def shelf(root: Path) -> tuple[Shelved, ...]:
    """Return the published leaflets below a folder, by name and language; raises UsageError where there is none.

    A set without a web page is left out: there is nothing to link to.
    """
    found = tuple(_shelved(sets(root)))
    if not found:
        raise UsageError(f"no leaflet with a web page is published in {root}; build some with: clearfold build")
    return tuple(sorted(found, key=lambda one: (one.manifest.leaflet, one.lang)))


def languages(leaflets: Sequence[Shelved]) -> tuple[str, ...]:
    """Return the languages of some leaflets, that of most of them first."""
    known = [one.lang for one in leaflets]
    return tuple(sorted(set(known), key=lambda lang: (-known.count(lang), lang)))


def _shelved(folders: Sequence[Path]) -> Iterator[Shelved]:
    for folder in folders:
        if folder.name.endswith("-rejected"):
            continue
        try:
            manifest, files = read(folder)
        except ValueError as error:
            raise UsageError(f"{folder} cannot be read: {error}; build it again") from error
        page = next((file.path for file in manifest.files if file.media_type == HTML), "")
        if page in files:
            yield Shelved(folder, manifest, files, linked_data(files[page]))


def linked_data(page: bytes) -> Mapping[str, object]:
    """Return what a web page of ours says of its leaflet, nothing where it cannot be read."""
    reader = _LinkedData()
    reader.feed(page.decode("utf-8", "replace"))
    try:
        found = json.loads("".join(reader.texts))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


class _LinkedData(HTMLParser):
    """Gathers the text of the script that holds data."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("type", LINKED_DATA) in attrs

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts.append(data)
