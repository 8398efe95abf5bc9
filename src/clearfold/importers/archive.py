"""An archive of somebody else's, opened within limits: names are keys, never paths, and XML holds no document type."""

import zipfile
from io import BytesIO

from lxml import etree

from clearfold.importers.reading import NotImportableError
from clearfold.model.limits import IMPORT_UNPACKED, MB
from clearfold.model.messages import message

_DAMAGED = message("it is damaged: open it in the program that made it, and save it anew")
_CHUNK = 1 << 20


class Archive:
    """The files of an archive, by their names in it; raises NotImportableError for what no reader can take."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise NotImportableError(_DAMAGED) from error
        if any(info.flag_bits & 1 for info in self._zip.infolist()):
            raise NotImportableError(
                message("it needs a password: open it in your word processor, and save it without one")
            )
        # Some programs write names with backslashes.
        self._written = {i.filename.replace("\\", "/"): i.filename for i in self._zip.infolist() if not i.is_dir()}
        self._any_case = {name.lower(): name for name in self._written}
        self.names = frozenset(self._written)
        self._left = IMPORT_UNPACKED
        if sum(info.file_size for info in self._zip.infolist()) > IMPORT_UNPACKED:
            raise NotImportableError(_too_large())

    def named(self, name: str) -> str:
        """Return the name of a file as it is written, which may differ in capitals; the same where there is none."""
        return name if name in self.names else self._any_case.get(name.lower(), name)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises KeyError where there is none of that name."""
        try:
            with self._zip.open(self._written[name]) as file:
                # What an archive says of its sizes need not be true.
                data = file.read(self._left + 1)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise NotImportableError(_DAMAGED) from error
        except Exception as error:
            if isinstance(error, KeyError | MemoryError):
                raise
            raise NotImportableError(_DAMAGED) from error
        self._left -= len(data)
        if self._left < 0:
            raise NotImportableError(_too_large())
        return data

    def xml(self, name: str) -> etree._Element:
        """Return the root of a file of XML; raises as read does."""
        return xml(self.read(name))


def xml(data: bytes) -> etree._Element:
    """Return the root of a document of XML, nothing outside it being fetched; raises NotImportableError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error).lower()
        raise NotImportableError(message("it is nested too deeply") if deep else _DAMAGED) from error
    except ValueError as error:
        raise NotImportableError(_DAMAGED) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise NotImportableError(message("it holds a document type, which no such file needs, and was not read"))
    return root


def _too_large() -> str:
    return message("it unpacks to more than {import_unpacked} MB", import_unpacked=IMPORT_UNPACKED // MB)
