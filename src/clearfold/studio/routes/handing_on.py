"""The addresses under which what was published is handed on: the site of all leaflets, and a commit."""

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from clearfold.studio.committing import commit
from clearfold.studio.copy.git import GitError
from clearfold.studio.routes.seeing import how_far
from clearfold.studio.routes.writing import RefusedError, asked, document_of

if TYPE_CHECKING:
    from starlette.requests import Request

_LONGEST = 2000  # characters of an address, or of what is said of a commit


async def put_site(request: "Request") -> Response:
    """Begin to put all leaflets on a site; its address may be given."""
    state = request.app.state
    address = _words(await document_of(request), "address")
    begun = state.publisher.begin_site(state.project.content, state.project.site, address)
    return Response(status_code=(HTTPStatus.ACCEPTED if begun else HTTPStatus.CONFLICT).value)


async def give_site(request: "Request") -> Response:
    """Tell how far the site is, and in the end what came of it."""
    return how_far(request, request.app.state.project.site)


async def put_commit(request: "Request") -> Response:
    """Commit what was changed of a leaflet, with the words of who asks for it; it is pushed nowhere."""
    one = asked(request)
    said = _words(await document_of(request), "said")
    if not said:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "no words")
    try:
        name = await asyncio.to_thread(commit, request.app.state.project, one.path, said)
    except GitError as error:
        raise RefusedError(HTTPStatus.CONFLICT, str(error)) from error
    return JSONResponse({"commit": name})


def _words(document: dict[str, object], key: str) -> str:
    given = document.get(key, "")
    if not isinstance(given, str) or len(given) > _LONGEST or "\0" in given:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "no words")
    return given.strip()
