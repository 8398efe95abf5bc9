"""The addresses of finding and replacing: where words stand, and putting others into the places that are chosen."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from itertools import islice
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from clearfold.studio.copy.places import MOST, Place, Wanted, instead, places, replaced
from clearfold.studio.pages import page
from clearfold.studio.routes.seeing import on_shelf
from clearfold.studio.routes.writing import Asked, RefusedError, asked, document_of, save_text, tab_of
from clearfold.studio.shelf import shelved

if TYPE_CHECKING:
    from starlette.requests import Request

_LONGEST = 1000  # characters that are looked for


async def show_finding(request: "Request") -> Response:
    """Show where to look: this copy, and those of the leaflet's other languages."""
    project, copy = request.app.state.project, on_shelf(request)
    folder = copy.name.rpartition("/")[0]
    found = ((name, path) for name, path in project.copies().items() if name.rpartition("/")[0] == folder)
    beside = [shelved(project, name, path) for name, path in found]
    return page(request, "find.html.j2", copy=copy, copies=beside)


async def put_wanted(request: "Request") -> Response:
    """Give the places in which words stand, with what would stand there; it changes nothing."""
    text, sha256 = asked(request).text()
    wanted, new, _ = _read(await document_of(request))
    found = list(islice(places(text, wanted), MOST + 1))
    told = [_told(place, new, wanted) for place in found[:MOST]]
    return JSONResponse({"sha256": sha256, "more": len(found) > MOST, "places": told})


async def put_replaced(request: "Request") -> Response:
    """Put other words into the places that were chosen; 412 and 423 as when a copy is saved."""
    one = asked(request)
    wanted, new, chosen = _read(await document_of(request))
    with _writing_for_now(one):
        text, _ = one.text()
        found = tuple(islice(places(text, wanted), MOST))
        # Of another copy than the one in which they were found nothing is saved.
        return save_text(one, replaced(text, found, chosen, new, wanted), always=True)


@contextmanager
def _writing_for_now(one: Asked) -> Iterator[None]:
    """Write a copy that is open in no other tab, for the time of the block; raises RefusedError where one writes it."""
    writers, tab = one.request.app.state.writers, tab_of(one.request)
    writes = writers.may(one.path, tab)
    if not tab or not writers.ask(one.path, tab):
        raise RefusedError(HTTPStatus.LOCKED, "another tab writes")
    try:
        yield
    finally:
        if not writes:
            writers.leave(one.path, tab)


def _read(document: dict[str, object]) -> tuple[Wanted, str, frozenset[int]]:
    """Return what a request looks for, what it puts in its place, and where; raises RefusedError."""
    text, new, chosen = document.get("wanted"), document.get("new", ""), document.get("places", [])
    if not (isinstance(text, str) and isinstance(new, str) and isinstance(chosen, list)):
        raise RefusedError(HTTPStatus.BAD_REQUEST, "no such words")
    if max(len(text), len(new)) > _LONGEST or set(new) & set("\r\n") or not all(type(n) is int for n in chosen):
        raise RefusedError(HTTPStatus.BAD_REQUEST, "no such words")
    return Wanted(text, document.get("case") is True, document.get("words") is True), new, frozenset(chosen)


def _told(place: Place, new: str, wanted: Wanted) -> dict[str, object]:
    shown = {"line": place.line, "before": place.before, "found": " ".join(place.found.split()), "after": place.after}
    return {**shown, "new": instead(place, new, wanted)}
