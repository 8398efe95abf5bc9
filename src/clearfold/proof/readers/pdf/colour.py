"""Turn the colours of a PDF into sRGB: device and ICC spaces, and inks of their own as far as they can be told."""

from functools import lru_cache

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject

from clearfold.proof.page.page_model import Colour
from clearfold.proof.readers.pdf.objects import floats
from clearfold.proof.readers.pdf.operators.state import Paint

BLACK: Colour = (0.0, 0.0, 0.0)
DEVICE = {
    "/DeviceGray": 1,
    "/CalGray": 1,
    "/G": 1,
    "/DeviceRGB": 3,
    "/CalRGB": 3,
    "/RGB": 3,
    "/DeviceCMYK": 4,
    "/CMYK": 4,
}
DEEPEST = 4  # colour spaces within colour spaces


def srgb(paint: Paint) -> Colour | None:
    """Return a paint as sRGB, None where its colour cannot be told."""
    if paint.patterned:
        return None
    return first_colour(paint.space) if paint.numbers is None else to_srgb(paint.space, floats(list(paint.numbers)))


def to_srgb(space: PdfObject | None, values: list[float], depth: int = 0) -> Colour | None:
    """Return a colour of a colour space as sRGB, None where it cannot be told: patterns, Lab, several inks."""
    if depth > DEEPEST:
        return None
    if isinstance(space, NameObject):
        return _device(DEVICE.get(str(space), 0), values)
    if not isinstance(space, ArrayObject) or not space:
        return None
    kind = str(space[0])
    if kind == "/ICCBased" and len(space) > 1:
        profile = space[1].get_object()
        return _device(int(str(profile.get("/N", 0))), values) if isinstance(profile, DictionaryObject) else None
    if kind == "/Separation" and len(space) > 3 and values:
        return _tinted(space, values[0], depth)
    return _device(DEVICE.get(kind, 0), values)


def first_colour(space: PdfObject | None) -> Colour | None:
    """Return the colour that a space begins with: black, or the whole of an ink (ISO 32000-1, 8.6)."""
    if isinstance(space, ArrayObject) and space and str(space[0]) == "/Separation":
        return to_srgb(space, [1.0])
    return None if isinstance(space, NameObject) and str(space) == "/Pattern" else BLACK


def _device(components: int, values: list[float]) -> Colour | None:
    if len(values) != components:
        return None
    if components == 1:
        return (values[0],) * 3
    if components == 3:
        return (values[0], values[1], values[2])
    if components == 4:
        return _cmyk(values[0], values[1], values[2], values[3])
    return None


def _tinted(space: ArrayObject, tint: float, depth: int) -> Colour | None:
    """Return the colour of an ink: its tint transform is followed where it is exponential, as it nearly always is."""
    if str(space[1]) in ("/Black", "/All"):
        return (1 - tint,) * 3
    function = space[3].get_object()
    if not isinstance(function, DictionaryObject) or str(function.get("/FunctionType")) != "2":
        return None
    none, full = _numbers(function.get("/C0"), [0.0]), _numbers(function.get("/C1"), [1.0])
    share = tint ** float(str(function.get("/N", 1)))
    mixed = [a + share * (b - a) for a, b in zip(none, full, strict=False)]
    return to_srgb(space[2].get_object(), mixed, depth + 1)


def _numbers(value: PdfObject | None, default: list[float]) -> list[float]:
    array = value.get_object() if value is not None else None
    return [float(str(item)) for item in array] if isinstance(array, ArrayObject) else default


@lru_cache(maxsize=256)
def _cmyk(cyan: float, magenta: float, yellow: float, black: float) -> Colour:
    """Return the colour that the renderer shows for four inks, so that text and what is behind it are told alike."""
    import pypdfium2

    document = pypdfium2.PdfDocument(_PAGE % f"{cyan:f} {magenta:f} {yellow:f} {black:f} k 0 0 2 2 re f".encode())
    red, green, blue = document[0].render(scale=1).to_pil().convert("RGB").getpixel((0, 0))
    document.close()
    return (red / 255, green / 255, blue / 255)


_PAGE = b"""%%PDF-1.4
1 0 obj
<</Type /Catalog /Pages 2 0 R>>
endobj
2 0 obj
<</Type /Pages /Kids [3 0 R] /Count 1>>
endobj
3 0 obj
<</Type /Page /Parent 2 0 R /MediaBox [0 0 2 2] /Contents 4 0 R>>
endobj
4 0 obj
<<>>
stream
%s
endstream
endobj
trailer
<</Root 1 0 R>>
"""
