"""Faults put into what stands around the text of a finished EPUB: navigation, claims and style."""

import re
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.faults.epub import LANG, OPF, XHTML, Book, Change, cut, putting
from tests.faults.fault import fault

TYPE = "{http://www.idpf.org/2007/ops}type"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
MODE = "schema:accessMode"
Pick = Callable[[Book], list[etree._Element]]


def _part(kind: str) -> Pick:
    """Return the links of a part of the navigation."""

    def pick(book: Book) -> list[etree._Element]:
        parts = (e for e in book.trees[book.nav].iter(f"{XHTML}nav") if e.get(TYPE) == kind)
        return [link for part in parts for link in part.iter(f"{XHTML}a")]

    return pick


def _older(name: str) -> Pick:
    """Return the elements of that name in the NCX."""
    return lambda book: [e for path, tree in book.trees.items() if path.endswith(".ncx") for e in tree.iter(NCX + name)]


def _uid(book: Book) -> list[etree._Element]:
    return [e for e in _older("meta")(book) if e.get("name") == "dtb:uid"]


def _texts(name: str) -> Pick:
    """Return the elements of that name in the documents of the spine."""
    return lambda book: book.all(name)


def _roots(book: Book) -> list[etree._Element]:
    return [book.trees[name] for name in book.spine()]


def _marks(book: Book) -> list[etree._Element]:
    return [e for e in book.all("span") if e.get("role") == "doc-pagebreak"]


def _links(role: str) -> Pick:
    return lambda book: [e for e in book.all("a") if e.get("role") == role]


def _said(*names: str) -> Pick:
    """Return the properties of the metadata that have one of those names, or one of those values."""
    return lambda book: [e for e in book.trees[book.opf].iter(f"{OPF}meta") if {e.get("property"), e.text} & set(names)]


def _items(properties: str) -> Pick:
    return lambda book: [e for e in book.trees[book.opf].iter(f"{OPF}item") if e.get("properties") == properties]


def give(pick: Pick, attribute: str, value: str) -> Change:
    """Give an attribute another value."""

    def change(book: Book, random: Random) -> str | None:
        found = pick(book)
        if not found:
            return None
        random.choice(found).set(attribute, value)
        return ""

    return change


def drop(pick: Pick, *attributes: str) -> Change:
    """Take all that is picked out, or only some attributes of it."""

    def change(book: Book, random: Random) -> str | None:
        found = pick(book)
        for element in found:
            for attribute in attributes:
                if attribute in element.attrib:
                    del element.attrib[attribute]
            if not attributes:
                cut(element)
        return "" if found else None

    return change


def say(name: str, value: str) -> Change:
    """Let the package say one thing more."""

    def change(book: Book, random: Random) -> str | None:
        metadata = next(book.trees[book.opf].iter(f"{OPF}metadata"))
        etree.SubElement(metadata, f"{OPF}meta", property=name).text = value
        return ""

    return change


def sheet(rule: str, *, selected: bool = False) -> Change:
    """Add a rule to the style sheet, to a style element of a document, or to an element of it.

    One that changes nothing but what it has ``selected`` is added to the sheet.
    """

    def change(book: Book, random: Random) -> str | None:
        where = random.choice(("sheet", "element" if rule.startswith("@") else "attribute"))
        where = "sheet" if selected else where
        if where == "sheet":
            path = next(name for name in book.files if name.endswith(".css"))
            book.files[path] += f"\n{rule}".encode()
        elif where == "element":
            root = book.trees[random.choice(book.spine())]
            etree.SubElement(root[0], f"{XHTML}style").text = rule
        else:
            found = re.search(r"\{(.*)\}", rule)
            assert found is not None
            random.choice(book.all("p")).set("style", found[1].strip())
        return ""

    return change


def both(*changes: Change) -> Change:
    """Make several changes that are one fault."""

    def change(book: Book, random: Random) -> str | None:
        done = [one(book, random) for one in changes]
        return None if None in done else ""

    return change


def move_first(pick: Pick) -> Change:
    """Put the first entry of a list last."""

    def change(book: Book, random: Random) -> str | None:
        item = pick(book)[0].getparent()
        assert item is not None
        items = item.getparent()
        assert items is not None
        items.append(item)
        return ""

    return change


def _same_page_twice(book: Book, random: Random) -> str | None:
    item = random.choice(_part("page-list")(book)).getparent()
    assert item is not None
    item.addnext(etree.fromstring(etree.tostring(item, with_tail=False)))
    return ""


def _section_unlisted(book: Book, random: Random) -> str | None:
    link = random.choice(_part("toc")(book))
    words = link.text or ""
    item = link.getparent()
    assert item is not None
    cut(item)
    return words


def _pages_gone(book: Book, random: Random) -> str | None:
    for pick in (_said("pageNavigation", "pageBreakMarkers"), _older("pageList"), _marks):
        drop(pick)(book, random)
    return _list_gone(book, random)


def _list_gone(book: Book, random: Random) -> str | None:
    cut(next(e for e in book.trees[book.nav].iter(f"{XHTML}nav") if e.get(TYPE) == "page-list"))
    return ""


def _no_title(book: Book, random: Random) -> str | None:
    title = next(book.trees[random.choice([*book.spine(), book.nav])].iter(f"{XHTML}title"))
    title.text = " "
    return ""


def _opens_empty(book: Book, random: Random) -> str | None:
    """Put a page without text before the first."""
    package = book.trees[book.opf]
    folder = book.opf.rpartition("/")[0]
    page = etree.fromstring(etree.tostring(book.trees[book.spine()[0]]))
    body = page.find(f"{XHTML}body")
    assert body is not None
    for child in list(body):
        body.remove(child)
    book.files[f"{folder}/blank.xhtml"], book.trees[f"{folder}/blank.xhtml"] = b"", page
    manifest, spine = next(package.iter(f"{OPF}manifest")), next(package.iter(f"{OPF}spine"))
    etree.SubElement(
        manifest, f"{OPF}item", {"id": "blank", "href": "blank.xhtml", "media-type": "application/xhtml+xml"}
    )
    spine.insert(0, etree.Element(f"{OPF}itemref", idref="blank"))
    return ""


def _way_back_of_another(book: Book, random: Random) -> str | None:
    """Let a reference lead to another note than the one of which the way back leads to it."""
    note = next((e for e in book.all("aside") if e.get("role") == "doc-footnote"), None)
    if note is None:
        return None
    back = _links("doc-backlink")(book)[0]
    twin = etree.Element(f"{XHTML}aside", id="note-x", role="doc-footnote")
    etree.SubElement(twin, f"{XHTML}a", role="doc-backlink", href=back.get("href") or "")
    note.addnext(twin)
    next(e for e in _links("doc-noteref")(book) if e.get("href") == f"#{note.get('id')}").set("href", "#note-x")
    return ""


def _script(book: Book, random: Random) -> str | None:
    root = book.trees[random.choice(book.spine())]
    etree.SubElement(root[0], f"{XHTML}script").text = "document.title = 1"
    return ""


def _remote_style(book: Book, random: Random) -> str | None:
    root = book.trees[random.choice(book.spine())]
    etree.SubElement(root[0], f"{XHTML}link", rel="stylesheet", href="https://example.org/style.css")
    return ""


def _second_file(book: Book, random: Random) -> str | None:
    """Put a second file in, whose name differs in its capitals alone."""
    name = random.choice(book.spine())
    folder, _, file = name.rpartition("/")
    book.files[f"{folder}/{file.upper()}"] = book.files[name].replace(b"</p>", b" niet</p>", 1)
    return ""


def _other_picture(book: Book, random: Random) -> str | None:
    """Put another drawing in the place of one that a text alternative describes."""
    shown = [e for e in book.all("img") if (e.get("alt") or "").strip()]
    names = [n for e in shown for n in book.files if n.endswith((e.get("src") or "").rpartition("/")[2])]
    if not names:
        return None
    name = random.choice(names)
    book.files[name] += b"\n" if name.endswith(".svg") else b"\0"
    return ""


def _second_package(book: Book, random: Random) -> str | None:
    """Name a second package in the container."""
    name = "META-INF/container.xml"
    book.files[name] = book.files[name].replace(b"</rootfiles>", b'<rootfile full-path="b.opf"/></rootfiles>')
    return ""


def _unlist(book: Book, random: Random) -> str | None:
    """Take a page out of the lists, and leave its mark."""
    index = random.randrange(len(_marks(book)))
    item = _part("page-list")(book)[index].getparent()
    assert item is not None
    cut(item)
    cut(_older("pageTarget")(book)[index])
    return ""


def _older_page(book: Book, random: Random) -> str | None:
    target = random.choice(_older("pageTarget")(book))
    content = next(target.iter(f"{NCX}content"))
    content.set("src", "end.xhtml")
    return ""


def _older_entry(book: Book, random: Random) -> str | None:
    cut(random.choice(_older("navPoint")(book)))
    return ""


def _begin_in_contents(book: Book, random: Random) -> str | None:
    link = next(e for e in _part("landmarks")(book) if e.get(TYPE) == "bodymatter")
    link.set("href", "nav.xhtml")
    return ""


def _package_language(book: Book, random: Random) -> str | None:
    book.trees[book.opf].set(LANG, "la")
    return ""


FAULTS = (
    fault("navigation", "page without its mark", "EPB-010", putting(drop(_marks, "id"))),
    fault("navigation", "pages out of order", "EPB-011", putting(move_first(_part("page-list")))),
    fault("navigation", "page listed twice", "EPB-011", putting(_same_page_twice)),
    fault("navigation", "mark of a page says another", "EPB-012", putting(give(_marks, "aria-label", "77"))),
    fault("navigation", "mark of a page unlisted", "EPB-013", putting(_unlist)),
    fault("navigation", "NCX of another book", "EPB-014", putting(give(_uid, "content", "urn:uuid:1"))),
    fault("navigation", "page of the NCX elsewhere", "EPB-015", putting(_older_page)),
    fault("navigation", "entry of the NCX lost", "EPB-016", putting(_older_entry)),
    fault("navigation", "section not in the contents", "EPB-017", putting(_section_unlisted)),
    fault("navigation", "contents out of order", "EPB-018", putting(move_first(_part("toc")))),
    fault("navigation", "landmark to nowhere", "EPB-019", putting(give(_part("landmarks"), "href", "end.xhtml#none"))),
    fault("navigation", "landmark to no document", "EPB-019", putting(give(_part("landmarks"), "href", "none.xhtml"))),
    fault("navigation", "text begins in the contents", "EPB-020", putting(_begin_in_contents)),
    fault("documents", "two languages of one element", "EPB-021", putting(give(_roots, LANG, "la"))),
    fault("documents", "title of a document empty", "EPB-022", putting(_no_title)),
    fault("documents", "book opens empty", "EPB-023", putting(_opens_empty)),
    fault("documents", "reference to no note", "EPB-025", putting(give(_links("doc-noteref"), "href", "#what"))),
    fault("documents", "way back of another note", "EPB-026", putting(_way_back_of_another)),
    fault("metadata", "language of the package", "EPB-030", putting(_package_language)),
    fault("metadata", "alternatives that are none", "EPB-031", putting(drop(_texts("img"), "alt")), also="ALT-001"),
    fault(
        *("metadata", "pictures that are none", "EPB-032"),
        putting(both(drop(_texts("img")), drop(_said("alternativeText")))),
        also="ALT-001",
    ),
    fault("metadata", "pictures kept silent", "EPB-033", putting(drop(_said("visual")))),
    fault("metadata", "page list that is none", "EPB-034", putting(_list_gone)),
    fault("metadata", "marks that are none", "EPB-035", putting(drop(_marks, "role", TYPE))),
    fault("metadata", "pages of no edition", "EPB-036", putting(drop(_said("pageBreakSource")))),
    fault("metadata", "edition without pages", "EPB-037", putting(_pages_gone)),
    fault("metadata", "certified by nobody", "EPB-038", putting(say("a11y:certifiedBy", "Niemand"))),
    fault(
        *("metadata", "standard without a judgement", "EPB-038"),
        putting(say("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA")),
    ),
    fault(
        "metadata", "cover is a drawing", "EPB-039", putting(give(_items("cover-image"), "media-type", "image/svg+xml"))
    ),
    fault("metadata", "hazard and none", "EPB-040", putting(say("schema:accessibilityHazard", "flashing"))),
    fault("metadata", "sound that is none", "EPB-041", putting(say(MODE, "auditory"))),
    fault("style", "script", "EPB-050", putting(_script)),
    fault("style", "event", "EPB-050", putting(give(_texts("p"), "onclick", "go()"))),
    fault("style", "remote picture", "EPB-051", putting(give(_texts("img"), "src", "https://example.org/a.png"))),
    fault("style", "remote style sheet", "EPB-051", putting(_remote_style)),
    fault("style", "remote font", "EPB-051", putting(sheet("@font-face { src: url('//example.org/a.woff') }"))),
    fault("style", "size in pixels", "EPB-052", putting(sheet("p { font-size: 12px }"))),
    fault(
        "style", "size of the window", "EPB-052", putting(sheet("@media all { p { margin: 0 1.5vw } }")), also="EPB-055"
    ),
    fault("style", "font", "EPB-053", putting(sheet("p { font-family: serif }"))),
    fault("style", "font in short", "EPB-053", putting(sheet("p { font: bold 1em/1.5 Arial, sans-serif }"))),
    fault("style", "colour alone", "EPB-054", putting(sheet("p { color: #333 }"))),
    fault("style", "background alone", "EPB-054", putting(sheet("p { background: #eee }"))),
    fault("style", "media query", "EPB-055", putting(sheet("@media (min-width: 30em) { p { margin: 1em } }"))),
    fault("style", "custom property", "EPB-056", putting(sheet("p { margin: var(--space) }"))),
    fault("style", "height fixed", "EPB-057", putting(sheet("p { height: 3em }"))),
    fault("style", "overflow hidden", "EPB-058", putting(sheet("p { overflow: hidden }"))),
    fault("style", "justified", "EPB-059", putting(sheet("p { text-align: justify }"))),
    fault("style", "text over text", "EPB-060", putting(sheet("p { position: absolute }"))),
    fault("epub", "two files of one name", "EPB-061", putting(_second_file)),
    fault("epub", "two packages", "EPB-063", putting(_second_package)),
    fault(
        "style",
        "items in reverse",
        "EPB-062",
        putting(sheet("ul { display: flex; flex-direction: column-reverse }", selected=True)),
    ),
    fault("style", "one item hidden", "TXT-006", putting(sheet("li:nth-child(2) { display: none }"))),
    fault("style", "white on white", "TXT-006", putting(sheet("li { color: #fff; background: #fff }"))),
    fault("style", "scaled to nothing", "TXT-006", putting(sheet("p { transform: scale(0) }"))),
)

PICTURES = (fault("epub", "another picture under the same words", "EPB-064", putting(_other_picture)),)
"""Faults of books whose copy has its pictures on disk."""
