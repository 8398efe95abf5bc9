"""Read an EPUB as a reading system does: the documents of the spine in their order, each from top to bottom."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.media_types import CSS
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.html.beside import set_aside
from clearfold.proof.html.cascade import cascade
from clearfold.proof.html.drawings import draw_used
from clearfold.proof.html.elements import lang_of, name_of, said
from clearfold.proof.html.formulas import write_out
from clearfold.proof.html.sheets import DEEPEST, Layer, Sheet, read_sheet
from clearfold.proof.html.unseen import hide
from clearfold.proof.html.values import Cascade
from clearfold.proof.html.walker import Walker
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import place_of


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
    read = {*epub.spine, epub.nav}
    out = [path for path in epub.documents if path not in read]
    return tuple(block for path in out for block in read_document(epub, path))


def read_document(epub: EpubFile, path: str) -> list[Block]:
    """Return the blocks of one document."""
    root = epub.documents[path]
    body = next((e for e in root.iter() if name_of(e) == "body"), root)
    styles = styles_of(epub, path)
    draw_used(root)
    hide(root, styles)
    write_out(body)
    set_aside(body)
    walker = Walker(path)
    lang = lang_of(body) or lang_of(root)
    if name_of(root) == "svg":
        lang = lang or next(iter(epub.metadata.get("language", ())), "")
        return [Block(Kind.PARAGRAPH, text, place=path, lang=lang) for kind, text in said(root) if kind is Kind.TEXT]
    walker.flow(body, walker.start(lang), lambda _block: None)
    return walker.blocks


def styles_of(epub: EpubFile, path: str) -> Cascade:
    """Return what the elements of a document are given by the sheets that it links, and by its own; worked out once."""
    if path not in epub.styles:
        epub.styles[path] = cascade(epub.documents[path], tuple(_sheets(epub, path)))
    return epub.styles[path]


def _sheets(epub: EpubFile, path: str) -> Iterator[Sheet]:
    for element in epub.documents[path].iter():
        name, rel = name_of(element), (element.get("rel") or "").lower().split()
        if name == "style" and _is_css(element):
            yield from _with_imports(epub, path, "".join(element.itertext()), element.get("media") or "")
        elif name == "link" and "stylesheet" in rel and "alternate" not in rel:
            place, _ = place_of(path, element.get("href") or "")
            if place in epub.sheets and _is_css(element):
                yield from _with_imports(epub, place, epub.sheets[place], element.get("media") or "")


def _is_css(element: Element) -> bool:
    """Say whether what an element names or holds is of CSS, which is what it is where nothing is said."""
    return (element.get("type") or CSS).partition(";")[0].strip().lower() == CSS


def _with_imports(
    epub: EpubFile, path: str, text: str, media: str, layer: Layer = (), depth: int = 0
) -> Iterator[Sheet]:
    """Yield a sheet after those that it imports."""
    sheet = read_sheet(text, media, layer)
    for one in sheet.imports if depth < DEEPEST else ():
        place, _ = place_of(path, one.address)
        if place in epub.sheets and place != path:
            yield from _with_imports(epub, place, epub.sheets[place], one.media or media, one.layer, depth + 1)
    yield sheet
