"""What an SVG may hold: shapes, and nothing that runs, fetches, or grows without bound when it is drawn.

WeasyPrint draws SVG in the PDF, and an e-reader shows the file that is published: it must be harmless in both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

import tinycss2
import tinycss2.ast

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.limits import SVG_ELEMENTS
from clearfold.model.messages import message
from clearfold.press.images.embedded import held, kind_of
from clearfold.press.images.plain_svg import DEEPEST, read_svg
from clearfold.press.images.raster_files import raster_fault

# Scripts, other documents, sound and film.
LAID = "<foreignobject>"  # what a web page in it says is laid out by browsers alone
REFUSED = frozenset("script foreignobject iframe embed object audio video canvas handler listener".split())
# What moves is for the e-book's metadata to tell of; what rewrites an address as it moves is refused.
_REWRITTEN = re.compile(r"(?:.*:)?href|on.*|style|class", re.IGNORECASE)
# At-rules and functions of CSS that fetch by another word than url().
_FETCHES = frozenset({"import", "font-face", "image", "image-set", "-webkit-image-set", "src"})
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif);base64,", re.IGNORECASE)
_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


def svg_faults(data: bytes, name: str, place: Location) -> Iterator[Diagnostic]:
    """Yield what is wrong with an SVG: that it is no XML or too large to draw (SRC-085), what is refused (SRC-086)."""
    scan = _Scan()
    try:
        plain = read_svg(data)
        scan.read(plain.data)
    except (ExpatError, ValueError, LookupError) as error:
        yield mistake("SRC-085", place, "drawing", name=name, reason=error)
        return
    refused = dict.fromkeys((*plain.refused, *scan.refused))
    for what in refused:
        yield mistake("SRC-086", place, "laid" if what == LAID else "", name=name, what=what)
    if refused:
        return
    for reason in dict.fromkeys(filter(None, map(_held_fault, scan.held))):
        yield mistake("SRC-085", place, "held", name=name, reason=reason)
    if scan.root != "svg":
        yield mistake("SRC-085", place, "other", name=name)
    elif (drawn := scan.drawn()) > SVG_ELEMENTS:
        if drawn == _ENDLESS:
            yield mistake("SRC-085", place, "endless", name=name)
        else:
            yield mistake("SRC-085", place, "shapes", name=name, most=SVG_ELEMENTS)


_ENDLESS = 10**12


def _held_fault(address: str) -> str:
    """Return what is wrong with a picture in a drawing, "" where nothing is."""
    data = held(address)
    return raster_fault(data, kind_of(data).upper()) if data else message("is neither PNG, JPEG nor GIF")


@dataclass(slots=True)
class _Node:
    """An element: how many elements it stands for by itself, what it draws by reference, what stands in it."""

    references: list[str] = field(default_factory=list)
    children: list["_Node"] = field(default_factory=list)
    total: int = 0
    open: bool = False


@dataclass(slots=True)
class _Scan:
    """One reading of an SVG; what is not accepted gathers in ``refused``."""

    refused: list[str] = field(default_factory=list)
    root: str = ""
    nodes: dict[str, _Node] = field(default_factory=dict)
    stack: list[_Node] = field(default_factory=lambda: [_Node()])
    style: list[str] | None = None
    held: list[str] = field(default_factory=list)

    def read(self, data: bytes) -> None:
        """Read the file; raises ExpatError where it is no XML."""
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)

    def drawn(self) -> int:
        """Return how many elements are drawn, counting what is drawn by reference each time."""
        return self._weigh(self.stack[0])

    def _weigh(self, node: _Node, depth: int = 0) -> int:
        if node.open or depth > 4 * DEEPEST:
            return _ENDLESS
        if not node.total:
            node.open = True
            inner = (*node.children, *(self.nodes[name] for name in node.references if name in self.nodes))
            node.total = min(1 + sum(self._weigh(child, depth + 1) for child in inner), _ENDLESS)
            node.open = False
        return node.total

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.root = self.root or tag.rpartition(" ")[2]
        name = tag.rpartition(" ")[2].lower()
        if name in REFUSED:
            self.refused.append(f"<{name}>")
        node = _Node()
        self.stack[-1].children.append(node)
        self.stack.append(node)
        if name == "style":
            self.style = []
        for key, value in attributes.items():
            self._attribute(name, key.rpartition(" ")[2].lower(), value, node)

    def _attribute(self, element: str, key: str, value: str, node: _Node) -> None:
        if key == "id":
            self.nodes.setdefault(value, node)
        elif key == "attributename" and _REWRITTEN.fullmatch(value.strip()):
            self.refused.append(f"<{element}> that rewrites “{value.strip()}”")
        elif key.startswith("on") or key == "base":
            self.refused.append(message("the attribute {key}", key=key))
        elif key in ("href", "src"):
            self._address(element, value.strip(), node)
        else:
            self._css(value, node)

    def _address(self, element: str, value: str, node: _Node) -> None:
        if value.startswith("#"):
            if element != "a":
                node.references.append(value[1:])
        elif element == "image" and _DATA.match(value):
            self.held.append(value)
        elif not (element == "a" and _LINK.match(value)):
            self.refused.append(message("the address “{value}”", value=value[:40]))

    def _css(self, text: str, node: _Node) -> None:
        if not set("(@\\") & set(text):  # most attributes: nothing in it can fetch
            return
        for what, address in _fetched(text):
            if address.startswith("#"):
                node.references.append(address[1:].strip())
            else:
                self.refused.append(what or message("the address “{address}”", address=address[:40]))

    def _end(self, tag: str) -> None:
        node = self.stack.pop()
        if tag.rpartition(" ")[2].lower() == "style" and self.style is not None:
            self._css("".join(self.style), node)
            self.style = None

    def _text(self, data: str) -> None:
        if self.style is not None:
            self.style.append(data)


def _fetched(text: str) -> Iterator[tuple[str, str]]:
    """Yield what some CSS, or a piece of it, refers to: ("", address), or (word, "") of another word that fetches."""
    waiting: list[tinycss2.ast.Node] = tinycss2.parse_component_value_list(text, skip_comments=True)[::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, tinycss2.ast.URLToken):
            yield "", node.value.strip()
        elif isinstance(node, tinycss2.ast.FunctionBlock) and node.lower_name == "url":
            words = [part for part in node.arguments if part.type != "whitespace"]
            text = words[0].value if words and words[0].type == "string" else tinycss2.serialize(words)
            yield "", text.strip()
        elif isinstance(node, tinycss2.ast.ParseError) and node.kind == "bad-url":
            yield message("an address that is written wrongly"), ""
        elif isinstance(node, tinycss2.ast.AtKeywordToken) and node.lower_value in _FETCHES:
            yield f"@{node.value}", ""
        elif isinstance(node, tinycss2.ast.FunctionBlock) and node.lower_name in _FETCHES:
            yield f"{node.name}(", ""
        waiting += reversed(getattr(node, "arguments", None) or getattr(node, "content", None) or ())
