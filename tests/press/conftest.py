"""Print a page with the PDF writer, and read its structure tree back with pypdf, as text that a person can compare."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, PdfObject

from clearfold.press.leaflet import PdfProfile
from clearfold.press.pdf.render import PdfMetadata, Rendered, render

HERE = Path(__file__).parent
STYLES = HERE.parents[1] / "styles"
MOMENT = datetime(2026, 11, 1, 12, tzinfo=UTC)
METADATA = PdfMetadata(
    title="Soil & water",
    lang="en",
    authors=("Ann Example", "Bob <Example>"),
    subject="For gardeners",
    keywords=("soil", "water"),
    publisher="The garden",
    identifier="soil/en",
    created=MOMENT,
    modified=MOMENT,
)
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#c00"/></svg>'
)


@dataclass(slots=True)
class Element:
    """A structure element as it was found; ``kids`` are elements, and the text between them."""

    type: str
    dictionary: DictionaryObject
    kids: list["Element | str"] = field(default_factory=list)

    def text(self) -> str:
        """Return what is read, pictures by their alternative text, with a space on each side."""
        if "/Alt" in self.dictionary:
            return f" {self.dictionary['/Alt']} "
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def all(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all()


@dataclass(slots=True)
class Found:
    """All that was read: the tree, the artifacts with their text, and text that is in neither."""

    reader: PdfReader
    root: Element
    artifacts: list[tuple[dict[str, str], str]]
    astray: list[str]


Printer = Callable[..., Rendered]


@pytest.fixture
def print_page(tmp_path: Path) -> Printer:
    """Return a function that prints a body of HTML; the folder holds ``square.svg``."""
    (tmp_path / "square.svg").write_text(SQUARE, encoding="utf-8")

    def print_here(body: str, profile: PdfProfile = PdfProfile.ARCHIVE, attached: bool | None = None) -> Rendered:
        return printed(body, profile, tmp_path, attached)

    return print_here


def printed(body: str, profile: PdfProfile, folder: Path, attached: bool | None = None) -> Rendered:
    html = f'<!DOCTYPE html><html lang="en"><head><title>-</title></head><body>{body}</body></html>'
    attachment = ("soil.md", b"# Soil\n") if (profile is PdfProfile.NEXT if attached is None else attached) else None
    return render(html, [HERE / "page.css"], [HERE, STYLES, folder], folder, METADATA, profile, attachment)


@pytest.fixture
def read_back() -> Callable[[bytes], Found]:
    """Return a function that reads a PDF's structure."""
    return found


def found(data: bytes) -> Found:
    reader = PdfReader(BytesIO(data))
    pieces: dict[tuple[int, int], str] = {}
    artifacts: list[tuple[dict[str, str], str]] = []
    astray: list[str] = []
    for page in range(len(reader.pages)):
        for tag, properties, text in _marked(reader, page):
            if "/MCID" in properties:
                pieces[page, int(str(properties["/MCID"]))] = str(properties.get("/ActualText", text))
            elif tag == "/Artifact":
                artifacts.append(({key: str(value) for key, value in properties.items()}, text))
            else:
                astray.append(text)
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference}
    top = reader.root_object["/StructTreeRoot"]
    assert isinstance(top, DictionaryObject)
    root = _element(_kids(top)[0], 0, numbers, pieces)
    return Found(reader, root, artifacts, [*astray, *pieces.values()])


def _marked(reader: PdfReader, number: int) -> Iterator[tuple[str, DictionaryObject, str]]:
    """Yield each marked content of a page with its tag and properties; what is shown in none has no tag."""
    page = reader.pages[number]
    fonts = {
        name: _texts(font.get_object()) for name, font in _dictionary(_dictionary(page, "/Resources"), "/Font").items()
    }
    font: dict[int, str] = {}
    tag, properties, text, loose = "", DictionaryObject(), "", ""
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"BDC", b"BMC"):
            tag, properties, text = str(operands[0]), operands[1] if len(operands) > 1 else DictionaryObject(), ""
        elif operator == b"EMC":
            yield tag, properties, text
            tag = ""
        elif operator == b"TJ":
            codes = b"".join(part.original_bytes for part in operands[0] if hasattr(part, "original_bytes"))
            shown = "".join(font[int.from_bytes(codes[at : at + 2])] for at in range(0, len(codes), 2))
            text, loose = text + shown, loose if tag else loose + shown
    if loose:
        yield "", DictionaryObject(), loose


def _texts(font: PdfObject | None) -> dict[int, str]:
    assert isinstance(font, DictionaryObject)
    stream = font["/ToUnicode"].get_object()
    lines = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]*)>", stream.get_data())  # type: ignore[union-attr]
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in lines}


def _dictionary(parent: DictionaryObject, key: str) -> DictionaryObject:
    value = parent[key].get_object()
    assert isinstance(value, DictionaryObject)
    return value


def _kids(parent: DictionaryObject) -> list[PdfObject]:
    kids = parent.raw_get("/K") if "/K" in parent else ArrayObject()
    return list(kids) if isinstance(kids, ArrayObject) else [kids]


def _element(kid: PdfObject, page: int, pages: dict[int, int], pieces: dict[tuple[int, int], str]) -> Element:
    """Return a structure element with all below it; pieces that are met are taken out of ``pieces``."""
    dictionary = kid.get_object()
    assert isinstance(dictionary, DictionaryObject)
    if dictionary.get("/Type") == "/OBJR":
        return Element("OBJR", _dictionary(dictionary, "/Obj"))
    if "/Pg" in dictionary:
        page = pages[_number(dictionary, "/Pg")]
    element = Element(str(dictionary["/S"])[1:], dictionary)
    for inner in _kids(dictionary):
        value = inner.get_object()
        if isinstance(value, DictionaryObject) and value.get("/Type") == "/MCR":
            on, mcid = pages[_number(value, "/Pg")], int(str(value["/MCID"]))
        elif isinstance(value, DictionaryObject):
            element.kids.append(_element(inner, page, pages, pieces))
            continue
        else:
            on, mcid = page, int(str(value))
        text = pieces.pop((on, mcid))
        if element.kids and isinstance(element.kids[-1], str):
            text = f"{element.kids.pop()}{text}"
        element.kids.append(text)
    return element


def _number(dictionary: DictionaryObject, key: str) -> int:
    reference = dictionary.raw_get(key)
    assert isinstance(reference, IndirectObject)
    return reference.idnum


@pytest.fixture
def blocks_of() -> Callable[[bytes], list[tuple[str, str]]]:
    """Return a function that gives the type and the text of each block of a PDF, in the order of its tree."""
    return lambda data: list(_blocks(found(data).root))


def _blocks(element: Element) -> Iterator[tuple[str, str]]:
    """Yield an element with the text that is not in a block inside it, then those blocks."""
    inline = {"Span", "Em", "Strong", "Quote", "Code", "Link", "Reference", "OBJR"}
    groups = {"Document", "Sect", "Div", "Aside"}
    run = ""
    for kid in [*element.kids, None]:
        if isinstance(kid, str):
            run += kid
        elif kid is not None and (kid.type in inline or (kid.type == "Figure" and element.type not in groups)):
            run += kid.text()
        else:
            if run.strip():
                yield element.type, " ".join(run.split())
            run = ""
            if kid is not None:
                yield from [("Figure", str(kid.dictionary["/Alt"]))] if kid.type == "Figure" else _blocks(kid)


@pytest.fixture
def tree_of() -> Callable[[bytes], str]:
    """Return a function that gives a PDF's structure tree as indented text."""
    return lambda data: "\n".join(_lines(found(data).root, 0)) + "\n"


def _lines(element: Element, depth: int) -> Iterator[str]:
    said = " ".join((element.type, *_properties(element)))
    texts = [kid for kid in element.kids if isinstance(kid, str)]
    if len(texts) == len(element.kids) == 1:
        yield f"{'  ' * depth}{said} {texts[0]!r}"
        return
    yield "  " * depth + said
    for kid in element.kids:
        yield from ["  " * (depth + 1) + repr(kid)] if isinstance(kid, str) else _lines(kid, depth + 1)


def _properties(element: Element) -> Iterator[str]:
    dictionary = element.dictionary
    if element.type == "OBJR":
        yield repr(str(dictionary["/Contents"]))
        return
    for key in ("/Lang", "/Alt", "/ActualText", "/E", "/ID"):
        if key in dictionary:
            yield f"{key[1:]}={str(dictionary[key])!r}"
    for reference in dictionary.get("/Ref", ()):
        target = reference.get_object()
        yield f"Ref={str(target['/S'])[1:]}"
    if (attributes := dictionary.get("/A")) is not None:
        for key, value in attributes.items():
            if key not in ("/O", "/BBox"):
                shown = ",".join(map(str, value)) if isinstance(value, ArrayObject) else str(value).removeprefix("/")
                yield f"{key[1:]}={shown}"
