"""Write a leaflet as sheets that are folded: a booklet of pages that are made already, or a flyer of six panels."""

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import LeafletError
from clearfold.model.paper import Fold
from clearfold.press.edition import Edition, Output
from clearfold.press.leaflet import Leaflet
from clearfold.press.pdf.pages import facts, print_page
from clearfold.press.print.imposition import BLANK, Side, booklet, c_fold, impose, six, z_fold
from clearfold.press.template.fitted_tables import fit_tables
from clearfold.press.template.page import imprint_of, line_of

PANELS = 6
BACK = "panel-contact"  # the id of what stands on the back of a flyer


def write_booklet(leaflet: Leaflet, edition: Edition, needed: tuple[Output, ...]) -> Output:
    """Return the pages of the edition that a booklet needs, laid on sheets to be folded once and stapled."""
    (pages,) = needed
    sides = booklet(pages.pages)
    return _output(leaflet, edition, pages.data, sides)


def write_flyer(leaflet: Leaflet, edition: Edition) -> Output:
    """Return a leaflet as one sheet of six panels; raise LeafletError where it takes more.

    What stands on the back panel is last, also where panels before it stay blank.
    """
    assert edition.paper is not None
    rendered = print_page(fit_tables(leaflet, line_of(leaflet, edition)), edition)
    back = dict(rendered.anchors).get(BACK, 0)
    if rendered.pages > PANELS:
        place = leaflet.source.at(0, 0)
        raise LeafletError([mistake("SRC-071", place, edition=edition.name, panels=rendered.pages, most=PANELS)])
    order = six(rendered.pages, back - 1 if back else BLANK)
    sides = c_fold(order) if edition.paper.fold is Fold.C_FOLD else z_fold(order)
    return _output(leaflet, edition, rendered.data, sides)


def _output(leaflet: Leaflet, edition: Edition, pages: bytes, sides: tuple[Side, ...]) -> Output:
    return Output(
        edition.name,
        edition.file_name(leaflet),
        edition.media_type,
        impose(pages, sides, facts(leaflet)),
        sum(len(side.slots) for side in sides),
        (),
        imprint=imprint_of(leaflet, edition),
    )
