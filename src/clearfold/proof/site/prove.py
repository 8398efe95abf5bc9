"""Hold a finished site against the sets that stand in it: links, downloads, catalogues, and what is withdrawn."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urldefrag

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.digest import digest
from clearfold.model.media_types import EPUB, HTML
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.findings.finding import finding
from clearfold.proof.report.results import EditionReport, sorted_findings
from clearfold.proof.site.former import former_versions
from clearfold.proof.site.links import Named, of_atom, of_json, of_page, of_set_page
from clearfold.proof.site.standing import INDEX, LEAFLET, Set, Standing
from clearfold.proof.site.subjects import subjects

PROOF = "proof.html"
ATOM_FILES, CATALOGUES = ("catalogue.xml", "feed.xml", "sitemap.xml"), ("catalogue.xml", "catalogue.json")


def prove_site(folder: Path, address: str = "") -> EditionReport:
    """Return the proof of a site; ``address`` is where it will stand, with which links to its own files may begin."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    site = Standing({path.relative_to(folder).as_posix(): path for path in paths}, address)
    sets = site.sets()
    known = {path: one for one in sets for path in one.files}
    pages = {one.page: one for one in sets}
    found: list[Diagnostic] = []
    named = list(_named(site))
    for link in (*named, *_between(site, sets)):
        found.extend(_followed(link, site, known, pages))
    found.extend(_files(site, sets))
    found.extend(_listed(site, sets))
    found.extend(_leaflets(site, sets))
    found.extend(subjects(site, sets))
    found.extend(former_versions(site, sets, named))
    return EditionReport(str(folder), "site", HTML, diagnostics=sorted_findings(found))


def _named(site: Standing) -> Iterator[Named]:
    """Yield what every page and catalogue of the site itself names."""
    for name in site.own_pages():
        yield from of_page(name, site.page(name))
    for name in ATOM_FILES:
        if name in site.files:
            yield from of_atom(name, site.files[name].read_bytes())
    if CATALOGUES[1] in site.files:
        yield from of_json(CATALOGUES[1], site.files[CATALOGUES[1]].read_bytes())


def _between(site: Standing, sets: tuple[Set, ...]) -> Iterator[Named]:
    """Yield what leads from the web page of a leaflet to its other languages; former versions lead to a waymark."""
    for one in sets:
        for path, file in one.files.items():
            if file["media_type"] == HTML and path in site.files and (page := site.web_page(path)):
                links = of_set_page(path, page)
                yield from (replace(link, lang="", between=False) for link in links) if one.older else links


def _followed(named: Named, site: Standing, known: Mapping[str, Set], pages: Mapping[str, Set]) -> Iterator[Diagnostic]:
    """Follow a link, and hold what is said of it against what it leads to."""
    path = site.path(named.place, named.href)
    if path is None:
        return
    fragment = unquote(urldefrag(named.href)[1])
    own = path in site.files and PurePosixPath(path).name == INDEX
    if path not in site.files or (fragment and own and not _has(site, path, fragment)):
        fact = message("“{words}” leads to {href}", words=named.words, href=named.href)
        yield finding("SIT-001", None, place=named.place, found=named.href, fact=fact)
        return
    one = known.get(path)
    led = one or pages.get(path)
    if named.lang and not named.offered and (led.lang != named.lang if led else named.between):
        fact = message(
            "{path} is in {what}, and {lang} is said",
            path=path,
            what=led.lang if led else message("no language"),
            lang=named.lang,
        )
        yield finding("SIT-003", None, place=named.place, found=named.lang, fact=fact)
    if named.offered and one is None:
        yield finding(
            "SIT-002", None, place=named.place, found=path, fact=message("{path} is of no set in the site", path=path)
        )
    elif named.offered and one is not None:
        yield from _said(named, path, one)


def _has(site: Standing, path: str, fragment: str) -> bool:
    return any(element.get("id") == fragment for element in site.page(path).iter())


def _said(named: Named, path: str, one: Set) -> Iterator[Diagnostic]:
    """Hold what is said of a file that is offered against what is true of it."""
    file = one.files[path]
    said = (
        ("title", one.title, named.words if named.place in CATALOGUES else ""),
        ("language", one.lang, named.lang),
        ("type", str(file["media_type"]), named.media_type),
        ("size", str(file["bytes"]), str(named.size) if named.size >= 0 else ""),
    )
    for what, ours, theirs in said:
        if theirs and fold(ours) != fold(theirs):
            fact = message(
                "{what} of {path}: it is {ours}, and {theirs} is said", what=what, path=path, ours=ours, theirs=theirs
            )
            yield finding("SIT-003", None, place=named.place, expected=ours, found=theirs, fact=fact)
    if named.place not in CATALOGUES and not fold(named.words).startswith(fold(one.title)):
        fact = message("{path} is of “{title}”, and “{words}” is said", path=path, title=one.title, words=named.words)
        yield finding("SIT-003", None, place=named.place, expected=one.title, found=named.words, fact=fact)


def _files(site: Standing, sets: tuple[Set, ...]) -> Iterator[Diagnostic]:
    """Hold each file of a set against the digest in its manifest."""
    for one in sets:
        for path, file in one.files.items():
            if path not in site.files:
                yield finding(
                    "SIT-001",
                    None,
                    place=path,
                    fact=message("{path} is in the manifest, and not in the site", path=path),
                )
            elif digest(site.files[path].read_bytes()) != file["sha256"]:
                yield finding(
                    "SIT-002", None, place=path, fact=message("{path} is not the file that was proven", path=path)
                )


def _listed(site: Standing, sets: tuple[Set, ...]) -> Iterator[Diagnostic]:
    """See that each catalogue offers each file of each newest set but its web page, once.

    A publication of OPDS 2.0 must name a picture, and a set without an e-book has none: it is not to be in that one.
    """
    for name in CATALOGUES:
        if name not in site.files:
            yield finding("SIT-004", None, place=name, fact=message("it is not there"))
            continue
        is_atom = name in ATOM_FILES
        read = of_atom if is_atom else of_json
        named = read(name, site.files[name].read_bytes())
        offered = [site.path(name, one.href) for one in named if one.offered]
        for one in sets:
            times = int(is_atom or any(file["media_type"] == EPUB for file in one.files.values()))
            for path, file in one.files.items():
                count = offered.count(path)
                if not one.older and file["media_type"] != HTML and count != times:
                    yield finding(
                        "SIT-004",
                        None,
                        place=name,
                        found=path,
                        fact=message("{path} is offered {count} times", path=path, count=count),
                    )


def _leaflets(site: Standing, sets: tuple[Set, ...]) -> Iterator[Diagnostic]:
    """See that the shelf has a link to each leaflet, and that one whose page says it is withdrawn offers nothing."""
    links = of_page(INDEX, site.page(INDEX)) if INDEX in site.files else ()
    shelf = {named.href for named in links}
    for name in site.own_pages():
        if len(PurePosixPath(name).parts) == LEAFLET and name not in shelf:
            yield finding(
                "SIT-004", None, place=INDEX, found=name, fact=message("{name} is not on the shelf", name=name)
            )
    for one in sets:
        if one.facts.get("creativeWorkStatus") == "Withdrawn":
            yield finding(
                "SIT-005", None, place=str(one.at), fact=message("{at} is of a leaflet that is withdrawn", at=one.at)
            )
