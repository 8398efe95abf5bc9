"""Pictures as books and web pages have them: upright, no larger than a screen shows, and nothing beside the picture."""

import warnings
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from clearfold.press.images.for_pages import INKS, in_srgb, is_upright
from clearfold.press.images.plain_svg import plain_svg
from clearfold.press.images.stripped import stripped

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

SCREEN = 1600  # dots of the longer side: a telephone has 1,200 across, a tablet as many as this
LARGE, HEAVY = 2000, 500_000  # dots of the longer side, and bytes, of what is made smaller
QUALITY = 86  # of a JPEG, of 100
DOTS = (b"\x89PNG", b"\xff\xd8", b"GIF8")  # how pictures of dots begin


@lru_cache(maxsize=32)  # the book and the web page have the same
def published(data: bytes) -> bytes:
    """Return a picture's bytes as they are published: the same where they hold nothing else, and are not too many."""
    from PIL import Image

    if not data.startswith(DOTS):
        return plain_svg(data)
    if data.startswith(b"GIF8"):
        return stripped(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its pixels were counted when it was read
        with Image.open(BytesIO(data)) as image:
            large = max(image.size) > LARGE and len(data) > HEAVY
            still = getattr(image, "n_frames", 1) == 1 or image.format == "MPO"
            if not still or (not large and is_upright(image)):
                return stripped(data)
            return _made(image, large=large)


def _made(image: "Picture", *, large: bool) -> bytes:
    """Return a picture made anew, upright, in its own colours and kind of file."""
    from PIL import Image, ImageOps

    profile, kind = image.info.get("icc_profile"), "PNG" if image.format == "PNG" else "JPEG"
    made = ImageOps.exif_transpose(image)
    if made.mode in INKS:
        made, profile = in_srgb(made), None
    if large:
        if made.mode in ("1", "P"):
            made = made.convert("RGBA" if "transparency" in made.info or made.mode == "P" else "L")
        made.thumbnail((SCREEN, SCREEN), Image.Resampling.LANCZOS)
    out = BytesIO()
    named = {"icc_profile": profile} if profile else {}
    if kind == "JPEG":
        made.save(out, kind, quality=QUALITY, optimize=True, **named)
    else:
        made.save(out, kind, optimize=True, **named)
    return stripped(out.getvalue())
