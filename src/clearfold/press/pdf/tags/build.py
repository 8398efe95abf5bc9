"""Build the structure tree: one node for each element of the page's HTML, over all pages.

Third step from a laid-out page to a tagged one. WeasyPrint 70 tags each page's part of a paragraph by itself;
ISO 14289-1, 7.1 wants what the author wrote: one P.
"""

from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

from clearfold.press.leaflet import PdfProfile
from clearfold.press.pdf.render_error import RenderError
from clearfold.press.pdf.tags import lists, tables
from clearfold.press.pdf.tags.marking import Leaf
from clearfold.press.pdf.tags.spoken_whole import say_whole
from clearfold.press.pdf.tags.text_positions import Wording, spaces
from clearfold.press.pdf.tags.tree import GROUPS, HEADINGS, Kid, Node, grouped, has_text, is_inline, runs, spoken

SVG_TITLE = "{http://www.w3.org/2000/svg}title"

# What an HTML element is in PDF; one that is not named here means nothing by itself, and what is in it moves up.
TYPES = {
    **dict.fromkeys(("section", "nav", "header", "footer", "main", "article"), "Sect"),
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **{"p": "P", "pre": "P", "div": "Div", "address": "Div", "aside": "Aside", "blockquote": "BlockQuote"},
    **{"caption": "Caption", "figcaption": "Caption", "dt": "Lbl", "dd": "LBody"},
    **{"thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR", "th": "TH", "td": "TD"},
    **dict.fromkeys(("em", "i"), "Em"),
    **dict.fromkeys(("strong", "b"), "Strong"),
    **dict.fromkeys(("code", "kbd", "samp"), "Code"),
    **dict.fromkeys(("cite", "dfn", "sub", "sup"), "Span"),
    "q": "Quote",
}


def build(root: Element, leaves: Iterable[Leaf], wording: Wording, profile: PdfProfile) -> Node:
    """Return the tree of a page of HTML from its painted pieces, and give these the spaces that painting dropped.

    Raises RenderError for a picture without alternative text, and for painted text that is not in the HTML.
    """
    read = [leaf for leaf in leaves if not leaf.artifact]
    wording.place(read)
    document = Builder(wording, read).document(root)
    for run in runs(document):
        spaces(run, wording.text)
    _refer(document, targets(document, root))
    tables.describe(document)
    say_whole(document)
    (_as_archive if profile is PdfProfile.ARCHIVE else _as_next)(document)
    return document


def hidden(root: Element) -> frozenset[Element]:
    """Return the elements that are drawn and never read: ``aria-hidden``, and pictures that only decorate."""
    found: set[Element] = set()
    for element in root.iter():
        decoration = element.get("alt") == "" or element.get("role") in ("presentation", "none")
        if element.get("aria-hidden") == "true" or (_local_name(element) in ("img", "svg") and decoration):
            found.update(element.iter())
    return frozenset(found)


class Builder:
    """Turns elements into nodes, from the outside in; ``lang`` is the language around an element."""

    def __init__(self, wording: Wording, leaves: Iterable[Leaf]) -> None:
        self._start = wording.start
        self._own: dict[Element, list[Leaf]] = {}
        for leaf in leaves:
            assert leaf.element is not None, "only margin boxes, which are artifacts, have no element"
            self._own.setdefault(leaf.element, []).append(leaf)
        for own in self._own.values():
            own.sort(key=lambda leaf: leaf.start)

    def document(self, root: Element) -> Node:
        """Return the root of the tree."""
        lang = root.get("lang", "")
        return Node("Document", root, grouped(self.inside(root, lang)), lang=lang)

    def inside(self, element: Element, lang: str) -> list[Kid]:
        """Return what is in an element in the order of the HTML: its own pieces, and what its children become."""
        kids: list[Kid] = []
        own = self._own.get(element, [])
        taken = 0
        for child in element:
            if isinstance(child.tag, str):  # not a comment
                while taken < len(own) and own[taken].start <= self._start[child] and own[taken].pseudo != "after":
                    kids.append(own[taken])
                    taken += 1
                kids.extend(self.become(child, lang))
        return kids + own[taken:]

    def become(self, element: Element, around: str) -> list[Kid]:
        """Return what an element becomes: usually one node; none where there is nothing in it to read."""
        lang = element.get("lang", around)
        kids = self.inside(element, lang)
        if kids or _local_name(element) in ("td", "th"):  # an empty cell keeps its place
            kids = MAKERS.get(_local_name(element), plain)(element, kids)
        return kids if lang == around else spoken(kids, lang)


def plain(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make a node of the element's own type; a ``div`` of nothing but text is a P."""
    name = TYPES.get(_local_name(element))
    if name is None:
        return kids
    if name == "Div" and all(map(is_inline, kids)) and has_text(kids):
        return [Node("P", element, kids)]
    return [Node(name, element, grouped(kids) if name in GROUPS else kids)]


def abbreviation(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make a Span with the expansion that a screen reader may say instead (ISO 32000-1, 14.9.5)."""
    return [Node("Span", element, kids, expansion=element.get("title", ""))]


def link(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make a Link; its annotations join it when the objects are written.

    Raises RenderError for a link around blocks: WeasyPrint 70 makes nothing to click, ISO/TS 32005 has no such Link.
    """
    address = element.get("href")
    if address is None:
        return kids
    node = Node("Link", element, kids, target=address[1:] if address.startswith("#") else "")
    if not all(map(is_inline, kids)):
        raise RenderError((f"link around paragraphs, put it inside them: {node.text()!r}",))
    return [node]


def picture(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make a Figure with its alternative text; raise RenderError where there is none."""
    title = element.find(SVG_TITLE)
    alternative = element.get("alt") or (title.text if title is not None else "")
    if not alternative:
        raise RenderError((f"picture without alternative text: {element.get('src', 'svg')}",))
    return [Node("Figure", element, kids, alternative=alternative)]


def figure(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make a group of Figure and Caption: siblings, as assistive technology stops at a Figure with Alt."""
    blocks = grouped(kids)
    return [Node("Aside", element, blocks)] if len(blocks) > 1 else blocks


def aside(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make a note with its label, or an Aside."""
    if element.get("role") != "doc-footnote":
        return plain(element, kids)
    note = Node("FENote", element, grouped(kids), id=element.get("id", ""))
    first = note.children()[0]
    if first.kids and isinstance(first.kids[0], Node) and first.kids[0].type == "Link":
        note.kids.insert(0, Node("Lbl", kids=[first.kids.pop(0)]))
        if not first.kids:  # the note goes on with a list or another block
            note.kids.remove(first)
    return [note]


def contents(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make a Sect, with its lists as TOC where it is the list of contents."""
    nodes = plain(element, kids)
    if element.get("role") == "doc-toc":
        lists.turn_into_contents(nodes)
    return nodes


MAKERS: dict[str, Callable[[Element, list[Kid]], list[Kid]]] = {
    **{"abbr": abbreviation, "a": link, "img": picture, "svg": picture, "figure": figure, "aside": aside},
    **{"ul": lists.items, "ol": lists.items, "li": lists.item},
    **{"dl": lists.descriptions, "nav": contents, "table": tables.table, "span": tables.head},
}


def targets(document: Node, root: Element) -> dict[str, Node]:
    """Return the node of each id in the HTML: the element's own, or that of what is around it."""
    parents = {child: parent for parent in root.iter() for child in parent}
    by_element = {node.element: node for node in document.nodes() if node.element is not None}
    found: dict[str, Node] = {}
    for element in root.iter():
        if name := element.get("id"):
            around = element
            while around not in by_element and around in parents:
                around = parents[around]
            found.setdefault(name, by_element.get(around, document))
    return found


def _refer(document: Node, by_id: Mapping[str, Node]) -> None:
    """Tie links to what they lead to: an entry of the contents to its heading, a note to its references and back."""
    for node in document.nodes():
        target = by_id.get(node.target)
        if target is None:
            continue
        if node.type == "TOCI":
            node.references.append(next((n for n in target.nodes() if n.type in HEADINGS), target))
        elif target.type == "FENote":
            node.references.append(target)
            target.references.append(node)


def _as_archive(document: Node) -> None:
    """Name what PDF 1.7 names otherwise."""
    for node in document.nodes():
        if node.type == "FENote":
            node.type = "Note"
        elif node.type == "Aside" and node.element is not None and node.element.tag == "figure":
            in_document = node in document.kids
            node.type = "Sect" if in_document else "Div"  # ISO/TS 32005 has no Caption in a Div right under Document
        elif node.type == "L" and node.attributes["List"]["ListNumbering"] == "Description":
            node.attributes["List"]["ListNumbering"] = "None"


def _as_next(document: Node) -> None:
    """Nest as ISO/TS 32005 nests: no Link in a Reference, so an entry of the contents is a P with its Link.

    A Reference that is the link itself is as valid; but Firefox 153 shows no link in it, and Orca reads it twice.
    """
    for node in document.nodes():
        if node.type == "Reference":
            node.type = "P"


def _local_name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]  # a comment's tag is a function
