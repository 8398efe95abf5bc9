"""What a PDF shows or does beside its pages: a form of another kind, a collection of files, scripts."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from clearfold.model.messages import message
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary

WITHIN = frozenset(("/GoTo", "/Named", "/URI", "/Thread", "/None"))
"""Actions that show another place, and change nothing on the page."""


@foreign()
def read_beyond(pdf: PdfFile) -> tuple[str, ...]:
    """Return what viewers show or run beside the pages, each in plain words."""
    return tuple(dict.fromkeys(_beyond(pdf)))


def _beyond(pdf: PdfFile) -> Iterator[str]:
    root = pdf.catalogue
    form = dictionary(root.get("/AcroForm"))
    if form is not None and form.get("/XFA") is not None:
        yield message("a form that viewers show in place of the pages (XFA)")
    if dictionary(root.get("/Collection")) is not None:
        yield message("a collection of files, which viewers show in place of the pages")
    names = dictionary(root.get("/Names"))
    if names is not None and dictionary(names.get("/JavaScript")) is not None:
        yield message("a script")
    first = dictionary(root.get("/OpenAction"))
    started = [first] if first is not None and "/S" in first else []
    for owner in (root, *pdf.reader.pages):
        added = dictionary(owner.get("/AA"))
        started += [found for value in (added or {}).values() if (found := dictionary(value)) is not None]
    yield from (_started(action) for action in started if action.get("/S") not in WITHIN)


def _started(action: DictionaryObject) -> str:
    kind = str(action.get("/S") or "")[1:]
    return (
        message("a script") if kind == "JavaScript" else message("an action that starts by itself ({kind})", kind=kind)
    )
