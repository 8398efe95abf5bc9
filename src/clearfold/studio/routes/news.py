"""What is new about a copy, sent to its page as it happens: its version, problems, advice, editions, who writes it."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import Response, StreamingResponse

from clearfold.model.messages import speaking
from clearfold.studio.copy.saving import stored
from clearfold.studio.pages import language
from clearfold.studio.problems import problems
from clearfold.studio.seen import seen

if TYPE_CHECKING:
    from starlette.requests import Request

EVERY = 0.5  # seconds from one look at the file to the next: a network folder sends no news of its own
_BEAT = 20  # looks after which a line is sent that says nothing, so that a page that has gone is noticed


async def give_news(request: "Request") -> Response:
    """Send news of a copy until its page is closed; then another tab may write."""
    path = request.app.state.project.copy(request.path_params["copy"])
    tab = request.query_params.get("tab", "")[:64]
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(_news(request, path, tab), media_type="text/event-stream", headers=headers)


async def _news(request: "Request", path: Path, tab: str) -> AsyncIterator[str]:
    state = request.app.state
    last, seen_as, wrote, count = "", "", None, 0
    resting, told_of = state.workshop.resting, None
    try:
        while not (state.ending() or await request.is_disconnected()):
            sha256 = _digest(path)
            now = state.workshop.state(path, sha256) if sha256 else ""
            if sha256 != last:
                last = sha256
                yield _event("changed", {"sha256": sha256})
            if now != seen_as:
                seen_as = now
                if sha256:
                    found = await state.workshop.look(path, sha256)
                    with speaking(language(request)):
                        told = [one.told() for one in problems(path, found.diagnostics)]
                    yield _event("problems", {"state": now, "good": found.good, "problems": told})
                    differences = await state.workshop.differences(path)
                    with speaking(language(request)):
                        told = [one.told() for one in problems(path, differences)]
                    yield _event("translation", {"problems": told})
                    if not found.good:
                        resting.left(path)
                    elif not seen(request, path).current:
                        resting.saved(path, now)
                    advice = [one.diagnostic() for one in await state.workshop.advice(path)]
                    with speaking(language(request)):
                        told = [{**one.told(), "severity": "advice"} for one in problems(path, advice)]
                    yield _event("advice", {"advice": told})
            if told_of != (of := (now, resting.at_work(path), resting.made(path))):
                told_of = of
                yield _event("editions", {**seen(request, path).told(), "working": resting.at_work(path)})
            writes = state.writers.may(path, tab)
            if writes != wrote:
                wrote = writes
                yield _event("writer", {"writes": writes})
            count += 1
            if count % _BEAT == 0:
                yield ":\n\n"
            await asyncio.sleep(EVERY)
    finally:
        state.writers.leave(path, tab)


def _digest(path: Path) -> str:
    try:
        return stored(path).sha256
    except OSError:
        return ""


def _event(name: str, document: object) -> str:
    return f"event: {name}\ndata: {json.dumps(document)}\n\n"
