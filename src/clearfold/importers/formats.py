"""Which kinds of files are imported: how each is told by its bytes, who makes of it a document, and who proves it."""

import re
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from clearfold.importers.reading import Maker, NotImportableError, Prover
from clearfold.model.messages import message

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WEB = re.compile(rb"<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h[1-6]|table|ul|ol)\b", re.I)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of files: its name, and the modules of ``importers`` that have ``make`` and ``read_again``."""

    name: str
    maker: str
    prover: str

    def make(self) -> Maker:
        """Return what makes of such a file a document; its libraries are imported now."""
        return cast("Maker", import_module(f"clearfold.importers.{self.maker}").make)

    def prove(self) -> Prover:
        """Return what reads such a file again."""
        return cast("Prover", import_module(f"clearfold.importers.{self.prover}").read_again)


DOCX = Format(message("Word file"), "docx.make", "proving.docx")
ODT = Format(message("OpenDocument text"), "odt.make", "proving.odt")
PDF = Format("PDF", "pdf.make", "proving.pdf")
HTML = Format(message("web page"), "html.make", "proving.html")
EPUB = Format("EPUB", "epub.make", "proving.epub")
MARKDOWN = Format("Markdown", "text.markdown", "proving.markdown")
TEXT = Format(message("plain text"), "text.make", "proving.text")


def format_of(data: bytes, name: str) -> Format:
    """Tell the kind of a file by its bytes, and by its name only where they say nothing; raises NotImportableError."""
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK"):
        return _zipped(data)
    if data.startswith(_OLD_OFFICE):
        raise NotImportableError(_old(data))
    if data.startswith(b"{\\rtf"):
        raise NotImportableError(message("it is Rich Text; open it in your word processor and save it as .docx"))
    if not data.strip():
        raise NotImportableError(message("it is empty"))
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending in _MARKDOWN:
        return MARKDOWN
    text = data.replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    if ending in (".html", ".htm", ".xhtml") or (ending != ".txt" and _WEB.search(text[:4096])):
        return HTML
    if b"\0" in text[:4096]:
        raise NotImportableError(
            message("it is no kind of file that is known: give a .docx, .odt, .pdf, .html, .epub or .txt")
        )
    return TEXT


def _zipped(data: bytes) -> Format:
    # Names are looked for in the bytes: the archive is opened by the readers, within their limits.
    if b"mimetypeapplication/epub+zip" in data[:200] or b"META-INF/container.xml" in data:
        return EPUB
    if b"opendocument.text" in data[:200]:
        return ODT
    if re.search(rb"word[/\\]", data, re.I):
        return DOCX
    if b"content.xml" in data:
        return ODT
    raise NotImportableError(
        message("it is an archive that holds no text document: give a .docx, .odt, .pdf, .html or .epub")
    )


def _old(data: bytes) -> str:
    if _ENCRYPTED in data:
        return message("it needs a password: open it in your word processor, and save it without one")
    return message("it is an old Word file: open it in your word processor, and save it as .docx")
