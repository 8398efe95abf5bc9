"""Read a web page as its reader meets it, from top to bottom."""

from copy import deepcopy

from clearfold.model.transcript import Transcript
from clearfold.proof.html.cascade import cascade
from clearfold.proof.html.elements import name_of
from clearfold.proof.html.unseen import hide
from clearfold.proof.html.walker import Walker
from clearfold.proof.readers.web.file import WebPage
from clearfold.proof.readers.web.languages import list_of
from clearfold.proof.readers.web.made import seen_always


def read_page(page: WebPage) -> Transcript:
    """Return a page's text; Kind.ARTIFACT for what its style or attributes hide, Kind.CONTENTS for its contents.

    Its list of languages is left out: it is held by a check of its own, to the last letter.
    """
    root = deepcopy(page.root)  # hide() marks what is not seen
    listed = list_of(root)
    for element in root.iter("header"):
        if listed is not None and listed in list(element):
            element.remove(listed)
    hide(root, cascade(root, tuple(seen_always(sheet) for sheet in page.sheets)))
    walker = Walker()
    body = next((e for e in root if name_of(e) == "body"), root)
    walker.flow(body, walker.start(page.lang), lambda _block: None)
    return Transcript(tuple(walker.blocks), page.lang, page.title)
