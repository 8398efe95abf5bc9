"""Write units as XLIFF 2.1 (OASIS standard, 2018): words as text, marks as pairs and signs with their own data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from clearfold.model.digest import digest
from clearfold.translations.xliff.inlines import Mark, Pair, Piece, pieces
from clearfold.translations.xliff.units import Unit

XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
OURS = "urn:clearfold:translation"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WAS = f"{{{OURS}}}was"
_NAMES: dict[str | None, str] = {None: XLIFF, "clearfold": OURS}


@dataclass(slots=True)
class _Marks:
    """The marks of one unit: the id of each, which the source and its translation share, and what it stands for."""

    data: dict[str, str] = field(default_factory=dict)
    ids: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    used: dict[tuple[str, str], int] = field(default_factory=dict)
    last: int = 0

    def turn(self) -> None:
        """Begin with the other side of the unit."""
        self.used = {}

    def id(self, before: str, after: str = "") -> str:
        """Return the id of a mark; the second like it on one side has another."""
        key = before, after
        number = self.used.get(key, 0)
        self.used[key] = number + 1
        known = self.ids.setdefault(key, [])
        if number == len(known):
            self.last += 1
            known.append(str(self.last))
        return known[number]

    def refer(self, raw: str) -> str:
        """Return the name of the data that a mark stands for."""
        for name, text in self.data.items():
            if text == raw:
                return name
        name = f"d{len(self.data) + 1}"
        self.data[name] = raw
        return name


def to_xliff(
    units: Sequence[Unit], langs: tuple[str, str], original: str, state: str, terms: Mapping[str, str]
) -> bytes:
    """Return units as a document; ``terms`` are hard words and abbreviations with what they mean, for notes.

    ``langs`` are the language of the source and that of the translation, ``state`` is that of what was translated.
    """
    attributes = {"version": "2.1", "srcLang": langs[0], "trgLang": langs[1]}
    root = etree.Element(f"{{{XLIFF}}}xliff", attributes, nsmap=_NAMES)  # type: ignore[arg-type]  # the stubs know no default name space
    file = _add(root, "file", id="f1", original=original)
    for unit in units:
        _unit(file, unit, state, terms)
    _indent(root)
    for element in root.iter(f"{{{XLIFF}}}source", f"{{{XLIFF}}}target", f"{{{XLIFF}}}data"):
        element.set(SPACE, "preserve")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8")) + b"\n"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{XLIFF}}}{name}", attributes)
    element.text = text or None
    return element


def _indent(element: etree._Element, depth: int = 1) -> None:
    """Put elements on lines of their own, but for those in a text, where a space counts."""
    children = list(element)
    if not children or element.tag in {f"{{{XLIFF}}}{name}" for name in ("source", "target")}:
        return
    element.text = "\n" + "  " * depth
    for child in children:
        _indent(child, depth + 1)
        child.tail = element.text
    children[-1].tail = "\n" + "  " * (depth - 1)


def _unit(file: etree._Element, unit: Unit, state: str, terms: Mapping[str, str]) -> None:
    element = _add(file, "unit", id=unit.id)
    element.set(WAS, was(unit.here.text))
    notes = _add(element, "notes")
    _add(notes, "note", str(unit.source.kind), category="kind")
    for note in _explained(unit.source.text, terms):
        _add(notes, "note", note, category="glossary")
    marks = _Marks()
    source = pieces(unit.source.text)
    target = pieces(unit.here.text) if unit.here.text != unit.source.text else ()
    data = _add(element, "originalData")
    segment = _add(element, "segment", state=state if target else "initial")
    for name, found in (("source", source), ("target", target)):
        if found:
            marks.turn()
            _fill(_add(segment, name), found, marks)
    for name, raw in marks.data.items():
        _add(data, "data", raw, id=name)
    if not marks.data:
        element.remove(data)


def was(text: str) -> str:
    """Return the digest of a translation as it was given out: what comes back the same is not written anew."""
    return digest(text.encode())[:16]


def _explained(text: str, terms: Mapping[str, str]) -> Iterator[str]:
    for term, meaning in terms.items():
        if re.search(rf"(?<!\w){re.escape(term)}", text, 0 if term.isupper() else re.IGNORECASE):
            yield f"{term}: {meaning}"


def _fill(parent: etree._Element, found: Sequence[Piece], marks: _Marks) -> None:
    last: etree._Element | None = None
    for piece in found:
        if isinstance(piece, str):
            if last is None:
                parent.text = (parent.text or "") + piece
            else:
                last.tail = (last.tail or "") + piece
        elif isinstance(piece, Mark):
            last = _add(parent, "ph", id=marks.id(piece.raw), dataRef=marks.refer(piece.raw))
        else:
            last = _pair(parent, piece, marks)


def _pair(parent: etree._Element, piece: Pair, marks: _Marks) -> etree._Element:
    named = {"id": marks.id(piece.before, piece.after)}
    named["dataRefStart"], named["dataRefEnd"] = marks.refer(piece.before), marks.refer(piece.after)
    if piece.before in ("**", "__"):
        named |= {"type": "fmt", "subType": "xlf:b"}
    elif piece.before in ("*", "_"):
        named |= {"type": "fmt", "subType": "xlf:i"}
    elif piece.after.startswith("]("):
        named["type"] = "link"
    element = _add(parent, "pc", **named)
    _fill(element, piece.inner, marks)
    return element
