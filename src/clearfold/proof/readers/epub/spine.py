"""Read an EPUB as a reading system does: the documents of the spine in their order, each from top to bottom."""

import posixpath
from xml.etree.ElementTree import Element

from clearfold.model.transcript import Block, Transcript
from clearfold.proof.html.elements import lang_of, name_of
from clearfold.proof.html.styles import hide
from clearfold.proof.html.walker import Walker
from clearfold.proof.readers.epub.file import EpubFile


def read_spine(epub: EpubFile) -> Transcript:
    """Return the text of the spine's documents; Kind.ARTIFACT for what their style or attributes hide."""
    blocks: list[Block] = []
    for path in epub.spine:
        if path in epub.documents:
            blocks.extend(read_document(epub, path))
    title = "".join(epub.metadata.get("title", ("",))[:1])
    lang = "".join(epub.metadata.get("language", ("",))[:1])
    return Transcript(tuple(blocks), lang, title)


def read_left_out(epub: EpubFile) -> tuple[Block, ...]:
    """Return the text of documents that no reader meets: in the manifest, neither in the spine nor the navigation."""
    out = [path for path in epub.documents if path not in epub.spine and path != epub.nav]
    return tuple(block for path in out for block in read_document(epub, path))


def read_document(epub: EpubFile, path: str) -> list[Block]:
    """Return the blocks of one document."""
    root = epub.documents[path]
    body = next((e for e in root.iter() if name_of(e) == "body"), root)
    hide(root, [epub.sheets[sheet] for sheet in linked(root, path) if sheet in epub.sheets])
    walker = Walker(path)
    lang = lang_of(body) or lang_of(root)
    walker.flow(body, walker.start(lang), lambda _block: None)
    return walker.blocks


def linked(root: Element, path: str) -> list[str]:
    """Return the paths of the style sheets that a document links."""
    folder = posixpath.dirname(path)
    links = [e for e in root.iter() if name_of(e) == "link" and "stylesheet" in (e.get("rel") or "").split()]
    return [posixpath.normpath(posixpath.join(folder, e.get("href") or "")) for e in links]
