"""The addresses under which a leaflet is seen: its web page, what a screen reader says, pages, finished files."""

import asyncio
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, JSONResponse, Response

from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.model.errors import UsageError
from clearfold.model.messages import speaking
from clearfold.studio import book_pages
from clearfold.studio.committing import uncommitted
from clearfold.studio.guard import PREVIEW_POLICY
from clearfold.studio.page_pictures import page_picture
from clearfold.studio.pages import language, page
from clearfold.studio.problems import Problem, problems
from clearfold.studio.project import NotOursError
from clearfold.studio.publishing import FOR_PRINTERS, Outcome, files_of, wrong, zipped
from clearfold.studio.routes.writing import RefusedError, asked, document_of
from clearfold.studio.seen import seen
from clearfold.studio.shelf import Shelved, shelved

if TYPE_CHECKING:
    from starlette.requests import Request

SMALLEST, LARGEST = 1.0, 40.0
"""CSS px that a millimetre of a screen may have: a wall, and a telephone with its pages enlarged."""
_SANDBOXED = {"Content-Security-Policy": PREVIEW_POLICY}


def on_shelf(request: "Request") -> Shelved:
    """Return the copy that a request is about, as it stands on the shelf."""
    project, name = request.app.state.project, request.path_params["copy"]
    return shelved(project, name, project.copy(name))


async def show_seeing(request: "Request") -> Response:
    """Show a copy as its readers will have it."""
    return page(request, "see.html.j2", copy=on_shelf(request), screen=asked(request).memory.screen())


async def give_sketch(request: "Request") -> Response:
    """Give the section in work as printed pages; ``step`` leads to the next one, or back."""
    one = asked(request)
    step = {"1": 1, "-1": -1}.get(request.query_params.get("step", ""), 0)
    found = await request.app.state.workshop.sketch(one.path, one.stored().sha256, step)
    if found is None:
        return JSONResponse({"told": "errors"}, HTTPStatus.CONFLICT.value)
    printed = found.sketch
    told = [problem.told() for problem in _in_words(request, one.path, printed.diagnostics)]
    name = f"{found.state[:16]}-{printed.part}"
    shown = {"title": printed.title, "pages": printed.pages, "shown": len(printed.pictures), "problems": told}
    return JSONResponse({**shown, "name": name, "old": found.old, "first": found.first, "last": found.last})


async def give_sketched(request: "Request") -> Response:
    """Give a page of the section that was printed last."""
    picture = request.app.state.workshop.picture(asked(request).path, request.path_params["number"])
    if picture is None:
        raise NotOursError(request.path_params["copy"])
    return Response(picture, media_type="image/png")


async def give_book(request: "Request") -> Response:
    """Give a document of the e-book as a page in which no script runs."""
    made, number = seen(request, asked(request).path).made, request.path_params["number"]
    found = book_pages.document(made.folder / made.book, number) if made and made.book else None
    if found is None:
        raise NotOursError(request.path_params["copy"])
    return Response(found, media_type="application/xhtml+xml", headers=_SANDBOXED)


async def put_screen(request: "Request") -> Response:
    """Keep how many CSS px of this screen are a millimetre, as somebody has measured with a card."""
    given = (await document_of(request)).get("px")
    if not isinstance(given, int | float) or not SMALLEST <= given <= LARGEST:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "no measure")
    request.app.state.memory.keep_screen(float(given))
    return Response(status_code=HTTPStatus.NO_CONTENT.value)


async def put_beside(request: "Request") -> Response:
    """Keep whether somebody wants the printed page beside the text."""
    wanted = (await document_of(request)).get("beside") is True
    request.app.state.memory.keep_beside(wanted=wanted)
    return Response(status_code=HTTPStatus.NO_CONTENT.value)


async def give_state(request: "Request") -> Response:
    """Tell how many problems a copy has, and how far behind its source a translation is; -1 where that is not known."""
    one = asked(request)
    workshop = request.app.state.workshop
    look = await workshop.look(one.path, one.stored().sha256)
    try:
        behind = await workshop.behind(one.path)
    except (LeafletError, UsageError):
        behind = -1
    errors = len(wrong(look.diagnostics))
    return JSONResponse({"errors": errors, "warnings": len(look.diagnostics) - errors, "behind": behind})


async def give_web_page(request: "Request") -> Response:
    """Give a copy as a web page, in which no script runs; the last good one where the copy has errors now."""
    one = asked(request)
    look = await request.app.state.workshop.good(one.path, one.stored().sha256)
    if look is None:
        return page(request, "no-page.html.j2", HTTPStatus.CONFLICT)
    return HTMLResponse(look.page, headers=_SANDBOXED)


async def show_heard(request: "Request") -> Response:
    """Show what a screen reader says of a copy, in its order."""
    one, copy = asked(request), on_shelf(request)
    found: tuple[Problem, ...] = ()
    blocks: object = ()
    try:
        blocks = await request.app.state.workshop.heard(one.path)
    except LeafletError as error:
        found = _in_words(request, one.path, error.diagnostics)
    return page(request, "heard.html.j2", copy=copy, blocks=blocks, found=found)


async def give_page(request: "Request") -> Response:
    """Give a page of a finished PDF as a picture."""
    made, name = seen(request, asked(request).path).made, request.path_params["file"]
    if made is None or name not in {file.path for file in files_of(made.folder)}:
        raise NotOursError(name)
    picture = page_picture(made.folder / name, request.path_params["number"])
    if picture is None:
        raise NotOursError(name)
    return Response(picture, media_type="image/png")


async def show_publishing(request: "Request") -> Response:
    """Show what is published of a leaflet, and offer to publish it."""
    copy = on_shelf(request)
    files = files_of(copy.made.folder) if copy.made else ()
    printer = any(file.ticket for file in files)
    project = request.app.state.project
    changed = await asyncio.to_thread(uncommitted, project, project.copy(copy.name))
    site = project.site if (project.site / "index.html").is_file() else None
    shown: dict[str, object] = {"files": files, "printer": printer, "site": site, "changed": changed}
    return page(request, "publish.html.j2", HTTPStatus.OK, copy=copy, **shown)


async def put_publication(request: "Request") -> Response:
    """Begin to make and prove all editions of a leaflet."""
    printers = (await request.body())[:20] == FOR_PRINTERS.encode()
    begun = request.app.state.publisher.begin(asked(request).path.parent, printers=printers)
    return Response(status_code=(HTTPStatus.ACCEPTED if begun else HTTPStatus.CONFLICT).value)


async def give_publication(request: "Request") -> Response:
    """Tell how far a publication is, and in the end what came of it."""
    return how_far(request, asked(request).path.parent)


def how_far(request: "Request", what: Path) -> Response:
    """Tell how far the publication of a leaflet's folder is, or of the site's."""
    last = request.app.state.publisher.last(what)
    if last is None:
        return JSONResponse({"running": False, "steps": [], "outcomes": []})
    if last.running or last.task is None:
        return JSONResponse({"running": True, "steps": last.said(), "outcomes": []})
    if fault := last.task.exception():
        return JSONResponse({"running": False, "steps": [], "outcomes": [], "fault": str(fault)})
    told = [_outcome(request, one) for one in last.task.result()]
    return JSONResponse({"running": False, "steps": [], "outcomes": told})


async def give_proof(request: "Request") -> Response:
    """Give the page that shows the proof of a set."""
    from clearfold.store.published_set import PROOF

    path = _finished(on_shelf(request)) / PROOF
    if not path.is_file():
        raise NotOursError(PROOF)
    return HTMLResponse(path.read_bytes(), headers=_SANDBOXED)


async def give_finished(request: "Request") -> Response:
    """Give a finished file to keep."""
    folder, name = _finished(on_shelf(request)), request.path_params["file"]
    found = next((file for file in files_of(folder) if file.path == name), None)
    if found is None or not (folder / name).is_file():
        raise NotOursError(name)
    return _download((folder / name).read_bytes(), found.media_type, name)


async def give_zip(request: "Request") -> Response:
    """Give all editions of a set in one file, or those for the print shop with their tickets."""
    copy, what = on_shelf(request), request.path_params["what"]
    folder = _finished(copy)
    files = [file for file in files_of(folder) if what == "all" or file.ticket]
    if not files or what not in ("all", "printer"):
        raise NotOursError(what)
    return _download(zipped(folder, files), "application/zip", f"{copy.leaflet}-{copy.lang}-{what}.zip")


def _finished(copy: Shelved) -> Path:
    if copy.made is None:
        raise NotOursError(copy.name)
    return copy.made.folder


def _download(data: bytes, media_type: str, name: str) -> Response:
    from urllib.parse import quote

    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}", **_SANDBOXED}
    return Response(data, media_type=media_type, headers=headers)


def _outcome(request: "Request", one: Outcome) -> dict[str, object]:
    told = [problem.told() for problem in _in_words(request, one.copy, wrong(one.found))]
    where = "" if one.folder is None else str(one.folder)
    return {"copy": one.copy.name, "good": one.good, "folder": where, "problems": told}


def _in_words(request: "Request", path: Path, found: tuple[Diagnostic, ...]) -> tuple[Problem, ...]:
    with speaking(language(request)):
        return tuple(problems(path, found))
