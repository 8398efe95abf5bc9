"""The addresses of a copy's history: its former versions, what differs in words, and putting one back."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from itertools import groupby
from typing import TYPE_CHECKING

from starlette.responses import Response

from clearfold.model.diagnostic import LeafletError
from clearfold.studio.copy.git import repository_of
from clearfold.studio.copy.versions import History, Kept, Version, restored
from clearfold.studio.pages import language, page
from clearfold.studio.project import NotOursError
from clearfold.studio.routes.seeing import on_shelf
from clearfold.studio.routes.writing import Asked, RefusedError, asked, document_of, save_text, writer

if TYPE_CHECKING:
    from starlette.requests import Request

    from clearfold.changes.compare import Change


async def show_history(request: "Request") -> Response:
    """Show the versions of a copy; of the one that is asked for also what differs from what stands now, in words."""
    one, copy = asked(request), on_shelf(request)
    now = one.stored()
    versions = await _versions(one)
    name = request.query_params.get("of", "")
    chosen = _chosen(versions, name) if name else None
    sections: list[tuple[str, list[Change]]] = []
    readable = True
    if chosen is not None:
        try:
            found = await request.app.state.workshop.changed(one.path, chosen.data, now.data)
            sections = [(head, list(group)) for head, group in groupby(found.changes, key=lambda c: c.section)]
        except LeafletError:
            readable = False
    return page(
        request,
        "history.html.j2",
        copy=copy,
        sha256=now.sha256,
        versions=versions,
        chosen=chosen,
        same=chosen is not None and restored(now.data, chosen) == now.data,
        readable=readable,
        sections=sections,
        moment=_moments(language(request)),
    )


async def put_restored(request: "Request") -> Response:
    """Put a former version in the copy's place, which is kept; 412 and 423 as when a copy is saved."""
    one = asked(request)
    writer(one)
    chosen = _chosen(await _versions(one), str((await document_of(request)).get("version", "")))
    try:
        text = restored(one.stored().data, chosen).decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "no text") from error
    return save_text(one, text, always=True)


async def _versions(one: Asked) -> tuple[Version, ...]:
    root, path = one.request.app.state.project.root, one.path
    # Git is a program of its own, for which no other page has to wait.
    return await asyncio.to_thread(
        lambda: History(path, one.memory.former(path), repository_of(root)).versions(),
    )


def _chosen(versions: tuple[Version, ...], name: str) -> Version:
    try:
        return next(version for version in versions if version.name == name)
    except StopIteration as error:
        raise NotOursError(name) from error


def _moments(lang: str) -> Callable[[Version], str]:
    """Return what tells when a version was there, in a language: the day, and the time where that is known."""
    from babel.dates import format_date, format_time

    def told(version: Version) -> str:
        when = version.when.astimezone()
        day = format_date(when, "long", locale=lang)
        return day if version.kept is Kept.DAY else f"{day}, {format_time(when, 'short', locale=lang)}"

    return told
