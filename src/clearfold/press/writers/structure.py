"""Build the structure tree: one node for each element of the page's HTML, over all pages.

Third step from a laid-out page to a tagged one. WeasyPrint 70 tags each page's part of a paragraph by itself;
ISO 14289-1, 7.1 wants what the author wrote: one P.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.etree.ElementTree import Element

from clearfold.press.writers.marking import Box, Leaf, Marked
from clearfold.press.writers.metadata import Profile
from clearfold.press.writers.render_error import RenderError
from clearfold.press.writers.wording import Wording, spaces

Value: TypeAlias = "str | int | Sequence[str] | Sequence[float]"
Kid: TypeAlias = "Node | Leaf"

# Types that hold other blocks and no text of their own; what stands loose in them becomes a P.
GROUPS = frozenset({"Document", "Sect", "Div", "Aside", "BlockQuote", "Note", "FENote"})
INLINE = frozenset({"Span", "Em", "Strong", "Quote", "Code", "Link", "Reference"})

TYPES = {
    **{tag: "Sect" for tag in ("section", "nav", "header", "footer", "main", "article")},
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **{"p": "P", "pre": "P", "address": "Div", "div": "Div", "aside": "Aside", "blockquote": "BlockQuote"},
    **{"figcaption": "Caption", "caption": "Caption", "table": "Table", "tr": "TR", "th": "TH", "td": "TD"},
    **{"thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "dt": "Lbl", "dd": "LBody"},
    **{"em": "Em", "i": "Em", "strong": "Strong", "b": "Strong", "q": "Quote", "abbr": "Span"},
    **{"code": "Code", "kbd": "Code", "samp": "Code", "sub": "Span", "sup": "Span", "cite": "Span", "dfn": "Span"},
}
# CSS names of list styles → ListNumbering (ISO 32000-1, table 347).
NUMBERING = {
    **{"none": "None", "disc": "Disc", "circle": "Circle", "square": "Square", "decimal": "Decimal"},
    **{"lower-roman": "LowerRoman", "upper-roman": "UpperRoman"},
    **{"lower-alpha": "LowerAlpha", "lower-latin": "LowerAlpha", "upper-alpha": "UpperAlpha"},
    **{"upper-latin": "UpperAlpha"},
}


@dataclass(slots=True, eq=False)
class Node:
    """A structure element: its type, what is in it, and its properties, named as ISO 32000-1 names them.

    ``attributes`` are by owner; ``target`` is the id that a link leads to.
    """

    type: str
    element: Element | None = None
    kids: list[Kid] = field(default_factory=list)
    attributes: dict[str, dict[str, Value]] = field(default_factory=dict)
    lang: str = ""
    alternative: str = ""
    expansion: str = ""
    id: str = ""
    target: str = ""
    references: list["Node"] = field(default_factory=list)

    def nodes(self) -> Iterator["Node"]:
        """Yield this node and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()

    def leaves(self) -> Iterator[Leaf]:
        """Yield all pieces below this node, in reading order."""
        for kid in self.kids:
            yield from kid.leaves() if isinstance(kid, Node) else (kid,)


def hidden(root: Element) -> frozenset[Element]:
    """Return the elements that are drawn and never read: ``aria-hidden``, and pictures that only decorate."""
    found: set[Element] = set()
    for element in root.iter():
        decoration = element.get("role") in ("presentation", "none") or element.get("alt") == ""
        if element.get("aria-hidden") == "true" or (is_picture(element) and decoration):
            found.update(element.iter())
    return frozenset(found)


def build(root: Element, marked: Marked, profile: Profile) -> Node:
    """Return the tree of a page of HTML from its painted pieces, with the dropped spaces given back to them.

    Raises RenderError for a picture without alternative text, and for painted text that is not in the HTML.
    """
    wording = Wording(root)
    read = [leaf for leaf in marked.leaves if not leaf.artifact]
    wording.place(read)
    document = Builder(wording, read, marked.first_box, profile).document(root)
    for run in _runs(document):
        spaces(run, wording.text)
    return document


def is_picture(element: Element) -> bool:
    """Tell whether an element is drawn as a picture."""
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] in ("img", "svg")


def _runs(node: Node) -> Iterator[list[Leaf]]:
    """Yield the pieces of each unbroken run of text: a block's own text with the inline elements in it."""
    run: list[Leaf] = []
    for kid in node.kids:
        if isinstance(kid, Leaf):
            run.append(kid)
        elif kid.type in INLINE:
            run.extend(kid.leaves())
        else:
            yield run
            run = []
            yield from _runs(kid)
    yield run


class Builder:
    """Turns elements into nodes, from the outside in; ``lang`` is always the language around an element."""

    def __init__(
        self, wording: Wording, leaves: Iterable[Leaf], first_box: dict[Element, Box], profile: Profile
    ) -> None:
        self.first_box = first_box
        self.profile = profile
        self._start = wording.start
        self._own: dict[Element, list[Leaf]] = {}
        for leaf in leaves:
            if leaf.element is not None:
                self._own.setdefault(leaf.element, []).append(leaf)
        for own in self._own.values():
            own.sort(key=lambda leaf: leaf.start)

    def document(self, root: Element) -> Node:
        """Return the root of the tree."""
        lang = root.get("lang", "")
        node = Node("Document", root, grouped(self.inside(root, lang)), lang=lang)
        for kid in node.kids:
            if isinstance(kid, Node) and kid.type == "Div" and any(n.type == "Caption" for n in child_nodes(kid)):
                kid.type = "Sect"  # ISO/TS 32005 has no Caption in a Div right under Document
        return node

    def inside(self, element: Element, lang: str) -> list[Kid]:
        """Return what is in an element, in the order of the HTML: pieces of its own and what its children become."""
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
        """Return what an element becomes: usually one node; what is in it, where it means nothing by itself."""
        lang = element.get("lang", around)
        maker = ROLES.get(element.get("role", "")) or MAKERS.get(element.tag, plain)
        kids = maker(self, element, lang)
        return kids if lang == around else spoken(kids, lang)


def spoken(kids: list[Kid], lang: str) -> list[Kid]:
    """Return the same with its language said; loose text gets a Span to say it."""
    if kids and all(is_inline(kid) for kid in kids) and any(isinstance(kid, Leaf) for kid in kids):
        return [Node("Span", kids=kids, lang=lang)]
    for kid in kids:
        if isinstance(kid, Node):
            kid.lang = kid.lang or lang
    return [kid if isinstance(kid, Node) else Node("Span", kids=[kid], lang=lang) for kid in kids]


def grouped(kids: list[Kid]) -> list[Kid]:
    """Return the same as blocks only: loose text between blocks becomes a P."""
    blocks: list[Kid] = []
    for inline, run in groupby(kids, is_inline):
        blocks.extend([Node("P", kids=list(run))] if inline else run)
    return blocks


def is_inline(kid: Kid) -> bool:
    """Tell whether a kid is text or stands in a line of text."""
    return isinstance(kid, Leaf) or kid.type in INLINE


def child_nodes(node: Node) -> list[Node]:
    """Return the kids of a node that are nodes."""
    return [kid for kid in node.kids if isinstance(kid, Node)]


def plain(builder: Builder, element: Element, lang: str) -> list[Kid]:
    """Make a node of the element's own type, unless there is nothing in it or it means nothing."""
    kids = builder.inside(element, lang)
    name = TYPES.get(element.tag)
    if name is None or not kids:
        return kids
    if name not in GROUPS:
        return [Node(name, element, kids)]
    if name == "Div" and all(map(is_inline, kids)):
        return [Node("P", element, kids)]
    return [Node(name, element, grouped(kids))]


def abbreviation(builder: Builder, element: Element, lang: str) -> list[Kid]:
    """Make a Span with its expansion, which a screen reader says instead (ISO 32000-1, 14.9.5)."""
    kids = builder.inside(element, lang)
    return [Node("Span", element, kids, expansion=element.get("title", ""))] if kids else []


def link(builder: Builder, element: Element, lang: str) -> list[Kid]:
    """Make a Link; its annotations are added when the objects are written."""
    kids = builder.inside(element, lang)
    address = element.get("href")
    if address is None or not kids:
        return kids
    return [Node("Link", element, kids, target=address[1:] if address.startswith("#") else "")]


def picture(builder: Builder, element: Element, lang: str) -> list[Kid]:
    """Make a Figure with its alternative text, or nothing where the picture only decorates."""
    kids: list[Kid] = [leaf for leaf in builder.own(element) if leaf.text is None]
    title = element.find("{http://www.w3.org/2000/svg}title")
    alternative = element.get("alt") or (title.text if title is not None else "")
    if kids and not alternative:
        raise RenderError((f"picture without alternative text: {element.get('src', 'svg')}",))
    return [Node("Figure", element, kids, alternative=alternative or "")] if kids else []


def figure(builder: Builder, element: Element, lang: str) -> list[Kid]:
    """Make a group of a Figure and its Caption: assistive technology stops at a Figure with Alt, so they are siblings."""
    kids = grouped(builder.inside(element, lang))
    return kids if len(kids) < 2 else [Node("Div" if builder.profile is Profile.ARCHIVE else "Aside", element, kids)]


def items(builder: Builder, element: Element, lang: str) -> list[Kid]:
    """Make an L with the kind of its labels."""
    kids = [kid if isinstance(kid, Node) and kid.type in ("LI", "L") else body(None, [kid]) for kid in builder.inside(element, lang)]
    return [Node("L", element, kids, {"List": {"ListNumbering": numbering(builder, element, kids)}})] if kids else []
