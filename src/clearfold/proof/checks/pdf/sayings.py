"""What an edition of ours says of itself is what its copy says, and what its profile claims: all of it, no more."""

import re
from collections import Counter
from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.media_types import PDF
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.checks.text.metadata import metadata
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.pdf.closed.packet import Said, read_information, read_packet

CREATOR = "Clearfold"
PRODUCER = re.compile(r"WeasyPrint [0-9.]+")
WHEN = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
NAMED = re.compile(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SCHEMA = "pdfaExtension:schemas/pdfaSchema:"
CLAIMS: dict[str, Said] = {
    "": (),
    "archive": (
        ("pdfaid:part", "2"),
        ("pdfaid:conformance", "A"),
        ("pdfuaid:part", "1"),
        # PDF/A-2 knows no pdfuaid of itself: ISO 19005-2, 6.6.2.3 wants it described.
        (f"{_SCHEMA}schema", "PDF/UA identification schema"),
        (f"{_SCHEMA}namespaceURI", "http://www.aiim.org/pdfua/ns/id/"),
        (f"{_SCHEMA}prefix", "pdfuaid"),
        (f"{_SCHEMA}property/pdfaProperty:name", "part"),
        (f"{_SCHEMA}property/pdfaProperty:valueType", "Integer"),
        (f"{_SCHEMA}property/pdfaProperty:category", "internal"),
        (f"{_SCHEMA}property/pdfaProperty:description", "Part of ISO 14289 to which the file conforms"),
    ),
    "next": (
        ("pdfaid:part", "4"),
        ("pdfaid:rev", "2020"),
        ("pdfaid:conformance", "F"),
        ("pdfuaid:part", "2"),
        ("pdfuaid:rev", "2024"),
        ("pdfd:declarations/pdfd:conformsTo", "http://pdfa.org/declarations/wtpdf#accessibility1.0"),
        ("pdfd:declarations/pdfd:conformsTo", "http://pdfa.org/declarations/wtpdf#reuse1.0"),
    ),
    "exchange": (
        ("pdf:Trapped", "False"),
        ("xmpMM:RenditionClass", "default"),
        ("pdfxid:GTS_PDFXVersion", "PDF/X-4"),
    ),
}
"""What each profile claims, as the standards write it."""
FREE = ("pdf:Producer", "xmpMM:DocumentID", "Producer", "CreationDate", "ModDate")
DATES = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
TOLD_BEFORE = {
    "CON-001": ("dc:title", "Title"),
    "CON-002": ("dc:language",),
    "CON-003": ("dc:creator", "Author"),
}
"""What a code has told of already."""


def sayings(evidence: Evidence) -> Iterator[Diagnostic]:
    """Compare the XMP packet and the document information with what they must say, and with each other (PDF-012)."""
    if evidence.pdf is None or evidence.design is None or not evidence.ours:
        return
    reader = evidence.pdf.whole  # the pages of folded sheets are read as a file of their own, which says nothing
    profile = evidence.design.profile
    before = {name for one in metadata(evidence) for name in TOLD_BEFORE.get(one.code, ())}
    packet, information = read_packet(reader), read_information(reader)
    expected = Counter((*_facts(evidence.expected), *CLAIMS[profile]))
    if profile == "exchange":
        expected["xmpMM:VersionID", dict(evidence.expected.facts).get("version", "1")] += 1
    found = Counter(pair for pair in packet if pair[0] not in (*FREE, *DATES))
    entries = Counter(_entries(evidence.expected, profile))
    written = Counter(pair for pair in information if pair[0] not in FREE)
    wrong = [*_differing(expected, found), *_differing(entries, written), *_loose(packet, information, profile)]
    for name, ours, theirs in wrong:
        if name not in before:
            says = quoted(theirs) if theirs else message("nothing")
            fact = message("{name} says {says}", name=name, says=says)
            if ours:
                fact = message("{fact}, not {ours}", fact=fact, ours=quoted(ours))
            yield finding("PDF-012", None, place=message("metadata"), expected=ours, found=theirs, fact=fact)


def _facts(expected: Transcript) -> Iterator[tuple[str, str]]:
    """Yield what the packet must say of the copy."""
    said = dict(expected.facts)
    told = (said.get(key, "").split("\n") for key in ("subjects", "abbreviations"))
    terms = [term for term in dict.fromkeys(word for words in told for word in words) if term]
    yield "dc:format", PDF
    yield "dc:title", expected.title
    yield from (("dc:creator", name) for name in said.get("authors", "").split("\n") if name)
    yield from (("dc:description", block.text) for block in _of(expected, Kind.AUDIENCE))
    yield from (("dc:subject", term) for term in terms)
    if publisher := said.get("publisher"):  # also where the logo says it, and no words do
        yield "dc:publisher", publisher
    yield "dc:language", expected.lang
    yield "dc:identifier", f"{said.get('id', '')}/{expected.lang}"
    if terms:
        yield "pdf:Keywords", ", ".join(terms)
    yield "xmp:CreatorTool", CREATOR


def _entries(expected: Transcript, profile: str) -> Iterator[tuple[str, str]]:
    """Yield what the document information must say; ISO 19005-4, 6.1.3 leaves it out."""
    if profile == "next":
        return
    facts = dict(_facts(expected))
    yield "Title", expected.title
    if authors := dict(expected.facts).get("authors", ""):
        yield "Author", ", ".join(authors.split("\n"))
    for name, key in (("Subject", "dc:description"), ("Keywords", "pdf:Keywords")):
        if key in facts:
            yield name, facts[key]
    yield "Creator", CREATOR
    if profile == "exchange":
        yield "Trapped", "/False"


def _differing(ours: Counter[tuple[str, str]], theirs: Counter[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield each name of which other things are said than should be: both, each "" where nothing is."""
    missing, added = ours - theirs, theirs - ours
    for name in dict.fromkeys(name for name, _ in (*missing, *added)):
        wanted = "; ".join(text for key, text in missing.elements() if key == name)
        yield name, wanted, "; ".join(text for key, text in added.elements() if key == name)


def _loose(packet: Said, information: Said, profile: str) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with what no copy tells: the programs, and moments, which are all the same."""
    programs = [pair for pair in (*packet, *information) if pair[0].endswith("Producer")]
    yield from ((name, "", text) for name, text in programs if not PRODUCER.fullmatch(text))
    if len({text for _, text in programs}) != 1 or len(programs) != (1 if profile == "next" else 2):
        yield "Producer", "WeasyPrint", "; ".join(text for _, text in programs)
    moments = [text for name, text in packet if name in DATES]
    plain = [re.sub(r"\D", "", text) for text in moments]
    plain += [re.sub(r"\D", "", text) for name, text in information if name in FREE and name.endswith("Date")]
    wanted = 2 + 2 * (profile != "next") + (profile == "exchange")
    if len(plain) != wanted or len(set(plain)) != 1 or not all(map(WHEN.fullmatch, moments)):
        yield message("dates"), message("one moment"), "; ".join(moments) or message("none")
    names = [text for name, text in packet if name == "xmpMM:DocumentID"]
    if len(names) != (profile == "exchange") or not all(map(NAMED.fullmatch, names)):
        yield "xmpMM:DocumentID", "", "; ".join(names)


def _of(expected: Transcript, kind: Kind) -> Iterator[Block]:
    return (block for block in expected.blocks if block.kind is kind)
