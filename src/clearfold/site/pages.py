"""The pages of the site for people: the shelf, one for each leaflet in each language, and for its former versions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from posixpath import normpath

from clearfold.press.labels import Labels
from clearfold.site.covers import COVER
from clearfold.site.downloads import download, order
from clearfold.site.look import dressed, filled
from clearfold.site.shelf import WITHDRAWN, Shelved, languages
from clearfold.site.subjects import SubjectShelf
from clearfold.site.words import labels, names_of
from clearfold.store.published_set import PROOF

STATES = {WITHDRAWN: "Withdrawn", "Draft": "Draft", "In review": "In review"}


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages of a site share.

    ``leaflets`` are the newest, ``older`` their former versions; ``name`` stands above the shelf; ``colours`` are
    primary and tint as #rrggbb; ``address`` is where the site will stand, with a slash behind it, or ""; ``feed`` is
    the name of its feed, "" where there is none; ``subjects`` are the newest by what they are about, by language;
    ``titles`` are what they are called on the shelf, by their paths.
    """

    leaflets: Sequence[Shelved]
    older: Sequence[Shelved]
    name: str
    colours: Mapping[str, str]
    address: str
    feed: str
    subjects: tuple[SubjectShelf, ...]
    titles: Mapping[str, str]


def index_page(site: Site) -> bytes:
    """Return the page on which all leaflets stand, by their languages and by their subjects."""
    known = languages(site.leaflets)
    by_subject = {shelf.lang: shelf for shelf in site.subjects}
    names = names_of(known)
    shelves = [
        {
            "lang": code,
            "name": names[code],
            "leaflets": [{**_listed(one), "title": site.titles[one.path]} for one in site.leaflets if one.lang == code],
            "by_subject": f"{names[code]}: {labels(code)('by subject')}",
            "subjects": by_subject[code].subjects if code in by_subject else (),
        }
        for code in known
    ]
    look = dressed(site.colours, "site.js")
    return filled("index.html.j2", known[0], look, name=site.name, shelves=shelves, feed=site.feed)


def leaflet_page(leaflet: Shelved, site: Site) -> bytes:
    """Return the page of one leaflet: where to read it, what can be had, and in which other languages."""
    siblings = [one for one in site.leaflets if one.manifest.leaflet == leaflet.manifest.leaflet]
    names = names_of([one.lang for one in siblings])
    here = next((shelf for shelf in site.subjects if shelf.lang == leaflet.lang), None)
    told = {
        **_told(leaflet),
        "withdrawn": leaflet.withdrawn,
        "page": leaflet.page.path,
        "cover": COVER if leaflet.book else "",
        "downloads": [download(file, leaflet.lang) for file in sorted(leaflet.downloads, key=order)],
        "others": [{"lang": lang, "name": name} for lang, name in names.items()] if siblings[1:] else [],
        "alternates": [(one.lang, f"{site.address}{one.path}index.html") for one in siblings] if site.address else [],
        "subjects": [(name, here.anchor(name)) for name in leaflet.subjects] if here else [],
        "older": [_told(one) for one in site.older if one.path.startswith(leaflet.path)],
    }
    look = dressed(site.colours, "")
    return filled("leaflet.html.j2", leaflet.lang, look, leaflet=told, feed=site.feed)


def older_page(leaflet: Shelved, site: Site) -> bytes:
    """Return the page of a former version: that it is one, where the newest is, and what can be had of it."""
    files = sorted((file for file in leaflet.manifest.files), key=order)
    told = {**_told(leaflet), "downloads": [download(file, leaflet.lang) for file in files]}
    return filled("older.html.j2", leaflet.lang, dressed(site.colours, ""), leaflet=told, feed=site.feed)


def waymarks(leaflet: Shelved, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield what stands where the page of a former version looks for other languages: the way to the newest of each.

    Where a language is not offered any more, it is the way to the newest version of this one.
    """
    theirs = {one.lang: one for one in site.leaflets if one.manifest.leaflet == leaflet.manifest.leaflet}
    beside = leaflet.path.removesuffix(f"{leaflet.name}/")
    for lang, href in leaflet.others:
        path = normpath(f"{leaflet.path}{href}")
        newest = theirs.get(lang, theirs[leaflet.lang])
        if path.startswith(beside):
            told = {"title": newest.manifest.title, "path": f"../../../../{newest.path}index.html"}
            look = dressed(site.colours, "")
            yield path, filled("waymark.html.j2", newest.lang, look, leaflet=told, feed=site.feed)


def _told(leaflet: Shelved) -> dict[str, object]:
    """Return what the page of a leaflet or of a former version of it says of it."""
    return {
        **_listed(leaflet),
        "publisher": leaflet.fact("publisher"),
        "proof": PROOF if (leaflet.folder / PROOF).is_file() else "",
        "imprint": " · ".join(_imprint(leaflet, labels(leaflet.lang))),
        "name": leaflet.name,
    }


def _listed(leaflet: Shelved) -> dict[str, object]:
    state = STATES.get(leaflet.fact("creativeWorkStatus"), "")
    return {
        "path": leaflet.path,
        "title": leaflet.manifest.title,
        "subtitle": leaflet.fact("alternativeHeadline"),
        "audience": leaflet.fact("audience", "audienceType"),
        "state": labels(leaflet.lang)(state) if state else "",
        # By which it is found as well.
        "contents": " ".join((*leaflet.headings, *leaflet.subjects)),
    }


def _imprint(leaflet: Shelved, words: Labels) -> Iterator[str]:
    if version := leaflet.manifest.version:
        yield f"{words('Version')} {version}"
    if published := leaflet.fact("datePublished"):
        yield words.day(date.fromisoformat(published))
