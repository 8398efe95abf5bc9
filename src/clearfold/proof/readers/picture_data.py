"""What a picture's file says beside the picture: pieces of JPEG, PNG, GIF and SVG that no program needs to draw it."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from contextlib import suppress

from clearfold.model.messages import message
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.xml_tree import XML, parse_xml

# JPEG: application segments but for JFIF's, a colour profile's and Adobe's, and comments (ITU-T T.81, B.2.4).
SEGMENT = re.compile(rb"\xff(?P<marker>[\xe0-\xef\xfe])(?P<size>..)", re.DOTALL)
TABLES = re.compile(rb"\xff[\xc0-\xcf\xdb\xdd](?P<size>..)", re.DOTALL)
DRAWN = (b"JFIF\0", b"ICC_PROFILE\0", b"Adobe")
KNOWN = {b"Exif": "Exif", b"http://ns.adobe.com/": "XMP", b"Photoshop": "IPTC", b"MPF": message("other pictures")}
W3 = "http://www.w3.org"
OF_SVG = tuple(f"{{{space}}}" for space in (f"{W3}/2000/svg", f"{W3}/1999/xlink", f"{W3}/1999/xhtml", XML))
METADATA = f"{OF_SVG[0]}metadata"
TURNED = 0x0112  # EXIF's tag for how the camera was held
POSITION = 0x8825  # EXIF's tag for where a picture was taken
PNG_DRAWN = re.compile(rb"IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|cICP|sBIT|bKGD|hIST|pHYs|sPLT|[af][cd]TL|fdAT")


def beside(data: bytes) -> tuple[str, ...]:
    """Return what a picture's file holds beside the picture, in words; () for other kinds of files."""
    if data.startswith(b"\x89PNG"):
        found = list(_png(data))
    elif data.startswith(b"\xff\xd8"):
        found = list(_jpeg(data))
    elif data.startswith(b"GIF8"):
        found = ["a comment"] if b"!\xfe" in data and _comments(data) else []
    else:
        return tuple(dict.fromkeys(_drawing(data)))
    if found and _says_where(data):
        found.insert(0, message("where it was taken"))
    return tuple(dict.fromkeys(found))


def _drawing(data: bytes) -> Iterator[str]:
    """Yield what an SVG holds beside its drawing: metadata, what is no SVG, and what stands beside pictures in it."""
    if b"<svg" not in data and b":svg" not in data:
        return
    try:
        elements = list(parse_xml(data, "").iter())
    except UnreadableError:
        return
    names = (name for element in elements for name in (element.tag, *element.keys()))
    if any(name in (METADATA, "content") or (name.startswith("{") and not name.startswith(OF_SVG)) for name in names):
        yield message("notes of a program")
    for value in (value for element in elements for value in element.attrib.values() if value.startswith("data:")):
        with suppress(Error, ValueError):
            picture = b64decode("".join(value.partition(",")[2].split()))
            yield from () if _is_turned(picture) else beside(picture)


def _is_turned(data: bytes) -> bool:
    """Say whether a picture is shown otherwise than its dots stand, as a note beside it says."""
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as image:
            return image.getexif().get(TURNED, 1) not in (0, 1)
    except (OSError, ValueError, SyntaxError):
        return False


def _jpeg(data: bytes) -> Iterator[str]:
    at = 2
    while match := SEGMENT.match(data, at) or TABLES.match(data, at):
        end = at + 2 + int.from_bytes(match["size"])
        if "marker" in match.groupdict() and not data.startswith(DRAWN, at + 4):
            body = data[at + 4 : at + 24]
            known = next((name for first, name in KNOWN.items() if body.startswith(first)), "")
            yield known or (message("a comment") if match["marker"] == b"\xfe" else message("notes of a program"))
        at = end
    last = data.rfind(b"\xff\xd9")
    if 0 <= last < len(data) - 2:
        yield message("something behind its end")
    elif data.count(b"\xff\xd8\xff", 2):
        yield message("another picture")


def _png(data: bytes) -> Iterator[str]:
    at, kind = 8, b""
    while at + 8 <= len(data) and kind != b"IEND":
        kind = data[at + 4 : at + 8]
        if not PNG_DRAWN.fullmatch(kind):
            yield {b"eXIf": "Exif"}.get(kind, message("{decode} of PNG", decode=kind.decode("latin-1")))
        at += 12 + int.from_bytes(data[at : at + 4])
    if at < len(data):
        yield message("something behind its end")


def _comments(data: bytes) -> bool:
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as image:
            return bool(image.info.get("comment"))
    except (OSError, ValueError, SyntaxError):
        return False


def _says_where(data: bytes) -> bool:
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as image:
            return bool(image.getexif().get_ifd(POSITION))
    except (OSError, ValueError, SyntaxError):
        return False
