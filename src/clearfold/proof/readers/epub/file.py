"""Open an EPUB once for all its readers: package, manifest, spine, and each document as a tree (EPUB 3.3, 3 to 5)."""

import lzma
import posixpath
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from struct import error as StructError  # noqa: N812 -- an exception, written as one
from unicodedata import normalize
from urllib.parse import unquote
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from tinycss2.bytes import decode_stylesheet_bytes

from clearfold.model.digest import digest
from clearfold.model.limits import FINISHED_BYTES, MB
from clearfold.model.media_types import CSS, EPUB, SVG, XHTML
from clearfold.model.messages import message
from clearfold.proof.html.elements import name_of
from clearfold.proof.html.values import Cascade
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.epub.images import Images
from clearfold.proof.readers.xml_tree import XML, parse_xml

MOST_FILES = 50_000
LARGEST = 64 * 1024 * 1024  # bytes of one file, unpacked; FINISHED_BYTES of all that are read
# What holds text: EPUB 3.3, 5.4; the types of older books after it (OPF 2.0.1, 1.3.7).
DOCUMENTS = frozenset({XHTML, "text/x-oeb1-document", "text/html", "application/xml"})
ENCRYPTION = "META-INF/encryption.xml"
# Fonts made unreadable outside of the book, and no more (EPUB 3.3, 4.3).
OBFUSCATIONS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
PACKAGE = "application/oebps-package+xml"
NCX = "application/x-dtbncx+xml"


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the manifest: its path in the EPUB, its media type, its properties, the id of what may stand for it."""

    path: str
    media_type: str
    properties: frozenset[str]
    remote: bool = False
    fallback: str = ""


@dataclass(frozen=True, slots=True)
class EpubFile:
    """An open EPUB: the package's metadata by name, manifest by id, spine paths in order, documents by path.

    ``absent`` are the documents that the package promises and the file does not hold. ``claims`` are all that the
    package says of the book as (name, value), also what refines something else; ``identifier`` is its unique one.
    ``ncx`` is the contents for older reading systems, None where there is none, or none that can be read. ``twice``
    are the names that two files of the zip have, as one system or another tells names apart; ``packages`` is how
    many packages the container names. ``pictures`` has the SHA-256 of each picture, by its path, ``images`` its
    bytes; ``moving`` says that one may move. ``unread`` is what the reading order names and no reader here reads.
    ``passed_over`` are the documents that stand beside the reading order, and ``spoken`` those with a recording.
    ``container`` and ``package`` are those two documents, the latter at ``package_path``.
    """

    first: tuple[str, bool]
    lang: str
    metadata: dict[str, tuple[str, ...]]
    manifest: dict[str, Item]
    spine: tuple[str, ...]
    documents: dict[str, Element]
    sheets: dict[str, str] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    claims: tuple[tuple[str, str], ...] = ()
    identifier: str = ""
    ncx: Element | None = None
    twice: tuple[str, ...] = ()
    packages: int = 1
    pictures: dict[str, str] = field(default_factory=dict)
    images: Mapping[str, bytes] = field(default_factory=Images)
    container: Element = field(default_factory=lambda: Element("container"))
    package: Element = field(default_factory=lambda: Element("package"))
    package_path: str = ""
    moving: bool = False
    unread: tuple[str, ...] = ()
    passed_over: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    styles: dict[str, Cascade] = field(default_factory=dict)  # by document, as they are asked for

    def claimed(self, name: str) -> tuple[str, ...]:
        """Return the values of a property of the metadata; () where the package does not have it."""
        return tuple(value for key, value in self.claims if key == name)

    @property
    def ncx_path(self) -> str:
        """Return the path of the NCX, "" where there is none."""
        return next((item.path for item in self.manifest.values() if item.media_type == NCX), "")

    @property
    def nav(self) -> str:
        """Return the path of the navigation document, "" where there is none."""
        return next((item.path for item in self.manifest.values() if "nav" in item.properties), "")


def open_epub(data: bytes) -> EpubFile:
    """Open an EPUB and parse its documents; raise UnreadableError where that cannot be done."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _open(archive, data)
    except (
        BadZipFile,
        KeyError,
        NotImplementedError,
        RuntimeError,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        ValueError,
        StructError,
    ) as error:
        raise UnreadableError(message("it is no whole EPUB: {error}", error=error)) from error


def _open(archive: ZipFile, data: bytes) -> EpubFile:
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise UnreadableError(message("it holds more than {most_files} files", most_files=MOST_FILES))
    if sum(entry.file_size for entry in entries) > FINISHED_BYTES:
        raise UnreadableError(message("it holds more than {finished_bytes} MB", finished_bytes=FINISHED_BYTES // MB))
    names = {entry.filename for entry in entries}
    container = parse_xml(_read(archive, "META-INF/container.xml"), "META-INF/container.xml")
    # A book may name its PDF as well (OCF 2.0.1, 2.5.1): readers of books open packages alone.
    packages = [
        e.get("full-path") or ""
        for e in container.iter()
        if name_of(e) == "rootfile" and (e.get("media-type") or PACKAGE).strip().lower() == PACKAGE
    ]
    package_path = packages[0] if packages else ""
    package = parse_xml(_read(archive, package_path), package_path)
    manifest = _manifest(package, package_path)
    absent = tuple(item.path for item in manifest.values() if item.path not in names and not item.remote)
    named = [e for e in package.iter() if name_of(e) == "itemref"]
    references = [e.get("idref") or "" for e in named]
    chosen = [_readable(manifest, reference) for reference in references]
    spine = tuple(item.path for item in chosen if item is not None)
    unread = tuple(_unread(manifest, references))
    locked = _encrypted(archive) if ENCRYPTION in names else frozenset()
    documents = {
        item.path: _document(archive, item.path, locked)
        for item in manifest.values()
        if item.path in names and (item.media_type in DOCUMENTS or (item.media_type == SVG and item.path in spine))
    }
    # Readers take a sheet that a document links, also one that the manifest does not list.
    styled = [item.path for item in manifest.values() if item.media_type == CSS and item.path in names]
    styled += sorted(name for name in names if name.lower().endswith(".css"))
    styled += [path for path in _linked(documents) if path in names]
    unread += tuple(path for path in dict.fromkeys(styled) if path in locked)
    sheets = {path: decode_stylesheet_bytes(_read(archive, path))[0] for path in styled if path not in locked}
    first = entries[0] if entries else None
    opening = (
        (first.filename, first.compress_type == 0 and _read(archive, first.filename) == EPUB.encode())
        if first
        else ("", False)
    )
    lang = package.get(f"{{{XML}}}lang") or ""
    made = EpubFile(opening, lang, _metadata(package), manifest, spine, documents, sheets, absent)
    pictures: dict[str, str] = {}
    moving = False
    for item in manifest.values():
        if item.media_type.startswith("image/") and item.path in names:
            image = _read(archive, item.path)
            pictures[item.path] = digest(image)
            moving = moving or _moves(image)
    ncx = _ncx(archive, made.ncx_path) if made.ncx_path in names else None
    twice = tuple(sorted(_twice(entry.filename for entry in entries)))
    made = replace(made, ncx=ncx, twice=twice, packages=len(packages), pictures=pictures)
    made = replace(made, moving=moving, container=container, package=package, unread=unread)
    beside = (e.get("idref") or "" for e in named if e.get("linear") == "no")
    over = frozenset(manifest[one].path for one in beside if one in manifest)
    heard = (e.get("href") or "" for e in package.iter() if name_of(e) == "item" and e.get("media-overlay"))
    spoken = frozenset(_path(href, package_path) for href in heard)
    made = replace(made, passed_over=over - {made.nav}, spoken=spoken)
    made = replace(made, package_path=package_path, images=Images(data, tuple(pictures)))
    return replace(made, claims=tuple(_claims(package)), identifier=_identifier(package))


def _linked(documents: Mapping[str, Element]) -> Iterator[str]:
    """Yield the paths of the style sheets that documents link, whatever they are called."""
    for path, root in documents.items():
        for element in root.iter():
            if name_of(element) == "link" and "stylesheet" in (element.get("rel") or "").lower().split():
                yield _path(element.get("href") or "", path)


def _moves(image: bytes) -> bool:
    """Say whether a picture may move: a GIF, an animated PNG (its chunk acTL), a drawing with animations."""
    if image.startswith(b"GIF"):
        return True
    if image.startswith(b"\x89PNG"):
        return b"acTL" in image
    return b"<svg" in image and any(mark in image for mark in (b"<animate", b"<set", b"@keyframes"))


def _document(archive: ZipFile, path: str, locked: frozenset[str]) -> Element:
    if path in locked:
        raise UnreadableError(
            message("it is locked by a shop or a library (DRM): the text of {path} cannot be read", path=path)
        )
    return parse_xml(_read(archive, path), path)


def _encrypted(archive: ZipFile) -> frozenset[str]:
    """Return the paths of the files that nobody can read without a key; fonts that are made unusable are none."""
    root = parse_xml(_read(archive, ENCRYPTION), ENCRYPTION)
    locked: set[str] = set()
    for data in (e for e in root.iter() if name_of(e) == "encrypteddata"):
        method = next((e.get("Algorithm") or "" for e in data.iter() if name_of(e) == "encryptionmethod"), "")
        if method not in OBFUSCATIONS:
            locked |= {unquote(e.get("URI") or "") for e in data.iter() if name_of(e) == "cipherreference"}
    return frozenset(locked)


def _twice(names: Iterable[str]) -> Iterator[str]:
    """Yield the names that stand twice, where capitals and accents may be told apart or not (EPUB 3.3, 4.2.3)."""
    met: set[str] = set()
    for name in names:
        key = normalize("NFC", name).casefold()
        if key in met:
            yield name
        met.add(key)


def _read(archive: ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST:
        raise UnreadableError(message("{name} is larger than {largest} MB", name=name, largest=LARGEST // 1024 // 1024))
    with archive.open(name) as file:
        return file.read(LARGEST)


def _manifest(package: Element, package_path: str) -> dict[str, Item]:
    manifest: dict[str, Item] = {}
    for element in package.iter():
        if name_of(element) == "item":
            href = element.get("href") or ""
            remote = ":" in href.partition("/")[0]  # a scheme (RFC 3986, 4.2), also of what is no address
            path = href if remote else _path(href, package_path)
            properties = frozenset((element.get("properties") or "").split())
            media = (element.get("media-type") or "").partition(";")[0].strip().lower()
            fallback = element.get("fallback") or ""
            manifest[element.get("id") or ""] = Item(path, media, properties, remote, fallback)
    return manifest


def _path(href: str, around: str) -> str:
    """Return the path in the zip of what a file names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(around), unquote(href.partition("#")[0])))


def _readable(manifest: Mapping[str, Item], reference: str) -> Item | None:
    """Return the file of the reading order that readers show: the named one, or the first that may stand for it."""
    first = manifest.get(reference)
    met: set[str] = set()
    while (item := manifest.get(reference)) is not None and reference not in met:
        if (item.media_type in DOCUMENTS or item.media_type == SVG) and not item.remote:
            return item
        met.add(reference)
        reference = item.fallback
    return first


def _unread(manifest: Mapping[str, Item], references: Iterable[str]) -> Iterator[str]:
    """Yield what the reading order names and is not read: pictures and others' formats, and what is not in the book."""
    for reference in references:
        named, item = manifest.get(reference), _readable(manifest, reference)
        if named is None or item is None:
            yield f"“{reference}”"
        elif item.remote or (item.media_type not in DOCUMENTS and item.media_type != SVG):
            yield f"{item.path} ({item.media_type})"
        elif named is not item and named.media_type.startswith("image/"):
            yield f"{named.path} ({named.media_type})"


def _metadata(package: Element) -> dict[str, tuple[str, ...]]:
    """Gather the metadata: Dublin Core by its name, other properties by theirs."""
    found: dict[str, tuple[str, ...]] = {}
    block = next((e for e in package if name_of(e) == "metadata"), package)
    for element in block:
        name = element.get("property") or name_of(element)
        text = " ".join("".join(element.itertext()).split())
        if text and not element.get("refines"):
            found[name] = (*found.get(name, ()), text)
    return found


def _claims(package: Element) -> Iterator[tuple[str, str]]:
    """Yield all that the metadata says, as (name, value): elements, properties, EPUB 2's name and content, links."""
    block = next((e for e in package if name_of(e) == "metadata"), package)
    for element in block:
        name = element.get("property") or element.get("name") or element.get("rel") or name_of(element)
        value = element.get("content") or element.get("href") or " ".join("".join(element.itertext()).split())
        yield name, value


def _identifier(package: Element) -> str:
    """Return the identifier to which the package points as its unique one, "" where it points nowhere."""
    wanted = package.get("unique-identifier")
    found = (e for e in package.iter() if name_of(e) == "identifier" and e.get("id") == wanted)
    return next((" ".join("".join(e.itertext()).split()) for e in found), "")


def _ncx(archive: ZipFile, path: str) -> Element | None:
    """Return the NCX; None where it is broken: no reading system of today needs it to read the text."""
    try:
        return parse_xml(_read(archive, path), path)
    except UnreadableError:
        return None
