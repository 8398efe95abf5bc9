"""Names in Word's XML with the prefixes that everybody knows them by, also in the strict form of the standard."""

from collections.abc import Iterator

from lxml import etree

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
_PREFIXES = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OFFICE}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OFFICE}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_OFFICE}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_OFFICE}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    f"{_OFFICE}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OFFICE}markup-compatibility/2006": "mc",
    f"{_MICROSOFT}word/2010/wordprocessingShape": "wps",
    f"{_MICROSOFT}word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
PROPERTIES = frozenset(
    f"w:{name}" for name in "pPr rPr tblPr trPr tcPr tblGrid sectPr sdtPr sdtEndPr tblPrEx altChunk subDoc".split()
) | {"m:oMathParaPr", "m:ctrlPr"}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_KNOWN_CHOICES = frozenset("wps wpg wpc w14 w15 w16se w16cid w16 wp14 a14 cx wp15".split())


def name_of(element: etree._Element) -> str:
    """Return an element's name, such as w:p; one of a name space that is not known has no prefix."""
    tag: object = element.tag
    if not isinstance(tag, str):
        return ""
    return _named(tag)


def _named(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(space[1:])
    return f"{prefix}:{local}" if prefix else local


def attribute(element: etree._Element | None, name: str) -> str:
    """Return the value of an attribute by its name, such as w:val or descr; "" where there is none."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if _named(str(key)) == name:
            return str(value)
    return ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of a name, and of that one's children the next; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the children of a name."""
    if element is not None:
        yield from (one for one in element if name_of(one) == name)


def inner(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield elements of some names at any depth."""
    yield from (one for one in element.iter() if name_of(one) in names)


def value(element: etree._Element | None, *path: str) -> str:
    """Return w:val of an element along a path, "" where it is not there."""
    return attribute(child(element, *path), "w:val")


def chosen(alternate: etree._Element) -> etree._Element | None:
    """Return the choice that is known, else what stands for it in older programs; never both (ISO/IEC 29500-3, 7.6)."""
    choices = list(children(alternate, "mc:Choice"))
    known = [one for one in choices if set(attribute(one, "Requires").split()) <= _KNOWN_CHOICES]
    taken = known[0] if known else child(alternate, "mc:Fallback")
    return choices[0] if taken is None and choices else taken


def is_on(element: etree._Element | None, name: str) -> bool | None:
    """Tell whether a property is on; None where it is not said."""
    found = child(element, name)
    if found is None:
        return None
    return attribute(found, "w:val").lower() not in ("0", "false", "off", "none")
