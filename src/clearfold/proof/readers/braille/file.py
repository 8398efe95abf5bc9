"""Open a finished file of braille: pages of cells in BRF or PEF, or a book for displays."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from zipfile import BadZipFile, ZipFile

from lxml import etree

from clearfold.model.media_types import BRF, PEF
from clearfold.model.messages import message
from clearfold.proof.readers import UnreadableError

NAMESPACE = "{http://www.daisy.org/ns/2008/pef}"
DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
FIRST = 0x2800
BLANK = "\u2800"
ASCII = " a1b'k2l@cif/msp\"e3h9o6r^djg>ntq,*5<-u8v.%[$+x!&;:4\\0z7(_?w]#y)="
"""The signs of the 64 cells in the computer braille of North America, as BRF has them; capitals are the same."""
LARGEST = 20_000_000  # bytes of one entry, unpacked
MOST = 1_000  # entries
DIGITS = 4  # of a number of columns or rows, at most


@dataclass(frozen=True, slots=True)
class BrailleFile:
    """What a file holds: pages as lines of cells, by volume, or the elements of a book for displays.

    ``sizes`` are what a PEF says of the pages of each volume, as columns and rows; () where nothing is said. ``facts``
    are its metadata as (name, value). Of a book ``elements`` are (name of the element, its id, its cells), ``ways``
    the links of its contents as (target, cells), ``entries`` the names of its files.
    """

    volumes: tuple[tuple[tuple[str, ...], ...], ...] = ()
    sizes: tuple[tuple[int, int], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    elements: tuple[tuple[str, str, str], ...] = ()
    ways: tuple[tuple[str, str], ...] = ()
    entries: tuple[str, ...] = ()
    odd: tuple[str, ...] = field(default=())

    @property
    def pages(self) -> tuple[tuple[str, ...], ...]:
        """All pages in order."""
        return tuple(page for volume in self.volumes for page in volume)

    @property
    def column(self) -> int:
        """The column at which most pages have their number end, 0 where there are no numbers."""
        ends = Counter(len(page[0]) for page in self.pages if page and page[0].strip(BLANK + " "))
        return max(ends, key=lambda end: (ends[end], end), default=0)

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return every value of a name."""
        return tuple(value for key, value in self.facts if key == name)

    def fact(self, name: str) -> str:
        """Return the first value of a name, "" where it is not said."""
        return next((value for key, value in self.facts if key == name), "")


def open_braille(data: bytes, media_type: str) -> BrailleFile:
    """Return what a file of braille holds; raises UnreadableError."""
    if media_type == BRF:
        return _brf(data)
    return _pef(data) if media_type == PEF else _book(data)


def _brf(data: bytes) -> BrailleFile:
    try:
        text = data.decode("ascii").replace("\r\n", "\n").lower()
    except UnicodeDecodeError as error:
        raise UnreadableError(
            message("it is no braille in ASCII: byte {start} is none of its 64 signs", start=error.start + 1)
        ) from error
    table = {ord(sign): chr(FIRST + number) for number, sign in enumerate(ASCII)}
    # Of the 64 signs some stand in two forms, as letters do.
    table |= {ord(two): table[ord(one)] for one, two in (("@", "`"), ("[", "{"), ("\\", "|"), ("]", "}"), ("^", "~"))}
    odd = tuple(sorted({sign for sign in text if ord(sign) not in table and sign not in "\n\f"}))
    parts = text.translate(table).split("\f")
    if not parts[-1].strip("\n"):
        parts = parts[:-1]
    pages = tuple(tuple(part.removesuffix("\n").split("\n")) if part else () for part in parts)
    return BrailleFile(tuple(_parted(pages)), odd=odd)


def is_title_page(pages: Sequence[tuple[str, ...]]) -> bool:
    """Say whether pages begin with one that shows no number, and whose back is empty."""
    shown = len(pages) > 1 and bool(pages[0]) and not pages[0][0].strip(BLANK + " ")
    return shown and not any(line.strip(BLANK + " ") for line in pages[1])


def _parted(pages: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Part pages of which nothing says to which volume they belong, each before its title page."""
    begins = [0, *(at for at in range(1, len(pages)) if is_title_page(pages[at:])), len(pages)]
    for at, end in pairwise(begins):
        yield tuple(pages[at:end])


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _tree(data: bytes, what: str) -> etree._Element:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise UnreadableError(message("{what} is no XML: {msg}", what=what, msg=error.msg)) from error


def _pef(data: bytes) -> BrailleFile:
    root = _tree(data, "it")
    if root.tag != f"{NAMESPACE}pef":
        raise UnreadableError(message("it is no PEF: its first element is another"))
    volumes = tuple(
        tuple(tuple(_words(row) for row in page.iter(f"{NAMESPACE}row")) for page in volume.iter(f"{NAMESPACE}page"))
        for volume in root.iter(f"{NAMESPACE}volume")
    )
    sizes = tuple((_number(v, "cols"), _number(v, "rows")) for v in root.iter(f"{NAMESPACE}volume"))
    facts = tuple((str(one.tag).removeprefix(DC), one.text or "") for one in root.iter() if str(one.tag).startswith(DC))
    known = {f"{NAMESPACE}{name}" for name in ("pef", "head", "meta", "body", "volume", "section", "page", "row")}
    odd = {str(one.tag) for one in root.iter("*") if one.tag not in known and not str(one.tag).startswith(DC)}
    return BrailleFile(volumes, sizes, facts, odd=tuple(sorted(odd)))


def _number(element: etree._Element, name: str) -> int:
    said = element.get(name, "")
    return int(said) if said.isdecimal() and said.isascii() and len(said) <= DIGITS else 0


def _book(data: bytes) -> BrailleFile:
    try:
        with ZipFile(BytesIO(data)) as book:
            infos = book.infolist()
            if len(infos) > MOST or any(info.file_size > LARGEST for info in infos):
                raise UnreadableError(message("it holds more than a leaflet can"))
            files = {info.filename: book.read(info) for info in infos}
            names = tuple(info.filename for info in infos)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableError(message("it is no whole zip: {error}", error=error)) from error
    if "package.opf" not in files:
        raise UnreadableError(message("it is no eBraille: there is no package.opf at its root"))
    package = _tree(files["package.opf"], "package.opf")
    facts = tuple(
        (one.get("property") or str(one.tag).removeprefix(DC), one.text or "")
        for one in package.iter(f"{OPF}meta", *(f"{DC}{name}" for name in _DUBLIN))
    )
    hrefs = {item.get("id"): item.get("href", "") for item in package.iter(f"{OPF}item")}
    spine = [hrefs.get(ref.get("idref"), "") for ref in package.iter(f"{OPF}itemref")]
    elements: list[tuple[str, str, str]] = []
    odd: list[str] = []
    for name in spine:
        if name not in files:
            raise UnreadableError(
                message("its package names {name}, which is not in it", name=name or message("a file"))
            )
        for one in _tree(files[name], name).iter("*"):
            tag = str(one.tag).removeprefix(XHTML)
            if tag in _TEXT:
                elements.append((tag, f"{name}#{one.get('id', '')}", _words(one).strip()))
            elif tag not in _STRUCTURE:
                odd.append(tag)
    ways = (
        tuple(
            (link.get("href", ""), _words(link)) for link in _tree(files["index.html"], "index.html").iter(f"{XHTML}a")
        )
        if "index.html" in files
        else ()
    )
    return BrailleFile(facts=facts, elements=tuple(elements), ways=ways, entries=names, odd=tuple(odd))


_DUBLIN = ("identifier", "format", "title", "creator", "language", "date")
_TEXT = frozenset(("h1", "h2", "h3", "p", "li", "aside"))
_STRUCTURE = frozenset(("html", "head", "meta", "title", "body", "ul"))
