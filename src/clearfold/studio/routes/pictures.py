"""The pictures of a leaflet's text: shown beside it, and put into its folder, after the press has looked at them."""

import re
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unicodedata import normalize

from starlette.responses import JSONResponse, Response

from clearfold.model.diagnostic import Location
from clearfold.model.limits import PICTURE_BYTES
from clearfold.model.media_types import GIF, JPEG, PNG, SVG
from clearfold.model.messages import speaking, told
from clearfold.studio.guard import PREVIEW_POLICY
from clearfold.studio.pages import language
from clearfold.studio.project import NotOursError
from clearfold.studio.routes.writing import RefusedError, asked, writer

if TYPE_CHECKING:
    from starlette.requests import Request

_TYPES = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".gif": GIF, ".svg": SVG}
_SANDBOXED = {"Content-Security-Policy": PREVIEW_POLICY}


async def give_picture(request: "Request") -> Response:
    """Give a picture that a copy names, by the words of the copy."""
    from clearfold.press.images.find import find

    copy, name = asked(request).path, request.query_params.get("file", "")
    path = find(copy.parent / name)
    kind = _TYPES.get(path.suffix.lower())
    try:
        ours = path.resolve().is_relative_to(request.app.state.project.content.resolve())
        shown = kind is not None and ours and path.is_file() and path.stat().st_size <= PICTURE_BYTES
    except (OSError, ValueError) as error:  # no name of a file: too long, or with a NUL in it
        raise NotOursError(name) from error
    if not shown:
        raise NotOursError(name)
    return Response(path.read_bytes(), media_type=kind, headers=_SANDBOXED)


async def give_pictures(request: "Request") -> Response:
    """List the pictures in the folder of a leaflet, as its copies name them."""
    folder = asked(request).path.parent / "images"
    found = sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    return JSONResponse([f"images/{name}" for name in found if Path(name).suffix.lower() in _TYPES])


async def put_picture(request: "Request") -> Response:
    """Put a picture into the folder of a leaflet; the answer tells by which name copies have it.

    What the press would refuse is refused here, with its reason. The same picture is never kept twice, and none takes
    the place of another.
    """
    from clearfold.press.images.image_files import picture_faults

    one = asked(request)
    writer(one)
    data = await _sent(request)
    name = _named(request.query_params.get("name", ""))
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        faults = tuple(picture_faults(file, name, Location(one.path)))
    if faults:
        with speaking(language(request)):
            raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, told(faults[0].fact))
    return JSONResponse({"file": f"images/{_kept(one.path.parent / 'images', name, data)}"}, HTTPStatus.CREATED.value)


async def _sent(request: "Request") -> bytes:
    data = b""
    async for part in request.stream():
        data += part
        if len(data) > PICTURE_BYTES:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too large")
    return data


def _named(given: str) -> str:
    """Return the name of a picture in letters that every system and address has; raises RefusedError for no picture."""
    path = Path(given.replace("\\", "/"))
    suffix = path.suffix.lower()
    if suffix not in _TYPES:
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "no picture")
    plain = normalize("NFKD", path.stem).encode("ascii", "ignore").decode().lower()
    return (re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "picture") + suffix


def _kept(folder: Path, name: str, data: bytes) -> str:
    """Put a picture into a folder, and return its name there: with a number behind it where another one has it."""
    stem, suffix = name.rsplit(".", 1)
    number = 1
    folder.mkdir(exist_ok=True)
    while True:
        path = folder / (f"{stem}.{suffix}" if number == 1 else f"{stem}-{number}.{suffix}")
        try:
            with path.open("xb") as out:
                out.write(data)
        except FileExistsError:
            if path.read_bytes() == data:
                return path.name
            number += 1
        else:
            return path.name
