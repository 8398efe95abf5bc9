"""A plain text read again: its words, line by line."""

from clearfold.importers.document import Place
from clearfold.importers.reading import Imported, Original, Passage
from clearfold.model.transcript import Kind

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def read_again(data: bytes, name: str, imported: Imported) -> Original:
    """Return the lines of a plain text, from the one on with which reading begins: so says ``order``."""
    coding = next((coding for mark, coding in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    lines = [Passage(Kind.TEXT, line, Place("text", line=n)) for n, line in enumerate(text.splitlines(), 1) if line]
    first = imported.order[0] if imported.order else 1
    later = [line for line in lines if line.place.line < first]
    return Original((*(line for line in lines if line.place.line >= first), *later))
