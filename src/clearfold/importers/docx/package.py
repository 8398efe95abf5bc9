"""The parts of a Word file, and what leads from one to the other."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from clearfold.importers.archive import Archive
from clearfold.importers.docx.names import attribute
from clearfold.importers.reading import NotImportableError
from clearfold.model.messages import message

_MAIN = "/officeDocument"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part leads: ``target`` is a part's name, or an address outside the file."""

    kind: str
    target: str
    outside: bool


class Package:
    """A Word file's parts; a part that is not there is none, and is no fault."""

    def __init__(self, data: bytes) -> None:
        self.archive = Archive(data)
        self._roots: dict[str, etree._Element | None] = {}
        self.main = next((r.target for r in self.relations("").values() if r.kind.endswith(_MAIN)), "")
        if self.main not in self.archive.names:
            self.main = next((n for n in sorted(self.archive.names) if n.lower().endswith("word/document.xml")), "")
        if not self.main:
            raise NotImportableError(message("it holds no Word document"))

    def relations(self, part: str) -> dict[str, Relation]:
        """Return where a part leads, by id; "" is the package itself."""
        folder, name = posixpath.split(part)
        root = self.root(self.archive.named(posixpath.join(folder, "_rels", f"{name}.rels")))
        found: dict[str, Relation] = {}
        for one in root if root is not None else ():
            target, outside = attribute(one, "Target"), attribute(one, "TargetMode") == "External"
            if not outside:
                target = target.replace("\\", "/")
                target = posixpath.normpath(posixpath.join("/" if target.startswith("/") else folder, target))
                target = self.archive.named(target.lstrip("/"))
            found[attribute(one, "Id")] = Relation(attribute(one, "Type"), target, outside)
        return found

    def root(self, part: str) -> etree._Element | None:
        """Return the root of a part of XML, None where there is no such part."""
        if part not in self._roots:
            self._roots[part] = self.archive.xml(part) if part in self.archive.names else None
        return self._roots[part]

    def beside(self, kind: str) -> etree._Element | None:
        """Return the root of the part of a kind, such as styles, to which the document leads."""
        for relation in self.relations(self.main).values():
            if relation.kind.endswith(f"/{kind}") and not relation.outside:
                return self.root(relation.target)
        return None

    def parts(self, *stems: str) -> list[str]:
        """Return the names of the parts whose file begins so, such as header, with a number behind it."""
        found = [n for n in self.archive.names if n.endswith(".xml") and "/_rels/" not in n]
        named = [n for n in found if posixpath.basename(n)[:-4].rstrip("0123456789") in stems]
        return sorted(named, key=lambda n: (len(n), n))
