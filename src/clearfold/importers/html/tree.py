"""A web page as a tree of elements and texts: by lexbor where it is HTML, by lxml where it is XML."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5

from lxml import etree
from selectolax.lexbor import LexborHTMLParser, LexborNode

from clearfold.importers.archive import xml
from clearfold.importers.reading import NotImportableError
from clearfold.model.limits import IMPORT_DEEPEST
from clearfold.model.messages import message

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)""")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+[^>\[]*>", re.I)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_TEMPLATE = re.compile(r"\A<template[^>]*>|</template>\Z")
_XML = frozenset(("lt", "gt", "amp", "quot", "apos"))
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(slots=True)
class Node:
    """An element: its name in small letters, its attributes, and what it holds."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node | str]" = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return an attribute, "" where there is none."""
        return self.attributes.get(name, "")

    def elements(self) -> "Iterator[Node]":
        """Yield the elements right within."""
        yield from (child for child in self.children if isinstance(child, Node))

    def all(self) -> "Iterator[Node]":
        """Yield the element, and those within it at any depth."""
        yield self
        for child in self.elements():
            yield from child.all()

    def text(self) -> str:
        """Return the letters of the element."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    @property
    def words(self) -> str:
        """Return its letters with white space folded."""
        return " ".join(self.text().split())

    @property
    def marks(self) -> frozenset[str]:
        """Return its classes, roles and types in small letters."""
        return frozenset(f"{self.get('class')} {self.get('role')} {self.get('epub:type')}".lower().split())


def page(data: bytes) -> Node:
    """Return a web page as a tree; raises NotImportableError."""
    return _of_html(decoded(data))


def chapter(data: bytes) -> Node:
    """Return a document of XHTML as a tree, as XML where it is such, else as HTML; raises NotImportableError."""
    text = decoded(data)
    if "<!ENTITY" in text.upper():
        raise NotImportableError(
            message("it holds a document type with entities, which no such file needs, and was not read")
        )
    plain = _ENTITY.sub(_entity, _DOCTYPE.sub("", text))
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", plain)
    try:
        return _of_xml(xml(plain.encode("utf-8")))
    except NotImportableError:
        return _of_html(text)


def name_headings(root: Node) -> None:
    """Give a heading the id of the section that it begins, where it has none but its own of that."""
    for node in root.all():
        first = next(node.elements(), None)
        if first is None or not node.get("id") or node.name not in ("section", "article", "div"):
            continue
        begins = first.name[:1] == "h" and first.name[1:].isdigit()
        if begins and first.get("id") in ("", f"{node.get('id')}-title"):
            first.attributes["id"] = node.attributes.pop("id")


def decoded(data: bytes) -> str:
    """Return the text of a page, in the coding that it says, else UTF-8, else what Windows wrote in the West."""
    for mark, coding in _BOMS:
        if data.startswith(mark):
            return data.decode(coding, "replace")
    said = _DECLARED.search(data[:200]) or _CHARSET.search(data[:4096])
    codings = [said[1].decode("ascii", "replace"), "utf-8"] if said else ["utf-8"]
    for coding in codings:
        try:
            return data.decode("cp1252" if coding.lower() in ("iso-8859-1", "latin1", "latin-1") else coding)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    if name in _XML or f"{name};" not in html5:
        return match[0]
    return "".join(f"&#{ord(sign)};" for sign in html5[f"{name};"])


def _of_html(text: str) -> Node:
    root = LexborHTMLParser(text).root
    whole = Node("html")
    waiting: list[tuple[LexborNode | None, Node, int]] = [(root, whole, 0)]
    while waiting:
        found, node, depth = waiting.pop()
        if depth > IMPORT_DEEPEST:
            raise NotImportableError(message("it is nested too deeply"))
        if found is None:
            continue
        node.attributes = {key: value or "" for key, value in found.attributes.items()}
        child = found.child
        if found.tag == "template" and child is None:
            # What it holds stands in a tree of its own.
            inside = LexborHTMLParser(_TEMPLATE.sub("", found.html or "")).body
            child = inside.child if inside is not None else None
        while child is not None:
            name = child.tag or ""
            if name == "-text":
                node.children.append(child.text_content or "")
            elif name[:1].isalpha():
                inner = Node(name)
                node.children.append(inner)
                waiting.append((child, inner, depth + 1))
            child = child.next
    return whole


def _of_xml(element: etree._Element) -> Node:
    node = Node(_local(element.tag), {_attribute(str(key)): str(value) for key, value in element.attrib.items()})
    node.children.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            node.children.append(_of_xml(child))
        node.children.append(child.tail or "")
    return node


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()


def _attribute(name: str) -> str:
    if name.startswith("{http://www.idpf.org/2007/ops}"):
        return f"epub:{_local(name)}"
    return "xml:lang" if name.endswith("namespace}lang") else _local(name)
