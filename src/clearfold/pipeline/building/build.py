"""The roof: find the copies, and have each made: here, with a process beside, or many at a time."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from clearfold.model.digest import digest
from clearfold.model.errors import UsageError
from clearfold.model.limits import COPY_BYTES, SECONDS
from clearfold.model.messages import current, message
from clearfold.pipeline.building.fingerprint import digest_of
from clearfold.pipeline.building.leaflet_job import ALL, Built, Order, build_kept, build_one, editions_of
from clearfold.pipeline.building.worker import beside
from clearfold.pipeline.copies import CONTENT, Named, copies_of, languages, named_copies, twins_among
from clearfold.pipeline.progress import Progress, Tally
from clearfold.store.cache import Cache

__all__ = ["ALL", "BUILD", "CONTENT", "Built", "Progress", "build", "editions_of"]

BUILD = Path("build")


def build(
    sources: Sequence[Path] = (CONTENT,),
    output: Path = BUILD,
    editions: Sequence[str] = (),
    *,
    pdf_profile: str = "",
    check: bool = True,
    seconds: float = SECONDS,
    progress: Progress | None = None,
    cache: Cache | None = None,
    jobs: int = 1,
    scheduler: str = "",
    language: str | None = None,
) -> tuple[Built, ...]:
    """Make and prove editions of every copy; one copy's mistakes do not stop the others.

    ``sources`` are Markdown files or folders of them; ``editions`` are names, or "all"; none of them means what each
    publisher.yaml names, else the four standard ones. ``pdf_profile`` is "archive" or "next", "" for what each
    publisher.yaml says. A leaflet that takes more ``seconds`` is given up (SRC-089). Raises UsageError where there is
    nothing to build.

    ``cache`` is where what was made is kept and found again. With more than one of ``jobs`` other processes are
    spawned, as many at most: a program that asks for them must begin under ``if __name__ == "__main__":``.
    ``scheduler`` is the address of a Dask scheduler that is asked instead. ``language`` is that of each set's page of
    the proof: "en", "nl", "fr" or "de"; None is the one that is spoken.
    """
    if sys.flags.optimize:  # WeasyPrint 70 tells by assertions which values of CSS it was given
        raise UsageError(message("run Python without -O and PYTHONOPTIMIZE: pages would be drawn otherwise"))
    copies = copies_of(sources)
    named = tuple(named_copies(copies)) if len(copies) > 1 else ()
    order = Order(
        output,
        tuple(editions),
        pdf_profile,
        check,
        seconds,
        cache,
        dict(languages(named)),
        language=language or current(),
    )
    if editions:
        editions_of(editions)
    say: Progress = progress or (lambda _: None)
    built = (
        _many(copies, named, order, say, jobs, scheduler) if len(copies) > 1 else (_one(copies[0], order, say, jobs),)
    )
    if cache:
        cache.trim()
    return built


def cores() -> int:
    """Return how many processes can work at a time here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _one(path: Path, order: Order, say: Progress, jobs: int) -> Built:
    """Build one copy; where it looks new, with a process beside this one from the very beginning."""
    seen = _seen(path, order)
    alone = jobs < 2 or (len(order.editions) == 1 and order.editions != (ALL,))
    if alone or (order.cache and order.cache.get(seen)):
        return build_one(path, order, say)
    with beside(check=order.check) as worker:
        built = build_one(path, order, say, worker)
    if order.cache and built.folder:
        order.cache.put(seen, value=True)
    return built


def _seen(path: Path, order: Order) -> str:
    """Return the key under which a build notes that it has made of a copy, as it stands there, what was asked."""
    return digest_of("seen", str(path.absolute()), _glance(path), *order.editions, str(order.check), order.pdf_profile)


def _glance(path: Path) -> str:
    """Return a digest of a copy's bytes, or "" for what must not be read, or cannot be: its reading tells of it."""
    if path.is_symlink() or not path.is_file():
        return ""
    with suppress(OSError), path.open("rb") as file:
        return digest(file.read(COPY_BYTES))
    return ""


def _many(
    copies: Sequence[Path], named: Sequence[Named], order: Order, say: Progress, jobs: int, scheduler: str
) -> tuple[Built, ...]:
    """Build what has changed, as many at a time as was asked; the rest is taken from the cache here."""
    from clearfold.pipeline.building.batch import build_all, build_here, dask_slots, local_slots, outcome

    twins = dict(twins_among(named))
    seen = {path: _seen(path, order) for path in copies if path not in twins}
    known = _kept(seen, order, len(copies), say)
    new = [path for path in seen if path not in known]
    before = len(known)
    if scheduler and new:
        made = build_all(new, order, dask_slots(scheduler), say, before=before)
    elif jobs > 1 and len(new) > 1:
        made = build_all(new, order, local_slots(min(jobs, len(new))), say, before=before)
    elif len(new) == 1:
        made = (outcome(new[0], lambda: _one(new[0], order, say, jobs)),)
    else:
        made = build_here(new, order, say, before=before)
    for built in made:
        known[built.source] = built
        if order.cache and built.folder:
            order.cache.put(seen[built.source], value=True)
    return tuple(known.get(path) or Built(path, None, None, (twins[path],), ()) for path in copies)


def _kept(seen: Mapping[Path, str], order: Order, total: int, say: Progress) -> dict[Path, Built]:
    """Return what came of the copies of which everything is in the cache: no process is begun for them."""
    known: dict[Path, Built] = {}
    for path, key in seen.items():
        if order.cache and order.cache.get(key) and (built := build_kept(path, order)):
            known[path] = built
            say(Tally(len(known), total, None, ()))
    return known
