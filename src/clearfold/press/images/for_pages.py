"""Pictures of dots as PDF pages can show them: what PDF/A admits beside sRGB, and what the renderer can read."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

# Modes of Pillow. PDF/A-2 allows inks only where its output intent is one of inks (ISO 19005-2, 6.2.4.3).
INKS = frozenset({"CMYK", "LAB", "YCbCr", "HSV"})
DEEP = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N"})  # WeasyPrint 70 shows them too light, or not at all
STEP = 257  # from 16 bits to 8


def for_pages(data: bytes) -> bytes:
    """Return a picture that pages can show: the same bytes, or a PNG in grey or sRGB; raise OSError for no picture."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its pixels were counted when it was read
        with Image.open(BytesIO(data)) as image:
            if image.mode in DEEP:
                made = image.convert("I").point(lambda value: value * (1 / STEP)).convert("L")
            elif image.mode in INKS:
                made = _in_srgb(image)
            else:
                return data
            out = BytesIO()
            ImageOps.exif_transpose(made).save(out, "PNG")
    return out.getvalue()


def _in_srgb(image: "Picture") -> "Picture":
    """Return a picture in sRGB, by its own profile where it has one that can be used."""
    from PIL import ImageCms

    if profile := image.info.get("icc_profile"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            made = None
        if made is not None:
            made.info.pop("icc_profile", None)
            return made
    return image.convert("RGB")
