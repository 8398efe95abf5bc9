"""Which address of the studio gives what."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from clearfold.model.messages import speaking, told
from clearfold.studio.copy.drafts import memory
from clearfold.studio.copy.writers import Writers
from clearfold.studio.guard import READING
from clearfold.studio.pages import language, page, static
from clearfold.studio.project import NotOursError, Project
from clearfold.studio.publishing import Publisher
from clearfold.studio.routes import about, finding, handing_on, history, pictures, seeing, starting, writing
from clearfold.studio.routes.news import give_news
from clearfold.studio.shelf import cover, shelf
from clearfold.studio.words import LANGUAGES
from clearfold.studio.workshop import Workshop

if TYPE_CHECKING:
    from starlette.requests import Request


def application(project: Project, workshop: Workshop) -> Starlette:
    """Return the application of a project; the guard stands before it, and is no part of it."""
    app = Starlette(
        routes=(
            Route("/", show_shelf),
            Route("/static/{name}", give_static),
            Route("/cover/{copy:path}", give_cover),
            Route("/language", choose_language, methods=["PUT"]),
            Route("/write/{copy:path}", show_writing),
            Route("/copy/{copy:path}", writing.give_copy),
            Route("/copy/{copy:path}", writing.put_copy, methods=["PUT"]),
            Route("/draft/{copy:path}", writing.put_draft, methods=["PUT"]),
            Route("/no-draft/{copy:path}", writing.drop_draft, methods=["PUT"]),
            Route("/cure/{copy:path}", writing.put_cure, methods=["PUT"]),
            Route("/accepted/{copy:path}", writing.put_accepted, methods=["PUT"]),
            Route("/writer/{copy:path}", writing.put_writer, methods=["PUT"]),
            Route("/image/{copy:path}", pictures.give_picture),
            Route("/image/{copy:path}", pictures.put_picture, methods=["PUT"]),
            Route("/images/{copy:path}", pictures.give_pictures),
            Route("/news/{copy:path}", give_news),
            Route("/new", starting.show_new),
            Route("/new", starting.put_new, methods=["PUT"]),
            Route("/import", starting.put_import, methods=["PUT"]),
            Route("/report/{copy:path}", starting.give_report),
            Route("/about/{copy:path}", about.show_about),
            Route("/about/{copy:path}", about.put_about, methods=["PUT"]),
            Route("/find/{copy:path}", finding.show_finding),
            Route("/places/{copy:path}", finding.put_wanted, methods=["PUT"]),
            Route("/replace/{copy:path}", finding.put_replaced, methods=["PUT"]),
            Route("/history/{copy:path}", history.show_history),
            Route("/restore/{copy:path}", history.put_restored, methods=["PUT"]),
            Route("/see/{copy:path}", seeing.show_seeing),
            Route("/page/{copy:path}", seeing.give_web_page),
            Route("/heard/{copy:path}", seeing.show_heard),
            Route("/state/{copy:path}", seeing.give_state),
            Route("/sketch/{copy:path}", seeing.give_sketch),
            Route("/sketched/{number:int}/{name}/{copy:path}", seeing.give_sketched),
            Route("/book/{number:int}/{copy:path}", seeing.give_book),
            Route("/screen", seeing.put_screen, methods=["PUT"]),
            Route("/beside", seeing.put_beside, methods=["PUT"]),
            Route("/picture/{number:int}/{file}/{copy:path}", seeing.give_page),
            Route("/publish/{copy:path}", seeing.show_publishing),
            Route("/publish/{copy:path}", seeing.put_publication, methods=["PUT"]),
            Route("/site", handing_on.give_site),
            Route("/site", handing_on.put_site, methods=["PUT"]),
            Route("/commit/{copy:path}", handing_on.put_commit, methods=["PUT"]),
            Route("/publication/{copy:path}", seeing.give_publication),
            Route("/proof/{copy:path}", seeing.give_proof),
            Route("/finished/{file}/{copy:path}", seeing.give_finished),
            Route("/zip/{what}/{copy:path}", seeing.give_zip),
        ),
        exception_handlers={
            NotOursError: not_ours,
            OSError: lost,
            writing.RefusedError: refuse,
            HTTPException: refused,
        },
    )
    app.state.project, app.state.language = project, ""
    app.state.memory, app.state.writers, app.state.workshop = memory(), Writers(), workshop
    app.state.publisher = Publisher(project.build)
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
    picture = cover(seeing.on_shelf(request).made)
    if picture is None:
        raise NotOursError(request.path_params["copy"])
    return Response(picture, media_type="image/jpeg")


async def choose_language(request: "Request") -> Response:
    """Speak another language from now on."""
    asked = (await request.body()).decode("utf-8", "replace")
    if asked not in LANGUAGES:
        return JSONResponse({"told": "no such language"}, HTTPStatus.BAD_REQUEST.value)
    request.app.state.language = asked
    return Response(status_code=HTTPStatus.NO_CONTENT.value)


async def show_writing(request: "Request") -> Response:
    """Show a copy to who writes it."""
    beside = request.app.state.memory.beside()
    return page(request, "write.html.j2", copy=seeing.on_shelf(request), beside=beside)


async def refuse(request: "Request", error: Exception) -> Response:
    """Answer to a request that cannot be carried out, with the reason; to who asks for a page with one."""
    assert isinstance(error, writing.RefusedError), "it is registered for this error alone"
    if error.status is HTTPStatus.UNSUPPORTED_MEDIA_TYPE and "text/html" in request.headers.get("accept", ""):
        return page(request, "no-text.html.j2", error.status)
    with speaking(language(request)):
        return JSONResponse({"told": told(error.told)}, error.status.value)


async def lost(request: "Request", error: Exception) -> Response:
    """Answer where a file is gone meanwhile, or cannot be read or written: the disk is full, or it may not be."""
    assert isinstance(error, OSError), "it is registered for this error alone"
    return await (not_ours(request, error) if request.method in READING else refuse(request, writing.not_kept(error)))


async def not_ours(request: "Request", error: Exception) -> Response:
    """Answer to a name of nothing."""
    return page(request, "nothing.html.j2", HTTPStatus.NOT_FOUND)


async def refused(request: "Request", error: Exception) -> Response:
    """Answer to an address or a method that there is not."""
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST.value
    return page(request, "nothing.html.j2", HTTPStatus(status))
