"""Lists of a Word file: which paragraphs are items, at which level, and how they are counted."""

from dataclasses import dataclass, field

from lxml import etree

from clearfold.importers.docx.names import attribute, child, children, value

_LETTERS = ("lowerLetter", "upperLetter")


@dataclass(frozen=True, slots=True)
class Counted:
    """An item of a list: its level from 0, its number, None for a bullet, and how it is counted."""

    level: int
    number: int | None
    kind: str
    list: str

    @property
    def letters(self) -> bool:
        """Tell whether it is counted a, b, c."""
        return self.kind in _LETTERS


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has counted."""

    _abstract: dict[str, str] = field(default_factory=dict)
    _levels: dict[tuple[str, int], etree._Element] = field(default_factory=dict)
    _by_style: dict[tuple[str, str], int] = field(default_factory=dict)
    _starts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def read(self, root: etree._Element | None) -> "Numbering":
        """Read the part that defines lists."""
        links: dict[str, str] = {}
        styled: dict[str, str] = {}
        for one in children(root, "w:abstractNum"):
            name = attribute(one, "w:abstractNumId")
            for level in children(one, "w:lvl"):
                at = _int(attribute(level, "w:ilvl"))
                self._levels[name, at] = level
                if style := value(level, "w:pStyle"):
                    self._by_style[name, style] = at
            if link := value(one, "w:numStyleLink"):
                links[name] = link
            if link := value(one, "w:styleLink"):
                styled[link] = name
        for one in children(root, "w:num"):
            number, abstract = attribute(one, "w:numId"), value(one, "w:abstractNumId")
            self._abstract[number] = styled.get(links.get(abstract, ""), abstract)
            for override in children(one, "w:lvlOverride"):
                at = _int(attribute(override, "w:ilvl"))
                if start := value(override, "w:startOverride"):
                    self._starts[number, at] = _int(start)
                if (own := child(override, "w:lvl")) is not None:
                    self._levels[number + "/own", at] = own
        return self

    def count(self, number: str, level: str, style: str) -> Counted | None:
        """Count an item on; None where the paragraph is none."""
        if not number or number == "0":
            return None
        abstract = self._abstract.get(number, "")
        at = _int(level) if level else self._by_style.get((abstract, style), 0)
        said = self._levels.get((number + "/own", at), self._levels.get((abstract, at)))
        kind = value(said, "w:numFmt") or ("bullet" if said is None else "decimal")
        if kind == "none" and not value(said, "w:lvlText").strip():
            return None
        if kind in ("bullet", "none"):
            return Counted(at, None, kind, abstract or number)
        return Counted(at, self._next(number, abstract or number, at, said), kind, abstract or number)

    def count_named(self, numbered: bool, level: int) -> Counted:
        """Count an item on of a list that only its style's name tells of."""
        if not numbered:
            return Counted(level, None, "bullet", "named")
        return Counted(level, self._next("named", "named", level, None), "decimal", "named")

    def _next(self, number: str, abstract: str, at: int, said: etree._Element | None) -> int:
        counts = self._counts.setdefault(abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for level in [level for level in counts if (number, level) in self._starts]:
                del counts[level]
        start = self._starts.get((number, at), _int(value(said, "w:start") or "1"))
        counts[at] = counts[at] + 1 if at in counts else start
        for deeper in [level for level in counts if level > at]:
            del counts[deeper]
        return counts[at]


def _int(text: str) -> int:
    return int(text) if text.lstrip("-").isdigit() else 0
