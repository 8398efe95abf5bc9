"""An OpenDocument text as a document: its text, its notes, and all that stands beside."""

from collections.abc import Iterator

from lxml import etree

from clearfold.importers.archive import Archive
from clearfold.importers.document import Blocks, Document, Place
from clearfold.importers.ledger import Entry
from clearfold.importers.odt.flow import Flow
from clearfold.importers.odt.names import attribute, child, name_of
from clearfold.importers.odt.story import Story
from clearfold.importers.odt.styles import Styles
from clearfold.importers.reading import Imported, NotImportableError, Options
from clearfold.model.messages import message

_ABOUT = ("title", "subject", "description", "keyword", "creator", "initial-creator")
_LIKE = {"style:header": ("IMP-070", "head"), "style:footer": ("IMP-071", "foot")}


def make(data: bytes, name: str, options: Options) -> Imported:
    """Return what an OpenDocument text holds."""
    archive = Archive(data)

    def root(part: str) -> etree._Element | None:
        return archive.xml(part) if part in archive.names else None

    def file(part: str) -> bytes | None:
        return archive.read(part) if part in archive.names else None

    manifest = root("META-INF/manifest.xml")
    if manifest is not None and any(name_of(one) == "manifest:encryption-data" for one in manifest.iter()):
        raise NotImportableError(
            message("it needs a password: open it in your word processor, and save it without one")
        )
    content, more = root("content.xml"), root("styles.xml")
    body = child(content, "office:body", "office:text")
    if body is None:
        raise NotImportableError(message("it holds no text document"))
    styles = Styles(more, content)
    usual = child(styles.usual.get("paragraph"), "style:text-properties")
    parts = [attribute(usual, key) for key in ("fo:language", "fo:country")]
    lang = options.lang or "-".join(part for part in parts if part and part != "none")
    story = Story(styles, lang, file, root)
    flow = Flow(story)
    blocks = flow.read(body)
    notes = _notes(story)
    story.ledger += _beside(archive, body, more, root("meta.xml"), flow.title)
    document = Document(flow.title, lang, blocks, notes, story.pictures.files, {}, flow.subtitle)
    return Imported(document, tuple(story.ledger))


def _notes(story: Story) -> dict[str, Blocks]:
    """Return the notes, in the order of their references."""
    notes: dict[str, Blocks] = {}
    story.part, story.paragraph = "notes", 0
    for label, body in list(story.notes.items()):
        notes[label] = Flow(story).read(body)
    return notes


def _beside(
    archive: Archive,
    body: etree._Element,
    styles: etree._Element | None,
    meta: etree._Element | None,
    title: str,
) -> Iterator[Entry]:
    for one in body.iter():
        if name_of(one) == "text:deletion":
            for part in one:
                if name_of(part) != "office:change-info" and (words := _words(part)):
                    yield Entry("IMP-073", Place(message("tracked changes")), words)
        elif name_of(one) == "office:forms":
            keys = ("form:label", "form:current-value", "form:value")
            held = [attribute(inner, key) for inner in one.iter() for key in keys]
            yield from (Entry("IMP-080", Place(), word, name=message("a form")) for word in held if word)
    for one in styles.iter() if styles is not None else ():
        name = name_of(one).removesuffix("-left").removesuffix("-first")
        if name in _LIKE and (words := _words(one)):
            code, where = _LIKE[name]
            yield Entry(code, Place(where), words)
    if any(n.startswith(("Basic/", "Scripts/")) and not n.endswith(("-lc.xml", "-lb.xml")) for n in archive.names):
        yield Entry("IMP-077", Place())
    about = child(meta, "office:meta")
    for one in about if about is not None else ():
        key, words = name_of(one).rpartition(":")[2], " ".join((one.text or "").split())
        if key in _ABOUT and words and words != title:
            yield Entry("IMP-081", Place(), words, name=key)


def _words(element: etree._Element) -> str:
    """Return the words of an element, its paragraphs apart."""
    return " ".join(_letters(element).split())


def _letters(element: etree._Element) -> str:
    apart = name_of(element) in ("text:p", "text:h", "text:tab", "text:s", "text:line-break")
    return f"{' ' * apart}{element.text or ''}" + "".join(_letters(one) + (one.tail or "") for one in element)
