"""A web page as a document."""

from base64 import b64decode
from binascii import Error
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from clearfold.importers.document import Block, Blocks, Document, Place
from clearfold.importers.html.beside import main_of, reason
from clearfold.importers.html.elements import letters_of
from clearfold.importers.html.flow import Flow
from clearfold.importers.html.mending import mend
from clearfold.importers.html.notes import Notes
from clearfold.importers.html.own import Panels, is_own_page
from clearfold.importers.html.tree import Node, name_headings, page
from clearfold.importers.ledger import Entry
from clearfold.importers.reading import Imported, NotImportableError, Options
from clearfold.model.limits import PICTURE_BYTES
from clearfold.model.messages import message


def make(data: bytes, name: str, options: Options) -> Imported:
    """Return what a web page holds."""
    root = page(data)
    body = next((node for node in root.elements() if node.name == "body"), None)
    if body is None:
        raise NotImportableError(message("it has no text"))
    name_headings(root)
    mend(root)
    flow = Flow(Notes(root), Beside(options.folder))
    main = main_of(body)
    if main is not body and is_own_page(root):
        return _own(root, body, main, flow)
    if main is not body:
        _beside(body, main, flow)
    flow.inside = main is not body
    blocks = flow.read(main)
    notes = read_notes(flow)
    flow.ledger += about(root)
    lang = root.get("lang") or root.get("xml:lang") or body.get("lang")
    return Imported(Document("", lang, blocks, notes, flow.pictures.files), tuple(flow.ledger))


def _own(root: Node, body: Node, main: Node, flow: Flow) -> Imported:
    """Return what a web page of our own holds: its panels in the front matter."""
    lang = root.get("lang")
    panels = Panels(flow, lang)
    blocks: list[Block] = []
    for part in body.elements():
        if part is not main:
            if not panels.take(part) and not flow.leave(part):
                flow.tell("IMP-078", " ".join(letters_of(part).split()), name=part.name)
            continue
        for section in main.elements():
            if not panels.take(section):
                blocks += flow.read(section)
    notes = read_notes(flow)
    flow.ledger += about(root)
    document = Document(panels.title, lang, tuple(blocks), notes, flow.pictures.files, panels.front, panels.subtitle)
    return Imported(document, tuple(flow.ledger))


def read_notes(flow: Flow) -> dict[str, Blocks]:
    """Return the notes to which the text refers, in the order of their references."""
    notes: dict[str, Blocks] = {}
    for label in flow.order:
        flow.note = label
        notes[label] = flow.read(flow.notes.note(label))
    flow.note = ""
    return notes


def _beside(node: Node, main: Node, flow: Flow) -> None:
    """List what stands around the element that holds the text."""
    loose = ""
    for child in node.children:
        if isinstance(child, str):
            loose += child
        elif child is main:
            continue
        elif any(inner is main for inner in child.all()):
            _beside(child, main, flow)
        elif not flow.leave(child) and (words := " ".join(letters_of(child).split())):
            code, name = reason(child, inside=False)
            flow.tell(code or "IMP-078", words, name=name or child.name)
    if loose.strip():
        flow.tell("IMP-078", " ".join(loose.split()), name=message("text around it"))


def about(root: Node) -> list[Entry]:
    """Return what the page says of itself beside its text."""
    found: list[Entry] = []
    heading = next((node.words for node in root.all() if node.name == "h1"), "")
    head = next((node for node in root.elements() if node.name == "head"), root)
    for node in head.elements():
        if node.name == "title" and (words := node.words) and words != heading:
            found.append(Entry("IMP-081", Place(), words, name="title"))
            break
    for node in root.all():
        if node.name == "meta" and node.get("name").lower() in ("description", "keywords", "author"):
            words = " ".join(node.get("content").split())
            if words:
                found.append(Entry("IMP-081", Place(), words, name=node.get("name").lower()))
    return found


class Beside:
    """Finds pictures that stand in their address, or in a file in the page's folder or below it."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder).resolve() if folder else None

    def __call__(self, address: str) -> bytes | str:
        """Return the bytes of a picture, or why it is not there."""
        if self._folder is None or not address or ":" in address or address.startswith(("/", "\\", "#")):
            return of_data(address)
        try:
            path = (self._folder / unquote(address.partition("?")[0])).resolve()
            if not path.is_relative_to(self._folder) or not path.is_file() or path.stat().st_size > PICTURE_BYTES:
                return message("it does not stand beside the file")
            return path.read_bytes()
        except (OSError, ValueError):
            return message("it cannot be read")


def of_data(address: str) -> bytes | str:
    """Return the bytes of a picture that stands in its address; nothing is fetched."""
    if not address.startswith("data:"):
        return message("linked, not in the file")
    head, _, data = address.partition(",")
    try:
        return b64decode(data) if ";base64" in head else unquote_to_bytes(data)
    except (Error, ValueError):
        return message("it is broken")
