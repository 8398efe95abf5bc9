"""Read the colours of a PDF as inks: colour spaces, gradients, and the pixels of pictures (ISO 32000-1, 8.6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from PIL import Image
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from clearfold.model.messages import message
from clearfold.proof.readers.guard import PROBLEMS
from clearfold.proof.readers.pdf.objects import dictionary

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""
CMYK = MappingProxyType({"none": (0.0, 0.0, 0.0, 0.0), "black": (0.0, 0.0, 0.0, 1.0), "all": (1.0, 1.0, 1.0, 1.0)})
PLAIN = frozenset({"DeviceGray", "DeviceCMYK", "ICC profile of 4 inks", "ICC profile of 1 ink", "Separation All"})


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its name, and of how many parts its colours are."""

    name: str
    parts: int

    @property
    def plain(self) -> bool:
        """Say whether its colours are the four inks, or some of them."""
        return self.name in PLAIN

    def inks(self, values: tuple[float, ...]) -> Inks | None:
        """Return a colour as inks, None where it is none of inks or is not as long as it ought to be."""
        if not self.plain or len(values) != self.parts:
            return None
        if self.parts == 4:
            cyan, magenta, yellow, black = values
            return (cyan, magenta, yellow, black)
        tint = values[0]
        return (tint, tint, tint, tint) if self.name == "Separation All" else (0.0, 0.0, 0.0, 1 - tint)

    def first(self) -> Inks | None:
        """Return the colour that a space begins with: ISO 32000-1, table 74."""
        if not self.plain:
            return None
        return CMYK["all"] if self.name == "Separation All" else CMYK["black"]


def read_space(value: object) -> Space:
    """Read a colour space."""
    found = value.get_object() if isinstance(value, PdfObject) else value
    if not isinstance(found, ArrayObject):
        name = str(found)[1:] if found is not None else message("no colour space")
        return Space(name, {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}.get(name, 0))
    kind = str(found[0])[1:]
    if kind == "ICCBased":
        profile = dictionary(found[1])
        parts = int(str(profile.get("/N", 0))) if profile is not None else 0
        return Space(
            {1: message("ICC profile of 1 ink"), 4: message("ICC profile of 4 inks")}.get(
                parts, message("ICC profile of RGB")
            ),
            parts,
        )
    if kind == "Indexed":
        base = read_space(found[1])
        return Space(base.name, base.parts)
    if kind == "Separation":
        return Space(f"Separation {str(found[1])[1:]}", 1)
    return Space(kind, {"CalGray": 1, "CalRGB": 3, "Lab": 3}.get(kind, 0))


def gradient(shading: DictionaryObject, space: Space) -> Iterator[Inks | None]:
    """Yield the colours between which a gradient goes; None for those that are not of inks, or in a table."""
    waiting = [shading.get("/Function")]
    while waiting:
        item = waiting.pop()
        function = item.get_object() if isinstance(item, PdfObject) else None
        if isinstance(function, ArrayObject):
            waiting += function
        elif isinstance(function, DictionaryObject) and function.get("/FunctionType") == 3:
            waiting.append(function.get("/Functions"))
        elif isinstance(function, DictionaryObject) and function.get("/FunctionType") == 2:
            for key in ("/C0", "/C1"):
                given = function.get(key)
                values = given if isinstance(given, ArrayObject) else ArrayObject()
                yield space.inks(tuple(float(str(value)) for value in values))
        else:
            yield None


def picture(drawn: StreamObject, space: Space) -> Inks | None:
    """Return the inks of the pixel of a picture that has most of them; None where they cannot be told."""
    if not space.plain:
        return None
    given = drawn.get("/ColorSpace")
    if isinstance(given, ArrayObject) and given[0] == "/Indexed":
        return _most(_table(given[3].get_object()), space.parts)
    try:
        opened = _opened(drawn, space)
    except PROBLEMS:
        return None
    if opened.mode != "CMYK":
        return CMYK["black"]
    colours = opened.getcolors(opened.width * opened.height) or []
    return _most(b"".join(bytes(pixel) for _, pixel in colours if isinstance(pixel, tuple)), 4)


def _table(lookup: PdfObject) -> bytes:
    """Return the colours of an indexed space, one after another."""
    if isinstance(lookup, StreamObject):
        return lookup.get_data()
    return bytes(lookup.original_bytes) if isinstance(lookup, TextStringObject | ByteStringObject) else b""


def _most(pixels: bytes, parts: int) -> Inks:
    """Return the pixel that has most ink; one of a grey has black alone, and no more than that."""
    if parts != 4:
        return CMYK["black"]
    cut = (pixels[at : at + 4] for at in range(0, len(pixels), 4))
    cyan, magenta, yellow, black = (part / 255 for part in max(cut, key=sum, default=bytes(4)))
    return (cyan, magenta, yellow, black)


def _opened(drawn: StreamObject, space: Space) -> Image.Image:
    filters = drawn.get("/Filter")
    last = filters[-1] if isinstance(filters, ArrayObject) else filters
    if last in ("/DCTDecode", "/JPXDecode"):
        picture = Image.open(BytesIO(drawn._data))
        picture.load()
        return picture
    size = (int(str(drawn["/Width"])), int(str(drawn["/Height"])))
    if str(drawn.get("/BitsPerComponent")) != "8" and space.parts == 4:
        raise ValueError(message("a picture of other than 8 bits"))
    if space.parts == 1:
        return Image.new("L", (1, 1))
    return Image.frombytes("CMYK", size, drawn.get_data())
