"""A Word file as people bring one: a title, headings, a list of signs, and a picture of which nothing is told."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.importers.office import docx, p, part
from tests.importers.traps.word import picture

_LEVELS = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{known}"/></w:style>'
    for name, known in (("Title", "Title"), ("Kop1", "heading 1"))
)


def word_file(path: Path) -> None:
    """Write the file."""
    dots = BytesIO()
    Image.new("RGB", (1200, 800), (196, 60, 60)).save(dots, "PNG")
    styled = '<w:pStyle w:val="{}"/>'.format
    shown = picture('r:embed="it"', "")
    body = (
        p("Rode vlekken op je huid", styled("Title"))
        + p("Wat zie je?", styled("Kop1"))
        + p("Rode vlekken komen vaak voor. Meestal gaan ze vanzelf weg.")
        + f"<w:p>{shown}</w:p>"
        + p("Wat kun je doen?", styled("Kop1"))
        + p("Koel de plek met water. Krab niet.")
    )
    parts: dict[str, str | bytes] = {"styles.xml": part("w:styles", _LEVELS), "media/vlek.png": dots.getvalue()}
    path.write_bytes(docx(body, parts, {"it": ("image", "media/vlek.png")}))
