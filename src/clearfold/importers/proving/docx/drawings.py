"""What a Word file says of its pictures, and which of its drawings hold text."""

from xml.etree.ElementTree import Element

from clearfold.importers.proving.office import get, local, space

_DRAWING = ("drawingml/2006/main", "drawingml/main")


def alternatives(shapes: list[Element]) -> list[str]:
    """Return what is said of the pictures of a drawing."""
    found = blips(shapes)
    if not found or decorates(shapes):
        return []
    around = said(shapes)
    own = [get(e, "descr").strip() for e in shapes if local(e.tag) == "cNvPr" and "picture" in space(str(e.tag))]
    if len(found) == 1:
        told = [around or (own[0] if len(own) == 1 else "")]
    else:
        first_own = own[0] if own else ""
        told = [around or first_own, *own[1:]]
    return [text for text in told if text]


def words_of(shapes: list[Element]) -> str:
    """Return the letters that a drawing draws."""
    drawn = [get(e, "string") for e in shapes if local(e.tag) == "textpath"]
    drawn += [e.text or "" for e in shapes if local(e.tag) == "t" and space(str(e.tag)).endswith(_DRAWING)]
    return " ".join(drawn).strip()


def blips(shapes: list[Element]) -> list[Element]:
    """Return the pictures of a drawing."""
    found = [e for e in shapes if local(e.tag) in ("blip", "imagedata")]
    return [e for e in found if get(e, "embed") or get(e, "id") or get(e, "link")]


def said(shapes: list[Element]) -> str:
    """Return what is said of a drawing."""
    for one in shapes:
        if local(one.tag) == "docPr":
            return get(one, "descr").strip() or get(one, "title").strip()
    old = [e for e in shapes if "vml" in space(str(e.tag))]
    alternative = next((alt for e in old if (alt := get(e, "alt").strip())), "")
    return alternative or next((title for e in old if (title := own_title(e))), "")


def own_title(element: Element) -> str:
    """Return the title that a shape of old programs has; that of an office's own namespace is the name of a file."""
    return element.get("title", "").strip()


def decorates(shapes: list[Element]) -> bool:
    """Tell whether a drawing only decorates."""
    found = any(local(e.tag) == "decorative" and get(e, "val") in ("1", "true") for e in shapes)
    return found and any(local(e.tag) == "docPr" for e in shapes)


def outermost(element: Element) -> list[Element]:
    """Return the contents of text boxes that stand in no other."""
    found: list[Element] = []
    for one in element:
        found += [one] if local(one.tag) == "txbxContent" else outermost(one)
    return found
