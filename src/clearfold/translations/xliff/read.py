"""Read an XLIFF document back: the words of each unit, their marks in place again."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from clearfold.model.errors import UsageError
from clearfold.model.messages import message
from clearfold.translations.xliff.inlines import pieces
from clearfold.translations.xliff.write import OURS, WAS, XLIFF

_ESCAPED = "*_[]<`"


@dataclass(frozen=True, slots=True)
class Back:
    """A unit that came back: its id, its translation as a copy has it ("" for none), and what was given out."""

    id: str
    text: str
    was: str


@dataclass(frozen=True, slots=True)
class Document:
    """What an XLIFF document holds: the name of its source, the language of the translation, and the units."""

    original: str
    lang: str
    units: tuple[Back, ...]


def from_xliff(data: bytes, name: str) -> Document:
    """Read a document; raises UsageError where it is no XLIFF 2."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_declared(data), parser)
    except etree.XMLSyntaxError as error:
        raise UsageError(message("{name} cannot be read as XML: {error}", name=name, error=error)) from error
    if root.tag != f"{{{XLIFF}}}xliff":
        raise UsageError(message("{name} is no XLIFF 2; save it in the form in which it was given out", name=name))
    file = root.find(f"{{{XLIFF}}}file")
    if file is None:
        raise UsageError(message("{name} holds no file", name=name))
    found = tuple(_units(file))
    # Some tools leave out the name of the source; a copy is named for its language.
    original = file.get("original") or f"{root.get('srcLang', '')}.md"
    return Document(original, root.get("trgLang") or "", found)


def _declared(data: bytes) -> bytes:
    """Return a document with our namespace declared: xliff 6.4 for Node.js keeps our attribute alone."""
    if b"clearfold:was=" in data and b"xmlns:clearfold=" not in data:
        return data.replace(b"<xliff ", f'<xliff xmlns:clearfold="{OURS}" '.encode(), 1)
    return data


def _units(file: etree._Element) -> Iterator[Back]:
    for unit in file.iter(f"{{{XLIFF}}}unit"):
        data = {one.get("id") or "": one.text or "" for one in unit.iter(f"{{{XLIFF}}}data")}
        targets = (segment.find(f"{{{XLIFF}}}target") for segment in unit.iter(f"{{{XLIFF}}}segment"))
        text = " ".join(_raw(target, data) for target in targets if target is not None)
        yield Back(unit.get("id") or "", text.strip(), unit.get(WAS) or "")


def _raw(element: etree._Element, data: dict[str, str]) -> str:
    """Return the words of an element as a copy has them, their marks put back."""
    parts = [_words(element.text)]
    for child in element:
        kind = str(child.tag).rpartition("}")[2]  # of a comment it is none of these
        if kind == "ph":
            parts.append(data.get(child.get("dataRef") or "", ""))
        elif kind in ("pc", "mrk"):
            before, after = (data.get(child.get(name) or "", "") for name in ("dataRefStart", "dataRefEnd"))
            parts.append(f"{before}{_raw(child, data)}{after}")
        elif kind in ("sc", "ec"):
            parts.append(data.get(child.get("dataRef") or "", ""))
        parts.append(_words(child.tail))
    return "".join(parts)


def _words(text: str | None) -> str:
    """Return words so that none of their signs is taken for a mark; lines are one line."""
    words = " ".join((text or "").split("\n"))
    if not words or pieces(words) == (words,):
        return words
    return "".join(
        f"\\{sign}" if sign in _ESCAPED and words[max(0, at - 1) : at] != "\\" else sign
        for at, sign in enumerate(words)
    )
