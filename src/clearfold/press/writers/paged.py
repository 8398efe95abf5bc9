"""Write a leaflet as a PDF: the template's page, the edition's style sheets, the tagged PDF writer."""

from clearfold.press.edition import Edition, Output, page, styles_folder
from clearfold.press.leaflet import Leaflet, Picture
from clearfold.press.writers.dates import moment
from clearfold.press.writers.pdf import PdfMetadata, render


def write_pdf(leaflet: Leaflet, edition: Edition) -> Output:
    """Return a leaflet as a tagged PDF; the same leaflet gives the same bytes."""
    data, made = leaflet.metadata, moment(leaflet)
    html = page(leaflet, edition, logo=_address(leaflet.publisher.logo), cover=_address(data.cover))
    folder = leaflet.source.path.resolve().parent
    extra = leaflet.publisher.style
    sheets = [*(styles_folder() / name for name in edition.style_sheets), *([extra] if extra else [])]
    roots = [folder, styles_folder(), *(path.parent for path in (extra, getattr(leaflet.publisher.logo, "path", None)) if path)]
    metadata = PdfMetadata(
        title=data.title,
        lang=data.lang,
        authors=data.authors,
        subject=data.audience,
        keywords=tuple(entry.term for entry in data.abbreviations),
        publisher=data.publisher,
        identifier=f"{data.id}/{data.lang}",
        created=made,
        modified=made,
    )
    rendered = render(html, sheets, roots, folder, metadata)
    return Output(
        edition.name, edition.file_name(leaflet), edition.media_type, rendered.data, rendered.pages, edition.conformance
    )


def _address(picture: Picture | None) -> str:
    return picture.path.as_uri() if picture else ""
