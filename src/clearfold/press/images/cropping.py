"""Photographs that are shown in part: which shape the copy asks for, and what of the picture is kept."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from clearfold.press.images.for_pages import for_pages

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

SHAPES = MappingProxyType({"square": 1.0, "4:3": 4 / 3, "3:2": 3 / 2, "16:9": 16 / 9, "3:4": 3 / 4, "2:3": 2 / 3})
"""Width by height of each shape that a copy may name."""
KEPT = MappingProxyType({"top": 0.0, "left": 0.0, "centre": 0.5, "center": 0.5, "bottom": 1.0, "right": 1.0})
"""Where what is kept begins, as a share of what is cut away."""
MIDDLE = "centre"
CLASS = "crop-"
QUALITY = 92  # of a JPEG that is made anew, of 100


@dataclass(frozen=True, slots=True)
class Crop:
    """The shape of what is shown, and which part of the picture that is."""

    shape: str
    kept: str = MIDDLE

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes by which style sheets and the page's writer know it: styles/base.css."""
        words = (self.shape,) if self.kept == MIDDLE else (self.shape, self.kept)
        return tuple(f"{CLASS}{word.replace(':', '-')}" for word in words)

    def size(self, size: tuple[int, int]) -> tuple[int, int]:
        """Return how many dots are left of a picture of so many."""
        (wide, high), ratio = size, SHAPES[self.shape]
        return min(wide, round(high * ratio)), min(high, round(wide / ratio))


def crop_of(said: str) -> Crop | None:
    """Return what a copy asks for, such as ``16:9`` or ``square top``; None where that is no crop."""
    shape, *kept = said.lower().split()[:3] or [""]
    if shape not in SHAPES or len(kept) > 1 or any(word not in KEPT for word in kept):
        return None
    return Crop(shape, kept[0].replace("center", MIDDLE) if kept else MIDDLE)


def crop_in(classes: tuple[str, ...]) -> Crop | None:
    """Return the crop that the classes of a picture say, None where they say none."""
    words = [word.removeprefix(CLASS) for word in classes if word.startswith(CLASS)]
    return crop_of(" ".join(word.replace("-", ":") for word in words)) if words else None


@lru_cache(maxsize=16)  # a page is laid out several times
def cropped(data: bytes, crop: Crop) -> bytes:
    """Return the part of a picture that a page shows, upright and in the colours of pages; raise OSError for none."""
    from PIL import Image

    with Image.open(BytesIO(for_pages(data))) as image:
        part, out = _part(image, crop), BytesIO()
        if image.format == "JPEG":
            part.save(out, "JPEG", quality=QUALITY, subsampling=0)
        else:
            part.save(out, "PNG")
    return for_pages(out.getvalue())


def _part(image: "Picture", crop: Crop) -> "Picture":
    wide, high = crop.size(image.size)
    left, top = ((whole - part) * KEPT[crop.kept] for whole, part in zip(image.size, (wide, high), strict=True))
    return image.crop((round(left), round(top), round(left) + wide, round(top) + high))
