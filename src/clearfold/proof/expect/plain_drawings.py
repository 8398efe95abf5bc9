"""What an SVG of the copy draws, and whether a published one draws that and holds nothing else (SVG 2, 5)."""

import gzip
import re
from base64 import b64decode
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from clearfold.model.digest import digest
from clearfold.model.limits import PICTURE_BYTES, PICTURES, PIXELS
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.xml_tree import XML, parse_xml

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XHTML = "http://www.w3.org/1999/xhtml"
WORDS = frozenset({"", XLINK, XML})  # name spaces of attributes that a drawing is made of
BASE = f"{{{XML}}}base"
ADDRESSES = ("href", f"{{{XLINK}}}href")
LEADS = re.compile(r"#|(?!file:|[a-z]:[/\\])[a-z][a-z0-9+.-]*:", re.IGNORECASE)  # to a part of itself, or to the web
BARE = re.compile(r"\s*data:(?:application/octet-stream)?;base64,", re.IGNORECASE)
TURNED = 0x0112  # EXIF's tag for how the camera was held
OF_DOTS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
WITHIN = re.compile(r"\s*(?:data:|#)", re.IGNORECASE)
USED = frozenset("defs symbol clippath mask pattern marker".split())  # drawn where something names it
NAME = re.compile(r"[^\W\d][\w.·-]*")
FACE = re.compile(r"@font-face\s*\{[^{}]*\}", re.IGNORECASE)
SOURCE = re.compile(r"url\(\s*[\"']?(.?)", re.IGNORECASE)
NAMED = re.compile(r"#([^\s\"')]+)")
HELD = re.compile(r"data:image/(?:png|jpe?g|gif);base64", re.IGNORECASE)
Drawn = tuple[str, tuple[tuple[str, str], ...], tuple["Drawn | str", ...]]
"""An element: its name, its attributes, and the elements and texts in it."""


def read_plain(data: bytes, name: str) -> Element:
    """Return what an SVG draws, without what its program writes for itself; raise UnreadableError for what is none."""
    root = parse_xml(_unzipped(data, name), name)
    if name_of(root) != "svg":
        raise UnreadableError(name)
    plain = _plain(root, {SVG, _space(root.tag)})
    _leave_out_unseen(plain)
    _leave_out_names(plain)
    return plain


def draws_the_same(ours: bytes, published: bytes) -> bool:
    """Say whether a published SVG is a drawing of the copy: each of its shapes and words, and nothing beside them."""
    found = _published(published)
    return found != "" and found == drawn(ours)


@lru_cache(maxsize=PICTURES)  # each is held against each picture of a file
def drawn(data: bytes) -> str:
    """Return a digest of what an SVG of the copy draws, "" for what is none."""
    try:
        return digest(repr(_element(read_plain(data, ""))).encode())
    except (UnreadableError, ValueError):
        return ""


@lru_cache(maxsize=PICTURES)
def _published(data: bytes) -> str:
    """Return a digest of all that a published SVG holds, "" where that is more than elements and their texts."""
    if not data.startswith(b"<") or not data.endswith(b">") or b"<!" in data or b"<?" in data:
        return ""
    try:
        return digest(repr(_element(parse_xml(data, ""))).encode())
    except (UnreadableError, ValueError):
        return ""


def _element(element: Element) -> Drawn:
    picture = name_of(element) == "image"
    told = ((key, _dots(value) if picture and key in ADDRESSES else value) for key, value in element.items())
    return element.tag, tuple(sorted(told)), tuple(_inside(element))


def _inside(element: Element) -> Iterator[Drawn | str]:
    if element.text:
        yield element.text
    for child in element:
        yield _element(child)
        if child.tail:
            yield child.tail


def _unzipped(data: bytes, name: str) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data
    try:
        with gzip.open(BytesIO(data)) as file:
            unzipped = file.read(PICTURE_BYTES + 1)
    except (OSError, EOFError) as error:
        raise UnreadableError(name) from error
    if len(unzipped) > PICTURE_BYTES:
        raise UnreadableError(name)
    return unzipped


def _plain(element: Element, spaces: set[str]) -> Element:
    """Return an element made anew, of what is SVG in it; a part of a web page stays, so that it can be missed."""
    space, _, name = element.tag.rpartition("}")
    made = Element(f"{{{SVG}}}{name}" if space.strip("{") in spaces else element.tag)
    for key, value in element.items():
        if name == "svg" and key == "content":
            continue  # in which draw.io keeps the file that it was drawn in
        if _space(key) in WORDS and key != BASE and not (name == "a" and key in ADDRESSES and not LEADS.match(value)):
            made.set(key, _told(value) if name == "image" and key in ADDRESSES else value)
    made.text = FACE.sub(_other_face, element.text or "") if name == "style" else element.text
    for child in _shown(element, spaces):
        if not isinstance(child, str):
            made.append(_plain(child, spaces))
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child
    return made


def _other_face(face: re.Match[str]) -> str:
    """Return what CSS says of letters, "" where the drawing brings them as SVG, which nothing draws today."""
    sources = SOURCE.findall(face[0])
    return "" if len(sources) == 1 and sources[0] == "#" else face[0]


def _shown(parent: Element, spaces: set[str]) -> Iterator[Element | str]:
    """Yield the children that are drawn, and the text behind each."""
    only = _chosen(parent, spaces) if name_of(parent) == "switch" else None
    for child in parent:
        space, name = _space(child.tag), name_of(child)
        foreign = space not in spaces | {XHTML} or (name == "metadata" and space != XHTML)
        if not (foreign or (only is not None and child is not only) or _is_empty_page(child, spaces)):
            yield child
        if child.tail:
            yield child.tail


def _chosen(switch: Element, spaces: set[str]) -> Element | None:
    """Return the one child of a <switch> that is drawn (SVG 2, 5.9); None where all may be."""
    children = [child for child in switch if _space(child.tag) in spaces]
    if any(child.get("systemLanguage") is not None for child in children):
        return None
    fits = (c for c in children if name_of(c) != "foreignobject" and c.get("requiredExtensions") is None)
    return next(fits, None)


def _is_empty_page(element: Element, spaces: set[str]) -> bool:
    if name_of(element) != "foreignobject":
        return False
    inner = [one for one in element if _space(one.tag) in spaces | {XHTML}]
    return not inner and not "".join([element.text or "", *(one.tail or "" for one in element)]).strip()


def _told(address: str) -> str:
    """Return the address of a picture with its kind, which Sodipodi did not write."""
    bare = BARE.match(address)
    if not bare:
        return address
    coded = "".join(address[bare.end() :].split())
    first = b64decode(coded[: len(coded[:16]) // 4 * 4])
    kind = next((kind for begins, kind in OF_DOTS.items() if first.startswith(begins)), "")
    return f"data:{kind};base64,{address[bare.end() :].lstrip()}" if kind else address


def _dots(address: str) -> str:
    """Return what tells a picture that an address holds from any other: its kind and its dots."""
    from PIL import Image, ImageSequence

    head, _, coded = address.partition(",")
    if not HELD.fullmatch(head):
        return address
    try:
        with Image.open(BytesIO(b64decode("".join(coded.split())))) as image:
            if image.width * image.height > PIXELS:
                return address
            frames = [image.copy().convert("RGBA").tobytes() for _ in ImageSequence.Iterator(image)]
            held = (image.format, image.size, image.info.get("icc_profile"), image.getexif().get(TURNED, 1), *frames)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return address
    return digest(repr(held).encode())


def _leave_out_unseen(root: Element) -> None:
    """Take out pictures in other files that nothing draws: the press refuses those that are drawn."""
    pictures = [e for e in root.iter() if name_of(e) == "image" and not WITHIN.match(_address(e))]
    if not pictures:
        return
    seen = _seen(root)
    above = {child: parent for parent in root.iter() for child in parent}
    for picture in pictures:
        if picture not in seen:
            parent, at = above[picture], list(above[picture]).index(picture)
            if at:
                parent[at - 1].tail = (parent[at - 1].tail or "") + (picture.tail or "") or None
            else:
                parent.text = (parent.text or "") + (picture.tail or "") or None
            parent.remove(picture)


def _leave_out_names(root: Element) -> None:
    """Take away what cannot be a name in XML, and names nothing (Namespaces in XML 1.0, NCName)."""
    odd = [e for e in root.iter() if (name := e.get("id")) is not None and not NAME.fullmatch(name)]
    if not odd:
        return
    said = [*(value for e in root.iter() for value in e.attrib.values()), *(e.text or "" for e in root.iter())]
    for element in odd:
        name = element.attrib["id"]
        if not name or not any(f"#{name}" in text or f"#{name}" in unquote(text) for text in said if "#" in text):
            del element.attrib["id"]


def _address(picture: Element) -> str:
    return next((value for key in ADDRESSES if (value := picture.get(key))), "#")


def _seen(root: Element) -> set[Element]:
    """Return what is drawn: all but what is hidden or kept to be used, and what is named by something drawn."""
    known = {name: element for element in root.iter() if (name := element.get("id"))}
    seen: set[Element] = set()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element in seen:
            continue
        seen.add(element)
        said = " ".join([*element.attrib.values(), (element.text or "") if name_of(element) == "style" else ""])
        waiting += [known[name] for name in NAMED.findall(said) if name in known]
        waiting += [child for child in element if name_of(child) not in USED and not _is_hidden(child)]
    return seen


def _is_hidden(element: Element) -> bool:
    return element.get("display") == "none" or "display:none" in "".join((element.get("style") or "").split())


def _space(name: str) -> str:
    return name.rpartition("}")[0].removeprefix("{")
