"""A Word file's words again: those of its text, and those that are to be left out."""

import posixpath
from xml.etree.ElementTree import Element

from clearfold.importers.document import Place
from clearfold.importers.proving.docx.flow import Flow
from clearfold.importers.proving.docx.styles import Sheet
from clearfold.importers.proving.office import Files, first, get, local
from clearfold.importers.reading import Imported, Original, Passage
from clearfold.model.transcript import Kind

_BESIDE = ("header", "footer", "chart", "data", "chartex")
_READ = ("styles", "numbering", "comments")
_NO_NOTE = ("separator", "continuationSeparator", "continuationNotice")


def read_again(data: bytes, name: str, imported: Imported) -> Original:
    """Return the words of a Word file."""
    files = Files(data)
    main = next((t for kind, t in files.leads("").values() if kind == "officeDocument" and t in files.names), "")
    main = main or next(n for n in sorted(files.names) if n.lower().endswith("word/document.xml"))
    beside = {kind: files.root(target) for kind, target in files.leads(main).values() if kind in _READ}
    sheet = Sheet(beside.get("styles"), beside.get("numbering"))
    flow = Flow(sheet, files.leads(main), _note_labels(files))
    body = first(files.root(main), "body")
    if body is not None:
        flow.body(body, "text")
    for kind in ("footnotes", "endnotes"):
        for part in [n for n in sorted(files.names) if _stem(n) == kind]:
            _notes(files.root(part), kind, flow, files.leads(part))
    left = [*flow.left, *_left(files, beside.get("comments"))]
    notes = [passage for label in flow.order for passage in flow.notes.get(label, ())]
    return Original((*flow.passages, *notes), tuple(left))


def _note_labels(files: Files) -> frozenset[str]:
    """Return the notes that are there: f or e, and the number that the file gives each."""
    parts = [(_stem(name), files.root(name)) for name in files.names if _stem(name) in ("footnotes", "endnotes")]
    return frozenset(f"{stem[0]}{get(one, 'id')}" for stem, root in parts if root is not None for one in root)


def _notes(root: "Element | None", kind: str, flow: Flow, leads: dict[str, tuple[str, str]]) -> None:
    for one in root if root is not None else ():
        if get(one, "type") in _NO_NOTE:
            continue
        label = f"{kind[0]}{get(one, 'id')}"
        if label not in flow.order:
            flow.left.append(Passage(Kind.NOTE, words_of(one), Place(kind)))
            continue
        inner = Flow(flow.sheet, leads, frozenset())
        inner.body(one, kind)
        flow.notes[label] = tuple(
            p if p.kind is Kind.ALTERNATIVE else Passage(Kind.NOTE, p.text, p.place) for p in inner.passages
        )
        flow.left += inner.left


def _left(files: Files, comments: "Element | None") -> list[Passage]:
    """Return the words of what stands beside the text."""
    found = [words_of(one) for one in comments] if comments is not None else []
    for name in files.names:
        if _stem(name) in _BESIDE and name.endswith(".xml") and "/_rels/" not in name:
            root = files.root(name)
            if root is not None:
                found.append(words_of(root))
    return [Passage(Kind.TEXT, text) for text in found if text]


def _stem(name: str) -> str:
    return posixpath.basename(name).removesuffix(".xml").rstrip("0123456789")


def words_of(root: Element) -> str:
    """Return all words of an element, what stands there for older programs only once."""
    words: list[str] = []
    waiting = [root]
    while waiting:
        one = waiting.pop()
        name = local(one.tag)
        if name in ("t", "delText", "v"):
            words.append(one.text or "")
        elif name in ("p", "tab", "br", "cr", "tc", "pt"):
            words.append(" ")
        if name == "AlternateContent" and first(one, "Choice") is not None:
            waiting += [child for child in reversed(one) if local(child.tag) != "Fallback"]
        else:
            waiting += reversed(one)
    return " ".join("".join(words).split())
