"""Names in OpenDocument's XML with the prefixes that the standard gives them."""

from lxml import etree

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_URN}{name}:1.0": prefix
    for name, prefix in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("drawing", "draw"),
        ("svg-compatible", "svg"), ("xsl-fo-compatible", "fo"), ("meta", "meta"), ("form", "form"),
        ("manifest", "manifest"),
    )
} | {
    "http://www.w3.org/1999/xlink": "xlink",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1998/Math/MathML": "math",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
}  # fmt: skip


def name_of(element: etree._Element) -> str:
    """Return an element's name, such as text:p; "" of a comment."""
    tag: object = element.tag
    return _named(tag) if isinstance(tag, str) else ""


def _named(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(space[1:])
    return f"{prefix}:{local}" if prefix else local


def attribute(element: etree._Element | None, name: str) -> str:
    """Return an attribute by its name, such as text:style-name; "" where there is none."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if _named(str(key)) == name), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child along a path of names."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element
