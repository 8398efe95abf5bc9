"""What pdfium and, where it stands, poppler see of a PDF: its pixels, text, links, structure and metadata."""

import ctypes
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from tests.mutations.sight import Sight, letters, witnessed, words

DPI = 50
POPPLER = shutil.which("pdftotext") is not None
Handle = Any  # pdfium's own objects, which ctypes gives no types


def look(data: bytes, *, poppler: bool = POPPLER) -> Sight:
    """Return what the witnesses see; of a file that none can open, that they cannot."""
    seen: dict[str, tuple[object, ...]] = dict.fromkeys(("words", "targets", "spaces", "structure", "metadata"), ())
    pages: tuple[tuple[Image.Image, ...], ...] = ()
    for saw, drawn in (_pdfium(data), *([_poppler(data)] if poppler else [])):
        seen = {name: (*value, saw.get(name)) for name, value in seen.items()}
        pages = (*pages, drawn)
    return Sight(seen, pages)


def _pdfium(data: bytes) -> tuple[dict[str, object], tuple[Image.Image, ...]]:
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return {"words": "not opened"}, ()
    try:
        pages = list(map(witnessed_page(pdf), range(len(pdf))))
        text = "\f".join(page.text for page in pages)
        drawn = tuple(page.image for page in pages)
        outline = witnessed(lambda: [(o.get_title(), _view(o.get_dest())) for o in pdf.get_toc()])
        return {
            "words": (letters(text), [one for page in pages for one in page.alternatives], _titles(outline)),
            "targets": ([page.links for page in pages], outline),
            "spaces": words(text),
            "structure": [(page.elements, page.annotations) for page in pages],
            "metadata": witnessed(lambda: _metadata(pdf)),
        }, drawn
    finally:
        pdf.close()


def _titles(outline: object) -> object:
    return [title for title, _ in outline] if isinstance(outline, list) else outline


class Page:
    """A page as pdfium meets it."""

    def __init__(self, pdf: Handle, number: int) -> None:
        page = pdf[number]
        self.image: Image.Image = page.render(scale=DPI / 72).to_pil().convert("RGB")
        self.text = str(page.get_textpage().get_text_range())
        self.links = list(_links(pdf, page))
        self.annotations = list(_annotations(page))
        self.elements: list[object] = []
        self.alternatives: list[str] = []
        tree = raw.FPDF_StructTree_GetForPage(page)
        if tree:
            for n in range(raw.FPDF_StructTree_CountChildren(tree)):
                self._element(raw.FPDF_StructTree_GetChildAtIndex(tree, n), 0)
            raw.FPDF_StructTree_Close(tree)

    def _element(self, one: Handle, depth: int) -> None:
        if not one or depth > 60:
            return
        alternatives = [
            _text(ask, one) for ask in (raw.FPDF_StructElement_GetAltText, raw.FPDF_StructElement_GetActualText)
        ]
        self.alternatives += filter(None, alternatives)
        own = [_text(ask, one) for ask in (raw.FPDF_StructElement_GetType, raw.FPDF_StructElement_GetLang)]
        marked = [raw.FPDF_StructElement_GetMarkedContentIdAtIndex(one, n) for n in range(_marked(one))]
        # pdfium counts a list of content, and not what stands there alone.
        marked = marked or [raw.FPDF_StructElement_GetMarkedContentID(one)]
        self.elements.append((depth, *own, *marked))
        for n in range(max(0, raw.FPDF_StructElement_CountChildren(one))):
            self._element(raw.FPDF_StructElement_GetChildAtIndex(one, n), depth + 1)


class Unseen:
    """A page that pdfium cannot open."""

    image = Image.new("RGB", (1, 1))
    text = "not opened"
    links: tuple[object, ...] = ()
    annotations = elements = alternatives = links


def witnessed_page(pdf: Handle) -> Callable[[int], Page | Unseen]:
    """Return what opens a page of a file."""

    def opened(number: int) -> Page | Unseen:
        try:
            return Page(pdf, number)
        except Exception:
            return Unseen()

    return opened


def _marked(one: Handle) -> int:
    return max(0, int(raw.FPDF_StructElement_GetMarkedContentIdCount(one)))


def _text(ask: Callable[..., int], *subject: Handle) -> str:
    """Return a text that pdfium writes into a buffer, as UTF-16."""
    size = int(ask(*subject, None, 0))
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(*subject, buffer, size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


def _links(pdf: Handle, page: Handle) -> Iterator[object]:
    """Yield the target of each link of a page, and its area rounded to a point's tenths."""
    start, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, start, link):
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
            size = raw.FPDFAction_GetURIPath(pdf, action, None, 0)
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(pdf, action, buffer, size)
            yield buffer.value.decode("utf-8", "replace")
        else:
            target = raw.FPDFLink_GetDest(pdf, link)
            yield _view(pypdfium2.PdfDest(target, pdf)) if target else None


def _view(dest: Handle) -> object:
    if dest is None:
        return None
    mode, where = dest.get_view()
    return dest.get_index(), mode, [round(one) for one in where]


def _annotations(page: Handle) -> Iterator[object]:
    for n in range(raw.FPDFPage_GetAnnotCount(page)):
        one = raw.FPDFPage_GetAnnot(page, n)
        box = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(one, box)
        area = [round(edge) for edge in (box.left, box.bottom, box.right, box.top)]
        yield raw.FPDFAnnot_GetSubtype(one), raw.FPDFAnnot_GetFlags(one), area
        raw.FPDFPage_CloseAnnot(one)


def _metadata(pdf: Handle) -> object:
    labels = [witnessed(lambda n=n: pdf.get_page_label(n)) for n in range(len(pdf))]  # type: ignore[misc]
    files = pdf.count_attachments()
    return pdf.get_metadata_dict(), labels, files, pdf.get_formtype(), raw.FPDFCatalog_IsTagged(pdf)


def _poppler(data: bytes) -> tuple[dict[str, object], tuple[Image.Image, ...]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "seen.pdf"
        path.write_bytes(data)
        text, laid = _run("pdftotext", "-raw", path, "-"), _run("pdftotext", "-layout", path, "-")
        facts = _run("pdfinfo", "-custom", path)
        told = "\n".join(
            line for line in facts.splitlines() if not line.startswith(("File size", "Optimized", "PDF ver"))
        )
        saw: dict[str, object] = {
            "words": letters(text),
            "targets": _run("pdfinfo", "-url", path),
            "spaces": words(laid),
            "structure": _tags(_run("pdfinfo", "-struct", path)),
            "metadata": (told, words(_run("pdfinfo", "-meta", path)), _run("pdfinfo", "-dests", path)),
        }
        return saw, tuple(_ppms(_bytes("pdftoppm", "-r", str(DPI), path)))


def _tags(said: str) -> list[str]:
    """Return poppler's lines of structure, each element's attributes in one order, and no numbers of objects."""
    lines: list[str] = []
    own: list[str] = []
    for line in re.sub(r"Object \d+ \d+", "Object", said).splitlines():
        if not line.lstrip().startswith("/"):
            lines += sorted(own)
            own = []
            lines.append(line)
        else:
            own.append(line)
    return [*lines, *sorted(own)]


def _bytes(*words: str | Path) -> bytes:
    try:
        return subprocess.run(words, capture_output=True, timeout=60, check=False).stdout
    except subprocess.TimeoutExpired:
        return b"no end"


def _run(*words: str | Path) -> str:
    return _bytes(*words).decode("utf-8", "replace")


def _ppms(data: bytes) -> Iterator[Image.Image]:
    """Yield the pictures that stand one behind the other."""
    at = 0
    while data[at : at + 2] == b"P6":
        size, depth = data[at:].split(b"\n", 3)[1:3]
        width, height = map(int, size.split())
        end = at + len(b"P6\n") + len(size) + 1 + len(depth) + 1 + width * height * 3
        yield Image.open(BytesIO(data[at:end])).convert("RGB")
        at = end
