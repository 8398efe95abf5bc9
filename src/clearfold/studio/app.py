"""Which address of the studio gives what."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from clearfold.studio.pages import page, static
from clearfold.studio.project import NotOursError, Project
from clearfold.studio.shelf import cover, shelf, shelved
from clearfold.studio.words import LANGUAGES

if TYPE_CHECKING:
    from starlette.requests import Request


def application(project: Project) -> Starlette:
    """Return the application of a project; the guard stands before it, and is no part of it."""
    app = Starlette(
        routes=(
            Route("/", show_shelf),
            Route("/static/{name}", give_static),
            Route("/cover/{copy:path}", give_cover),
            Route("/language", choose_language, methods=["PUT"]),
        ),
        exception_handlers={NotOursError: not_ours, HTTPException: refused},
    )
    app.state.project, app.state.language = project, ""
    return app


async def show_shelf(request: "Request") -> Response:
    """Show the association's leaflets."""
    return page(request, "shelf.html.j2", leaflets=shelf(request.app.state.project))


async def give_static(request: "Request") -> Response:
    """Give a file that pages fetch."""
    found = static(request.path_params["name"])
    if found is None:
        raise NotOursError(request.path_params["name"])
    return found


async def give_cover(request: "Request") -> Response:
    """Give the cover of a leaflet that was published."""
    project, name = request.app.state.project, request.path_params["copy"]
    picture = cover(shelved(project, name, project.copy(name)).made)
    if picture is None:
        raise NotOursError(name)
    return Response(picture, media_type="image/jpeg")


async def choose_language(request: "Request") -> Response:
    """Speak another language from now on."""
    asked = (await request.body()).decode("utf-8", "replace")
    if asked not in LANGUAGES:
        return JSONResponse({"told": "no such language"}, HTTPStatus.BAD_REQUEST.value)
    request.app.state.language = asked
    return Response(status_code=HTTPStatus.NO_CONTENT.value)


async def not_ours(request: "Request", error: Exception) -> Response:
    """Answer to a name of nothing."""
    return page(request, "nothing.html.j2", HTTPStatus.NOT_FOUND)


async def refused(request: "Request", error: Exception) -> Response:
    """Answer to an address or a method that there is not."""
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST.value
    return page(request, "nothing.html.j2", HTTPStatus(status))
