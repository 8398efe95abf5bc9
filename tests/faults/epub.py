"""Faults put into a finished EPUB with zipfile and lxml alone."""

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from lxml import etree

from tests.faults.fault import Injected, fault

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BLOCKS = frozenset(f"{XHTML}{name}" for name in "p li td th dd dt h1 h2 h3 h4 figcaption caption".split())
NEGATION = re.compile(r"\b(niet|geen|nooit|not|no|never)\b")
Files = dict[str, bytes]
Change = Callable[["Book", Random], str | None]


class Book:
    """An EPUB taken apart: its files, and the trees of those that are XML."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.files: Files = {name: archive.read(name) for name in archive.namelist() if name != "mimetype"}
        self.opf = next(name for name in self.files if name.endswith(".opf"))
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        self.trees = {
            name: etree.fromstring(text, parser)
            for name, text in self.files.items()
            if name.endswith((".xhtml", ".opf", ".ncx"))
        }
        self.stored = True

    @property
    def nav(self) -> str:
        return next(name for name in self.trees if name.endswith("nav.xhtml"))

    def all(self, *names: str) -> list[etree._Element]:
        """Return the elements of those names in the documents of the spine, in their order."""
        wanted = {f"{XHTML}{name}" for name in names}
        return [e for name in self.spine() for e in self.trees[name].iter() if e.tag in wanted]

    def spine(self) -> list[str]:
        package = self.trees[self.opf]
        folder = self.opf.rpartition("/")[0]
        paths = {item.get("id"): f"{folder}/{item.get('href')}" for item in package.iter(f"{OPF}item")}
        return [paths[ref.get("idref")] for ref in package.iter(f"{OPF}itemref")]

    def data(self) -> bytes:
        """Put the book together again."""
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", b"application/epub+zip", ZIP_STORED if self.stored else ZIP_DEFLATED)
            for name, text in self.files.items():
                tree = self.trees.get(name)
                archive.writestr(
                    name, text if tree is None else etree.tostring(tree, xml_declaration=True, encoding="utf-8")
                )
        return out.getvalue()


def putting(change: Change) -> Callable[[bytes, Random], Injected | None]:
    def inject(data: bytes, random: Random) -> Injected | None:
        book = Book(data)
        words = change(book, random)
        return None if words is None else Injected(book.data(), words)

    return inject


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _block(element: etree._Element) -> etree._Element:
    """Return the block in which an inline element stands."""
    return next((e for e in (element, *element.iterancestors()) if e.tag in BLOCKS), element)


def _long(elements: list[etree._Element]) -> list[etree._Element]:
    """Keep the elements that hold text enough to be told from others, and no blocks."""
    return [e for e in elements if len(_words(e)) > 20 and not e.findall(f".//{XHTML}p") and not _in_note(e)]


def _in_note(element: etree._Element) -> bool:
    return any(parent.get("role") == "doc-footnote" for parent in element.iterancestors())


def cut(element: etree._Element) -> None:
    """Take an element out, and leave the text after it."""
    parent = element.getparent()
    assert parent is not None
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _pick(elements: list[etree._Element], random: Random) -> etree._Element | None:
    return random.choice(elements) if elements else None


def lose(*names: str) -> Change:
    def change(book: Book, random: Random) -> str | None:
        element = _pick([e for e in book.all(*names) if _words(e) and not list(e)], random)
        if element is None:
            return None
        words = _words(element)
        cut(element)
        return words

    return change


def _label_last(book: Book, random: Random) -> str | None:
    """Put a label, or a term, behind what it introduces."""
    found = [(e, e.getnext()) for e in book.all("dt") if _words(e)]
    pairs = [(label, value) for label, value in found if value is not None and value.tag == f"{XHTML}dd"]
    if not pairs:
        return None
    label, value = random.choice(pairs)
    value.addnext(label)
    return f"{_words(label)}\n{_words(value)}"


def double(*names: str) -> Change:
    def change(book: Book, random: Random) -> str | None:
        element = _pick(_long(book.all(*names)), random)
        if element is None:
            return None
        twin = etree.fromstring(etree.tostring(element, with_tail=False))
        element.addnext(twin)
        return _words(element)

    return change


def swap(*names: str) -> Change:
    def change(book: Book, random: Random) -> str | None:
        pairs = [(a, a.getnext()) for a in _long(book.all(*names))]
        good = [
            (a, b) for a, b in pairs if b is not None and b.tag == a.tag and b in _long([b]) and _words(a) != _words(b)
        ]
        if not good:
            return None
        one, two = random.choice(good)
        two.addnext(one)
        return f"{_words(one)}\n{_words(two)}"

    return change


def _edit(pattern: str, put: Callable[[re.Match[str]], str], *names: str) -> Change:
    """Change the text of an element: what the pattern finds in it."""

    def change(book: Book, random: Random) -> str | None:
        found = [
            e
            for e in book.all(*names or ("p", "li", "td", "dd"))
            if re.search(pattern, e.text or "") and not _in_note(e)
        ]
        element = _pick(found, random)
        if element is None:
            return None
        words = _words(element)
        element.text = re.sub(pattern, put, element.text or "", count=1)
        return words

    return change


def _set(name: str, attribute: str, value: str | None) -> Change:
    def change(book: Book, random: Random) -> str | None:
        fit = [e for e in book.all(name) if e.get(attribute) and e.get(attribute) != value]
        element = _pick([e for e in fit if attribute != "href" or "://" in (e.get("href") or "")], random)
        if element is None:
            return None
        words = (element.get("alt") if name == "img" else _words(_block(element))) or ""
        for key in (attribute, LANG) if attribute == "lang" else (attribute,):
            if value is None and key in element.attrib:
                del element.attrib[key]
            elif value is not None:
                element.set(key, value)
        return words

    return change


def _rename(name: str, to: str, only: str = ".") -> Change:
    def change(book: Book, random: Random) -> str | None:
        element = _pick([e for e in book.all(name) if re.search(only, _words(e))], random)
        if element is None:
            return None
        element.tag = f"{XHTML}{to}"
        return next((_words(e) for e in element.iter() if e is not element and e.tag == f"{XHTML}li"), _words(element))

    return change


def _flatten(book: Book, random: Random) -> str | None:
    """Move an inner list out of its item, to the level of the list around it."""
    inner = _pick([e for e in book.all("ul", "ol") if e.getparent().tag == f"{XHTML}li" and len(e)], random)  # type: ignore[union-attr]
    if inner is None:
        return None
    item = inner.getparent()
    assert item is not None
    words = _words(inner[0])
    for child in reversed(inner):
        item.addnext(child)
    item.remove(inner)
    return words


def _transpose(book: Book, random: Random) -> str | None:
    """Swap two cells of a row of which the words differ."""
    rows = [row for row in book.all("tr") if len(row) > 1 and _words(row[0]) != _words(row[1]) and _words(row[1])]
    row = _pick([row for row in rows if _words(row[0])], random)
    if row is None:
        return None
    words = f"{_words(row[0])}\n{_words(row[1])}"
    row.append(row[0])
    return words


def _swap_spine(book: Book, random: Random) -> str | None:
    references = list(book.trees[book.opf].iter(f"{OPF}itemref"))
    if len(references) < 4:
        return None
    index = random.randrange(1, len(references) - 2)
    references[index + 1].addnext(references[index])
    return ""


def _leave_out(book: Book, random: Random) -> str | None:
    references = list(book.trees[book.opf].iter(f"{OPF}itemref"))
    index = random.randrange(1, len(references))
    body = book.trees[book.spine()[index]].find(f"{XHTML}body")
    assert body is not None
    words = next((_words(e) for e in body.iter(f"{XHTML}p", f"{XHTML}li") if len(_words(e)) > 15), "")
    cut(references[index])
    return words


def _nowhere(book: Book, random: Random) -> str | None:
    references = list(book.trees[book.opf].iter(f"{OPF}itemref"))
    random.choice(references).addnext(etree.Element(f"{OPF}itemref", idref="nergens"))
    return ""


def _lose_document(book: Book, random: Random) -> str | None:
    name = random.choice(book.spine()[1:])
    del book.files[name]
    return ""


def _nav_label(book: Book, random: Random) -> str | None:
    link = random.choice(list(book.trees[book.nav].iter(f"{XHTML}a")))
    nav = next(p for p in link.iterancestors() if p.tag == f"{XHTML}nav")
    link = (
        random.choice(list(next(book.trees[book.nav].iter(f"{XHTML}nav")).iter(f"{XHTML}a")))
        if nav is not None
        else link
    )
    words = _words(link)
    link.text = "Meer lezen"
    return words


def _nav_target(book: Book, random: Random) -> str | None:
    link = random.choice(list(next(book.trees[book.nav].iter(f"{XHTML}nav")).iter(f"{XHTML}a")))
    link.set("href", "nowhere.xhtml")
    return ""


def _no_way_back(book: Book, random: Random) -> str | None:
    link = _pick([e for e in book.all("a") if e.get("role") == "doc-backlink"], random)
    if link is None:
        return None
    link.tag = f"{XHTML}span"
    link.attrib.pop("href")
    link.attrib.pop("role")
    return ""


def _hide(book: Book, random: Random) -> str | None:
    element = _pick(_long(book.all("p")), random)
    if element is None:
        return None
    element.set("class", "unseen")
    sheet = next(name for name in book.files if name.endswith(".css"))
    book.files[sheet] += b"\n.unseen { display: none }"
    return _words(element)


def _from_assistive(book: Book, random: Random) -> str | None:
    element = _pick(_long(book.all("p")), random)
    if element is None:
        return None
    element.set("aria-hidden", "true")
    return _words(element)


def _metadata(name: str, value: str | None) -> Change:
    def change(book: Book, random: Random) -> str | None:
        element = next(book.trees[book.opf].iter(f"{DC}{name}"), None)
        if element is None:
            return None
        if value is None:
            cut(element)
        else:
            element.text = value
        return ""

    return change


def _document_language(book: Book, random: Random) -> str | None:
    root = book.trees[random.choice(book.spine())]
    other = "fr" if (root.get("lang") or "").startswith("en") else "en"
    root.set("lang", other)
    root.set(LANG, other)
    return ""


def _compress(book: Book, random: Random) -> str | None:
    book.stored = False
    return ""


def _torn(book: Book, random: Random) -> str | None:
    """Put the second half of a paragraph at the end of its section."""
    fit = [e for e in book.all("p") if len(e) == 0 and len((e.text or "").split()) > 11 and not _in_note(e)]
    element = _pick([e for e in fit if e.getparent() is not None and e.getparent()[-1] is not e], random)  # type: ignore[index]
    section = element.getparent() if element is not None else None
    if element is None or section is None:
        return None
    words = (element.text or "").split()
    half = len(words) // 2
    rest = etree.SubElement(section, f"{XHTML}p")
    rest.text = " ".join(words[half:])
    element.text = " ".join(words[:half])
    return " ".join(words)


def _add(text: str) -> Callable[[Book, Random], str | None]:
    def change(book: Book, random: Random) -> str | None:
        element = _pick(_long(book.all("p")), random)
        if element is None:
            return None
        added = etree.Element(f"{XHTML}p")
        added.text = text
        element.addnext(added)
        return ""

    return change


def _other_digit(match: re.Match[str]) -> str:
    return str((int(match[0][0]) + 3) % 10) + match[0][1:]


FAULTS = (
    fault("text", "paragraph lost", "TXT-001", putting(lose("p"))),
    fault("text", "list item lost", "TXT-001", putting(lose("li")), also="TAG-002"),
    fault("text", "cell lost", "TXT-001", putting(lose("td")), also="TAG-003"),
    fault("text", "caption lost", "TXT-001", putting(lose("caption", "figcaption"))),
    fault("text", "heading lost", "TXT-001", putting(lose("h3"))),
    fault("text", "heading of a part lost", "TXT-001", putting(lose("h2")), also="EPB-003 EPB-004 EPB-016"),
    fault("text", "label lost", "TXT-001", putting(lose("dt"))),
    fault("text", "label and value swapped", "ORD-001", putting(_label_last)),
    fault("text", "definition lost", "TXT-001", putting(lose("dd"))),
    fault("text", "paragraph doubled", "TXT-004", putting(double("p")), also="TAG-002"),
    fault("text", "list item doubled", "TXT-004", putting(double("li")), also="TAG-002"),
    fault("text", "paragraph added", "TXT-005", putting(_add("Vraag ook eens raad aan je buren en vrienden."))),
    fault("text", "sentence with a number added", "TXT-016", putting(_add("Geef er nog 3 schepjes van bij."))),
    fault("text", "paragraphs swapped", "ORD-001", putting(swap("p"))),
    fault("text", "list items swapped", "ORD-001", putting(swap("li")), also="TAG-002"),
    fault("text", "half of a paragraph elsewhere", "ORD-002", putting(_torn), also="TAG-007"),
    fault("text", "number changed", "TXT-002", putting(_edit(r"\d+", _other_digit))),
    fault("text", "zero lost", "TXT-002", putting(_edit(r"\d0+", lambda m: m[0][:-1]))),
    fault("text", "negation lost", "TXT-002", putting(_edit(NEGATION.pattern, lambda _: ""))),
    fault(
        "text", "word changed", "TXT-003 TXT-002", putting(_edit(r"\b[a-z]{6,}\b", lambda _: "vliegtuig", "p", "li"))
    ),
    fault("text", "word lost", "TXT-001", putting(_edit(r"\b(de|het|een|van|the|of) ", lambda _: ""))),
    fault("text", "word split", "TXT-008", putting(_edit(r"\b[a-z]{6,}\b", lambda m: f"{m[0][:3]} {m[0][3:]}"))),
    fault("text", "hyphen left in", "TXT-008", putting(_edit(r"\b[a-z]{6,}\b", lambda m: f"{m[0][:3]}-{m[0][3:]}"))),
    fault("text", "words joined", "TXT-007", putting(_edit(r"(?<=[a-z]) (?=[a-z])", lambda _: ""))),
    fault("structure", "heading level raised", "TAG-001", putting(_rename("h3", "h4"))),
    fault("structure", "heading made bold text", "TAG-001", putting(_rename("h3", "p"))),
    fault("structure", "numbers lost", "TAG-002", putting(_rename("ol", "ul"))),
    fault("structure", "list flattened", "TAG-002", putting(_flatten)),
    fault("structure", "header made a cell", "TAG-003", putting(_rename("th", "td"))),
    fault("structure", "cells transposed", "ORD-001", putting(_transpose), also="TAG-003"),
    fault("structure", "caption made a paragraph", "TAG-008", putting(_rename("figcaption", "p"))),
    fault("structure", "term made a definition", "TAG-008", putting(_rename("dt", "dd", "^[A-Z]{2,}$"))),
    fault("structure", "alternative lost", "ALT-001", putting(_set("img", "alt", "")), also="EPB-031"),
    fault("structure", "alternative is a file name", "ALT-002", putting(_set("img", "alt", "image1.png"))),
    fault("structure", "language of part lost", "TAG-004", putting(_set("span", "lang", None))),
    fault("structure", "language of part wrong", "TAG-004", putting(_set("span", "lang", "fr"))),
    fault("structure", "expansion lost", "TAG-005", putting(_set("abbr", "title", None))),
    fault("structure", "expansion wrong", "TAG-005", putting(_set("abbr", "title", "iets anders"))),
    fault("structure", "link leads elsewhere", "TAG-006", putting(_set("a", "href", "https://example.com/"))),
    fault("structure", "note without way back", "EPB-005", putting(_no_way_back)),
    fault("epub", "text hidden by style", "TXT-006", putting(_hide)),
    fault("epub", "text hidden from screen readers", "TXT-006", putting(_from_assistive)),
    fault("epub", "spine order swapped", "ORD-001", putting(_swap_spine), also="EPB-011 EPB-018"),
    fault("epub", "spine names what is not there", "TXT-017", putting(_nowhere)),
    fault("epub", "document left out of the spine", "EPB-002", putting(_leave_out)),
    fault("epub", "document not in the file", "EPB-001", putting(_lose_document), also="TXT-001 ALT-001 EPB-004"),
    fault("epub", "contents label differs", "EPB-003", putting(_nav_label), also="EPB-016"),
    fault("epub", "contents target gone", "EPB-004", putting(_nav_target), also="EPB-016"),
    fault("epub", "language of a document wrong", "EPB-007", putting(_document_language), also="TAG-004"),
    fault("epub", "media type compressed", "EPB-006", putting(_compress)),
    fault("metadata", "title changed", "CON-001", putting(_metadata("title", "Zonder titel"))),
    fault("metadata", "language lost", "CON-002", putting(_metadata("language", None))),
    fault("metadata", "author changed", "CON-003", putting(_metadata("creator", "Niemand"))),
    fault("metadata", "date changed", "CON-004", putting(_metadata("date", "2020-01-01"))),
)
