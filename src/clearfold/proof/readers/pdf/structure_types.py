"""What the structure types of PDF are to a reader (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4), and what elements say."""

import re

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from clearfold.model.transcript import Kind
from clearfold.proof.readers.pdf.objects import dictionary, items

GROUPS = frozenset(
    "Document DocumentFragment Part Art Sect Div Aside NonStruct Private Index TOC L LI Table THead TBody TFoot "
    "TR".split()
)
INLINE = frozenset(
    "Span Quote Em Strong Sub Sup Link Annot Reference BibEntry Code Ruby RB RT RP Warichu WT WP NonStruct Private "
    "Form".split()
)
CELLS = frozenset(("TH", "TD"))
KINDS = {
    "BlockQuote": Kind.QUOTATION,
    "Caption": Kind.CAPTION,
    "Note": Kind.NOTE,
    "FENote": Kind.NOTE,
    "Title": Kind.TITLE,
}
STANDARD = GROUPS | INLINE | CELLS | KINDS.keys() | frozenset("P H Lbl LBody TOCI Figure Formula Artifact".split())
SINCE_2_0 = frozenset("Title Aside DocumentFragment FENote Sub Em Strong Artifact".split())
HEADING = re.compile(r"H([1-9]\d?)$")
LABEL = re.compile(r"^\(?(\d{1,9}|[A-Za-z]{1,2}|[ivxlcdmIVXLCDM]{1,15})[.):]?$")
RING = "o"  # the bullet of an inner list, as office programs draw it
DRAWN = re.compile(
    r"\s*(?:\(?(?:\d{1,4}|[A-Za-z]|[ivxlcdm]{1,8})[.)]|[o*\u2010-\u2015\u2022\u2023\u25a0-\u25ff\ue000-\uf8ff-])\s*"
)
"""A label that is drawn before an item: a number with its dot, or a bullet, also one of a font of signs."""
LONGEST_CHAIN = 20


def standard_type(element: DictionaryObject, root: DictionaryObject | None, *, old: bool = False) -> str:
    """Return an element's structure type, followed through the role map to one of the standard.

    In an ``old`` file, of PDF 1.7 and before, types that only PDF 2.0 has are names like any other. A name space may
    have a role map of its own (ISO 32000-2, 14.7.4.2).
    """
    name = str(element.get("/S") or "")[1:]
    space = dictionary(element.get("/NS"))
    for _ in range(LONGEST_CHAIN):
        mapped = _role(name, space, root)
        known = name in STANDARD or HEADING.match(name)
        if mapped is None or (known and not (old and space is None and name in SINCE_2_0)):
            break
        name, space = mapped
    return name


def _role(
    name: str, space: DictionaryObject | None, root: DictionaryObject | None
) -> tuple[str, DictionaryObject | None] | None:
    """Return the type, and its name space, to which a type is mapped; None where it is mapped to none."""
    roles = dictionary(space.get("/RoleMapNS")) if space is not None else None
    if roles is None and root is not None:
        roles = dictionary(root.get("/RoleMap"))
    given = roles.get(f"/{name}") if roles is not None else None
    target = given.get_object() if isinstance(given, PdfObject) else None
    if isinstance(target, ArrayObject) and target:
        return str(target[0])[1:], dictionary(target[1]) if len(target) > 1 else None
    return (str(target)[1:], None) if target is not None else None


def heading_level(kind: str) -> int:
    """Return the level of a heading type: 1 for H and H1, 0 for what is no heading."""
    match = HEADING.match(kind)
    return int(match[1]) if match else int(kind == "H")


def label_number(text: str) -> str:
    """Return the number of a label without its dots and brackets, "" for a bullet; other words stay as they are."""
    words = text.strip()
    if words == RING:
        return ""
    if match := LABEL.match(words):
        return match[1] if words[-1] in ".):" or match[1].isdecimal() else words
    return words if any(c.isalnum() for c in words) else ""


def drawn_label(text: str) -> str:
    """Return the label that is all of what an operator draws, "" where that is anything else."""
    return text.strip() if DRAWN.fullmatch(text) else ""


def text_of(element: DictionaryObject, key: str) -> str:
    """Return a text entry of an element, "" where it has none."""
    value = element.get(key)
    return str(value.get_object()) if isinstance(value, PdfObject) else ""


def attribute(element: DictionaryObject, key: str) -> int:
    """Return a number, from 1 to 1000, from an element's attributes; 1 where it is absent."""
    for owner in items(element.get("/A")):
        found = dictionary(owner)
        if found is not None and key in found:
            try:
                return min(max(int(str(found[key])), 1), 1000)
            except ValueError:
                return 1
    return 1


def link_of(element: DictionaryObject, kind: str) -> str:
    """Return where a Link element's annotation leads: an address, or "#" and the name of a destination."""
    if kind not in ("Link", "Reference", "Annot"):
        return ""
    for kid in items(element.get("/K")):
        reference = dictionary(kid)
        if reference is not None and reference.get("/Type") == "/OBJR":
            annotation = dictionary(reference.get("/Obj"))
            if annotation is not None:
                return target(annotation)
    return ""


def target(annotation: DictionaryObject) -> str:
    """Return where an annotation leads: an address, or "#" and the name of a destination; "" for nowhere."""
    action = dictionary(annotation.get("/A"))
    if action is not None and "/URI" in action:
        return str(action["/URI"])
    to = action.get("/D") if action is not None else annotation.get("/Dest")
    destination = to.get_object() if isinstance(to, PdfObject) else None
    if destination is None:
        return ""
    return "#" if isinstance(destination, ArrayObject | DictionaryObject) else f"#{destination}"


def list_numbering(element: DictionaryObject) -> str:
    """Return how a list says that its items are numbered, "" where it says nothing or "None"."""
    for owner in items(element.get("/A")):
        found = dictionary(owner)
        value = str(found.get("/ListNumbering") or "") if found is not None else ""
        if value and value != "/None":
            return value[1:]
    return ""
