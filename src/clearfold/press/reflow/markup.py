"""The documents of a book as trees: parsed from what the templates make, worked on, and written as XHTML."""

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
VOID = frozenset("area base br col hr img input link meta source".split())
DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
DOCTYPE = b"<!DOCTYPE html>\n"


def parse(xhtml: str) -> etree._Element:
    """Return the tree of a document that a template has made."""
    return etree.fromstring(xhtml.strip(), etree.XMLParser(resolve_entities=False, no_network=True))


def write(root: etree._Element) -> bytes:
    """Return a document's bytes; the language is said in both attributes, as readers know the one or the other.

    Only elements that HTML has as empty are written as such, since some readers take XHTML for HTML.
    """
    for element in root.iter(f"{XHTML}*"):
        if lang := element.get("lang"):
            element.set(XML_LANG, lang)
        if local_name(element) not in VOID and not len(element) and element.text is None:
            element.text = ""
    return DECLARATION + DOCTYPE + etree.tostring(root, encoding="unicode").encode() + b"\n"


def local_name(element: etree._Element) -> str:
    """Return an element's name without its name space."""
    return etree.QName(element).localname


def add_after(element: etree._Element, other: etree._Element) -> None:
    """Put an element after another one and the text that follows it."""
    parent = element.getparent()
    assert parent is not None
    parent.insert(parent.index(element) + 1, other)


def link(trees: dict[str, etree._Element], pictures: dict[str, str]) -> None:
    """Point inner links at the documents that hold their targets, and pictures at their names in the book."""
    homes = {name: file for file, tree in trees.items() for element in tree.iter() if (name := element.get("id"))}
    for file, tree in trees.items():
        for element in tree.iter(f"{XHTML}a"):
            target = element.get("href", "")
            home = homes.get(target[1:], file) if target.startswith("#") else file
            if home != file:
                element.set("href", f"{home}{target}")
        for element in tree.iter(f"{XHTML}img"):
            element.set("src", pictures.get(element.get("src", ""), element.get("src", "")))
