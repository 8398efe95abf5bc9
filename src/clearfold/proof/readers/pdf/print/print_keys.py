"""Read what a PDF says to a printer: boxes, fonts, printing condition, the keys of PDF/X, what may not be in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from clearfold.model.messages import message
from clearfold.proof.readers.guard import PROBLEMS, foreign
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary, items

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""
X_KEYS = (
    ("pdfxid:GTS_PDFXVersion", "http://www.npes.org/pdfx/ns/id/", "GTS_PDFXVersion"),
    ("xmpMM:DocumentID", "http://ns.adobe.com/xap/1.0/mm/", "DocumentID"),
    ("xmpMM:VersionID", "http://ns.adobe.com/xap/1.0/mm/", "VersionID"),
    ("xmpMM:RenditionClass", "http://ns.adobe.com/xap/1.0/mm/", "RenditionClass"),
    ("xmp:CreateDate", "http://ns.adobe.com/xap/1.0/", "CreateDate"),
    ("xmp:ModifyDate", "http://ns.adobe.com/xap/1.0/", "ModifyDate"),
    ("xmp:MetadataDate", "http://ns.adobe.com/xap/1.0/", "MetadataDate"),
    ("pdf:Trapped", "http://ns.adobe.com/pdf/1.3/", "Trapped"),
    ("dc:title", "http://purl.org/dc/elements/1.1/", "title"),
)
"""The properties that ISO 15930-7 ask of the XMP metadata: name, namespace, local name."""
_DRAWN_WITH = ("/XObject", "/Pattern", "/ExtGState")
_NOT_ALLOWED = ("/OPI", "/Alternates", "/PS", "/TR", "/HTP", "/Ref")


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a page; None for one that it does not give itself."""

    media: Box
    bleed: Box | None
    trim: Box | None
    art: Box | None = None


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent of print exchange: condition, registry, and its profile's class and inks ("" without one)."""

    condition: str
    registry: str
    kind: str
    inks: str


@dataclass(frozen=True, slots=True)
class Press:
    """What a file says to a printer; ``keys`` are the properties of its XMP metadata, by the names of X_KEYS.

    ``loose`` are fonts that are not embedded; ``acts`` what waits for a reader: annotations, actions, forms.
    ``forbidden`` is what PDF/X-4 does not let in, each with its page or "".
    """

    version: str
    identified: bool
    boxes: tuple[Boxes, ...]
    intents: tuple[Intent, ...]
    keys: tuple[tuple[str, str], ...]
    trapped: str
    loose: tuple[tuple[int, str], ...]
    acts: tuple[tuple[str, str], ...]
    forbidden: tuple[tuple[str, str], ...]


@foreign()
def read_press(data: bytes, pdf: PdfFile) -> Press:
    """Read what a file says to a printer; ``pdf`` is the same file, opened."""
    reader = pdf.reader
    # Read anew: pypdf 7 gives a page the boxes that it lacks, as soon as somebody asks for them.
    untouched = PdfReader(BytesIO(data))
    if untouched.is_encrypted:
        untouched.decrypt("")
    information = dictionary(reader.trailer.get("/Info"))
    identity = reader.trailer.get("/ID")
    pages = list(enumerate(reader.pages))
    return Press(
        version=reader.pdf_header.removeprefix("%PDF-"),
        identified=isinstance(identity, ArrayObject)
        and len(identity) == 2
        and all(len(str(part)) for part in identity),
        boxes=tuple(_boxes(page) for page in untouched.pages),
        intents=tuple(_intents(pdf.catalogue)),
        keys=tuple(_keys(pdf)),
        trapped=str(information.get("/Trapped", ""))[1:] if information is not None else "",
        loose=tuple((index, name) for index, page in pages for name in _loose(page)),
        acts=tuple(_acts(pdf.catalogue, pages)),
        forbidden=tuple(_forbidden(pdf, pages)),
    )


def _boxes(page: PageObject) -> Boxes:
    def box(key: str) -> Box | None:
        found = page.get(key)
        given = found.get_object() if isinstance(found, PdfObject) else None
        if not isinstance(given, ArrayObject) or len(given) != 4:
            return None
        a, b, c, d = (float(str(edge)) for edge in given)
        return (min(a, c), min(b, d), max(a, c), max(b, d))

    bleed, trim, art = box("/BleedBox"), box("/TrimBox"), box("/ArtBox")
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    return Boxes((left, bottom, right, top), bleed, trim, art)


def _intents(catalogue: DictionaryObject) -> Iterator[Intent]:
    given = catalogue.get("/OutputIntents")
    for item in given if isinstance(given, ArrayObject) else ():
        intent = dictionary(item)
        if intent is not None and intent.get("/S") == "/GTS_PDFX":
            profile = dictionary(intent.get("/DestOutputProfile"))
            # Device class and colour space stand in the head of a profile: ICC.1, 7.2.
            head = profile.get_data()[12:20] if isinstance(profile, StreamObject) else b""
            condition, registry = (str(intent.get(key, "")) for key in ("/OutputConditionIdentifier", "/RegistryName"))
            yield Intent(condition, registry, head[:4].decode("latin-1"), head[4:].decode("latin-1").strip())


def _keys(pdf: PdfFile) -> Iterator[tuple[str, str]]:
    try:
        xmp = pdf.reader.xmp_metadata
    except PROBLEMS:
        xmp = None
    if xmp is None:
        return
    for name, space, local in X_KEYS:
        nodes = list(xmp.get_element("", space, local))
        text = " ".join(re.sub(r"<[^>]*>", " ", node.toxml()) for node in nodes)
        if text.strip():
            yield name, " ".join(text.split())


def _resources(page: PageObject) -> Iterator[DictionaryObject]:
    """Yield the resources of a page, and of all that it draws."""
    seen: set[int] = set()
    waiting = [dictionary(page.get("/Resources"))]
    while waiting:
        resources = waiting.pop()
        if resources is None or id(resources) in seen:
            continue
        seen.add(id(resources))
        yield resources
        for item in (*_of(resources, "/XObject"), *_of(resources, "/Pattern")):
            waiting.append(dictionary(item.get("/Resources")))
        for state in _of(resources, "/ExtGState"):
            mask = dictionary(state.get("/SMask"))
            group = dictionary(mask.get("/G")) if mask is not None else None
            waiting.append(dictionary(group.get("/Resources")) if group is not None else None)


def _of(resources: DictionaryObject, kind: str) -> list[DictionaryObject]:
    """Return the resources of one kind."""
    named = dictionary(resources.get(kind)) or DictionaryObject()
    return [found for item in named.values() if (found := dictionary(item)) is not None]


def _loose(page: PageObject) -> Iterator[str]:
    """Yield the fonts of a page whose program is not in the file."""
    for resources in _resources(page):
        for font in _of(resources, "/Font"):
            if not _embedded(font):
                yield str(font.get("/BaseFont", message("/a font without a name")))[1:]


def _embedded(font: DictionaryObject) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    inner = font.get("/DescendantFonts")
    holder = dictionary(inner[0]) if isinstance(inner, ArrayObject) and inner else font
    descriptor = dictionary(holder.get("/FontDescriptor")) if holder is not None else None
    return descriptor is not None and any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _acts(catalogue: DictionaryObject, pages: list[tuple[int, PageObject]]) -> Iterator[tuple[str, str]]:
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in catalogue:
            yield key[1:], "catalogue"
    names = dictionary(catalogue.get("/Names"))
    if names is not None and "/JavaScript" in names:
        yield "JavaScript", "catalogue"
    for index, page in pages:
        annotations = page.get("/Annots")
        for item in annotations if isinstance(annotations, ArrayObject) else ():
            annotation = dictionary(item)
            yield (
                str(annotation.get("/Subtype", "/Annot") if annotation else "/Annot")[1:],
                message("page {index}", index=index + 1),
            )
        if "/AA" in page:
            yield "AA", message("page {index}", index=index + 1)


def _forbidden(pdf: PdfFile, pages: list[tuple[int, PageObject]]) -> Iterator[tuple[str, str]]:
    """Yield what PDF/X-4 does not let in: ISO 15930-7."""
    if pdf.reader.is_encrypted:
        yield "encryption", ""
    for index, page in pages:
        drawn = (item for used in _resources(page) for kind in _DRAWN_WITH for item in _of(used, kind))
        contents = (dictionary(part) for part in items(page.get("/Contents")))
        for item in (*drawn, *contents):
            yield from (
                (what, message("page {index}", index=index + 1)) for what in _not_allowed(item or DictionaryObject())
            )


def _not_allowed(item: DictionaryObject) -> Iterator[str]:
    yield from (message("the key {key}", key=key[1:]) for key in _NOT_ALLOWED if key in item)
    if item.get("/TR2", "/Default") != "/Default":
        yield message("the key TR2")
    if item.get("/Subtype") == "/PS":
        yield "PostScript"
    if "LZWDecode" in str(item.get("/Filter")):
        yield message("LZW compression")
    if "/F" in item and isinstance(item, StreamObject):
        yield message("data in another file")
