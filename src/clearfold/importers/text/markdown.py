"""Markdown of other programs (pandoc, GitHub, Jekyll, Hugo) as a document."""

from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from clearfold.importers.document import Document, Place
from clearfold.importers.html.flow import Flow
from clearfold.importers.html.make import Beside, read_notes
from clearfold.importers.html.notes import Notes
from clearfold.importers.html.tree import Node, page
from clearfold.importers.ledger import Entry
from clearfold.importers.reading import Imported, NotImportableError, Options
from clearfold.importers.text.dialect import Dialect
from clearfold.importers.text.front import read_front
from clearfold.importers.text.make import decoded
from clearfold.model.messages import message

_TAKEN = ("title", "subtitle", "lang", "language")
_ALERTS = {"note": "note", "tip": "tip", "important": "important", "warning": "warning", "caution": "warning"}


def make(data: bytes, name: str, options: Options) -> Imported:
    """Return what a Markdown file holds."""
    lines = decoded(data).split("\n")
    front = read_front(lines)
    dialect = Dialect()
    body = dialect.rewritten("\n".join(lines[front.first - 1 :]), front.first)
    root = page(f"<html><body>{_html(body)}</body></html>".encode())
    main = next((node for node in root.elements() if node.name == "body"), None)
    if main is None:
        raise NotImportableError(message("it has no text"))
    _alerts(main)
    flow = Flow(Notes(root), Beside(options.folder))
    blocks = flow.read(main)
    notes = read_notes(flow)
    title, subtitle = front.values.get("title", ""), front.values.get("subtitle", "")
    lang = front.values.get("lang") or front.values.get("language", "")
    left = [
        Entry("IMP-081", Place(message("front matter"), line=number), line.strip(), name=message("front matter"))
        for number, line in front.lines
        if line.strip() and not _is_taken(line)
    ]
    unasked = [
        Entry("IMP-079", Place("text"), words, name=message("a note to which nothing refers"))
        for words in _unasked(body)
    ]
    document = Document(title, lang, blocks, notes, flow.pictures.files, {}, subtitle)
    return Imported(document, (*dialect.ledger, *left, *flow.ledger, *unasked))


def _is_taken(line: str) -> bool:
    return line.replace("=", ":").split(":")[0].strip().lower() in _TAKEN


def _html(body: str) -> str:
    return str(_parser().render(body))


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return md.use(footnote_plugin).use(deflist_plugin).use(attrs_plugin, spans=True)


def _unasked(body: str) -> Iterator[str]:
    """Yield the words of notes to which nothing refers, which the parser drops."""
    read: dict[str, Any] = {}
    tokens = _parser().disable("footnote_tail").parse(body, read)
    referred = read.get("footnotes", {}).get("refs", {})
    words: list[str] | None = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            words = [] if referred.get(f":{token.meta['label']}", -1) < 0 else None
        elif token.type == "footnote_reference_close" and words:
            yield " ".join(words)
            words = None
        elif words is not None and token.type == "inline":
            words.append("".join(child.content or " " for child in token.children or () if not child.nesting))


def _alerts(node: Node) -> None:
    """Make boxes of quotations that say that they are notes or warnings."""
    # What the parser draws above notes is no line of the text.
    node.children = [one for one in node.children if not (isinstance(one, Node) and "footnotes-sep" in one.marks)]
    for child in node.elements():
        _alerts(child)
        if child.name == "blockquote":
            signs = [p for p in child.elements() if p.name == "p" and "alert" in p.marks]
            if signs:
                kind = next((_ALERTS[mark] for mark in signs[0].marks if mark in _ALERTS), "note")
                child.name = "aside"
                child.attributes["class"] = message("admonition {kind}", kind=kind)
                child.children = [one for one in child.children if one is not signs[0]]
