"""Archives of XML as the provers open them: by zipfile and expat; the maker has refused what is hostile."""

import posixpath
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

from clearfold.importers.reading import NotImportableError
from clearfold.model.messages import message


def local(name: object) -> str:
    """Return a name without its name space, "" of what is no element."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def space(name: str) -> str:
    """Return the last word of a name space, such as main of WordprocessingML's."""
    return name.rpartition("}")[0].lstrip("{").rstrip("/")


def get(element: "Element | None", name: str) -> str:
    """Return the attribute of a local name, "" where there is none."""
    if element is None:
        return ""
    return next((value for key, value in element.items() if local(key) == name), "")


def first(element: "Element | None", *path: str) -> "Element | None":
    """Return the first child along a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if local(child.tag) == name), None)
    return element


class Files:
    """The files of an archive."""

    def __init__(self, data: bytes) -> None:
        self._zip = ZipFile(BytesIO(data))
        self._listed = {name.replace("\\", "/"): name for name in self._zip.namelist()}
        self.names = list(self._listed)

    def root(self, name: str) -> "Element | None":
        """Return the root of a file of XML, None where there is no such file."""
        if name not in self.names:
            return None
        try:
            return fromstring(self._zip.read(self._listed[name]))
        except ParseError as error:
            raise NotImportableError(
                message("it is damaged: open it in the program that made it, and save it anew")
            ) from error

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        return self._zip.read(self._listed[name])

    def leads(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the kind and the target of each relation of a part, by id; those outside the archive have "" ones."""
        folder, file = posixpath.split(part)
        root = self.root(self._as_listed(posixpath.join(folder, "_rels", f"{file}.rels")))
        found: dict[str, tuple[str, str]] = {}
        for one in root if root is not None else ():
            target = get(one, "Target").replace("\\", "/")
            outside = get(one, "TargetMode") == "External"
            path = posixpath.normpath(posixpath.join(folder, target)) if not target.startswith("/") else target[1:]
            found[get(one, "Id")] = (posixpath.basename(get(one, "Type")), "" if outside else self._as_listed(path))
        return found

    def _as_listed(self, path: str) -> str:
        """Return a path as the archive has it, with its capitals."""
        same = (name for name in self.names if name.lower() == path.lower())
        return path if path in self._listed else next(same, path)
