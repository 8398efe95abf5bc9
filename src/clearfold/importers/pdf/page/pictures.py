"""Pictures of a PDF as files: a JPEG as it is, everything else as PNG."""

import io
from collections.abc import Iterable

import pypdfium2
import pypdfium2.raw as pdfium

_MOST = 50_000_000  # pixels
_DEEPEST = 8
_SCALE = 200 / 72  # of a drawing: dots for a point


def picture_files(data: bytes, wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    """Return the files of pictures, by page and number on it; one that cannot be read or is too large has none."""
    found: dict[tuple[int, int], bytes] = {}
    by_page: dict[int, set[int]] = {}
    for page, number in wanted:
        by_page.setdefault(page, set()).add(number)
    document = pypdfium2.PdfDocument(data)
    try:
        for page, numbers in by_page.items():
            for number, item in enumerate(document[page - 1].get_objects(max_depth=_DEEPEST)):
                if number in numbers and (file := _file(item)):
                    found[page, number] = file
    finally:
        document.close()
    return found


def file_ending(file: bytes) -> str:
    """Return the ending of a picture's name."""
    return ".jpg" if file.startswith(b"\xff\xd8") else ".png"


def drawing_file(data: bytes, page: int, mark: int) -> bytes:
    """Return as PNG what a page draws with marked content of that number, with white around it taken off."""
    document = pypdfium2.PdfDocument(data)
    try:
        shown = document[page - 1]
        left, bottom, right, top = shown.get_bbox()
        boxes = [
            item.get_bounds()
            for item in shown.get_objects(max_depth=_DEEPEST)
            if int(pdfium.FPDFPageObj_GetMarkedContentID(item.raw)) == mark
        ]
        if not boxes:
            return b""
        room = (
            max(min(box[0] for box in boxes), left),
            max(min(box[1] for box in boxes), bottom),
            min(max(box[2] for box in boxes), right),
            min(max(box[3] for box in boxes), top),
        )
        if room[2] - room[0] < 1 or room[3] - room[1] < 1:
            return b""
        crop = (room[0] - left, room[1] - bottom, right - room[2], top - room[3])
        written = io.BytesIO()
        area = (room[2] - room[0]) * (room[3] - room[1])
        shown.render(scale=min(_SCALE, (_MOST / area) ** 0.5), crop=crop).to_pil().save(written, format="PNG")
        return written.getvalue()
    except (pypdfium2.PdfiumError, ValueError, OSError):
        return b""
    finally:
        document.close()


def _file(item: pypdfium2.PdfImage) -> bytes:
    width, height = item.get_px_size()
    if width * height > _MOST:
        return b""
    try:
        if list(item.get_filters()) == ["DCTDecode"] and item.get_metadata().colorspace in _PLAIN:
            return bytes(item.get_data())
        written = io.BytesIO()
        item.get_bitmap(render=True, scale_to_original=True).to_pil().save(written, format="PNG")
    except (pypdfium2.PdfiumError, OSError, ValueError):
        return b""
    return written.getvalue()


_PLAIN = (pdfium.FPDF_COLORSPACE_DEVICERGB, pdfium.FPDF_COLORSPACE_DEVICEGRAY)


def page_pictures(data: bytes, longest: int = 900) -> list[tuple[bytes, float, float]]:
    """Return each page as PNG, its longer side so many pixels at most, with its width and height in points."""
    found: list[tuple[bytes, float, float]] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            scale = longest / max(width, height, 1)
            if min(width, height) * scale < 1:
                continue
            drawn = page.render(scale=scale).to_pil().convert("P", colors=32)
            written = io.BytesIO()
            drawn.save(written, format="PNG")
            found.append((written.getvalue(), width, height))
    finally:
        document.close()
    return found
