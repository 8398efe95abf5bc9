"""Write a leaflet as a PDF: the template's page, the edition's style sheets, the tagged PDF writer."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.model.limits import PAGES
from clearfold.press.design.brand import PRIMARY
from clearfold.press.design.motif import halo, motif
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.design.typefaces import lacking
from clearfold.press.edition import Edition, Fit, Output
from clearfold.press.leaflet import Density, Design, Leaflet, PdfProfile, Picture, Publisher
from clearfold.press.pdf.back_fitting import Back
from clearfold.press.pdf.composing.composition import compose, composed, is_fuller
from clearfold.press.pdf.composing.drawings import worded
from clearfold.press.pdf.cover_fitting import over
from clearfold.press.pdf.fitting import measure, refit
from clearfold.press.pdf.logo_ground import Logo, hold_sponsors, look_at_logo
from clearfold.press.pdf.qr_code import CODE, online_code
from clearfold.press.pdf.render import (
    LaidOut,
    PdfMetadata,
    Rendered,
    RenderError,
    Sheets,
    complaints,
    filled,
    join,
    lay_out,
    paint,
    parse_sheets,
)
from clearfold.press.pdf.style_warnings import blame
from clearfold.press.template.cover_look import A4, HALO, MOTIF, CoverLook, design_of, look_of, said_on
from clearfold.press.template.fitted_tables import fit_tables
from clearfold.press.template.kept_together import HYPHEN, keep_whole
from clearfold.press.template.line_endings import part_long_words
from clearfold.press.template.page import imprint_of, line_of, page, panels_of
from clearfold.press.template.page_text import page_tree
from clearfold.press.template.run_in import run_in
from clearfold.press.template.spacing_by_language import NARROW
from clearfold.press.timestamp import moment

CLAIMS = {
    PdfProfile.ARCHIVE: ("PDF/UA-1", "PDF/A-2a"),
    PdfProfile.NEXT: ("PDF/UA-2", "PDF/A-4f", "WTPDF 1.0 accessibility", "WTPDF 1.0 reuse"),
}
AS_STYLED = Fit()
ENTRY = 15  # mm that an entry of the contents may take; of more than fit on a page so, the front is laid out first
SKIPPED = 6  # the panels of a flyer, whose sheet measures them one by one
HIDDEN = 1.0  # mm by which what a cover says may reach beyond it
COMPACT = "compact.css"
FOLDED = 4  # pages of a sheet that is folded once
STAPLED = 60  # pages; of more no booklet is folded
ROUNDS = 8  # layouts of a part at most; each fits better than the one before


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
    with _blamed(leaflet, edition):
        laid = _laid(leaflet, edition)
        if laid.pages > PAGES:
            raise LeafletError([_too_many(leaflet, edition, laid.pages)])
        return paint(laid, facts(leaflet), profile, attachment)


def print_cover(leaflet: Leaflet, edition: Edition) -> Rendered:
    """Print the cover by itself; raise LeafletError where a picture or a style sheet cannot be used."""
    with _blamed(leaflet, edition):
        cover, _ = _desk(leaflet, edition).fitted("cover")
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


def _folder(leaflet: Leaflet) -> Path:
    return leaflet.source.path.resolve().parent


def _roots(leaflet: Leaflet) -> tuple[Path, ...]:
    """Return the folders whose files the pages may show."""
    return (_folder(leaflet), styles_folder(), *_folders(leaflet.publisher))


def _folders(publisher: Publisher) -> Iterator[Path]:
    """Yield the folders of what publisher.yaml names, which may stand beside the leaflet's own."""
    if publisher.style:
        yield publisher.style.parent
    for picture in (publisher.logo, *(sponsor.logo for sponsor in publisher.sponsors)):
        if picture:
            yield picture.path.parent
    for _, path in publisher.typeface.files if publisher.typeface else ():
        yield path.parent


@contextmanager
def _blamed(leaflet: Leaflet, edition: Edition) -> Iterator[None]:
    """Tell what cannot be rendered by the place in the association's files that is to blame."""
    try:
        yield
    except RenderError as error:
        own = leaflet.publisher.style
        alone = complaints(own, _roots(leaflet)) if own else ()
        raise LeafletError(blame(error.messages, alone, own, edition.name, leaflet.source.at(0, 0))) from error


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where the parts of an edition are laid out, with all that they need.

    ``made`` are the pictures that stand in no file: a QR code, a motif; ``worded`` are the drawings with words by their
    names, each with the height in mm by which these are large enough, 0 where nobody knows.
    """

    leaflet: Leaflet
    edition: Edition
    sheets: Sheets
    look: CoverLook
    made: Mapping[str, bytes]
    worded: Mapping[str, float]

    def fitted(self, *parts: str, before: int = 0, fit: Fit = AS_STYLED, **values: object) -> tuple[LaidOut, Fit]:
        """Lay out parts that have so many pages before them, until nothing fits better than what is returned.

        Up to SKIPPED pages before, a style sheet can count on; of more, it can tell left ones from right ones.
        """
        leaflet = self.leaflet
        skipped = before if before <= SKIPPED else 2 + before % 2
        code = CODE if _named(CODE) in self.made else ""
        values |= {"parts": parts, "before": before, "skipped": skipped, "code": code, "look": self.look}
        values |= {"logo": _address(leaflet.publisher.logo), "cover": _address(leaflet.metadata.cover)}
        values |= {"address": _address}
        for _ in range(ROUNDS):
            said = said_on(leaflet, self.edition.paper, fit) if "cover" in parts else None
            root = page_tree(page(leaflet, self.edition, "", fit=fit, said=said, **values))
            run_in(root)
            compose(root, fit, self.worded)
            parted = part_long_words(root, leaflet.metadata.lang, line_of(leaflet, self.edition), fit.cut)
            keep_whole(root, leaflet.metadata.lang, lacking(leaflet.publisher.typeface, (HYPHEN, NARROW)))
            laid = lay_out(root, self.sheets, _roots(leaflet), _folder(leaflet), self.pictures(fit), skipped)
            better = refit(fit, measure(laid.document, parted=parted))
            if better == fit or laid.pages > PAGES:
                break
            fit = better
        return laid, fit

    def pictures(self, fit: Fit) -> Mapping[str, bytes]:
        """Return the pictures that stand in no file, by their names: a motif is drawn for the place that it has."""
        if not self.look.motif:
            return self.made
        wide = (self.edition.paper or A4).width
        dark = design_of(self.leaflet) is Design.PLAIN
        return {**self.made, _named(MOTIF): motif(self.leaflet.publisher, wide, fit.art or wide, dark=dark)}

    def body(self, *parts: str, before: int) -> LaidOut:
        """Lay out the body, or parts that begin with it, on pages that are as full as they can be."""
        laid, fit = self.fitted(*parts, before=before)
        better = composed(laid.document, laid.root, fit, self.worded)
        if better == fit:
            return laid
        again, better = self.fitted(*parts, before=before, fit=better)
        fuller = is_fuller((again.document, again.root, better), (laid.document, laid.root, fit))
        return again if fuller else laid


def _laid(leaflet: Leaflet, edition: Edition) -> LaidOut:
    """Lay out an edition as densely as the leaflet says; where it says nothing, compactly if that saves a sheet."""
    density, paper = leaflet.metadata.density, edition.paper
    laid = _whole(_desk(leaflet, edition, density or Density.ROOMY))
    if density is not None or paper is None or paper.multiple < FOLDED or laid.pages > STAPLED:
        return laid
    compact = _whole(_desk(leaflet, edition, Density.COMPACT))
    return compact if compact.pages < laid.pages else laid


def _desk(leaflet: Leaflet, edition: Edition, density: Density = Density.ROOMY) -> _Desk:
    # Two associations may give two fonts one name.
    ours = not (leaflet.publisher.typeface or leaflet.publisher.style)
    names = (*edition.style_sheets, *([COMPACT] if density is Density.COMPACT else []))
    paths = [styles_folder() / name for name in names]
    publisher, made = leaflet.publisher, online_code(leaflet, edition)
    logo = look_at_logo(publisher.logo.path, publisher.primary or PRIMARY) if publisher.logo else Logo()
    if not logo.seen:
        raise LeafletError([mistake("SRC-130", publisher.logo_place or leaflet.source.at(0, 0), "own")])
    hold_sponsors(leaflet)
    look = look_of(leaflet, edition.paper, dark=logo.dark, ratio=logo.ratio)
    made[_named(HALO)] = halo(publisher)
    sheets = parse_sheets(paths, _roots(leaflet), ours=ours)
    return _Desk(leaflet, edition, sheets, look, made, worded(leaflet, edition))


def _whole(desk: _Desk) -> LaidOut:
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
            body = desk.body("body", before=before)
            behind = [filled(body), _end(desk, before + body.pages)]
        first = accumulate((part.pages for part in behind), initial=before)
        numbers = dict(anchor for part, at in zip(behind, first, strict=False) for anchor in part.anchors(at))
        front, fit = desk.fitted("cover", "contents", fit=fit, numbers=numbers)
        if front.pages == before:
            break
        before = front.pages
    if over(measure(front.document).cover) > HIDDEN:
        raise LeafletError([_too_full(desk.leaflet, desk.edition)])
    return join((front, *behind))


def _end(desk: _Desk, before: int) -> LaidOut:
    """Lay out ruled pages, as many as fill the last sheet of paper, and the back cover."""
    paper = desk.edition.paper
    every = paper.multiple if paper and desk.edition.questions else 0
    ruled = _filling(before + 1, every)
    for _ in range(ROUNDS):
        end, _ = desk.fitted("end", before=before, ruled=ruled)
        if (back := measure(end.document).back).over > 0:
            raise LeafletError([_too_tall(desk.leaflet, desk.edition, back)])
        fits = _filling(before + end.pages - ruled, every)
        if fits == ruled:
            break
        ruled = fits
    return end


def _filling(pages: int, every: int) -> int:
    """Return how many ruled pages, at least one, bring a number of pages to a multiple; none where none is wanted."""
    return (-pages % every or every) if every else 0


def _named(address: str) -> str:
    """Return the name of a picture that is made for a page."""
    return address.partition(":")[2]


def _address(picture: Picture | None) -> str:
    return picture.path.as_uri() if picture else ""
