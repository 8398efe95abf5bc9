"""Faults put into a finished EPUB that the press has made: what no book of ours holds, and untrue statements."""

from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from PIL import Image

from tests.faults.epub import LANG, OPF, XHTML, Book, Change, cut, putting
from tests.faults.fault import Injected, fault

TYPE = "{http://www.idpf.org/2007/ops}type"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
Texts = Callable[[Book], list[etree._Element]]


def _paragraphs(book: Book) -> list[etree._Element]:
    """Return paragraphs and items of the text that begin with words of their own."""
    return [e for e in book.all("p", "li") if len((e.text or "").split()) > 4]


def _wrapped(name: str) -> Change:
    """Return what puts an element around some words of a paragraph."""

    def change(book: Book, random: Random) -> str:
        element = random.choice(_paragraphs(book))
        first, *rest = (element.text or "").split(" ")
        inner = etree.Element(f"{XHTML}{name}")
        inner.text, inner.tail, element.text = first, " " + " ".join(rest), ""
        element.insert(0, inner)
        return ""

    return change


def _given(name: str, value: str, texts: Texts = _paragraphs) -> Change:
    """Return what gives an attribute to some element."""

    def change(book: Book, random: Random) -> str | None:
        found = [e for e in texts(book) if e.get(name) != value]
        if not found:
            return None
        random.choice(found).set(name, value)
        return ""

    return change


def _all(*names: str) -> Texts:
    return lambda book: book.all(*names)


def _package(name: str) -> Texts:
    return lambda book: list(book.trees[book.opf].iter(f"{OPF}{name}"))


def _older(name: str) -> Texts:
    return lambda book: [e for tree in book.trees.values() for e in tree.iter(f"{NCX}{name}")]


def _added(name: str, place: str, **attributes: str) -> Change:
    """Return what adds an empty element to each head or body."""

    def change(book: Book, random: Random) -> str:
        path = random.choice([path for path in book.spine() if book.trees[path].find(f"{XHTML}{place}") is not None])
        parent = book.trees[path].find(f"{XHTML}{place}")
        assert parent is not None
        parent.append(etree.Element(f"{XHTML}{name}", attributes))
        return ""

    return change


def _said(prefix: str, text: str) -> Change:
    """Return what lets a statement of the metadata say something else."""

    def change(book: Book, _: Random) -> str | None:
        metadata = book.trees[book.opf][0]
        found = [e for e in metadata if prefix in (e.get("property") or etree.QName(e).localname)]
        if not found:
            return None
        found[0].text = text
        return ""

    return change


def _file(name: str) -> Change:
    def change(book: Book, _: Random) -> str:
        book.files[name] = b"other words"
        return ""

    return change


def _between(data: bytes, random: Random) -> Injected:
    """Put bytes between two files of the zip, and let its list of files know."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        at = random.randrange(2, len(names))
        for number, name in enumerate(names):
            if number == at:
                assert new.fp is not None
                new.fp.write(b"other words")
                new.start_dir = new.fp.tell()
            new.writestr(name, old.read(name), old.getinfo(name).compress_type)
    return Injected(out.getvalue())


def _behind(data: bytes, _: Random) -> Injected:
    return Injected(data + b"other words")


def _instructed(book: Book, random: Random) -> str:
    path = random.choice(book.spine())
    instruction = etree.ProcessingInstruction("xml-stylesheet", 'href="other.css"')
    book.trees[path].insert(0, instruction)
    return ""


def _sheet(book: Book, _: Random) -> str:
    path = next(name for name in book.files if name.endswith(".css"))
    book.files[path] = book.files[path].replace(b"1.5;", b"1.6;", 1)
    return ""


def _decorated(book: Book, random: Random) -> str:
    """Put a picture of the book under some paragraph, as a decoration."""
    paths = book.spine()
    images = [e for e in book.all("img") if e.get("src")]
    paragraph = random.choice(
        [e for path in paths for e in book.trees[path].iter(f"{XHTML}p") if e.get("class") is None]
    )
    added = etree.Element(f"{XHTML}img", {"src": images[0].get("src", ""), "alt": "", "role": "presentation"})
    paragraph.append(added)
    return ""


def _unwrapped(name: str, **attributes: str) -> Change:
    """Return what takes an element away from around its words."""

    def change(book: Book, random: Random) -> str | None:
        found = [
            e
            for e in book.all(name)
            if not len(e) and e.text and all(e.get(key) == value for key, value in attributes.items())
        ]
        if not found:
            return None
        element = random.choice(found)
        words = element.text or ""
        element.text = None
        before, parent = element.getprevious(), element.getparent()
        assert parent is not None
        if before is not None:
            before.tail = f"{before.tail or ''}{words}"
        else:
            parent.text = f"{parent.text or ''}{words}"
        cut(element)
        return ""

    return change


def _exchanged(role: str) -> Change:
    """Return what exchanges the targets of two links."""

    def change(book: Book, _: Random) -> str | None:
        found = [e for e in book.all("a") if e.get("role") == role]
        other = next((e for e in found if e.get("href") != found[0].get("href")), None)
        if other is None:
            return None
        one, two = found[0].get("href", ""), other.get("href", "")
        found[0].set("href", two)
        other.set("href", one)
        return ""

    return change


def _address(begins: str, other: str) -> Change:
    def change(book: Book, _: Random) -> str | None:
        found = [e for e in book.all("a") if e.get("href", "").startswith(begins)]
        for element in found[-1:]:  # of the contact panel, which follows from its words
            element.set("href", other)
        return "" if found else None

    return change


def _dropped(key: str) -> Change:
    """Return what takes an attribute from some element of the text."""

    def change(book: Book, random: Random) -> str | None:
        found = [e for e in book.all("span") if key in e.attrib]
        if not found:
            return None
        del random.choice(found).attrib[key]
        return ""

    return change


def _other_labels(book: Book, random: Random) -> str | None:
    """Exchange the labels of two cells in a row of a table that is shown as cards."""
    rows = [[e for e in row.iter(f"{XHTML}span") if e.get("aria-hidden") == "true"] for row in book.all("tr")]
    found = [row for row in rows if len({e.text for e in row}) > 1]
    if not found:
        return None
    one, *others = random.choice(found)
    other = next(e for e in others if e.text != one.text)
    one.text, other.text = other.text, one.text
    return ""


def _no_labels(book: Book, _: Random) -> str | None:
    """Take the labels of one column away: its header, which is not drawn, is seen nowhere."""
    tables = [e for e in book.all("table") if "cards" in (e.get("class") or "").split()]
    if not tables:
        return None
    for row in tables[0].iter(f"{XHTML}tr"):
        for label in [e for e in row[-1] if e.get("aria-hidden") == "true"]:
            row[-1].text = (label.tail or "") + (row[-1].text or "")
            row[-1].remove(label)
    return ""


def _head_above(book: Book, _: Random) -> str | None:
    """Draw the head of a table above the cards that say it."""
    tables = [e for e in book.all("table") if "cards" in (e.get("class") or "").split()]
    for table in tables[:1]:
        table.set("class", " ".join(word for word in (table.get("class") or "").split() if word != "cards"))
    return "" if tables else None


def _no_cover(book: Book, _: Random) -> str:
    book.files[next(name for name in book.files if name.endswith("cover.jpg"))] = b"other words"
    return ""


def _cover(book: Book, _: Random) -> str:
    """Turn the cover upside down."""
    path = next(name for name in book.files if name.endswith("cover.jpg"))
    out = BytesIO()
    with Image.open(BytesIO(book.files[path])) as picture:
        picture.rotate(180).save(out, "JPEG")
    book.files[path] = out.getvalue()
    return ""


def _elsewhere(book: Book, random: Random) -> str | None:
    """Take the icon of a box to an item of a list."""
    icons = [e for e in book.all("img") if e.get("class") == "icon"]
    for icon in icons[:1]:
        title = icon.getparent()
        assert title is not None
        title.text = (title.text or "") + (icon.tail or "")
        icon.tail = None
        random.choice(book.all("li")).append(icon)
    return "" if icons else None


def _put_in(tag: str, text: str) -> Change:
    """Return what puts an element with a text before a paragraph or an item's words."""

    def change(book: Book, random: Random) -> str:
        element = random.choice(_paragraphs(book))
        inner = etree.Element(f"{XHTML}{tag}")
        if text:
            inner.text = text
            element.addprevious(inner)
        else:
            inner.tail, element.text = element.text, ""
            element.insert(0, inner)
        return ""

    return change


def _headless(book: Book, random: Random) -> str | None:
    """Put the head of a table among its rows."""
    heads = book.all("thead")
    if not heads:
        return None
    random.choice(heads).tag = f"{XHTML}tbody"
    return ""


def _mark_elsewhere(book: Book, random: Random) -> str | None:
    """Take the mark of a page to the end of another block of its document."""
    marks = [e for e in book.all("span") if e.get("role") == "doc-pagebreak"]
    random.shuffle(marks)
    for mark in marks:
        parent = mark.getparent()
        assert parent is not None
        blocks = [e for e in mark.getroottree().getroot().iter(f"{XHTML}p", f"{XHTML}li") if len(_words(e)) > 40]
        around = [
            parent,
            *parent.iterancestors(),
            *mark.itersiblings(preceding=True),
            *parent.itersiblings(preceding=True),
        ]
        others = [e for e in blocks if e not in around and around[-1] not in e.iterancestors()]
        if others and mark.get("id") != "page-1":
            tail, mark.tail = mark.tail or "", None
            before = mark.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + tail
            else:
                parent.text = (parent.text or "") + tail
            random.choice(others).append(mark)
            return ""
    return None


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _kinds_exchanged(book: Book, _: Random) -> str | None:
    """Let the title be the subtitle, and the other way round."""
    kinds = [e for e in book.trees[book.opf][0] if e.get("property") == "title-type"]
    if len(kinds) != 2:
        return None
    kinds[0].text, kinds[1].text = kinds[1].text, kinds[0].text
    return ""


FAULTS = (
    fault("make", "file beside the book", "EPB-065", putting(_file("EPUB/other.xhtml"))),
    fault("make", "file beside the container", "EPB-065", putting(_file("META-INF/metadata.xml"))),
    fault("make", "bytes between two files", "EPB-065", _between),
    fault("make", "bytes behind the book", "EPB-065", _behind),
    fault("make", "style sheet by an instruction", "EPB-065", putting(_instructed)),
    fault("make", "item with a fallback", "EPB-066", putting(_given("fallback", "nav", _package("item")))),
    fault("make", "document beside the reading order", "EPB-066", putting(_given("linear", "no", _package("itemref")))),
    fault(
        "make",
        "page direction from right to left",
        "EPB-074",
        putting(_given("page-progression-direction", "rtl", _package("spine"))),
    ),
    fault("make", "entry of another type", "EPB-066", putting(_given("type", "special", _older("pageTarget")))),
    fault("make", "stale description", "EPB-067", putting(_said("description", "For those who know it already"))),
    fault("make", "title called a subtitle", "EPB-067", putting(_kinds_exchanged)),
    fault("make", "other version", "EPB-067", putting(_said("schema:version", "9.9"))),
    fault("make", "other moment", "EPB-067", putting(_said("dcterms:modified", "2019-05-05T10:00:00Z"))),
    fault("make", "other publisher", "EPB-067", putting(_said("publisher", "Somebody else"))),
    fault("make", "claim that is not true", "EPB-068", putting(_said("accessModeSufficient", "visual"))),
    fault("make", "hazards that are none", "EPB-068", putting(_said("accessibilityHazard", "unknown"))),
    fault("make", "summary of another book", "EPB-068", putting(_said("accessibilitySummary", "It has sound."))),
    fault("make", "pages of another edition", "EPB-068", putting(_said("pageBreakSource", "Another (2019)"))),
    fault("make", "words that are deleted", "EPB-069", putting(_wrapped("del")), also="EPB-070"),
    fault("make", "words turned round", "EPB-069", putting(_wrapped("bdo")), also="EPB-070"),
    fault("make", "small words", "EPB-069", putting(_wrapped("small"))),
    fault("make", "label for screen readers alone", "EPB-069", putting(_given("aria-label", "ten tablets"))),
    fault("make", "icon of a box elsewhere", "EPB-069", putting(_elsewhere)),
    fault("make", "line broken", "EPB-069", putting(_put_in("br", ""))),
    fault("make", "paragraph of a space", "EPB-069", putting(_put_in("p", "\u00a0")), also="TXT-004"),
    fault("make", "cell over no rows", "EPB-069", putting(_given("rowspan", "0", _all("td")))),
    fault("make", "head of a table among its rows", "EPB-069", putting(_headless), also="TAG-003 TAG-007"),
    fault(
        "make", "cell with headers of its own", "EPB-069", putting(_given("headers", "x", _all("td"))), also="EPB-074"
    ),
    fault("make", "inline style", "EPB-069", putting(_given("style", "letter-spacing: 1em"))),
    fault("make", "base address", "EPB-069", putting(_added("base", "head", href="other/"))),
    fault("make", "form", "EPB-069", putting(_added("form", "body"))),
    fault("make", "type of another part", "EPB-069", putting(_given(TYPE, "colophon", _all("section")))),
    fault("make", "words raised", "EPB-070", putting(_wrapped("sup"))),
    fault("make", "words in bold", "EPB-070", putting(_wrapped("strong"))),
    fault("make", "bold that is gone", "EPB-070", putting(_unwrapped("strong"))),
    fault("make", "words as a link without a target", "EPB-071", putting(_wrapped("a")), also="EPB-069"),
    fault("make", "words that stand for nothing", "EPB-070", putting(_wrapped("abbr"))),
    fault("make", "direction turned round", "EPB-074", putting(_given("dir", "rtl"))),
    fault("make", "title on a paragraph", "EPB-074", putting(_given("title", "ten tablets")), also="EPB-069"),
    fault("make", "title on a picture", "EPB-069", putting(_given("title", "ten tablets", _all("img")))),
    fault(
        "make",
        "heading that is none for a screen reader",
        "EPB-074",
        putting(_given("role", "presentation", _all("h2", "h3"))),
    ),
    fault("make", "term that leads to the meaning of another", "EPB-071", putting(_exchanged("doc-glossref"))),
    fault("make", "term that leads nowhere", "EPB-071", putting(_unwrapped("a", role="doc-glossref"))),
    fault("make", "telephone number of another", "EPB-071", putting(_address("tel:", "tel:+3220000000"))),
    fault("make", "mail to another", "EPB-071", putting(_address("mailto:", "mailto:other@example.org"))),
    fault("make", "language for some readers alone", "EPB-069", putting(_dropped(LANG))),
    fault("make", "style sheet with another number", "EPB-072", putting(_sheet)),
    fault("make", "decoration that the copy has not", "EPB-073", putting(_decorated)),
    fault("make", "labels of two cells exchanged", "EPB-077", putting(_other_labels)),
    fault("make", "column without labels", "TXT-001 TXT-006", putting(_no_labels), also="EPB-077 TXT-013"),
    fault("make", "head above cards that say it", "EPB-078", putting(_head_above)),
    fault("make", "cover that is no picture", "TXT-090", putting(_no_cover)),
    fault("make", "cover upside down", "EPB-076", putting(_cover)),
    fault("make", "mark of a page elsewhere", "EPB-075 EPB-011", putting(_mark_elsewhere)),
    fault("make", "order of the NCX", "EPB-075", putting(_given("playOrder", "7", _older("navPoint")))),
    fault("make", "number of a page in the NCX", "EPB-075", putting(_given("value", "9999", _older("pageTarget")))),
)
