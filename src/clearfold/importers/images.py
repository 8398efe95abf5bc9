"""Pictures of an original: which can be taken as they are, which are written as PNG, and which a person must save."""

import warnings
from collections.abc import Callable
from io import BytesIO

from clearfold.model.limits import IMPORT_PIXELS
from clearfold.model.messages import message

_KINDS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif"}
_WRITTEN = ("BMP", "TIFF", "WEBP", "PPM", "ICO", "DIB")
_DRAWN = ((b"\x01\x00\x00\x00", "EMF"), (b"\xd7\xcd\xc6\x9a", "WMF"), (b"\x01\x00\x09\x00", "WMF"), (b"%!PS", "EPS"))


class Pictures:
    """The pictures that were taken: the same bytes have one name."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.changed: list[tuple[str, str]] = []
        self._names: dict[bytes, str] = {}

    def add(self, data: bytes) -> tuple[str, str]:
        """Return the name under which a picture stands in images/ and "", or "" and why it cannot be taken."""
        if data in self._names:
            return self._names[data], ""
        kind, why, written = _looked_at(data)
        if why:
            return "", why
        name = f"picture-{len(self.files) + 1}.{kind}"
        self.files[name] = written
        self._names[data] = name
        if written is not data:
            self.changed.append((name, message("it was written as PNG")))
        return name, ""


def _looked_at(data: bytes) -> tuple[str, str, bytes]:
    """Return the ending of a picture, why it cannot be taken, and its bytes."""
    for begin, kind in _DRAWN:
        if data.startswith(begin):
            return "", message("{kind} drawing, which e-readers do not show", kind=kind), data
    if _is_svg(data):
        return "svg", "", data
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data)) as image:
                kind, (width, height) = image.format or "", image.size
                if width * height > IMPORT_PIXELS:
                    return (
                        "",
                        message("it has over {import_pixels} megapixels", import_pixels=IMPORT_PIXELS // 1000000),
                        data,
                    )
                if kind in _KINDS:
                    image.load()
                    return _KINDS[kind], "", data
                if kind not in _WRITTEN:
                    return (
                        "",
                        message(
                            "{kind}, which e-readers do not show", kind=kind or message("a kind that is not known")
                        ),
                        data,
                    )
                return "png", "", _png(image.convert("RGBA" if "A" in image.getbands() else "RGB").save)
    except Image.DecompressionBombError:
        return "", message("it has over {import_pixels} megapixels", import_pixels=IMPORT_PIXELS // 1000000), data
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        return "", message("it is broken, or of a kind that is not known"), data


def _png(save: Callable[..., None]) -> bytes:
    out = BytesIO()
    save(out, "PNG")
    return out.getvalue()


def _is_svg(data: bytes) -> bool:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith((b"<svg", b"<?xml", b"<!--")) and b"<svg" in data[:4096]
