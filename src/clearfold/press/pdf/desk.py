"""Lay out the parts of a leaflet as an edition has them, one by one, until each fits its pages."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import LeafletError
from clearfold.model.limits import PAGES
from clearfold.press.design.brand import PRIMARY
from clearfold.press.design.motif import halo, motif
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.design.typefaces import lacking
from clearfold.press.edition import Edition, Fit
from clearfold.press.leaflet import Density, Design, Leaflet, Picture, Publisher
from clearfold.press.pdf.composing.composition import compose, composed, is_fuller
from clearfold.press.pdf.composing.drawings import worded
from clearfold.press.pdf.composing.page_filling import lines_below
from clearfold.press.pdf.cropped_pictures import crop_pictures
from clearfold.press.pdf.fitting import measure, refit
from clearfold.press.pdf.logo_ground import Logo, hold_sponsors, look_at_logo
from clearfold.press.pdf.qr_code import CODE, online_code
from clearfold.press.pdf.render import LaidOut, RenderError, Sheets, complaints, lay_out, parse_sheets
from clearfold.press.pdf.style_warnings import blame
from clearfold.press.template.balanced_lines import balance_lines
from clearfold.press.template.cover_look import A4, HALO, MOTIF, CoverLook, design_of, look_of, said_on
from clearfold.press.template.kept_together import HYPHEN, keep_whole
from clearfold.press.template.line_endings import part_long_words, part_rows
from clearfold.press.template.page import line_of, page, panels_of
from clearfold.press.template.page_text import page_tree
from clearfold.press.template.parts import untie
from clearfold.press.template.run_in import run_in
from clearfold.press.template.spacing_by_language import NARROW

AS_STYLED = Fit()
SKIPPED = 6  # the panels of a flyer, whose sheet measures them one by one
COMPACT = "compact.css"
ROUNDS = 8  # layouts of a part at most; each fits better than the one before


@contextmanager
def blamed(leaflet: Leaflet, edition: Edition) -> Iterator[None]:
    """Tell what cannot be rendered by the place in the association's files that is to blame."""
    try:
        yield
    except RenderError as error:
        own = leaflet.publisher.style
        alone = complaints(own, _roots(leaflet)) if own else ()
        raise LeafletError(blame(error.messages, alone, own, edition.name, leaflet.source.at(0, 0))) from error


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the parts of an edition are laid out, with all that they need.

    ``made`` are the pictures that stand in no file: a QR code, a motif; ``worded`` are the drawings with words by their
    names, each with the height in mm by which these are large enough, 0 where nobody knows; ``cropped`` are the
    addresses of what is shown of photographs, by their names and classes.
    """

    leaflet: Leaflet
    edition: Edition
    sheets: Sheets
    look: CoverLook
    made: Mapping[str, bytes]
    cropped: Mapping[tuple[str, str], str]
    worded: Mapping[str, float]

    def fitted(self, *parts: str, before: int = 0, fit: Fit = AS_STYLED, **values: object) -> tuple[LaidOut, Fit]:
        """Lay out parts that have so many pages before them, until nothing fits better than what is returned.

        Up to SKIPPED pages before, a style sheet can count on; of more, it can tell left ones from right ones.
        """
        leaflet = self.leaflet
        skipped = before if before <= SKIPPED else 2 + before % 2
        code = CODE if named(CODE) in self.made else ""
        values |= {"parts": parts, "before": before, "skipped": skipped, "code": code, "look": self.look}
        values |= {"logo": _address(leaflet.publisher.logo), "cover": _address(leaflet.metadata.cover)}
        values |= {"address": _address}
        for _ in range(ROUNDS):
            said = said_on(leaflet, self.edition.paper, fit) if "cover" in parts else None
            root = page_tree(page(leaflet, self.edition, "", fit=fit, said=said, **values))
            if values.get("only"):
                untie(root)
            run_in(root)
            for picture in root.iter("img"):
                if part := self.cropped.get((picture.get("src", ""), picture.get("class", ""))):
                    picture.set("src", part)
            compose(root, fit, self.worded)
            parted = part_long_words(root, leaflet.metadata.lang, line_of(leaflet, self.edition), fit.cut)
            part_rows(root, line_of(leaflet, self.edition))
            keep_whole(root, leaflet.metadata.lang, lacking(leaflet.publisher.typeface, (HYPHEN, NARROW)))
            balance_lines(root, leaflet, self.edition)
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
        return {**self.made, named(MOTIF): motif(self.leaflet.publisher, wide, fit.art or wide, dark=dark)}

    def body(self, *parts: str, before: int, questions: bool = False) -> LaidOut:
        """Lay out the body, or parts that begin with it, on pages that are as full as they can be.

        Where its last page has room for them, lines to write ``questions`` on begin there.
        """
        laid, fit = self.fitted(*parts, before=before)
        better = composed(laid.document, laid.root, fit, self.worded)
        if better != fit:
            again, better = self.fitted(*parts, before=before, fit=better)
            if is_fuller((again.document, again.root, better), (laid.document, laid.root, fit)):
                laid, fit = again, better
        if not questions or not (lines := lines_below(laid.document)):
            return laid
        shared, _ = self.fitted(*parts, before=before, fit=fit, lines=lines)
        return shared if shared.pages == laid.pages else laid

    def asks_on(self, body: LaidOut) -> bool:
        """Say whether lines to write questions on have begun on the last page of the body."""
        asked = panels_of(self.leaflet, self.edition).questions
        return asked is not None and asked.id in dict(body.anchors())


def desk_for(leaflet: Leaflet, edition: Edition, density: Density = Density.ROOMY) -> Desk:
    """Return where a leaflet is laid out; raise LeafletError for a logo that is not seen on its ground."""
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
    made[named(HALO)] = halo(publisher)
    sheets = parse_sheets(paths, _roots(leaflet), ours=ours)
    parts = crop_pictures(leaflet)
    made |= {named(address): data for address, data in parts.values()}
    cropped = {key: address for key, (address, _) in parts.items()}
    return Desk(leaflet, edition, sheets, look, made, cropped, worded(leaflet, edition))


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


def named(address: str) -> str:
    """Return the name of a picture that is made for a page."""
    return address.partition(":")[2]


def _address(picture: Picture | None) -> str:
    return picture.path.as_uri() if picture else ""
