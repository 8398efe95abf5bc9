"""Read all that a PDF says of itself: its XMP packet (ISO 16684-1), leaf by leaf, and its document information."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pypdf import PdfReader
from pypdf.generic import NullObject, StreamObject

from clearfold.model.messages import message
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.objects import dictionary
from clearfold.proof.readers.xml_tree import parse_xml

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://pdfa.org/declarations/": "pdfd",
    "http://www.aiim.org/pdfa/ns/extension/": "pdfaExtension",
    "http://www.aiim.org/pdfa/ns/schema#": "pdfaSchema",
    "http://www.aiim.org/pdfa/ns/property#": "pdfaProperty",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
}
CONTAINERS = frozenset(("Alt", "Bag", "Seq", "li", "RDF", "Description"))
QUIET = frozenset((f"{{{RDF}}}about", f"{{{RDF}}}parseType", "{http://www.w3.org/XML/1998/namespace}lang"))
Said = tuple[tuple[str, str], ...]
"""What is said, in its order: names of properties, the outer one first, parted by slashes, each with its text."""


@foreign()
def read_packet(reader: PdfReader) -> Said:
    """Return what the XMP packet says, () where there is none."""
    packet = dictionary(reader.root_object.get("/Metadata"))
    if not isinstance(packet, StreamObject):
        return ()
    try:
        root = parse_xml(packet.get_data().strip(), "XMP")
    except UnreadableError:
        return (("XMP", message("it cannot be read")),)
    return tuple(_said(root, ""))


@foreign()
def read_information(reader: PdfReader) -> Said:
    """Return the entries of the document information dictionary."""
    information = dictionary(reader.trailer.get("/Info"))
    held = {key: value.get_object() for key, value in (information or {}).items()}
    # An entry that is null is none (ISO 32000-1, 7.3.7).
    return tuple((key[1:], str(value)) for key, value in held.items() if not isinstance(value, NullObject))


def _said(element: Element, around: str) -> Iterator[tuple[str, str]]:
    space, _, name = element.tag.removeprefix("{").rpartition("}")
    if name == "xmpmeta" or (space == RDF and name in CONTAINERS):
        inner = around
    else:
        own = f"{SPACES.get(space, space)}:{name}"
        inner = f"{around}/{own}" if around else own
    for key, value in element.attrib.items():
        if key not in QUIET:
            yield f"{inner}@{key}", value
    text = "".join((element.text or "", *(child.tail or "" for child in element)))
    if text.strip():
        yield inner, " ".join(text.split())
    for child in element:
        yield from _said(child, inner)
