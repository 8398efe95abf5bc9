"""Pictures of dots as PDF pages can show them: what PDF/A admits beside sRGB, and what the renderer can read."""

import warnings
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from clearfold.press.images.stripped import stripped

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

# Modes of Pillow. PDF/A-2 allows inks only where its output intent is one of inks (ISO 19005-2, 6.2.4.3).
INKS = frozenset({"CMYK", "LAB", "YCbCr", "HSV"})
DEEP = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N"})  # WeasyPrint 70 shows them too light, or not at all
STEP = 257  # from 16 bits to 8
LARGEST = 3600  # dots of the longer side: 300 an inch, as long as A4 is
QUALITY = 92  # of a JPEG that is made anew, of 100
UPRIGHT = (0, 1)
ORIENTATION = 0x0112  # EXIF 3.0, 4.6.5.1.6


@lru_cache(maxsize=32)  # a page is laid out several times
def for_pages(data: bytes) -> bytes:
    """Return a picture that pages can show, with nothing beside it: upright, in grey or sRGB; raise OSError for none.

    WeasyPrint 70 paints each picture as one of sRGB, whatever profile it brings: colours of another are turned.
    """
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its pixels were counted when it was read
        with Image.open(BytesIO(data)) as image:
            fits = max(image.size) <= LARGEST or image.mode in ("1", "P")
            shown = image.mode not in INKS | DEEP and not _has_own_colours(image)
            if shown and fits and is_upright(image):
                return stripped(data)
            made = ImageOps.exif_transpose(image)
            if made.mode in DEEP:
                made = made.convert("I").point(lambda value: value * (1 / STEP)).convert("L")
            elif not shown:
                made = in_srgb(made)
            made.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
            out = BytesIO()
            if image.format in ("JPEG", "MPO") and image.mode not in INKS:
                made.save(out, "JPEG", quality=QUALITY, subsampling=0)
            else:
                made.save(out, "PNG")
    return stripped(out.getvalue())


def is_upright(image: "Picture") -> bool:
    """Tell whether a picture is stored as it is seen, and not turned by a note of its camera."""
    return image.getexif().get(ORIENTATION, 1) in UPRIGHT


def _has_own_colours(image: "Picture") -> bool:
    """Tell whether a picture's colours are of another space than sRGB, by the name of its profile."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA"):
        return False
    try:
        return "sRGB" not in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError):
        return False


def in_srgb(image: "Picture") -> "Picture":
    """Return a picture in sRGB, by its own profile where it has one that can be used."""
    from PIL import ImageCms

    mode = image.mode if image.mode == "RGBA" else "RGB"
    if profile := image.info.get("icc_profile"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            made = None
        if made is not None:
            made.info.pop("icc_profile", None)
            return made
    return image.convert(mode)
