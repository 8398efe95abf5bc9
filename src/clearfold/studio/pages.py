"""The studio's pages: templates filled with words of the person's language, and the files that they fetch."""

from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

from clearfold.studio.words import preferred, words_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from starlette.requests import Request

HERE = Path(__file__).parent
TEMPLATES, STATIC = HERE / "templates", HERE / "static"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}
NAMES = {"en": "English", "nl": "Nederlands", "fr": "Français", "de": "Deutsch"}
"""The studio's languages, each by its own name."""


def language(request: "Request") -> str:
    """Return the language of the person: the one that was chosen, else the one that the browser asks for."""
    return request.app.state.language or preferred(request.headers.get("accept-language", ""))


def page(request: "Request", template: str, status: HTTPStatus = HTTPStatus.OK, **values: object) -> Response:
    """Return a page in the language of the person."""
    lang = language(request)
    filled = (
        _environment()
        .get_template(template)
        .render(_=words_of(lang), ui=lang, languages=NAMES, root=request.scope["root_path"], **values)
    )
    return HTMLResponse(filled, status_code=status.value)


def static(name: str) -> Response | None:
    """Return a file that pages fetch, None where there is none of that name."""
    path = next((path for path in STATIC.iterdir() if path.name == name), None)
    return Response(path.read_bytes(), media_type=_TYPES[path.suffix]) if path else None


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(TEMPLATES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
