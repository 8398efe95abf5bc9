"""The documents of a finished e-book, each as one page that needs no other file."""

import re
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_OPF = {"opf": "http://www.idpf.org/2007/opf"}
_CONTAINER = {"c": "urn:oasis:names:tc:opendocument:xmlns:container"}
_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml", ".ttf": "font/ttf", ".otf": "font/otf"}
_URL = re.compile(r"url\(\s*[\"']?([^)\"']+)[\"']?\s*\)")


def count(path: Path) -> int:
    """Return how many documents a book is read as, 0 where it cannot be read."""
    try:
        with ZipFile(path) as book:
            return len(tuple(_spine(book)))
    except (OSError, BadZipFile, KeyError, etree.XMLSyntaxError):
        return 0


def document(path: Path, number: int) -> bytes | None:
    """Return a document, numbered from 1 as it is read, with its styles and pictures in it; None of none."""
    try:
        with ZipFile(path) as book:
            name = dict(enumerate(_spine(book), 1)).get(number)
            return None if name is None else _whole(book, name)
    except (OSError, BadZipFile, KeyError, etree.XMLSyntaxError):
        return None


def _spine(book: ZipFile) -> Iterator[str]:
    (place,) = _tree(book, "META-INF/container.xml").findall(".//c:rootfile", _CONTAINER)
    opf = place.get("full-path", "")
    package = _tree(book, opf)
    names = {item.get("id"): item.get("href", "") for item in package.findall(".//opf:item", _OPF)}
    for one in package.findall(".//opf:itemref", _OPF):
        yield _beside(opf, names[one.get("idref")])


def _whole(book: ZipFile, name: str) -> bytes:
    root = _tree(book, name)
    for link in root.findall(f".//{_XHTML}link[@rel='stylesheet']"):
        sheet = _beside(name, link.get("href", ""))
        style = etree.Element(f"{_XHTML}style")
        style.text = _style(book, sheet)
        parent = link.getparent()
        assert parent is not None, "it was found below the root"
        parent.replace(link, style)
    for tag, key in (("img", "src"), ("image", _XLINK)):
        for picture in root.iter(f"{{*}}{tag}"):
            picture.set(key, _data(book, _beside(name, picture.get(key, ""))))
    for link in root.iter(f"{_XHTML}a"):
        if not link.get("href", "#").startswith("#"):
            del link.attrib["href"]  # it leads to a document that does not stand beside this one here
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _tree(book: ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.parse(BytesIO(book.read(name)), parser).getroot()


def _style(book: ZipFile, name: str) -> str:
    text = book.read(name).decode("utf-8")
    return _URL.sub(lambda found: f"url({_data(book, _beside(name, found[1]))})", text)


def _data(book: ZipFile, name: str) -> str:
    media_type = _TYPES.get(Path(name).suffix.lower(), "application/octet-stream")
    return f"data:{media_type};base64,{b64encode(book.read(name)).decode('ascii')}"


def _beside(name: str, address: str) -> str:
    return normpath(join(dirname(name), unquote(address.partition("#")[0])))
