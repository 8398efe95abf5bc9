"""The photographs of which pages show a part, made before they are laid out: a page has that part and no more."""

from clearfold.press.document.inlines import Image
from clearfold.press.document.walk import walk
from clearfold.press.images.cropping import crop_in, cropped
from clearfold.press.leaflet import Leaflet
from clearfold.press.pdf.fetcher import MADE


def crop_pictures(leaflet: Leaflet) -> dict[tuple[str, str], tuple[str, bytes]]:
    """Return the address and the bytes of each part that is shown, by the name and the classes of its picture."""
    files = {picture.name: picture.path for picture in leaflet.pictures}
    parts: dict[tuple[str, str], tuple[str, bytes]] = {}
    for image in (node for section in leaflet.sections for node in walk(section.blocks) if isinstance(node, Image)):
        crop, key = crop_in(image.attributes.classes), (image.name, image.attributes.get("class") or "")
        if crop and image.name in files and key not in parts:
            data = cropped(files[image.name].read_bytes(), crop)
            suffix = "jpg" if data.startswith(b"\xff\xd8") else "png"
            parts[key] = (f"{MADE}:part-{len(parts) + 1}.{suffix}", data)
    return parts
