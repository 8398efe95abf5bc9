"""The print ticket: what is said of a printed file to who prints it, as a text beside it."""

from dataclasses import replace

from clearfold.model.paper import Fold, Paper
from clearfold.press.edition import Edition, Output
from clearfold.press.leaflet import Leaflet
from clearfold.press.template.page import page
from clearfold.press.template.wide_tables import colon_of

PANELS, ON_SHEET = 6, 4  # of a flyer, and of a sheet that is folded once


def with_ticket(leaflet: Leaflet, edition: Edition, output: Output) -> Output:
    """Return an output with its ticket, where its edition is for a print shop or is folded."""
    paper = edition.paper
    if paper is None or (not paper.bleed and paper.fold is Fold.FLAT):
        return output
    from clearfold.press.print.inks import CONDITION, PROFILE_NAME

    values = {"output": output, "paper": paper, "sheets": _sheets(output, paper), "number": _number}
    said = {"profile": f"{CONDITION}, {PROFILE_NAME}", "colon": colon_of(leaflet.metadata.lang)}
    text = page(leaflet, edition, "ticket.txt.j2", **values, **said)
    return replace(output, ticket=text)


def _sheets(output: Output, paper: Paper) -> int:
    return -(-output.pages // (ON_SHEET if paper.fold is Fold.BOOKLET else PANELS))


def _number(value: float) -> str:
    return f"{value:g}"
