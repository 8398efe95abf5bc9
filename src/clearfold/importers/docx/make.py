"""A Word file as a document: its text, its notes, and all that stands beside."""

from collections import Counter

from lxml import etree

from clearfold.importers.document import Blocks, Document, Heading, Paragraph, Place
from clearfold.importers.docx.beside import beside, comments
from clearfold.importers.docx.body import Body
from clearfold.importers.docx.names import attribute, child, children, inner, name_of, value
from clearfold.importers.docx.numbering import Numbering
from clearfold.importers.docx.package import Package
from clearfold.importers.docx.story import SKIPPED, Story, anchors_of, notes_of, said
from clearfold.importers.docx.styles import Styles
from clearfold.importers.ledger import Entry
from clearfold.importers.reading import Imported, NotImportableError, Options
from clearfold.importers.walk import said as said_in
from clearfold.model.messages import message

_FIRST = 5  # blocks, among which a title stands


def make(data: bytes, name: str, options: Options) -> Imported:
    """Return what a Word file holds."""
    package = Package(data)
    root = package.root(package.main)
    body = child(root, "w:body")
    if root is None or body is None:
        raise NotImportableError(message("it holds no Word document"))
    styles = Styles(package.beside("styles"))
    lang = options.lang or _lang(root, styles)
    relations = package.relations(package.main)
    story = Story(package, styles, Numbering().read(package.beside("numbering")), lang, anchors_of(package), relations)
    story.comments, story.there = comments(package), notes_of(package)
    reader = Body(story)
    blocks = reader.read(body)
    title = reader.title
    if not title:
        title, blocks = _titled(blocks, _property(package, "title"), story)
    notes = _notes(story)
    document = Document(title, lang, blocks, notes, story.pictures.files, {}, reader.subtitle)
    ledger = (*story.ledger, *beside(package, dict(story.comments), title))
    return Imported(document, ledger)


def _property(package: Package, key: str) -> str:
    """Return what the file says of itself."""
    root = package.root("docProps/core.xml")
    found = (one for one in root if name_of(one).rpartition(":")[2] == key) if root is not None else ()
    return next((" ".join((one.text or "").split()) for one in found), "")


def _titled(blocks: Blocks, title: str, story: Story) -> tuple[str, Blocks]:
    """Return the title that the file says it has, where it stands in the text, and the other blocks."""
    for number, block in enumerate(blocks[:_FIRST]):
        if title and isinstance(block, Heading | Paragraph) and said_in(block.content) == title:
            story.ledger.append(Entry("IMP-034", block.place, title, title))
            return title, (*blocks[:number], *blocks[number + 1 :])
    return "", blocks


def _lang(root: etree._Element, styles: Styles) -> str:
    """Return the language in which most letters are."""
    usual = value(styles.defaults, "w:lang")
    letters: Counter[str] = Counter()
    for run in inner(root, "w:r"):
        size = sum(len(text.text or "") for text in children(run, "w:t"))
        if size:
            letters[styles.lang(child(run, "w:rPr"), "") or usual] += size
    return letters.most_common(1)[0][0] if letters else usual


def _notes(story: Story) -> dict[str, Blocks]:
    """Return the notes to which the text refers, in the order of their references; list the others."""
    read: dict[str, Blocks] = {}
    for kind, stem in (("f", "footnotes"), ("e", "endnotes")):
        for part in story.package.parts(stem):
            root = story.package.root(part)
            story.begin(stem, story.package.relations(part))
            for one in root if root is not None else ():
                label = f"{kind}{attribute(one, 'w:id')}"
                if attribute(one, "w:type") in SKIPPED:
                    continue
                if label in story.notes:
                    read[label] = Body(story).read(one)
                elif words := said(one):
                    story.ledger.append(
                        Entry("IMP-072", Place(stem), words, name=message(": a note to which nothing refers"))
                    )
    return {label: read[label] for label in story.notes if label in read}
