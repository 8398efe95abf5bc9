"""A finished site as it stands in its folder: its files, its sets, and its pages, each read once."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urldefrag
from xml.etree.ElementTree import Element

from clearfold.model.media_types import HTML
from clearfold.proof.html.parser import parse_page
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.web.file import WebPage, open_page

INDEX, MANIFEST = "index.html", "manifest.json"
OLDER = "older"
LEAFLET, FORMER = 3, 5
"""How many parts the path of a leaflet's page has, and that of a former version."""
OUTSIDE = ("http:", "https:", "mailto:", "tel:", "data:", "urn:")


@dataclass(frozen=True, slots=True)
class Set:
    """What the manifest of a set in the site says, of the leaflet and of each file by its path in the site.

    ``at`` is the set's folder in the site, ``facts`` what its web page says of the leaflet, in schema.org's words.
    """

    at: PurePosixPath
    title: str
    lang: str
    version: str
    files: Mapping[str, Mapping[str, object]]
    facts: Mapping[str, object]

    @property
    def older(self) -> bool:
        """Whether it is a former version."""
        return len(self.at.parts) == FORMER - 1

    @property
    def page(self) -> str:
        """The path of the page that offers it."""
        return f"{self.at}/{INDEX}"

    @property
    def subjects(self) -> tuple[str, ...]:
        """What the leaflet is about."""
        about = self.facts.get("about")
        return tuple(str(one.get("name")) for one in about if isinstance(one, dict)) if isinstance(about, list) else ()


@dataclass(slots=True)
class Standing:
    """A site: its files by their paths in it, and where it will stand, "" where that is not known."""

    files: Mapping[str, Path]
    address: str
    _pages: dict[str, Element] = field(default_factory=dict)
    _sheets: dict[str, WebPage | None] = field(default_factory=dict)

    def page(self, name: str) -> Element:
        """Return a page as a tree."""
        if name not in self._pages:
            self._pages[name] = parse_page(self.files[name].read_bytes().decode("utf-8", "replace"))
        return self._pages[name]

    def own_pages(self) -> Iterator[str]:
        """Yield the paths of the pages that are the site's own: the index, and one for each set."""
        for name in self.files:
            parts = PurePosixPath(name).parts
            former = len(parts) == FORMER and parts[2] == OLDER
            if parts[-1] == INDEX and (len(parts) in (1, LEAFLET) or former):
                yield name

    def web_page(self, name: str) -> WebPage | None:
        """Return what stands around the text of a leaflet's web page, None where it cannot be read."""
        if name not in self._sheets:
            try:
                self._sheets[name] = open_page(self.files[name].read_bytes(), text=False)
            except UnreadableError:
                self._sheets[name] = None
        return self._sheets[name]

    def sets(self) -> tuple[Set, ...]:
        """Return the sets in the site."""
        return tuple(self._set(name) for name in self.files if PurePosixPath(name).name == MANIFEST)

    def _set(self, name: str) -> Set:
        data = json.loads(self.files[name].read_text("utf-8"))
        at = PurePosixPath(name).parent
        files = {(at / file["path"]).as_posix(): file for file in data["files"]}
        path = next((path for path, file in files.items() if file["media_type"] == HTML and path in self.files), "")
        page = self.web_page(path) if path else None
        said = page.linked_data() if page else None
        return Set(at, data["title"], data["lang"], data["version"], files, said if isinstance(said, dict) else {})

    def path(self, place: str, link: str) -> str | None:
        """Return the path in the site to which a link leads that stands at a place, None where it leads out of it."""
        href = urldefrag(link)[0]
        if self.address and href.startswith(self.address):
            return unquote(href.removeprefix(self.address)) or INDEX
        if href.startswith(OUTSIDE):
            return None
        if not href:
            return place
        parts: list[str] = []
        for part in (PurePosixPath(place).parent / unquote(href)).parts:
            if part == "..":
                if not parts:
                    return href
                parts.pop()
            elif part != ".":
                parts.append(part)
        return "/".join(parts)
