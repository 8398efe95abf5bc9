"""An EPUB as a document: what its spine holds, in its order."""

import posixpath
from urllib.parse import unquote

from lxml import etree

from clearfold.importers.archive import Archive
from clearfold.importers.document import Block, Document, Place
from clearfold.importers.html.flow import Flow
from clearfold.importers.html.make import of_data, read_notes
from clearfold.importers.html.notes import Notes
from clearfold.importers.html.own import Panels, is_own
from clearfold.importers.html.tree import Node, chapter, name_headings
from clearfold.importers.ledger import Entry
from clearfold.importers.reading import Imported, NotImportableError, Options
from clearfold.model.messages import message

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")


def make(data: bytes, name: str, options: Options) -> Imported:
    """Return what an e-book holds."""
    archive = Archive(data)
    if "META-INF/rights.xml" in archive.names or _is_locked(archive):
        raise NotImportableError(message("it is locked (DRM): ask its publisher for one that is not"))
    book = _book(archive)
    package = archive.xml(book)
    names = chapters(package, book, archive)
    pages = {chapter_name: chapter(archive.read(chapter_name)) for chapter_name in names}
    whole = _whole(pages)
    name_headings(whole)
    flow = Flow(Notes(whole), of_data)
    blocks: list[Block] = []
    lang = (_said(package, "language") or [""])[0]
    panels = Panels(flow, lang) if is_own(whole) else None
    for number, body in enumerate(whole.elements(), start=1):
        folder = posixpath.dirname(list(pages)[number - 1])
        flow.resolve = _Pictures(archive, folder)
        flow.part = message("chapter {number}", number=number)
        if panels is None or not panels.take(body):
            blocks += flow.read(body)
    notes = read_notes(flow)
    flow.ledger += _beside(package, book, archive, names)
    title, subtitle, front = (panels.title, panels.subtitle, panels.front) if panels else ("", "", {})
    document = Document(title, lang, tuple(blocks), notes, flow.pictures.files, front, subtitle)
    return Imported(document, tuple(flow.ledger))


def _is_locked(archive: Archive) -> bool:
    if "META-INF/encryption.xml" not in archive.names:
        return False
    return b"enc#aes" in archive.read("META-INF/encryption.xml") or b"xmlenc#" in archive.read(
        "META-INF/encryption.xml"
    )


def _book(archive: Archive) -> str:
    if _CONTAINER not in archive.names:
        raise NotImportableError(message("it is damaged: it does not say where its text is"))
    for one in archive.xml(_CONTAINER).iter():
        path = str(one.get("full-path") or "")
        if path in archive.names:
            return path
    raise NotImportableError(message("it is damaged: it does not say where its text is"))


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def chapters(package: etree._Element, book: str, archive: Archive) -> list[str]:
    """Return the names of the documents of the spine, in their order; contents are none."""
    items = {str(one.get("id")): one for one in package.iter() if _local(one) == "item"}
    found: list[str] = []
    for one in package.iter():
        item = items.get(str(one.get("idref"))) if _local(one) == "itemref" else None
        if item is None or "nav" in str(item.get("properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(posixpath.dirname(book), unquote(str(item.get("href")))))
        if name in archive.names and str(item.get("media-type")) in _PAGES and name not in found:
            found.append(name)
    return found


def _whole(pages: dict[str, Node]) -> Node:
    """Return the bodies of all chapters as one page, links between them leading within it."""
    whole = Node("html")
    for root in pages.values():
        body = next((node for node in root.all() if node.name == "body"), root)
        for node in body.all():
            address = node.get("href")
            if node.name == "a" and "glossref" in node.marks:
                node.attributes.pop("href", None)  # our own way to the meaning of a word, made anew by each build
            elif node.name == "a" and "#" in address and "://" not in address:
                node.attributes["href"] = f"#{address.partition('#')[2]}"
        lang = root.get("lang") or root.get("xml:lang")
        body.attributes = {"lang": lang} if lang else {}
        whole.children.append(body)
    return whole


class _Pictures:
    """Finds pictures in the book, from a chapter's folder."""

    def __init__(self, archive: Archive, folder: str) -> None:
        self._archive, self._folder = archive, folder

    def __call__(self, address: str) -> bytes | str:
        if address.startswith("data:"):
            return of_data(address)
        name = posixpath.normpath(posixpath.join(self._folder, unquote(address.partition("#")[0])))
        return self._archive.read(name) if name in self._archive.names else message("it is not in the file")


def _said(package: etree._Element, name: str) -> list[str]:
    return [words for one in package.iter() if _local(one) == name and (words := " ".join((one.text or "").split()))]


def _beside(package: etree._Element, book: str, archive: Archive, names: list[str]) -> list[Entry]:
    """List what the book says of itself, and its contents."""
    found: list[Entry] = []
    for key in ("title", "creator", "publisher", "description", "rights"):
        found += [Entry("IMP-081", Place(), words, name=key) for words in _said(package, key)]
    for one in package.iter():
        if _local(one) == "item" and "nav" in str(one.get("properties") or "").split():
            name = posixpath.normpath(posixpath.join(posixpath.dirname(book), unquote(str(one.get("href")))))
            if name in archive.names and name not in names:
                root = chapter(archive.read(name))
                body = next((node for node in root.all() if node.name == "body"), root)
                found.append(Entry("IMP-074", Place(name), " ".join(_spaced(body).split())))
    return found


def _spaced(node: Node) -> str:
    return " ".join(child if isinstance(child, str) else _spaced(child) for child in node.children)
