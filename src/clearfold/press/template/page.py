"""The pages that templates make of a leaflet, and what they are told."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from clearfold.press.design.brand import brand_of, narrowed
from clearfold.press.document.render import xhtml
from clearfold.press.document.walk import Nodes
from clearfold.press.edition import Edition, Fit
from clearfold.press.labels import Labels, labels_of
from clearfold.press.leaflet import Leaflet
from clearfold.press.template.back_look import back_of
from clearfold.press.template.cover_look import look_of, said
from clearfold.press.template.panels import Panels, bare, imprint, panels
from clearfold.press.template.thumbs import thumbs

TEMPLATES = Path(__file__).parent / "jinja"
# What a printed page's template is told, unless said otherwise: the parts that it makes, the address of a QR code's
# picture, how the part fits, how many pages stand before it, how many of these empty pages stand for, how many lines to
# write on stand below the body, how many ruled pages there are and whether such lines have begun before, the page on
# which each entry of the contents begins, by its id, what gives a picture's address, and the id of the one section of
# the body that is made, "" for all of them.
PARTS = ("cover", "contents", "body", "end")
PRINTED_PAGE: Mapping[str, object] = MappingProxyType(
    {"parts": PARTS, "code": "", "fit": Fit(), "before": 0, "skipped": 0, "numbers": MappingProxyType({})}
    | {"address": attrgetter("name"), "only": "", "lines": 0, "ruled": 0, "begun": False}
)


def words_of(leaflet: Leaflet) -> Labels:
    """Return the labels in the language of a leaflet, which the reading of the copy has made sure of."""
    words = labels_of(leaflet.metadata.lang)
    assert words is not None
    return words


def line_of(leaflet: Leaflet, edition: Edition) -> int:
    """Return how many characters fit on a line in the leaflet's typeface; where readers choose it, in theirs."""
    return narrowed(edition.line, leaflet.publisher) if edition.paper else edition.line


def panels_of(leaflet: Leaflet, edition: Edition) -> Panels:
    """Return the panels of a leaflet as an edition has them."""
    told = (leaflet, words_of(leaflet), edition.label, line_of(leaflet, edition))
    return panels(*told, questions=edition.questions, siblings=not edition.languages)


def imprint_of(leaflet: Leaflet, edition: Edition) -> str:
    """Return the line by which readers know an edition: its format, version and month."""
    words = words_of(leaflet)
    return " · ".join(filter(None, (words(edition.label), imprint(leaflet.metadata, words))))


def page(leaflet: Leaflet, edition: Edition, template: str = "", **values: object) -> str:
    """Return what a template makes of a leaflet; the edition's own template where none is named.

    Of a printed page's ``values``, ``logo`` and ``cover`` (addresses of pictures) must be given; see PRINTED_PAGE.
    """
    usual = {} if "said" in values else {"said": said(leaflet), "look": look_of(leaflet, edition.paper)}
    given = {"leaflet": leaflet, "metadata": leaflet.metadata, "edition": edition}
    listed = panels_of(leaflet, edition)
    back, tabs = back_of(leaflet, listed, edition.paper), thumbs(leaflet, edition)
    made = {"words": words_of(leaflet), "panels": listed, "back": back, "thumbs": tabs}
    known = {**PRINTED_PAGE, **usual, **given, **made, **values}
    return _environment().get_template(template or edition.template).render(known)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: name is None or not name.endswith(".txt.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled(),
    )
    environment.globals["brand_of"] = brand_of
    environment.filters["xhtml"] = _placed
    environment.filters["bare"] = bare
    return environment


def _placed(nodes: Nodes, between: str = "") -> Markup:
    return Markup(xhtml(nodes, between))


def _compiled() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept: beside them, as Python keeps modules, or nowhere."""
    folder = TEMPLATES / "__pycache__"
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
    writes = os.access(folder, os.W_OK) and not sys.dont_write_bytecode
    return FileSystemBytecodeCache(os.fspath(folder)) if writes else None
