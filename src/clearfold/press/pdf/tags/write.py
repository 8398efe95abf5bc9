"""Write the structure tree as PDF objects, and tie the links' annotations to it.

Last step from a laid-out page to a tagged one.
"""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

import pydyf

from clearfold.model.messages import message
from clearfold.press.leaflet import PdfProfile
from clearfold.press.pdf.render_error import RenderError
from clearfold.press.pdf.tags.content_stream import page_dictionaries
from clearfold.press.pdf.tags.marking import Leaf, MarkedPage
from clearfold.press.pdf.tags.tree import Kid, Node, Value, is_block, leaves

POINTS = 0.75  # in a CSS pixel

# In PDF 1.7 these types are our own; in PDF 2.0 poppler 22 drops the content of types that have no role.
ROLES = {"Em": "/Span", "Strong": "/Span", "Aside": "/Sect", "FENote": "/Note"}

# ISO 32000-2, 14.8.6: what PDF 2.0 did not take over from 1.7 it still has, in the older namespace.
NAMESPACE, OLDER_NAMESPACE = "http://iso.org/pdf2/ssn", "http://iso.org/pdf/ssn"
OLDER_TYPES = frozenset({"BlockQuote", "TOC", "TOCI", "Reference", "Quote", "Code"})


def write_tree(
    pdf: pydyf.PDF, document: Node, pages: Sequence[MarkedPage], profile: PdfProfile
) -> Mapping[Node, pydyf.Dictionary]:
    """Add a tree, whose pieces have their numbers, to a PDF, and return the structure element of each node.

    Raises RenderError for a link that is drawn but not read.
    """
    writer = TreeWriter(pdf, pages, profile)
    writer.write(document)
    return writer.elements


class TreeWriter:
    """Holds what the objects of one tree have in common while they are written."""

    def __init__(self, pdf: pydyf.PDF, pages: Sequence[MarkedPage], profile: PdfProfile) -> None:
        self.elements: dict[Node, pydyf.Dictionary] = {}
        self._pdf = pdf
        self._pages = pages
        self._profile = profile
        self._page_references = pdf.page_references
        self._annotations: dict[Element, list[tuple[int, pydyf.Dictionary | None]]] = {}
        for number, page in enumerate(pages):
            for element, annotation in page.annotations():
                self._annotations.setdefault(element, []).append((number, annotation))
        # By page, the element of each number; after the pages, the element of each annotation.
        self._parents: list[list[bytes] | bytes] = [[] for _ in pages]
        self._read: dict[bytes, int] = {}  # the place of each annotation in reading order
        self._namespaces: dict[str, bytes] = {}

    def write(self, document: Node) -> None:
        """Write the root, its trees of numbers and names, and all elements."""
        root = self._add({"Type": "/StructTreeRoot", "RoleMap": pydyf.Dictionary(ROLES)})
        if self._profile is PdfProfile.NEXT:
            for name in (NAMESPACE, OLDER_NAMESPACE):
                self._namespaces[name] = self._add({"Type": "/Namespace", "NS": pydyf.String(name)}).reference
            root["Namespaces"] = pydyf.Array(self._namespaces.values())
        for node in document.nodes():
            self.elements[node] = self._add({"Type": "/StructElem", "S": f"/{node.type}"})
        self._fill(document, root.reference)
        if self._annotations:
            texts = ("".join(element.itertext()).strip() for element in self._annotations)
            raise RenderError(tuple(message("link in what is not read: {text!r}", text=text) for text in texts))
        # A head that is drawn in the cards of its table is read before them.
        for page in page_dictionaries(self._pdf):
            page.get("Annots", []).sort(key=lambda annotation: self._read.get(annotation, len(self._read)))
        root["K"] = pydyf.Array([self.elements[document].reference])
        root["ParentTree"] = self._add({"Nums": pydyf.Array(self._numbers())}).reference
        root["ParentTreeNextKey"] = len(self._parents)
        names = sorted((node.id.encode(), element.reference) for node, element in self.elements.items() if node.id)
        if names:
            tree = pydyf.Array(part for name, reference in names for part in (pydyf.String(name), reference))
            root["IDTree"] = self._add({"Names": tree}).reference
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def _add(self, entries: dict[str, object]) -> pydyf.Dictionary:
        dictionary = pydyf.Dictionary(entries)
        self._pdf.add_object(dictionary)
        return dictionary

    def _numbers(self) -> Iterator[object]:
        for key, parents in enumerate(self._parents):
            yield key
            yield pydyf.Array(parents) if isinstance(parents, list) else parents

    def _fill(self, node: Node, parent: bytes) -> None:
        """Write the properties and the kids of a node, and of all below it."""
        element = self.elements[node]
        element["P"] = parent
        if self._namespaces:
            element["NS"] = self._namespaces[OLDER_NAMESPACE if node.type in OLDER_TYPES else NAMESPACE]
        first = next(leaves(node.kids), None)
        if first is not None:
            element["Pg"] = self._page_references[first.page]
        texts = {
            "Lang": node.lang,
            "Alt": node.alternative,
            "ActualText": node.said,
            "E": node.expansion,
            "ID": node.id,
        }
        for key, text in texts.items():
            if text:
                element[key] = pydyf.String(text)
        if node.references:
            element["Ref"] = pydyf.Array(self.elements[reference].reference for reference in node.references)
        attributes = [_attributes(owner, entries) for owner, entries in self._attributes(node) if entries]
        if attributes:
            # Firefox 153 shows a Figure as a picture only where its attributes are one dictionary.
            element["A"] = attributes[0] if len(attributes) == 1 else pydyf.Array(attributes)
        kids = [self._kid(kid, element, first) for kid in node.kids]
        kids.extend(self._links(node, element))
        if kids:
            element["K"] = pydyf.Array(kids)
        for kid in node.children():
            self._fill(kid, element.reference)

    def _kid(self, kid: Kid, element: pydyf.Dictionary, first: Leaf | None) -> object:
        """Return a kid as it stands in K: a reference, or the number of a piece, with its page if that is another."""
        if isinstance(kid, Node):
            return self.elements[kid].reference
        parents = self._parents[kid.page]
        assert isinstance(parents, list)
        parents.extend([b"null"] * (kid.number + 1 - len(parents)))
        parents[kid.number] = element.reference
        if first is not None and kid.page == first.page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self._page_references[kid.page], "MCID": kid.number})

    def _links(self, node: Node, element: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
        """Yield references to the annotations of a link, one for each of its lines, and tie them back to it."""
        if node.type != "Link" or node.element is None:
            return
        for page, annotation in self._annotations.pop(node.element, ()):
            if annotation is None:  # WeasyPrint warned that it leads nowhere
                continue
            annotation["StructParent"] = len(self._parents)
            self._read[annotation.reference] = len(self._read)
            self._parents.append(element.reference)
            # Screen readers say Contents instead of the link's text: WeasyPrint 70 puts the bare address there.
            annotation["Contents"] = pydyf.String(node.text())
            page_reference = self._page_references[page]
            yield pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page_reference})

    def _attributes(self, node: Node) -> Iterator[tuple[str, dict[str, Value]]]:
        yield from node.attributes.items()
        if node.type == "Figure":
            box = self._bounding_box(next(leaves(node.kids)))
            yield "Layout", {"Placement": "Block" if is_block(node) else "Inline", "BBox": box}

    def _bounding_box(self, leaf: Leaf) -> Sequence[float]:
        """Return a picture's box in points from the lower left corner of its page."""
        box = leaf.box
        top = self._pages[leaf.page].height - box.content_box_y()
        left, right = box.content_box_x(), box.content_box_x() + box.width
        return [round(value * POINTS, 2) for value in (left, top - box.height, right, top)]


def _attributes(owner: str, entries: Mapping[str, Value]) -> pydyf.Dictionary:
    """Return an attribute object: texts as names, lists of texts as strings, numbers as they are."""
    attributes = pydyf.Dictionary({"O": f"/{owner}"})
    for key, value in entries.items():
        if isinstance(value, str):
            attributes[key] = f"/{value}"
        elif isinstance(value, Sequence):
            attributes[key] = pydyf.Array(pydyf.String(v) if isinstance(v, str) else v for v in value)
        else:
            attributes[key] = value
    return attributes
