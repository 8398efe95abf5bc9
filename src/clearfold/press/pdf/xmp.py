"""What a PDF says about itself: the same facts as an XMP packet and as the document information dictionary."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from weasyprint import VERSION

from clearfold.model.media_types import PDF
from clearfold.press.leaflet import PdfProfile

PRODUCER = f"WeasyPrint {VERSION}"
CREATOR = "Clearfold"


@dataclass(frozen=True, slots=True)
class PdfMetadata:
    """The leaflet's facts for XMP and Info; dates are in UTC, ``lang`` is BCP 47, "" and () leave a fact out."""

    title: str
    lang: str
    authors: tuple[str, ...]
    subject: str
    keywords: tuple[str, ...]
    publisher: str
    identifier: str
    created: datetime
    modified: datetime


def information(metadata: PdfMetadata) -> dict[str, str]:
    """Return the entries of the document information dictionary (ISO 32000-1, 14.3.3), without the empty ones."""
    entries = {
        "Title": metadata.title,
        "Author": ", ".join(metadata.authors),
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": CREATOR,
        "Producer": PRODUCER,
        "CreationDate": f"{metadata.created:D:%Y%m%d%H%M%SZ}",
        "ModDate": f"{metadata.modified:D:%Y%m%d%H%M%SZ}",
    }
    return {key: value for key, value in entries.items() if value}


def xmp_packet(metadata: PdfMetadata, profile: PdfProfile | None) -> bytes:
    """Return the XMP packet (ISO 16684-1) with the leaflet's facts and the profile's claims, none for None."""
    claims = {None: (), PdfProfile.ARCHIVE: ARCHIVE_CLAIMS, PdfProfile.NEXT: NEXT_CLAIMS}[profile]
    return _packet(metadata, CLAIMS if claims else (), claims)


@dataclass(frozen=True, slots=True)
class XChange:
    """What a file for print exchange says of itself: the document's UUID, its version, and what is claimed."""

    document: str
    version: str
    claim: str


def print_packet(metadata: PdfMetadata, identity: XChange) -> bytes:
    """Return the XMP packet of a file for print exchange: ISO 15930-7."""
    claims = (
        _text("pdf:Trapped", "False"),
        _text("xmp:MetadataDate", f"{metadata.modified:%Y-%m-%dT%H:%M:%SZ}"),
        _text("xmpMM:DocumentID", f"uuid:{identity.document}"),
        _text("xmpMM:VersionID", identity.version),
        _text("xmpMM:RenditionClass", "default"),
        _text("pdfxid:GTS_PDFXVersion", identity.claim),
    )
    return _packet(metadata, EXCHANGE, claims)


def _packet(metadata: PdfMetadata, spaces: Iterable[str], claims: Iterable[str]) -> bytes:
    keywords = ", ".join(metadata.keywords)
    facts = (
        f"<dc:format>{PDF}</dc:format>",
        _alternatives("dc:title", metadata.title),
        _items("dc:creator", "Seq", metadata.authors),
        _alternatives("dc:description", metadata.subject),
        _items("dc:subject", "Bag", metadata.keywords),
        _items("dc:publisher", "Bag", (metadata.publisher,)),
        _items("dc:language", "Bag", (metadata.lang,)),
        _text("dc:identifier", metadata.identifier),
        _text("pdf:Keywords", keywords),
        _text("pdf:Producer", PRODUCER),
        _text("xmp:CreatorTool", CREATOR),
        _text("xmp:CreateDate", f"{metadata.created:%Y-%m-%dT%H:%M:%SZ}"),
        _text("xmp:ModifyDate", f"{metadata.modified:%Y-%m-%dT%H:%M:%SZ}"),
    )
    lines = (*HEAD, *spaces, ">", *(fact for fact in facts if fact), *claims, *TAIL)
    return "\n".join(lines).encode()


def _text(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _alternatives(name: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _items(name: str, container: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{container}>{items}</rdf:{container}></{name}>" if items else ""


HEAD = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
)
CLAIMS = (
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
    ' xmlns:pdfd="http://pdfa.org/declarations/"',
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
)
EXCHANGE = (
    ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
    ' xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"',
)
TAIL = ("</rdf:Description>", "</rdf:RDF>", "</x:xmpmeta>", '<?xpacket end="r"?>')

# PDF/A-2 knows no pdfuaid of itself: ISO 19005-2, 6.6.2.3 wants the schema described in the packet.
ARCHIVE_CLAIMS = (
    "<pdfaid:part>2</pdfaid:part>",
    "<pdfaid:conformance>A</pdfaid:conformance>",
    "<pdfuaid:part>1</pdfuaid:part>",
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>",
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
    "<pdfaProperty:name>part</pdfaProperty:name>",
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
    "<pdfaProperty:category>internal</pdfaProperty:category>",
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>",
    "</rdf:li></rdf:Seq></pdfaSchema:property>",
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>",
)

# WTPDF 1.0 is claimed by PDF declarations, one for each of its two conformance levels.
NEXT_CLAIMS = (
    "<pdfaid:part>4</pdfaid:part>",
    "<pdfaid:rev>2020</pdfaid:rev>",
    "<pdfaid:conformance>F</pdfaid:conformance>",
    "<pdfuaid:part>2</pdfuaid:part>",
    "<pdfuaid:rev>2024</pdfuaid:rev>",
    "<pdfd:declarations><rdf:Bag>",
    *(
        f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#{level}1.0'
        "</pdfd:conformsTo></rdf:li>"
        for level in ("accessibility", "reuse")
    ),
    "</rdf:Bag></pdfd:declarations>",
)
