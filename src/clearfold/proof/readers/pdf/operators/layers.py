"""Layers of a PDF: which of its optional content is shown when it is opened (ISO 32000-1, 8.11)."""

from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import IndirectObject, PdfObject

from clearfold.proof.readers.pdf.objects import dictionary, items


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
        return cls(frozenset(off))

    def hide(self, named: PdfObject) -> bool:
        """Say whether what belongs to a group, or to a set of groups, is not shown."""
        group = dictionary(named)
        if not self.off or group is None:
            return False
        if group.get("/Type") == "/OCMD":
            hidden = [number in self.off for number in _numbers(group.raw_get("/OCGs") if "/OCGs" in group else None)]
            rule = str(group.get("/P") or "/AnyOn")
            shown = {"/AllOn": not any(hidden), "/AnyOff": any(hidden), "/AllOff": all(hidden)}
            return bool(hidden) and not shown.get(rule, not all(hidden))
        return isinstance(named, IndirectObject) and named.idnum in self.off


def _numbers(value: object) -> set[int]:
    """Return the object numbers of the groups that an array, or one reference, names."""
    if isinstance(value, IndirectObject) and dictionary(value) is not None:
        return {value.idnum}
    return {item.idnum for item in items(value) if isinstance(item, IndirectObject)}
