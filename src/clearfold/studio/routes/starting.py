"""The addresses under which a leaflet begins."""

import tempfile
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from starlette.responses import HTMLResponse, JSONResponse, Response

from clearfold.model.errors import UsageError
from clearfold.model.limits import IMPORT_BYTES
from clearfold.model.messages import speaking, told
from clearfold.studio.beginning import PATTERNS, NotBegunError, as_translation, from_file, from_pattern, report_of
from clearfold.studio.guard import PREVIEW_POLICY
from clearfold.studio.pages import language, page
from clearfold.studio.project import NotOursError
from clearfold.studio.routes.writing import RefusedError, asked, document_of
from clearfold.studio.shelf import shelf
from clearfold.studio.waiting import answer_of

if TYPE_CHECKING:
    from starlette.requests import Request

NAME = "X-Clearfold-Name"


async def show_new(request: "Request") -> Response:
    """Show the ways in which a leaflet begins."""
    return page(request, "new.html.j2", patterns=tuple(PATTERNS), leaflets=shelf(request.app.state.project))


async def put_new(request: "Request") -> Response:
    """Begin a leaflet from a pattern, or as a translation of one that is there."""
    given = {key: value for key, value in (await document_of(request)).items() if isinstance(value, str)}
    project, lang = request.app.state.project, given.get("lang", "")
    try:
        if of := given.get("of"):
            made = as_translation(project.copy(of), lang)
        else:
            made = from_pattern(project.content, given.get("pattern", ""), given.get("title", ""), lang)
    except NotBegunError as error:
        raise RefusedError(HTTPStatus.CONFLICT, str(error)) from error
    return JSONResponse({"copy": _name(request, made)}, HTTPStatus.CREATED.value)


async def put_import(request: "Request") -> Response:
    """Begin a leaflet with a file, which is read twice in processes of their own and held against the copy."""
    name = Path(unquote(request.headers.get(NAME, "")).replace("\\", "/")).name.strip(". ")
    if not name:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "name")
    with tempfile.TemporaryDirectory(prefix="clearfold-import-") as folder:
        file = Path(folder) / name[-100:]
        await _kept(request, file)
        state = request.app.state
        warm = state.workshop.warm
        try:
            task = warm.ask(from_file, file, state.project.content, request.query_params.get("lang", ""))
            begun = await answer_of(task)
        except UsageError as error:
            with speaking(language(request)):
                why = str(told(error)).replace(f"{folder}/", "")
            raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, why) from error
    answer = {"copy": _name(request, begun.copy), "proven": begun.proven, "decided": begun.decided}
    return JSONResponse(answer, HTTPStatus.CREATED.value)


async def give_report(request: "Request") -> Response:
    """Give the page that tells what an import took, changed, guessed and left out."""
    path = report_of(asked(request).path)
    if path is None:
        raise NotOursError("report")
    return HTMLResponse(path.read_bytes(), headers={"Content-Security-Policy": PREVIEW_POLICY})


async def _kept(request: "Request", file: Path) -> None:
    """Put what is sent into a file; raises RefusedError once it is larger than what can be imported."""
    size = 0
    with file.open("xb") as out:
        async for part in request.stream():
            size += len(part)
            if size > IMPORT_BYTES:
                raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too large")
            out.write(part)


def _name(request: "Request", copy: Path) -> str:
    content: Path = request.app.state.project.content
    return copy.relative_to(content).with_suffix("").as_posix()
