"""What other readers see of an EPUB: lxml the text and what is heard, WeasyPrint and pdfium the pixels."""

import posixpath
from collections import OrderedDict
from hashlib import sha256
from urllib.parse import unquote, urldefrag

import pypdfium2
import weasyprint
from lxml import etree
from PIL import Image
from weasyprint.urls import URLFetcher, URLFetcherResponse

from tests.mutations.archive import unpacked
from tests.mutations.sight import Sight, letters, witnessed, words

Element = etree._Element
Files = dict[str, bytes]
OPF, CONTAINER = "{http://www.idpf.org/2007/opf}", "{urn:oasis:names:tc:opendocument:xmlns:container}"
NCX, DC = "{http://www.daisy.org/z3986/2005/ncx/}", "{http://purl.org/dc/elements/1.1/}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
# No program for blind readers tells of these, unless they have attributes.
PLAIN = frozenset("div span i b u small bdi wbr head meta link style script template body html".split())
HEARD = frozenset(
    "alt title role lang dir hidden inert scope headers colspan rowspan start value reversed type href src abbr".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNHEARD = frozenset("meta link style script".split())
PAGE = "@page { size: 400px 560px; margin: 20px }"
KEPT = 60  # documents whose pixels are remembered
_pixels: OrderedDict[bytes, tuple[Image.Image, ...]] = OrderedDict()


def look(data: bytes) -> Sight:
    """Return what the witnesses see; of a file that none can open, that they cannot."""
    try:
        files = {one.name: one.data for one in unpacked(data)}
        package = _package(files)
        root = etree.fromstring(files[package])
        spine, listed = _spine(root, package)
    except Exception as error:
        nothing = (type(error).__name__,)
        return Sight(dict.fromkeys(("words", "targets", "spaces", "structure", "metadata"), nothing), ((),))
    trees = {name: witnessed(lambda name=name: etree.fromstring(files[name])) for name in listed if _read(name)}  # type: ignore[misc]
    read = [tree for name in spine if isinstance(tree := trees.get(name), Element)]
    navigation = [tree for name, tree in trees.items() if name not in spine and isinstance(tree, Element)]
    texts = [words(text_of(tree)) for tree in read]
    titles = [words(one.text or "") for one in root.iter(f"{DC}title", f"{DC}creator", f"{DC}language")]
    said = [
        one.get(key) for tree in read for one in tree.iter() for key in ("alt", "aria-label", "title") if one.get(key)
    ]
    broken = [name for name, tree in trees.items() if not isinstance(tree, Element)]
    seen: dict[str, tuple[object, ...]] = {
        "words": ([letters(text) for text in texts], said, [letters(text_of(one)) for one in navigation], titles),
        "targets": ([*targets(trees)], [spine, broken]),
        "spaces": (texts,),
        "structure": tuple(tuple(heard(tree)) for tree in (*read, *navigation)),
        "metadata": tuple(_facts(root)),
    }
    return Sight(seen, tuple(_drawn(files, name) for name in spine if name in files))


def _read(name: str) -> bool:
    return name.endswith((".xhtml", ".html", ".ncx"))


def _package(files: Files) -> str:
    found = etree.fromstring(files["META-INF/container.xml"]).find(f".//{CONTAINER}rootfile")
    if found is None:
        raise ValueError("no package")
    return str(found.get("full-path"))


def _spine(root: Element, package: str) -> tuple[list[str], list[str]]:
    """Return the documents that are read, in order, and all that are listed."""
    folder = posixpath.dirname(package)
    items = {
        one.get("id"): posixpath.normpath(posixpath.join(folder, unquote(one.get("href") or "")))
        for one in root.iter(f"{OPF}item")
    }
    read = [items.get(one.get("idref"), "") for one in root.iter(f"{OPF}itemref") if one.get("linear") != "no"]
    return read, list(dict.fromkeys(items.values()))


def text_of(tree: Element) -> str:
    """Return the text that is met, with none of the head's but the title."""
    hidden = {"style", "script", "template"}
    return "".join(
        (one.text or "" if str(one.tag).rpartition("}")[2] not in hidden and not callable(one.tag) else "")
        + (one.tail or "")
        for one in tree.iter()
    )


def _name(one: Element) -> str:
    return etree.QName(one).localname


def targets(trees: dict[str, object]) -> list[object]:
    """Return for each link the document and the words to which it leads."""
    found: list[object] = []
    for name, tree in trees.items():
        if isinstance(tree, Element):
            for one in tree.iter(etree.Element):
                href = one.get("href") if _name(one) == "a" else one.get("src") if _name(one) == "content" else None
                if href is not None:
                    found.append((letters("".join(map(str, one.itertext()))), _led(trees, name, href)))
    return found


def _led(trees: dict[str, object], name: str, href: str) -> object:
    path, fragment = urldefrag(href)
    if ":" in path.split("/")[0]:
        return href
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
    tree = trees.get(target)
    if not isinstance(tree, Element) or not fragment:
        return target, isinstance(tree, Element)
    there = next((one for one in tree.iter(etree.Element) if one.get("id") == fragment), None)
    return target, None if there is None else (_name(there), letters("".join(map(str, there.itertext())))[:60])


def heard(tree: Element) -> list[object]:
    """Return the elements of a document as programs for blind readers ask for them."""
    found: list[object] = []
    for one in tree.iter(etree.Element):
        if _name(one) in UNHEARD:
            continue
        own = sorted((str(key), _without_bytes(str(value))) for key, value in one.items() if _telling(str(key)))
        if own or _name(one) not in PLAIN:
            found.append((sum(1 for _ in one.iterancestors()) and _name(one), own))
    return found


def _without_bytes(value: str) -> str:
    """Leave out the bytes of a picture in a page: they are for the eye, and looked at as pixels."""
    return value.partition(",")[0] if value.startswith("data:") else value


def _telling(key: str) -> bool:
    name = key.rpartition("}")[2]
    return name in HEARD or name.startswith("aria-") or key == EPUB_TYPE


def _facts(root: Element) -> list[object]:
    facts: list[object] = []
    for one in root.iter(etree.Element):
        if _name(one) == "metadata":
            facts += sorted((_name(e), e.get("property") or e.get("name") or "", words(e.text or "")) for e in one)
    spine = root.find(f"{OPF}spine")
    return [*facts, None if spine is None else spine.get("page-progression-direction")]


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Gives WeasyPrint the files of a book, and nothing else."""

    def __init__(self, files: Files) -> None:
        super().__init__()
        self.files = files

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return a file of the book; raises ValueError for what is none."""
        name = unquote(url.removeprefix("book:///")).partition("#")[0]
        if name not in self.files:
            raise ValueError(f"{name} is no file of the book")
        return URLFetcherResponse(url, self.files[name])


def _drawn(files: Files, name: str) -> tuple[Image.Image, ...]:
    """Return a document's pixels, remembered by all that can be drawn in it."""
    drawable = sorted(
        (n, one) for n, one in files.items() if not _read(n) and n.endswith((".css", ".svg", ".png", ".jpg"))
    )
    key = sha256(files[name] + b"".join(n.encode() + one for n, one in drawable)).digest()
    if key not in _pixels:
        _pixels[key] = _rendered(files, name)
        while len(_pixels) > KEPT:
            _pixels.popitem(last=False)
    else:
        _pixels.move_to_end(key)
    return _pixels[key]


def _as_html(data: bytes) -> str:
    """Return a document as WeasyPrint reads it, which takes ``<span/>`` for the beginning of one."""
    root = etree.fromstring(data)
    for one in root.iter(etree.Element):
        if not len(one) and one.text is None and _name(one) not in VOID:
            one.text = ""
    return etree.tostring(root, encoding="unicode")


def _rendered(files: Files, name: str) -> tuple[Image.Image, ...]:
    try:
        page = weasyprint.HTML(string=_as_html(files[name]), base_url=f"book:///{name}", url_fetcher=Fetcher(files))
        pdf = pypdfium2.PdfDocument(page.write_pdf(stylesheets=[weasyprint.CSS(string=PAGE)]))
        return tuple(one.render(scale=0.7).to_pil().convert("RGB") for one in pdf)
    except Exception:
        return ()
