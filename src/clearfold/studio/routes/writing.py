"""The addresses under which a copy is read, written, drafted and mended: small documents of JSON, and writes by PUT."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from clearfold.model.diagnostic import LeafletError
from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.limits import COPY_BYTES
from clearfold.studio.copy.blocks import Piece, composed, cut
from clearfold.studio.copy.drafts import Draft, Memory
from clearfold.studio.copy.lines import BOM, as_found, plain, usual_end
from clearfold.studio.copy.saving import ChangedError, Stored, TooLargeError, save, stored
from clearfold.studio.problems import cured

if TYPE_CHECKING:
    from starlette.requests import Request

TAB = "X-Clearfold-Tab"
_MOST = 4 * COPY_BYTES  # a text as JSON, with room for its escapes


class RefusedError(Exception):
    """A request that cannot be carried out; ``told`` says why, for the pages to say in their language."""

    def __init__(self, status: HTTPStatus, told: str) -> None:
        super().__init__(told)
        self.status, self.told = status, told


@dataclass(frozen=True, slots=True)
class Asked:
    """A copy that a request is about, and who asks."""

    request: "Request"
    path: Path

    @property
    def memory(self) -> Memory:
        """The drafts and former copies of this user."""
        memory = self.request.app.state.memory
        assert isinstance(memory, Memory), "the application was made with one"
        return memory

    def stored(self) -> Stored:
        """Return the copy; raises RefusedError where it cannot be read."""
        try:
            return stored(self.path)
        except OSError as error:
            raise RefusedError(HTTPStatus.NOT_FOUND, "gone") from error

    def text(self) -> tuple[str, str]:
        """Return the copy's text and digest; raises RefusedError where it is no text."""
        kept = self.stored()
        try:
            return kept.text, kept.sha256
        except UnicodeDecodeError as error:
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "no text") from error


def asked(request: "Request") -> Asked:
    """Return what a request is about; raises NotOursError for a copy that there is not."""
    return Asked(request, request.app.state.project.copy(request.path_params["copy"]))


async def give_copy(request: "Request") -> Response:
    """Give a copy: its digest, its text as a field holds it, its blocks, and a draft that was left.

    Of a draft it is told whether the copy is still the one that it was of, and whether only blocks are others.
    """
    one = asked(request)
    text, sha256 = one.text()
    draft = one.memory.draft(one.path)
    left = None
    if draft and draft.text != text:
        left = {"text": shown(draft.text), "same": draft.base == sha256, "blocks": _blocks(draft.text)}
        left["head"] = cut(draft.text).head == cut(text).head
    return JSONResponse({**_told(text, sha256), "draft": left})


async def put_copy(request: "Request") -> Response:
    """Save a copy; 412 gives the other version where it was changed since, 423 where another tab writes."""
    one = asked(request)
    writer(one)
    document = await document_of(request)
    try:
        answer = save_text(one, _proposed(one, document))
    except ChangedError as error:
        return _changed(error.now)
    if answer.status_code == HTTPStatus.OK:
        one.memory.drop(one.path)  # it is what was saved; what else changes a copy leaves a draft where it is
    return answer


async def put_draft(request: "Request") -> Response:
    """Keep what was typed, on disk; a draft that is the copy itself is none any more."""
    one = asked(request)
    writer(one)
    document = await document_of(request)
    text, sha256 = one.text()
    try:
        proposed = _proposed(one, document)
    except ChangedError as error:
        return _changed(error.now)
    if proposed == text:
        one.memory.drop(one.path)
    else:
        try:
            one.memory.keep(one.path, Draft(_match(request) or sha256, proposed))
        except OSError as error:
            raise not_kept(error) from error
    return Response(status_code=HTTPStatus.NO_CONTENT.value)


async def drop_draft(request: "Request") -> Response:
    """Forget what was typed."""
    one = asked(request)
    writer(one)
    one.memory.drop(one.path)
    return Response(status_code=HTTPStatus.NO_CONTENT.value)


async def put_cure(request: "Request") -> Response:
    """Mend what is mechanical in the saved copy, as ``clearfold fix`` does."""
    one = asked(request)
    writer(one)
    text, _ = one.text()
    return save_text(one, cured(text) or text)


async def put_accepted(request: "Request") -> Response:
    """Note that a translation was held against its source; 412 where it is not the one that was read."""
    one = asked(request)
    writer(one)
    if (now := one.stored()).sha256 != _match(request):
        return _changed(now)
    try:
        await request.app.state.workshop.accept(one.path)
    except LeafletError as error:
        raise RefusedError(HTTPStatus.CONFLICT, error.diagnostics[0].fact) from error
    except UsageError as error:
        raise RefusedError(HTTPStatus.CONFLICT, str(error)) from error
    return Response(status_code=HTTPStatus.NO_CONTENT.value)


async def put_writer(request: "Request") -> Response:
    """Ask to write: the answer says whether this tab may."""
    one = asked(request)
    take = (await document_of(request)).get("take") is True
    return JSONResponse({"writes": request.app.state.writers.ask(one.path, tab_of(request), take=take)})


def shown(text: str) -> str:
    """Return a text as a field shows it: without the mark that some programs put before it."""
    return plain(text.removeprefix(BOM))


def _told(text: str, sha256: str) -> dict[str, object]:
    return {"sha256": sha256, "text": shown(text), "blocks": _blocks(text)}


def _blocks(text: str) -> list[dict[str, object]]:
    return [{"text": plain(one.text), "kind": str(one.kind), "line": one.line} for one in cut(text).blocks]


def save_text(one: Asked, text: str, *, always: bool = False) -> Response:
    """Save a copy's text where it is still what was read, and give what stands there now; 412 gives another version.

    What it was is kept ``always``, or before the first change of each day.
    """
    try:
        new = save(one.path, _match(one.request), text, one.memory.former(one.path), always=always)
    except ChangedError as error:
        return _changed(error.now)
    except TooLargeError as error:
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too large") from error
    except OSError as error:
        raise not_kept(error) from error
    return JSONResponse(_told(new.text, new.sha256))


def _changed(now: Stored) -> Response:
    """Give the version that stands there; the page that asked holds the other one."""
    told = {"told": "changed", "theirs": shown(now.data.decode("utf-8", "replace")), "sha256": now.sha256}
    return JSONResponse(told, HTTPStatus.PRECONDITION_FAILED.value)


def _proposed(one: Asked, document: dict[str, object]) -> str:
    """Return the copy that a request proposes: the whole of it, or pieces of the one that it has read.

    Raises ChangedError for pieces of another copy than the one that stands there.
    """
    text, sha256 = one.text()
    if isinstance(whole := document.get("text"), str):
        mark = BOM if text.startswith(BOM) else ""
        return mark + as_found(text.removeprefix(BOM), whole, usual_end(text))
    if sha256 != _match(one.request):
        raise ChangedError(one.stored())
    try:
        return composed(cut(text), _pieces(document))
    except (IndexError, TypeError) as error:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "no such block") from error


def _pieces(document: dict[str, object]) -> tuple[Piece, ...]:
    given = document.get("pieces")
    if not isinstance(given, list):
        raise TypeError(given)
    return tuple(_piece(one) for one in given)


def _piece(given: object) -> Piece:
    if not isinstance(given, dict):
        raise TypeError(given)
    of, text = given.get("of"), given.get("text")
    if not (of is None or type(of) is int) or not (text is None or isinstance(text, str)) or (of, text) == (None, None):
        raise TypeError(given)
    return Piece(of, text)


def _match(request: "Request") -> str:
    given: str = request.headers.get("if-match", "")
    return given.strip('"')


def tab_of(request: "Request") -> str:
    """Return the name that the tab of a request has given itself, "" where it has none."""
    given: str = request.headers.get(TAB, "")
    return given[:64]


def not_kept(error: OSError) -> RefusedError:
    """Return what is told where something cannot be written: the disk is full, or the folder may not be written."""
    return RefusedError(HTTPStatus.INSUFFICIENT_STORAGE, refusal_of(error))


def writer(one: Asked) -> None:
    """Raise RefusedError where another tab writes the copy."""
    if not one.request.app.state.writers.may(one.path, tab_of(one.request)):
        raise RefusedError(HTTPStatus.LOCKED, "another tab writes")


async def document_of(request: "Request") -> dict[str, object]:
    """Return the JSON of a request; raises RefusedError where it is too large, or none."""
    data = b""
    async for part in request.stream():
        data += part
        if len(data) > _MOST:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too large")
    try:
        document = json.loads(data or b"{}")
        json.dumps(document, ensure_ascii=False).encode()  # half a character of UTF-16 is none
    except (ValueError, RecursionError) as error:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "no JSON") from error
    if not isinstance(document, dict):
        raise RefusedError(HTTPStatus.BAD_REQUEST, "no JSON")
    return document
