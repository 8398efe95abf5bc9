"""Parse HTML by the rules that browsers keep (HTML, 13.2), with lexbor; the proof reads the copy's own HTML with it."""

from xml.etree.ElementTree import Element, SubElement

from selectolax.lexbor import LexborHTMLParser, LexborNode


def parse_html(html: str) -> Element:
    """Return the body of a document, or of a piece of one, as a tree; comments are left out."""
    return _tree(LexborHTMLParser(html).body, Element("body"))


def parse_page(html: str, without: str = "") -> Element:
    """Return a whole document as a tree, its head with it; comments are left out, and what elements of a name hold."""
    whole = LexborHTMLParser(html).root
    attributes = whole.attributes if whole is not None else {}
    return _tree(whole, Element("html", {key: value or "" for key, value in attributes.items()}), without)


def _tree(node: LexborNode | None, root: Element, without: str = "") -> Element:
    """Return an element with all that a node holds, but for what elements of a name do."""
    if node is None:
        return root
    waiting = [(node, root)]
    while waiting:
        node, element = waiting.pop()
        for child in _children(node):
            name = child.tag or ""
            if name == "-text":
                _say(element, child.text_content or "")
            elif name[:1].isalpha():
                attributes = {key: value or "" for key, value in child.attributes.items()}
                made = SubElement(element, name, attributes)
                if name != without:
                    waiting.append((child, made))
    return root


def _children(node: LexborNode) -> list[LexborNode]:
    children: list[LexborNode] = []
    child = node.child
    while child is not None:
        children.append(child)
        child = child.next
    return children


def _say(element: Element, text: str) -> None:
    """Add text after what an element holds so far."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
