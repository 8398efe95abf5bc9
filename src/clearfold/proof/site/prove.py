"""Hold a finished site against the sets that stand in it: links, downloads, catalogues, and what is withdrawn."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urldefrag

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.digest import digest
from clearfold.model.media_types import HTML
from clearfold.proof.compare.letters import fold
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.web.file import WebPage, open_page
from clearfold.proof.report.results import EditionReport, sorted_findings
from clearfold.proof.site.links import Named, of_atom, of_json, of_page

MANIFEST, PROOF = "manifest.json", "proof.html"
ATOM_FILES, CATALOGUES = ("catalogue.xml", "feed.xml", "sitemap.xml"), ("catalogue.xml", "catalogue.json")
OUTSIDE = ("http:", "https:", "mailto:", "tel:", "data:", "urn:")


@dataclass(frozen=True, slots=True)
class Set:
    """What the manifest of a set in the site says: of the leaflet, and of each of its files by its path in the site."""

    title: str
    lang: str
    files: Mapping[str, Mapping[str, object]]


def prove_site(folder: Path, address: str = "") -> EditionReport:
    """Return the proof of a site; ``address`` is where it will stand, with which links to its own files may begin."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    sets = [_set(folder, name) for name in files if PurePosixPath(name).name == MANIFEST]
    known = {path: one for one in sets for path in one.files}
    found: list[Diagnostic] = []
    for named in _named(files):
        found.extend(_followed(named, files, known, address))
    found.extend(_files(files, sets))
    found.extend(_listed(files, sets, address))
    found.extend(_leaflets(files))
    return EditionReport(str(folder), "site", HTML, diagnostics=sorted_findings(found))


def _named(files: Mapping[str, Path]) -> Iterator[Named]:
    """Yield what every page and catalogue of the site itself names; the pages of sets are proven by themselves."""
    for name, path in files.items():
        if PurePosixPath(name).name == "index.html":
            yield from of_page(name, path.read_bytes())
        elif name in ATOM_FILES:
            yield from of_atom(name, path.read_bytes())
        elif name in CATALOGUES:
            yield from of_json(name, path.read_bytes())


def _set(folder: Path, name: str) -> Set:
    data = json.loads((folder / name).read_text("utf-8"))
    at = PurePosixPath(name).parent
    return Set(data["title"], data["lang"], {(at / file["path"]).as_posix(): file for file in data["files"]})


def _followed(named: Named, files: Mapping[str, Path], known: Mapping[str, Set], address: str) -> Iterator[Diagnostic]:
    """Follow a link, and hold what is said of it against what it leads to."""
    path = _path(named, address)
    if path is None:
        return
    if path not in files:
        yield finding(
            "SIT-001", None, place=named.place, found=named.href, fact=f"“{named.words}” leads to {named.href}"
        )
        return
    if not named.offered:
        return
    one = known.get(path)
    if one is None:
        yield finding("SIT-002", None, place=named.place, found=path, fact=f"{path} is of no set in the site")
        return
    file = one.files[path]
    said = (
        ("title", one.title, named.words if named.place in CATALOGUES else ""),
        ("language", one.lang, named.lang),
        ("type", str(file["media_type"]), named.media_type),
        ("size", str(file["bytes"]), str(named.size) if named.size >= 0 else ""),
    )
    for what, ours, theirs in said:
        if theirs and fold(ours) != fold(theirs):
            fact = f"{what} of {path}: it is {ours}, and {theirs} is said"
            yield finding("SIT-003", None, place=named.place, expected=ours, found=theirs, fact=fact)
    if named.place not in CATALOGUES and not fold(named.words).startswith(fold(one.title)):
        fact = f"{path} is of “{one.title}”, and “{named.words}” is said"
        yield finding("SIT-003", None, place=named.place, expected=one.title, found=named.words, fact=fact)


def _path(named: Named, address: str) -> str | None:
    """Return the path in the site to which a link leads, None where it leads out of it."""
    href = urldefrag(named.href)[0]
    if address and href.startswith(address):
        return unquote(href.removeprefix(address)) or "index.html"
    if href.startswith(OUTSIDE) or not href:
        return None
    parts: list[str] = []
    for part in (PurePosixPath(named.place).parent / unquote(href)).parts:
        if part == "..":
            if not parts:
                return href
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _files(files: Mapping[str, Path], sets: list[Set]) -> Iterator[Diagnostic]:
    """Hold each file of a set against the digest in its manifest."""
    for one in sets:
        for path, file in one.files.items():
            if path not in files:
                yield finding("SIT-001", None, place=path, fact=f"{path} is in the manifest, and not in the site")
            elif digest(files[path].read_bytes()) != file["sha256"]:
                yield finding("SIT-002", None, place=path, fact=f"{path} is not the file that was proven")


def _listed(files: Mapping[str, Path], sets: list[Set], address: str) -> Iterator[Diagnostic]:
    """See that each catalogue offers each file of each set but its web page, once."""
    for name in CATALOGUES:
        if name not in files:
            yield finding("SIT-004", None, place=name, fact="it is not there")
            continue
        read = of_atom if name in ATOM_FILES else of_json
        offered = [_path(named, address) for named in read(name, files[name].read_bytes()) if named.offered]
        for one in sets:
            for path, file in one.files.items():
                count = offered.count(path)
                if file["media_type"] != HTML and count != 1:
                    yield finding("SIT-004", None, place=name, found=path, fact=f"{path} is offered {count} times")


def _leaflets(files: Mapping[str, Path]) -> Iterator[Diagnostic]:
    """See that the shelf has a link to each leaflet, and that one whose page says it is withdrawn offers nothing."""
    index = files.get("index.html")
    shelf = {named.href for named in of_page("index.html", index.read_bytes())} if index else set()
    for name in files:
        path = PurePosixPath(name)
        if path.name == "index.html" and len(path.parts) > 1 and name not in shelf:
            yield finding("SIT-004", None, place="index.html", found=name, fact=f"{name} is not on the shelf")
    for name, path_ in files.items():
        if name.endswith(".html") and PurePosixPath(name).name not in ("index.html", PROOF):
            page = _page(path_)
            data = page.linked_data() if page else None
            if isinstance(data, dict) and data.get("creativeWorkStatus") == "Withdrawn":
                yield finding("SIT-005", None, place=name, fact=f"{name} says that the leaflet is withdrawn")


def _page(path: Path) -> WebPage | None:
    try:
        return open_page(path.read_bytes())
    except UnreadableError:
        return None
