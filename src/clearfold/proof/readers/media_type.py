"""Tell what a file is by its own bytes, whatever its name says."""

from clearfold.model.media_types import EPUB, PDF
from clearfold.proof.readers import UnreadableError

LATEST = 1024  # bytes before which the header of a PDF must begin (ISO 32000-1, annex H, 3.4.1)
KNOWN = (
    (b"HTTP/", "it begins with what a web server answered: save the file itself, and check that"),
    (b"<!DOCTYPE", "it is a web page"),
    (b"<html", "it is a web page"),
    (b"{\\rtf", "it is a text in RTF: save it as PDF"),
    (b"\xd0\xcf\x11\xe0", "it is a file of an old office program: save it as PDF"),
    (b"%!PS", "it is PostScript: make a PDF of it"),
)


def media_type_of(data: bytes) -> str:
    """Return PDF or EPUB; raise UnreadableError, saying what a file is, for any other."""
    if not data:
        raise UnreadableError("it is empty: there is not one byte in it")
    for beginning, what in KNOWN:
        if data.startswith(beginning):
            raise UnreadableError(what)
    if b"%PDF-" in data[:LATEST]:
        return PDF
    if data.startswith(b"PK"):
        return EPUB
    raise UnreadableError("it is neither a PDF nor an EPUB")
