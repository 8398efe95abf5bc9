"""Layers of a PDF: which of its optional content is shown when it is opened (ISO 32000-1, 8.11)."""

from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

from clearfold.proof.readers.pdf.objects import dictionary, items

DEEPEST = 20  # expressions within expressions


@dataclass(frozen=True, slots=True)
class Layers:
    """The groups of optional content that are off, by object number."""

    off: frozenset[int] = frozenset()

    @classmethod
    def of(cls, page: PageObject) -> "Layers":
        """Return the layers of the file in which a page stands."""
        reader = page.pdf
        root = dictionary(reader.trailer.get("/Root")) if isinstance(reader, PdfReader) else None
        given = dictionary(root.get("/OCProperties")) if root is not None else None
        usual = dictionary(given.get("/D")) if given is not None else None
        if given is None or usual is None:
            return cls()
        off = _numbers(usual.get("/OFF"))
        if usual.get("/BaseState") == "/OFF":
            off |= _numbers(given.get("/OCGs")) - _numbers(usual.get("/ON"))
        return cls(frozenset(off | _unviewed(usual)))

    def hide(self, named: PdfObject) -> bool:
        """Say whether what belongs to a group, or to a set of groups, is not shown."""
        group = dictionary(named)
        if group is None:
            return False
        if group.get("/Type") == "/OCMD" and "/VE" in group:
            return not self._true(group.get("/VE"))
        if group.get("/Type") == "/OCMD":
            hidden = [number in self.off for number in _numbers(group.raw_get("/OCGs") if "/OCGs" in group else None)]
            rule = str(group.get("/P") or "/AnyOn")
            shown = {"/AllOn": not any(hidden), "/AnyOff": any(hidden), "/AllOff": all(hidden)}
            return bool(hidden) and not shown.get(rule, not all(hidden))
        return isinstance(named, IndirectObject) and named.idnum in self.off

    def _true(self, expression: object, depth: int = 0) -> bool:
        """Say whether an expression of visibility holds: a group that is on, or And, Or, Not of such (8.11.2.2)."""
        parts = items(expression)
        if isinstance(expression, IndirectObject) and dictionary(expression) is not None:
            return expression.idnum not in self.off
        if not parts or depth > DEEPEST:
            return True
        held = [self._true(part, depth + 1) for part in parts[1:]]
        return {"/And": all(held), "/Or": any(held), "/Not": not all(held)}.get(str(parts[0]), True)


def _unviewed(usual: DictionaryObject) -> set[int]:
    """Return the groups that a viewer turns off because they say so of their use on a screen (8.11.4.4)."""
    found: set[int] = set()
    for one in map(dictionary, items(usual.get("/AS"))):
        if one is not None and one.get("/Event") == "/View":
            for group in items(one.get("/OCGs")):
                about = dictionary(group)
                use = dictionary(about.get("/Usage")) if about is not None else None
                view = dictionary(use.get("/View")) if use is not None else None
                if view is not None and view.get("/ViewState") == "/OFF":
                    found |= _numbers(group)
    return found


def _numbers(value: object) -> set[int]:
    """Return the object numbers of the groups that an array, or one reference, names."""
    if isinstance(value, IndirectObject) and dictionary(value) is not None:
        return {value.idnum}
    return {item.idnum for item in items(value) if isinstance(item, IndirectObject)}
