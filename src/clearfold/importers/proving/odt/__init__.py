"""An OpenDocument text read again, by expat: whatever has text is read, unless it is known not to be."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from clearfold.importers.document import Place
from clearfold.importers.proving.odt.flow import Flow
from clearfold.importers.proving.odt.styles import Sheet
from clearfold.importers.proving.office import Files, first, local
from clearfold.importers.reading import Imported, Original, Passage
from clearfold.model.transcript import Kind

_HEADS = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
_APART = ("p", "h", "tab", "s", "line-break")


def read_again(data: bytes, name: str, imported: Imported) -> Original:
    """Return the words of an OpenDocument text."""
    files = Files(data)
    content, styles = files.root("content.xml"), files.root("styles.xml")
    sheet = Sheet([root for root in (styles, content) if root is not None])
    flow = Flow(sheet, files)
    body = first(content, "body", "text")
    if body is not None:
        flow.read(body)
        for deletion in [one for one in body.iter() if local(one.tag) == "deletion"]:
            flow.left += _left(part for part in deletion if local(part.tag) != "change-info")
    heads = [one for one in styles.iter() if local(one.tag) in _HEADS] if styles is not None else []
    flow.left += _left(heads)
    notes: list[Passage] = []
    for body in flow.notes:
        inner = Flow(sheet, files)
        inner.titled = True
        inner.read(body)
        notes += [p if p.kind is Kind.ALTERNATIVE else Passage(Kind.NOTE, p.text, p.place) for p in inner.passages]
        flow.left += inner.left
    return Original((*flow.passages, *notes), tuple(flow.left))


def _left(elements: Iterable[Element]) -> list[Passage]:
    return [Passage(Kind.TEXT, text, Place()) for one in elements if (text := _words(one)).strip()]


def _words(element: Element) -> str:
    parts = [" " if local(element.tag) in _APART else "", element.text or ""]
    for one in element:
        parts += [_words(one), one.tail or ""]
    return "".join(parts)
