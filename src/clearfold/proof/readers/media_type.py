"""Tell what a file is by its own bytes, whatever its name says."""

from clearfold.model.media_types import EPUB, HTML, PDF
from clearfold.model.messages import message
from clearfold.proof.readers import UnreadableError

LATEST = 1024  # bytes before which the header of a PDF must begin (ISO 32000-1, annex H, 3.4.1)
KNOWN = (
    (b"HTTP/", message("it begins with what a web server answered: save the file itself, and check that")),
    (b"{\\rtf", message("it is a text in RTF: save it as PDF")),
    (b"\xd0\xcf\x11\xe0", message("it is a file of an old office program: save it as PDF")),
    (b"%!PS", message("it is PostScript: make a PDF of it")),
)
WEB_PAGE = (b"<!doctype html", b"<html", b"<?xml", b"<!doctype")
OURS = b'<meta name="generator" content="Clearfold"'  # a page of others shows what its style sheets elsewhere say


def media_type_of(data: bytes) -> str:
    """Return PDF, EPUB, or HTML for a page that Clearfold made; raise UnreadableError, with what it is, for others."""
    if not data:
        raise UnreadableError(message("it is empty: there is not one byte in it"))
    for beginning, what in KNOWN:
        if data.startswith(beginning):
            raise UnreadableError(what)
    if data[:LATEST].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(WEB_PAGE):
        if OURS in data:
            return HTML
        raise UnreadableError(
            message("it is a web page, and not one that Clearfold made: print it to a PDF, and check that")
        )
    if b"%PDF-" in data[:LATEST]:
        return PDF
    if data.startswith(b"PK"):
        return EPUB
    raise UnreadableError(message("it is neither a PDF, nor an EPUB, nor a web page"))
