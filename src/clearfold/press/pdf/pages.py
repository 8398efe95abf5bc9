"""Write a leaflet as a PDF: the template's page, the edition's style sheets, the tagged PDF writer."""

from itertools import accumulate
from math import ceil

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.model.limits import PAGES
from clearfold.press.edition import Edition, Output
from clearfold.press.leaflet import Density, Leaflet, PdfProfile
from clearfold.press.pdf.back_fitting import Back
from clearfold.press.pdf.cover_fitting import over
from clearfold.press.pdf.desk import ROUNDS, Desk, blamed, desk_for
from clearfold.press.pdf.fitting import measure
from clearfold.press.pdf.render import (
    LaidOut,
    PdfMetadata,
    Rendered,
    filled,
    join,
    paint,
)
from clearfold.press.template.fitted_tables import fit_tables
from clearfold.press.template.page import imprint_of, line_of, panels_of
from clearfold.press.timestamp import moment

CLAIMS = {
    PdfProfile.ARCHIVE: ("PDF/UA-1", "PDF/A-2a"),
    PdfProfile.NEXT: ("PDF/UA-2", "PDF/A-4f", "WTPDF 1.0 accessibility", "WTPDF 1.0 reuse"),
}
ENTRY = 15  # mm that an entry of the contents may take; of more than fit on a page so, the front is laid out first
HIDDEN = 1.0  # mm by which what a cover says may reach beyond it
FOLDED = 4  # pages of a sheet that is folded once
STAPLED = 60  # pages; of more no booklet is folded


def write_pdf(leaflet: Leaflet, edition: Edition) -> Output:
    """Return a leaflet as a tagged PDF; the same leaflet gives the same bytes."""
    profile, source = leaflet.publisher.pdf_profile, leaflet.source
    # PDF/A-4f is for files that carry others, and PDF/A-2 forbids all but PDF/A files.
    attachment = (source.path.name, source.data) if profile is PdfProfile.NEXT else None
    rendered = print_page(fit_tables(leaflet, line_of(leaflet, edition)), edition, profile, attachment)
    return Output(
        edition.name,
        edition.file_name(leaflet),
        edition.media_type,
        rendered.data,
        rendered.pages,
        CLAIMS[profile],
        rendered.starts,
        imprint_of(leaflet, edition),
    )


def print_page(
    leaflet: Leaflet,
    edition: Edition,
    profile: PdfProfile = PdfProfile.ARCHIVE,
    attachment: tuple[str, bytes] | None = None,
) -> Rendered:
    """Print an edition's page; raise LeafletError where a picture or a style sheet cannot be used."""
    with blamed(leaflet, edition):
        laid = _laid(leaflet, edition)
        if laid.pages > PAGES:
            raise LeafletError([_too_many(leaflet, edition, laid.pages)])
        return paint(laid, facts(leaflet), profile, attachment)


def print_cover(leaflet: Leaflet, edition: Edition) -> Rendered:
    """Print the cover by itself; raise LeafletError where a picture or a style sheet cannot be used."""
    with blamed(leaflet, edition):
        cover, _ = desk_for(leaflet, edition).fitted("cover")
        return paint(cover, facts(leaflet))


def facts(leaflet: Leaflet) -> PdfMetadata:
    """Return what every PDF of a leaflet says of itself."""
    data, made = leaflet.metadata, moment(leaflet)
    return PdfMetadata(
        title=data.title,
        lang=data.lang,
        authors=data.authors,
        subject=data.audience,
        keywords=tuple(dict.fromkeys((*data.subjects, *(entry.term for entry in data.abbreviations)))),
        publisher=data.publisher,
        identifier=f"{data.id}/{data.lang}",
        created=made,
        modified=made,
    )


def _too_full(leaflet: Leaflet, edition: Edition) -> Diagnostic:
    return mistake("SRC-123", leaflet.source.at(0, 0), edition=edition.name)


def _too_tall(leaflet: Leaflet, edition: Edition, back: Back) -> Diagnostic:
    place = (leaflet.metadata.contact and leaflet.metadata.contact.place) or leaflet.source.at(0, 0)
    return mistake("SRC-131", place, edition=edition.name, over=ceil(back.over), longest=back.longest)


def _too_many(leaflet: Leaflet, edition: Edition, pages: int) -> Diagnostic:
    return mistake("SRC-088", leaflet.source.at(0, 0), edition=edition.name, pages=pages, most=PAGES)


def _laid(leaflet: Leaflet, edition: Edition) -> LaidOut:
    """Lay out an edition as densely as the leaflet says; where it says nothing, compactly if that saves a sheet."""
    density, paper = leaflet.metadata.density, edition.paper
    laid = _whole(desk_for(leaflet, edition, density or Density.ROOMY))
    if density is not None or paper is None or paper.multiple < FOLDED or laid.pages > STAPLED:
        return laid
    compact = _whole(desk_for(leaflet, edition, Density.COMPACT))
    return compact if compact.pages < laid.pages else laid


def _whole(desk: Desk) -> LaidOut:
    """Lay out all parts, each once where it can be: the body, then what stands behind it, then what tells its pages.

    On a screen there is no last sheet to fill, and what stands behind the body follows it on its page.
    """
    paper = desk.edition.paper
    screen = paper is not None and paper.screen
    fit = desk.fitted("cover")[1]  # what a cover says is measured first: by itself, on a page of its own
    entries = len(panels_of(desk.leaflet, desk.edition).contents) if desk.edition.contents else 0
    before = 2 if entries else 1  # pages of the front, until it is known
    if paper and entries * ENTRY > paper.height:  # else the body may have to be laid out again
        front, fit = desk.fitted("cover", "contents", fit=fit)
        before = front.pages
    for _ in range(ROUNDS):
        if screen:
            behind = [filled(desk.body("body", "end", before=before))]
        else:
            body = desk.body("body", before=before, questions=bool(desk.edition.questions))
            behind = [filled(body), _end(desk, before + body.pages, begun=desk.asks_on(body))]
        first = accumulate((part.pages for part in behind), initial=before)
        numbers = dict(anchor for part, at in zip(behind, first, strict=False) for anchor in part.anchors(at))
        front, fit = desk.fitted("cover", "contents", fit=fit, numbers=numbers)
        if front.pages == before:
            break
        before = front.pages
    if over(measure(front.document).cover) > HIDDEN:
        raise LeafletError([_too_full(desk.leaflet, desk.edition)])
    return join((front, *behind))


def _end(desk: Desk, before: int, *, begun: bool) -> LaidOut:
    """Lay out ruled pages, as many as fill the last sheet of paper, and the back cover.

    Where the questions have ``begun`` below the text, no ruled page is needed for their own sake.
    """
    paper = desk.edition.paper
    every = paper.multiple if paper and desk.edition.questions else 0
    ruled = _filling(before + 1, every, least=not begun)
    for _ in range(ROUNDS):
        end, _ = desk.fitted("end", before=before, ruled=ruled, begun=begun)
        if (back := measure(end.document).back).over > 0:
            raise LeafletError([_too_tall(desk.leaflet, desk.edition, back)])
        fits = _filling(before + end.pages - ruled, every, least=not begun)
        if fits == ruled:
            break
        ruled = fits
    return end


def _filling(pages: int, every: int, *, least: bool) -> int:
    """Return how many ruled pages, one at the ``least`` or none, bring a number of pages to a multiple of ``every``."""
    return (-pages % every or every * least) if every else 0
