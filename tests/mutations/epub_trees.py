"""Mutations of an EPUB's XML: any element, attribute or text of documents, package, navigation, NCX or drawings."""

from collections.abc import Callable
from random import Random

from lxml import etree

from tests.mutations.archive import packed, sort_of, unpacked
from tests.mutations.mutation import Mutant, Mutator, shortened, two
from tests.mutations.values import other_text

Element = etree._Element
XHTML = "http://www.w3.org/1999/xhtml"
WRAPPED = "del s sup sub bdo ins mark small span div template details aside a button noscript b em q code kbd".split()
TAGS = "p div span h1 h2 h3 li ul ol td th table section aside em strong blockquote pre dt dd figure nav".split()
ATTRIBUTES = {
    "style": ("display:none", "color:white", "position:absolute; left:-99em", "order:1", "font-size:1px"),
    "hidden": ("hidden",),
    "aria-hidden": ("true",),
    "aria-label": ("10 tablets", "other words"),
    "aria-labelledby": ("x",),
    "aria-describedby": ("x",),
    "role": ("presentation", "none", "heading", "button", "doc-noteref", "img", "list", "alert"),
    "lang": ("xx", "la", "en", "nl"),
    "dir": ("rtl", "auto"),
    "title": ("10 tablets",),
    "alt": ("other words", ""),
    "href": ("https://example.org/other", "tel:+321", "#top"),
    "src": ("other.png",),
    "id": ("other",),
    "class": ("hidden", "other"),
    "scope": ("row", "col"),
    "colspan": ("2",),
    "rowspan": ("2",),
    "start": ("7",),
    "value": ("9",),
    "reversed": ("reversed",),
    "inert": ("inert",),
    "onclick": ("go()",),
    "contenteditable": ("true",),
    "linear": ("no",),
    "properties": ("nav", "cover-image", "scripted"),
    "media-type": ("text/plain",),
    "refines": ("#other",),
    "xml:lang": ("fr",),
}
HEAD = (
    "<style>li{display:none}</style>",
    '<base href="https://example.org/"/>',
    '<meta http-equiv="refresh" content="0;url=x"/>',
    "<script>1</script>",
    '<link rel="stylesheet" href="other.css"/>',
    "<title>Other</title>",
)
BODY = (
    "<p>Take 10 tablets.</p>",
    "<span>not</span>",
    "<br/>",
    "<hr/>",
    '<img src="x.png" alt="10"/>',
    '<input value="10"/>',
    "<table><tr><td>10</td></tr></table>",
    "<object>10</object>",
    '<a href="https://example.org">10</a>',
    "<ul><li>10</li></ul>",
    "<svg xmlns='http://www.w3.org/2000/svg'><text>10</text></svg>",
    "<!-- 10 -->",
    "<?other 10?>",
    "<audio>10</audio>",
    "<ruby>1<rt>10</rt></ruby>",
    "<wbr/>",
    "<iframe src='x'/>",
)
PACKAGE = (
    '<meta xmlns="http://www.idpf.org/2007/opf" property="dcterms:modified">2020-01-01T00:00:00Z</meta>',
    '<item xmlns="http://www.idpf.org/2007/opf" id="other" href="other.xhtml" media-type="application/xhtml+xml"/>',
    '<itemref xmlns="http://www.idpf.org/2007/opf" idref="nav"/>',
    '<title xmlns="http://purl.org/dc/elements/1.1/">Other</title>',
    '<language xmlns="http://purl.org/dc/elements/1.1/">xx</language>',
    '<rootfile xmlns="urn:oasis:names:tc:opendocument:xmlns:container" full-path="b.opf" '
    'media-type="application/oebps-package+xml"/>',
    '<link xmlns="http://www.idpf.org/2007/opf" rel="dcterms:conformsTo" href="https://example.org"/>',
)


def _elements(root: Element) -> list[Element]:
    return list(root.iter(etree.Element))


def _name(one: Element) -> str:
    return etree.QName(one).localname


def _words(one: Element) -> str:
    return shortened("".join(map(str, one.itertext())))


def _drawn(root: Element, random: Random) -> Element:
    """Draw an element below the root, each name as likely as another."""
    below = _elements(root)[1:] or [root]
    name = random.choice(sorted({_name(one) for one in below}))
    return random.choice([one for one in below if _name(one) == name])


def _taken(one: Element) -> None:
    """Take an element out with all that is in it, and leave the text behind it."""
    parent, before = one.getparent(), one.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (one.tail or "")
    else:
        parent.text = (parent.text or "") + (one.tail or "")
    parent.remove(one)


def _put(one: Element, parent: Element, at: int) -> None:
    one.tail = None
    parent.insert(at, one)


def _element_dropped(root: Element, random: Random) -> str | None:
    one = _drawn(root, random)
    if one is root:
        return None
    note = f"<{_name(one)}> {_words(one)} is dropped"
    _taken(one)
    return note


def _element_unwrapped(root: Element, random: Random) -> str | None:
    """Take the tags of an element away, and leave what is in it."""
    one = _drawn(root, random)
    parent = one.getparent()
    if parent is None:
        return None
    note = f"tags <{_name(one)}> of {_words(one)} are dropped"
    one.tag = "{gone}gone"
    etree.strip_tags(parent, "{gone}gone")
    return note


def _element_doubled(root: Element, random: Random) -> str | None:
    one = _drawn(root, random)
    parent = one.getparent()
    if parent is None:
        return None
    copied = etree.fromstring(etree.tostring(one, with_tail=False))
    _put(copied, parent, parent.index(one))
    return f"<{_name(one)}> {_words(one)} stands twice"


def _element_moved(root: Element, random: Random) -> str | None:
    one = _drawn(root, random)
    parent = one.getparent()
    if parent is None or len(parent) < 2:
        return None
    at = parent.index(one)
    to = random.choice([n for n in range(len(parent)) if n != at])
    _taken(one)
    _put(one, parent, to)
    return f"<{_name(one)}> {_words(one)} stands at {to}, not {at}"


def _element_elsewhere(root: Element, random: Random) -> str | None:
    one, parent = _drawn(root, random), _drawn(root, random)
    if one is root or any(above is one for above in (parent, *parent.iterancestors())):
        return None
    _taken(one)
    _put(one, parent, random.randrange(len(parent) + 1))
    return f"<{_name(one)}> {_words(one)} stands in <{_name(parent)}>"


def _element_renamed(root: Element, random: Random) -> str | None:
    one = _drawn(root, random)
    space, before = etree.QName(one).namespace, _name(one)
    others = TAGS if space == XHTML else sorted({_name(other) for other in _elements(root)})
    one.tag = f"{{{space}}}{random.choice(others)}"
    return f"<{before}> {_words(one)} is <{_name(one)}>"


def _element_wrapped(root: Element, random: Random) -> str | None:
    one = _drawn(root, random)
    parent = one.getparent()
    if parent is None or etree.QName(one).namespace != XHTML:
        return None
    around = etree.Element(f"{{{XHTML}}}{random.choice(WRAPPED)}")
    at, around.tail, one.tail = parent.index(one), one.tail, None
    parent.insert(at, around)
    around.append(one)
    return f"<{_name(one)}> {_words(one)} stands in <{_name(around)}>"


def _text_wrapped(root: Element, random: Random) -> str | None:
    """Put tags around some letters of a text."""
    texts = [one for one in _elements(root) if one.text and one.text.strip() and etree.QName(one).namespace == XHTML]
    if not texts:
        return None
    one = random.choice(texts)
    text = one.text or ""
    low = random.randrange(len(text))
    high = random.randint(low + 1, len(text))
    around = etree.Element(f"{{{XHTML}}}{random.choice(WRAPPED)}")
    one.text, around.text, around.tail = text[:low], text[low:high], text[high:]
    one.insert(0, around)
    return f"“{shortened(around.text)}” of <{_name(one)}> stands in <{_name(around)}>"


def _element_added(root: Element, random: Random) -> str | None:
    one = _drawn(root, random)
    if etree.QName(one).namespace == XHTML:
        head = _name(one) == "head" or random.random() < 0.15
        parts = HEAD if head else BODY
        parent = root.find(f"{{{XHTML}}}head") if head else one
        text = random.choice(parts)
        wrapped = etree.fromstring(f'<x xmlns="{XHTML}">{text}</x>')
        added = wrapped[0]
        wrapped.remove(added)
    else:
        parent = one if random.random() < 0.3 else one.getparent()
        text = random.choice(PACKAGE)
        added = etree.fromstring(text)
    if parent is None:
        return None
    parent.insert(random.randrange(len(parent) + 1), added)
    return f"{shortened(text)} stands in <{_name(parent)}>"


def _attributed(root: Element, random: Random) -> tuple[Element, str] | None:
    """Draw an attribute, each name of one as likely as another."""
    names = sorted({str(key) for one in _elements(root) for key, _ in one.items()})
    if not names:
        return None
    key = random.choice(names)
    return random.choice([one for one in _elements(root) if one.get(key) is not None]), key


def _attribute_changed(root: Element, random: Random) -> str | None:
    drawn = _attributed(root, random)
    if drawn is None:
        return None
    one, key = drawn
    before = one.get(key) or ""
    others = ATTRIBUTES.get(key, ())
    one.set(key, random.choice(others) if others and random.random() < 0.5 else other_text(before, random))
    return f"@{key} of <{_name(one)}>: {shortened(before)} is {shortened(one.get(key))}"


def _attribute_dropped(root: Element, random: Random) -> str | None:
    drawn = _attributed(root, random)
    if drawn is None:
        return None
    one, key = drawn
    note = f"@{key} of <{_name(one)}>: {shortened(one.get(key))} is dropped"
    del one.attrib[key]
    return note


def _attribute_added(root: Element, random: Random) -> str | None:
    one, key = _drawn(root, random), random.choice(sorted(ATTRIBUTES))
    value = random.choice(ATTRIBUTES[key])
    one.set("{http://www.w3.org/XML/1998/namespace}lang" if key == "xml:lang" else key, value)
    return f"<{_name(one)}> {_words(one)} has @{key} {value}"


def _attributes_exchanged(root: Element, random: Random) -> str | None:
    drawn = _attributed(root, random)
    if drawn is None:
        return None
    key = drawn[1]
    pair = two(random, [one for one in _elements(root) if one.get(key) is not None])
    if pair is None:
        return None
    first, second = pair[0].get(key) or "", pair[1].get(key) or ""
    pair[0].set(key, second)
    pair[1].set(key, first)
    return f"@{key}: {shortened(first)} and {shortened(second)} are exchanged"


def _texts(root: Element) -> list[tuple[Element, bool]]:
    """Return each text that is not blank: an element, and whether it is the text behind it."""
    own = [(one, False) for one in _elements(root) if (one.text or "").strip()]
    return own + [(one, True) for one in _elements(root) if (one.tail or "").strip()]


def _text_of(place: tuple[Element, bool]) -> str:
    return (place[0].tail if place[1] else place[0].text) or ""


def _set_text(place: tuple[Element, bool], text: str) -> None:
    if place[1]:
        place[0].tail = text
    else:
        place[0].text = text


def _text_changed(root: Element, random: Random) -> str | None:
    places = _texts(root)
    if not places:
        return None
    place = random.choice(places)
    before = _text_of(place)
    after = other_text(before, random)
    _set_text(place, after)
    at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    low = max(0, at - 20)
    return f"“{shortened(before[low : at + 20])}” in <{_name(place[0])}> is “{shortened(after[low : at + 20])}”"


def _texts_exchanged(root: Element, random: Random) -> str | None:
    pair = two(random, _texts(root))
    if pair is None:
        return None
    first, second = _text_of(pair[0]), _text_of(pair[1])
    _set_text(pair[0], second)
    _set_text(pair[1], first)
    return f"“{shortened(first, 40)}” and “{shortened(second, 40)}” are exchanged"


def _mutator(action: str, change: Callable[[Element, Random], str | None]) -> Mutator:
    """Return what changes one XML file of a book, each sort of file as likely as another."""

    def mutate(data: bytes, random: Random) -> Mutant | None:
        entries = unpacked(data)
        trees = [n for n, one in enumerate(entries) if one.name.endswith((".xhtml", ".opf", ".ncx", ".xml", ".svg"))]
        sort = random.choice(sorted({sort_of(entries[n].name) for n in trees}))
        at = random.choice([n for n in trees if sort_of(entries[n].name) == sort])
        root = etree.fromstring(entries[at].data)
        note = change(root, random)
        if note is None:
            return None
        written = etree.tostring(root.getroottree(), xml_declaration=True, encoding="utf-8")
        entries[at] = entries[at].holding(written)
        return Mutant(packed(entries), f"{sort}, {action}", f"{entries[at].name}: {note}")

    return mutate


CHANGES: dict[str, Callable[[Element, Random], str | None]] = {
    "element dropped": _element_dropped,
    "tags dropped": _element_unwrapped,
    "element doubled": _element_doubled,
    "element moved": _element_moved,
    "element elsewhere": _element_elsewhere,
    "element renamed": _element_renamed,
    "element wrapped": _element_wrapped,
    "letters wrapped": _text_wrapped,
    "element added": _element_added,
    "attribute changed": _attribute_changed,
    "attribute dropped": _attribute_dropped,
    "attribute added": _attribute_added,
    "attributes exchanged": _attributes_exchanged,
    "text changed": _text_changed,
    "texts exchanged": _texts_exchanged,
}
"""What may be done to a tree, by its name; each says what it did, None where there is no place for it."""

TREES = {action: _mutator(action, change) for action, change in CHANGES.items()}
