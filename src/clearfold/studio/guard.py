"""What stands before every page of the studio: who may ask, and what browsers are told of each answer.

The studio changes files, so a page of somebody else's must never reach it through the browser of the person who writes.
Each request is held against five things, in this order: the name under which it came (against rebinding of names), the
secret in its path, its origin, from where the browser says that it comes, and, where it changes something, a header
that no page of others can send unasked.
"""

import hmac
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

OWN_HEADER = "X-Clearfold-Studio"
READING = frozenset({"GET", "HEAD"})
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types ProseMirrorClipboard"
)
"""For our own pages. What is pasted is read by the browser's parser in a document of its own, in which nothing runs:
that is what the one policy of Trusted Types is for. A picture is shown from memory (blob:) before it is taken."""
PREVIEW_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
"""For editions that are shown: no script of theirs runs, and nothing is fetched."""
_ALWAYS = (
    (b"cache-control", b"no-store"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
)


@dataclass(frozen=True, slots=True)
class Guard:
    """An ASGI application before another: ``host`` has the port with it, ``secret`` begins each path."""

    app: "ASGIApp"
    host: str
    secret: str

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer a request that is refused, and hand on every other one."""
        if scope["type"] != "http":
            # Nothing here speaks in another way; the server tells the other side that it was not accepted.
            return
        refused = self.refusal(scope["method"], scope["path"], _headers(scope))
        if refused is not None:
            await _refuse(refused, _guarded(send))
            return
        await self.app({**scope, "root_path": f"/{self.secret}"}, receive, _guarded(send))

    def refusal(self, method: str, path: str, headers: dict[str, tuple[str, ...]]) -> HTTPStatus | None:
        """Return with which status a request is refused, None where it is not."""
        if headers.get("host") != (self.host,):
            return HTTPStatus.MISDIRECTED_REQUEST
        first, slash, rest = path.removeprefix("/").partition("/")
        if not slash or not hmac.compare_digest(first.encode(), self.secret.encode()):
            return HTTPStatus.FORBIDDEN
        if any(origin != f"http://{self.host}" for origin in headers.get("origin", ())):
            return HTTPStatus.FORBIDDEN
        if not (_own(headers) or (not rest and method in READING and _opened(headers))):
            return HTTPStatus.FORBIDDEN
        if method not in READING and OWN_HEADER.lower() not in headers:
            return HTTPStatus.FORBIDDEN
        return None


def _headers(scope: "Scope") -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        found[key] = (*found.get(key, ()), value.decode("latin-1"))
    return found


def _own(headers: dict[str, tuple[str, ...]]) -> bool:
    """Tell whether a browser asks for a page of ours, or for what a person typed; other programs do not say.

    Pages on other ports of this machine are "same-site", and are strangers all the same.
    """
    return all(site in ("same-origin", "none") for site in headers.get("sec-fetch-site", ()))


def _opened(headers: dict[str, tuple[str, ...]]) -> bool:
    """Tell whether a browser opens a page in a tab of its own, as the file does that leads to the first page."""
    return headers.get("sec-fetch-mode") == ("navigate",) and headers.get("sec-fetch-dest") == ("document",)


def _guarded(send: "Send") -> "Send":
    """Return what sends an answer on, with the headers that every one of them has."""

    async def sending(message: "Message") -> None:
        if message["type"] == "http.response.start":
            given = [(name.lower(), value) for name, value in message.get("headers", ())]
            if not any(name == b"content-security-policy" for name, _ in given):
                given.append((b"content-security-policy", PAGE_POLICY.encode()))
            message = {**message, "headers": [*given, *_ALWAYS]}
        await send(message)

    return sending


async def _refuse(status: HTTPStatus, send: "Send") -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status.value, "headers": headers})
    await send({"type": "http.response.body", "body": b"This is not yours to open. Start the studio again.\n"})
