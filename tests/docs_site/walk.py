"""The session about the site of the documentation: where its links lead, how far a question is, and what axe says.

`python -m tests.docs_site.walk SITE` walks it as a reader does who clicks; `nox -s docs-site` builds it and does so.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

FRONT, ASKED, MOST = "index.html", "docs/printing.html", 2
BOOKLET: Mapping[str, str] = {"": "booklet", "nl": "boekje", "fr": "livret", "de": "Heft"}
"""The folder of each language, and the word by which somebody looks for how a booklet is made."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page, or what it shows: the words of it, the file that it leads to, and the place in that."""

    words: str
    path: Path
    place: str


def main(site: Path) -> int:
    """Print what is wrong, and return the exit code."""
    site = site.resolve()
    told = [*_dead(site), *_far(site)]
    print("\n".join(told) or f"{site}: no link is dead, and a booklet is at most {MOST} clicks away")
    return int(bool(told))


def clicks(front: Path, goal: Path, word: str) -> int | None:
    """Return by how many clicks one comes from a page to another, the last on a link with a word; None: by none."""
    seen, now = {front}, [front]
    for count in range(1, MOST + 1):
        leading = [link for page in now for link in links(page) if link.path.suffix == ".html"]
        if any(link.path == goal and word in link.words for link in leading):
            return count
        now = list(dict.fromkeys(link.path for link in leading if link.path not in seen and link.path.is_file()))
        seen |= set(now)
    return None


@cache
def links(page: Path) -> tuple[Link, ...]:
    """Return the links of a page that lead into the site, and the files that it shows."""
    return tuple(_links(page))


def _links(page: Path) -> Iterator[Link]:
    for element, _, address, _ in _tree(page).iterlinks():
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc and (parts.path or parts.fragment):
            path = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            yield Link(" ".join(element.text_content().split()), path, unquote(parts.fragment))


@cache
def _tree(page: Path) -> html.HtmlElement:
    return html.fromstring(page.read_bytes())


@cache
def _places(page: Path) -> frozenset[str]:
    return frozenset(_tree(page).xpath("//@id | //a/@name"))


def _dead(site: Path) -> Iterator[str]:
    """Yield each link that leads to no file, or to no place in it; of 404.html they are the server's."""
    for page in sorted(site.rglob("*.html")):
        for link in links(page) if page.name != "404.html" else ():
            path = link.path / FRONT if link.path.is_dir() else link.path
            if not path.is_file() or (link.place and path.suffix == ".html" and link.place not in _places(path)):
                yield f"{page.relative_to(site)}: a dead link, “{link.words}”: {path}#{link.place}"


def _far(site: Path) -> Iterator[str]:
    for folder, word in BOOKLET.items():
        if clicks(site / folder / FRONT, site / folder / ASKED, word) is None:
            yield f"{folder or 'en'}: how a “{word}” is made is more than {MOST} clicks away"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
