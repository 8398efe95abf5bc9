"""Markdown of other programs (pandoc, GitHub, Jekyll, Hugo) as a document."""

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
    document = Document(title, lang, blocks, notes, flow.pictures.files, {}, subtitle)
    return Imported(document, (*dialect.ledger, *left, *flow.ledger))


def _is_taken(line: str) -> bool:
    return line.replace("=", ":").split(":")[0].strip().lower() in _TAKEN


def _html(body: str) -> str:
    md = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    md.use(footnote_plugin).use(deflist_plugin).use(attrs_plugin, spans=True)
    return str(md.render(body))


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
