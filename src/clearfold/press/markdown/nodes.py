"""From Python-Markdown's HTML to the document tree, and what of it a leaflet may not have."""

from dataclasses import dataclass

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.limits import DEEPEST
from clearfold.press.document.parse import TooDeepError, parse
from clearfold.press.document.walk import Nodes
from clearfold.press.markdown import element_limits, html_allowlist
from clearfold.press.markdown.html_tags import tags_of, too_deep
from clearfold.press.markdown.ids import named
from clearfold.press.markdown.positions import Places


@dataclass(frozen=True, slots=True)
class Parsed:
    """The nodes of a text, and what is wrong with them; where it is too much to be laid out, ``nodes`` is None."""

    nodes: Nodes | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_html(html: str, places: Places, place: Location | None = None) -> Parsed:
    """Return the nodes of a converted text; what is too much is told at ``place``, where one is given."""
    tags = tags_of(html)
    # Who cleans HTML takes a minute for a hundred thousand levels, and nothing can stop it meanwhile.
    if (words := too_deep(tags, DEEPEST)) is not None:
        return Parsed(None, (element_limits.too_deep(words, places, place),))
    try:
        nodes = named(parse(html_allowlist.clean(html)))
    except TooDeepError as error:
        return Parsed(None, (element_limits.too_deep(str(error), places, place),))
    if too_much := element_limits.excess(nodes, places, place):
        return Parsed(None, too_much)
    return Parsed(nodes, tuple(html_allowlist.faults(tags, places)))
