"""An SVG as it is published: what it draws, and nothing beside it.

Programs for drawings write much that no reader draws: a document type, notes of their own, paths of the drawer's
machine, metadata, a second drawing for a program of the same maker. None of it is published.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from lxml import etree

from clearfold.model.limits import MB, PICTURE_BYTES, SVG_ELEMENTS
from clearfold.model.messages import message
from clearfold.press.images.embedded import bare
from clearfold.press.images.undrawn_svg import SVG, XLINK, leave_out

DEEPEST = 100
XML: Final = "http://www.w3.org/XML/1998/namespace"
XHTML: Final = "http://www.w3.org/1999/xhtml"
PUBLIC = "-//W3C//DTD SVG 1.1//EN"  # the one that EPUB 3.3 admits (3.9); nobody reads what it leads to
LONGEST = 200  # characters for which a name of the document's own may stand
_SPACES = {None: SVG, "xlink": XLINK}
_PACKED = b"\x1f\x8b"  # SVGZ (SVG 2, 3.4), whatever the file is called
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_NAME = re.compile(r"&([^#\s;&<]+);")
_WRITTEN = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)  # where a name stands for nothing
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
# Where a link leads that is of no use in a leaflet: to a file beside the drawing, or on its drawer's machine.
_ASTRAY = re.compile(r"(?:file:|[a-z]:[\\/])?[^:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlainSvg:
    """An SVG's file as it is published, and what of the given file is not accepted and not in it."""

    data: bytes
    refused: tuple[str, ...] = ()


def plain_svg(data: bytes) -> bytes:
    """Return an SVG's file as it is published: the same bytes where nothing is to be left out, or where it is none."""
    try:
        return read_svg(data).data
    except (ExpatError, ValueError, LookupError):
        return data


@lru_cache(maxsize=32)  # it is looked at for its words, its letters, and in each edition
def read_svg(data: bytes) -> PlainSvg:
    """Read an SVG; raise ExpatError or LookupError for what is no XML, ValueError for what is too large or too deep."""
    reader = _Reader()
    reader.read(_unpacked(data))
    root = reader.root
    if root is None or etree.QName(root).localname != "svg":
        return PlainSvg(data)
    refused = tuple(dict.fromkeys(reader.refused))
    if not (leave_out(root) or reader.changed or data.startswith(_PACKED)):
        return PlainSvg(data, refused)
    etree.cleanup_namespaces(root)
    return PlainSvg(etree.tostring(root, encoding="utf-8"), refused)


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(_PACKED):
        return data
    try:
        unpacked = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, PICTURE_BYTES + 1)
    except zlib.error as error:
        raise ValueError(error) from error
    if len(unpacked) > PICTURE_BYTES:
        raise ValueError(_too_large())
    return unpacked


def _too_large() -> str:
    return message("it is larger than {most} MB when it is unpacked", most=PICTURE_BYTES // MB)


@dataclass(slots=True)
class _Reader:
    """One reading: the tree of what may be drawn. ``changed`` says whether anything of the file is not in it."""

    root: etree._Element | None = None
    changed: bool = False
    refused: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=lambda: set(_OF_XML))  # that stand for a text
    own: str = SVG  # the name space of the root: drawings of 2000 and 2001 have others, or none
    open: list[etree._Element] = field(default_factory=list)
    last: etree._Element | None = None  # child of the innermost one, behind which text stands
    skipped: int = 0  # open elements that are left out
    count: int = 0
    length: int = 0

    def read(self, data: bytes) -> None:
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = MB
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._find_names(parser, data)
        parser.Parse(data, True)

    def _find_names(self, parser: XMLParserType, data: bytes) -> None:
        """Refuse names that nothing explains: where a type lies outside the file, expat passes over them in silence."""

        def ended() -> None:
            encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "latin-1")
            text = _WRITTEN.sub("", data.decode(encoding, "replace"))
            self.refused += [_named(name) for name in _NAME.findall(text) if name not in self.names]

        parser.EndDoctypeDeclHandler = ended

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        # EPUB 3.3, 3.9 admits UTF-16 too, and EPUBCheck warns of it.
        self.changed = self.changed or (encoding or "utf-8").lower() not in ("utf-8", "utf8")

    def _doctype(self, _name: str, address: str | None, public: str | None, inner: int) -> None:
        self.changed = self.changed or bool(inner) or (bool(address or public) and public != PUBLIC)

    def _entity(self, name: str, parameter: bool, value: str | None, *_place: object) -> None:
        self.changed = True
        if value is None or parameter or len(value) > LONGEST or set("&%<") & set(value):
            self.refused.append(_named(name))
        self.names.add(name)

    def _instruction(self, target: str, data: str) -> None:
        self.changed = True
        if target == "xml-stylesheet" and not re.search(r"""\bhref\s*=\s*["']#""", data):
            self.refused.append(f"<?{target}?>")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if self.root is None:
            self.own = space
            self.changed = self.changed or space != SVG
        if self.skipped or space not in (SVG, XHTML, self.own) or (name == "metadata" and space != XHTML):
            self.changed = True
            self.skipped += 1
            return
        self.count += 1
        if len(self.open) >= DEEPEST:
            raise ValueError(message("its elements are nested more than {deepest} deep", deepest=DEEPEST))
        if self.count > SVG_ELEMENTS:
            raise ValueError(message("it has more than {svg_elements:,} elements", svg_elements=SVG_ELEMENTS))
        self._open(f"{{{SVG if space == self.own else space}}}{name}", dict(self._kept(name, attributes)))

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        self._measure(sum(map(len, attributes.values())))
        if self.open:
            element = etree.SubElement(self.open[-1], tag, attributes)
        else:
            element = self.root = etree.Element(tag, attributes, nsmap=_SPACES)  # type: ignore[arg-type]  # the stubs know no default
        self.open.append(element)
        self.last = None

    def _kept(self, element: str, attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
        for key, value in attributes.items():
            space, _, name = key.rpartition(" ")
            kept = value
            source = element == "svg" and key == "content"  # draw.io's, with all pages of the file
            if source or space not in ("", XLINK, XML) or (space == XML and name == "base"):
                self.changed = True
                continue
            if name == "href" and element == "a" and not value.startswith("#") and _ASTRAY.fullmatch(value.strip()):
                self.changed = True
                continue
            if name == "href" and element == "image":
                kept = bare(value)
                self.changed = self.changed or kept != value
            yield (f"{{{space}}}{name}" if space in (XLINK, XML) else name), kept

    def _end(self, _tag: str) -> None:
        if self.skipped:
            self.skipped -= 1
        else:
            self.last = self.open.pop()

    def _text(self, data: str) -> None:
        if not self.skipped:
            self._measure(len(data))
            if self.last is not None:
                self.last.tail = (self.last.tail or "") + data
            else:
                self.open[-1].text = (self.open[-1].text or "") + data

    def _measure(self, length: int) -> None:
        """Count what is read: a short name can stand for a text in a thousand places."""
        self.length += length
        if self.length > PICTURE_BYTES:
            raise ValueError(_too_large())


def _named(name: str) -> str:
    return message("the entity &{name};", name=name)
