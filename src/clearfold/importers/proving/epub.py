"""An e-book's words again: its chapters in the order of the spine."""

import posixpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from clearfold.importers.document import Place
from clearfold.importers.proving.html.flow import At, Flow
from clearfold.importers.proving.html.own import added, titles
from clearfold.importers.proving.html.read import notes_of
from clearfold.importers.proving.html.references import References
from clearfold.importers.proving.html.tags import Tag, tags_of
from clearfold.importers.proving.office import Files, get, local
from clearfold.importers.reading import Imported, Original, Passage
from clearfold.model.messages import message
from clearfold.model.transcript import Kind


def read_again(data: bytes, name: str, imported: Imported) -> Original:
    """Return the words of an e-book."""
    files = Files(data)
    container = files.root("META-INF/container.xml")
    paths = [get(one, "full-path") for one in container.iter()] if container is not None else []
    book = next(path for path in paths if path in files.names)
    package = files.root(book)
    spine, contents = _documents(package, posixpath.dirname(book), files)
    whole = Tag("html")
    for chapter in spine:
        body = _body(files.read(chapter))
        for tag in body.tags():
            address = tag.said.get("href", "")
            if tag.name == "a" and "#" in address and "://" not in address:
                tag.said["href"] = address[address.index("#") :]
        whole.held.append(body)
    own = any(tag.name == "p" and "format" in tag.marks for one in whole.tags() for tag in titles(one))
    flow = Flow(References(whole), "", inside=True)
    for number, held in enumerate(whole.held, start=1):
        if isinstance(held, Tag):
            flow.part = message("chapter {number}", number=number)
            if own:
                flow.left += added(held)
            flow.read(held, At())
            flow.flush(At())
    passages = tuple(flow.passages)
    left = [Passage(Kind.CONTENTS, _spaced(_body(files.read(one))), Place(one)) for one in contents if one not in spine]
    return Original((*passages, *notes_of(flow)), (*flow.left, *left))


def _body(data: bytes) -> Tag:
    root = tags_of(data, strict=True)
    return next((tag for tag in root.tags() if tag.name == "body"), root)


def _documents(package: "Element | None", folder: str, files: Files) -> tuple[list[str], list[str]]:
    """Return the chapters of the spine, and the documents of contents."""
    items: dict[str, tuple[str, str, str]] = {}
    spine: list[str] = []
    for one in package.iter() if package is not None else ():
        if local(one.tag) == "item":
            path = posixpath.normpath(posixpath.join(folder, unquote(get(one, "href"))))
            items[get(one, "id")] = (path, get(one, "media-type"), get(one, "properties"))
        elif local(one.tag) == "itemref" and get(one, "idref") in items:
            path, kind, more = items[get(one, "idref")]
            page = kind in ("application/xhtml+xml", "text/html") and "nav" not in more.split()
            if page and path in files.names and path not in spine:
                spine.append(path)
    return spine, [path for path, _, more in items.values() if "nav" in more.split() and path in files.names]


def _spaced(tag: Tag) -> str:
    return " ".join(one if isinstance(one, str) else _spaced(one) for one in tag.held)
