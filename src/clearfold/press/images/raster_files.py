"""Whether a picture of dots is whole, and of a size that a machine can bear."""

import warnings
from io import BytesIO

from clearfold.model.limits import PIXELS
from clearfold.model.messages import message


def raster_fault(data: bytes, kind: str) -> str:
    """Return what is wrong with a picture of dots, "" where nothing is."""
    from PIL import Image, ImageFile

    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint 70, once imported, has Pillow fill up what is missing
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its pixels are counted below
            with Image.open(BytesIO(data), formats=(kind,)) as image:
                if image.width * image.height > PIXELS:
                    return message(
                        "has {width:,} × {height:,} pixels, and at most {pixels:,} are taken",
                        width=image.width,
                        height=image.height,
                        pixels=PIXELS,
                    )
                image.load()
    except Image.DecompressionBombError:
        return message("has more than the {pixels:,} pixels that are taken", pixels=PIXELS)
    except Exception:  # Pillow raises whatever a broken file makes it stumble over
        return message("is no whole {kind}: it is broken, or was cut off", kind=kind)
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return ""
