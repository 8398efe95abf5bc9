"""Hold a document of a book against its grammar, and name what the make of our editions does not explain."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clearfold.model.messages import message
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers.epub.closed.grammar import CLOSED, FILLED, KINDS, OF_TABLES, PAGE, SPACES
from clearfold.proof.readers.epub.closed.kinds import Kind

WHITE = " \t\n\r\f"  # what lies between elements and is no text (HTML, 4.2 of Infra); a no-break space is one
TEXT = "#"


@dataclass(frozen=True, slots=True)
class Known:
    """What a copy writes as HTML of its own: which kinds it puts into which, and which attributes on which."""

    inside: frozenset[tuple[str, str]] = frozenset()
    attributes: frozenset[tuple[str, str, str]] = frozenset()


def known_of(roots: Iterable[Element]) -> Known:
    """Return what some trees of a copy hold."""
    inside: set[tuple[str, str]] = set()
    attributes: set[tuple[str, str, str]] = set()
    for root in roots:
        for element, kind in kinds_in(root):
            held = [one for _, one in _children(element, kind)]
            inside |= {(kind, one) for one in held or [""]}
            attributes |= {(kind, name, value) for name, value in attributes_of(element).items()}
    # What the copy writes on its own stands in the section of its heading.
    inside |= {("section-part", one) for kind, one in inside if kind == "body"}
    return Known(frozenset(inside), frozenset(attributes))


def strange_in(root: Element, grammar: Mapping[str, Kind], spaces: frozenset[str], known: Known) -> Iterator[str]:
    """Yield what is in a tree and not in its grammar, and what is lacking in it; ``spaces`` are its name spaces."""
    if _kind(root, stacked=False) not in grammar or name_of(root) != next(iter(grammar)):
        yield message("a <{name_of}> in place of the document", name_of=name_of(root))
        return
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    yield from (
        message("the id {name}, which stands there twice", name=name) for name, count in ids.items() if count > 1
    )
    for element, kind in kinds_in(root):
        row = grammar.get(kind)
        if row is None:
            continue  # told of what holds it
        if element.tag.rpartition("}")[0].lstrip("{") not in spaces:
            yield message("a <{name_of}> of another name space", name_of=name_of(element))
        yield from _attributes(element, kind, row, known)
        yield from _held(element, kind, row, known)
        yield from _steps(element) if name_of(element) == "ol" else ()


def attributes_of(element: Element) -> dict[str, str]:
    """Return the attributes of an element, their name spaces written short."""
    found: dict[str, str] = {}
    for key, value in element.attrib.items():
        space, _, name = key.rpartition("}")
        found[f"{SPACES.get(space + '}', space + '}')}{name}" if space else name] = value
    return found


def kinds_in(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield each element with its kind; parts of a table that is shown as rows are kinds of their own."""
    waiting = [(root, False)]
    while waiting:
        element, stacked = waiting.pop()
        if not name_of(element):
            continue
        kind = _kind(element, stacked=stacked)
        yield element, kind
        stacked = kind == "table-stacked" or (stacked and name_of(element) != "table")
        waiting += [(child, stacked) for child in reversed(element)]


def _kind(element: Element, *, stacked: bool) -> str:
    name = name_of(element)
    if stacked and name in OF_TABLES:
        return f"{name}-stacked"
    given = attributes_of(element) if name in KINDS else {}
    for attribute, words in KINDS.get(name, ()):
        told = given.get(attribute, "").split()
        if word := next((word for word in words.split() if word in told), ""):
            return f"{name}-{word}"
    return name


def _children(element: Element, kind: str) -> Iterator[tuple[str, str]]:
    """Yield what an element holds, as it is told and as a kind; marks of pages only where none may stand."""
    stacked = kind == "table-stacked" or kind.endswith("-stacked")
    if (element.text or "").strip(WHITE):
        yield "text", TEXT
    for child in element:
        held = _kind(child, stacked=stacked and name_of(child) in OF_TABLES)
        if held and (held != PAGE or kind in CLOSED):
            yield f"a <{name_of(child)}>", held
        if (child.tail or "").strip(WHITE):
            yield "text", TEXT


def _attributes(element: Element, kind: str, row: Kind, known: Known) -> Iterator[str]:
    given = attributes_of(element)
    for name, value in given.items():
        if (kind, name, value) in known.attributes:
            continue
        if name not in row.attributes:
            yield message("{name} on a <{name_of}>", name=name, name_of=name_of(element))
        elif not _fits(value, row.attributes[name]):
            yield message("{name}=“{value}” on a <{name_of}>", name=name, value=value[:40], name_of=name_of(element))
    for name in sorted(row.needed - set(given)):
        yield message("a <{name_of}> without {name}", name_of=name_of(element), name=name)


def _fits(value: str, allowed: tuple[str, ...]) -> bool:
    return not allowed or any(sorted(one.replace("~", " ").split()) == sorted(value.split()) for one in allowed)


def _steps(element: Element) -> Iterator[str]:
    """Yield where an item is marked as a step otherwise than its list: the numbers of steps are drawn by themselves."""
    steps = "steps" in (element.get("class") or "").split()
    for item in element:
        if name_of(item) == "li" and steps != ("step" in (item.get("class") or "").split()):
            yield message("a step in a list of another kind, or none in a list of steps")


def _held(element: Element, kind: str, row: Kind, known: Known) -> Iterator[str]:
    children = list(_children(element, kind))
    if kind in FILLED and not (element.text or "").strip() and not len(element) and (kind, "") not in known.inside:
        yield message("an empty <{name_of}>", name_of=name_of(element))
        return
    held = [(told, one) for told, one in children if (kind, one) not in known.inside]
    if row.holds.fullmatch("".join(f"{one};" for _, one in held)):
        return
    strange = [told for told, one in held if one not in row.may_hold]
    yield from (message("{told} in a <{name_of}>", told=told, name_of=name_of(element)) for told in strange)
    if not strange:
        yield message("the parts of a <{name_of}> are not those that it has", name_of=name_of(element))
