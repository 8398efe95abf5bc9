"""What the warm process does, one thing at a time: a copy as web page, one part of it as printed pages, all editions.

Each is a function that a process can be asked for. It uses what a build uses; what it makes for the eye of who writes
is returned, and nothing is published but by ``made``, which is a build.
"""

import time
from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location
from clearfold.model.digest import digest
from clearfold.model.errors import ClearfoldError, internal
from clearfold.pipeline.advise import hint
from clearfold.pipeline.building.build import build
from clearfold.pipeline.building.edition_job import known, take
from clearfold.pipeline.building.leaflet_job import Built, Order, broken, read
from clearfold.pipeline.building.worker import stand
from clearfold.pipeline.deadline import TooLongError, deadline
from clearfold.pipeline.watching.touched import files_of

if TYPE_CHECKING:
    from clearfold.press.leaflet import Leaflet

KEPT = 20  # leaflets as they were last read, in this process


@dataclass(frozen=True, slots=True)
class Look:
    """A copy as it stands: its web page, or what is wrong with it; ``seconds`` are how long it took.

    ``page`` is b"" where there is an error. ``parts`` are the ids of its parts in reading order, each with a digest
    that is another after an edit. ``files`` are those that it was made with, none where it could not be read.
    ``fault`` is the traceback of a fault of ours, "" otherwise.
    """

    copy: Path
    title: str
    lang: str
    page: bytes
    diagnostics: tuple[Diagnostic, ...]
    parts: tuple[tuple[str, str], ...]
    files: frozenset[Path]
    seconds: float
    fault: str = ""

    @property
    def good(self) -> bool:
        """Tell whether there is a page."""
        return bool(self.page)

    def changed(self, before: "Look") -> tuple[str, ...]:
        """Return the ids of the parts that are new since an earlier look, or other than then."""
        known = dict(before.parts)
        return tuple(part for part, told in self.parts if known.get(part) != told)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A part of a copy as pages of the large print, laid out by itself: pictures as PNG, of how many pages.

    ``title`` is its heading, "" where it has none.
    """

    copy: Path
    part: str
    title: str
    pictures: tuple[bytes, ...]
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    seconds: float


_kept: "OrderedDict[Path, Leaflet]" = OrderedDict()
"""The leaflets that this process has read without an error, the last one last: a sketch need not read them again."""


def look(path: Path, order: Order) -> Look:
    """Read a copy and return it as a web page; what is wrong with it is told in what is returned."""
    begun = time.perf_counter()
    try:
        with deadline(order.seconds, str(path)):
            leaflet = _read(path, order)
            page, parts = _web_page(leaflet), _parts(leaflet)
    except Exception as error:
        told, fault = _told(path, order, error, "making a web page")
        return Look(path, "", "", b"", told, (), frozenset(), time.perf_counter() - begun, fault)
    data, seconds = leaflet.metadata, time.perf_counter() - begun
    return Look(path, data.title, data.lang, page, leaflet.warnings, parts, files_of(leaflet), seconds)


def sketch(path: Path, part: str, order: Order) -> Sketch:
    """Return a part of a copy, as it was last read here, as pages of the large print; none of a part that has gone."""
    from clearfold.press.editions.large_print import LARGE_PRINT
    from clearfold.press.pdf.sketch import draw, print_part
    from clearfold.press.template.page import panels_of

    begun = time.perf_counter()
    try:
        with deadline(order.seconds, str(path)):
            leaflet = _kept.get(path) or _read(path, order)
            titles = {entry.id: entry.title for entry in panels_of(leaflet, LARGE_PRINT).contents}
            printed = print_part(leaflet, LARGE_PRINT, part)
            pictures = draw(printed)
    except Exception as error:
        told, _ = _told(path, order, error, "sketching a part")
        return Sketch(path, part, "", (), 0, told, time.perf_counter() - begun)
    seconds = time.perf_counter() - begun
    return Sketch(path, part, titles.get(part, ""), pictures, printed.pages, (), seconds)


def made(
    sources: Sequence[Path], order: Order, jobs: int, asked: Collection[Path] = ()
) -> tuple[tuple[Built, str], ...]:
    """Build all editions of copies, and return what came of each, with how much advice there is on those asked for."""
    if jobs > 1:
        stand(check=order.check)
    built = build(
        sources,
        order.output,
        order.editions,
        pdf_profile=order.pdf_profile,
        check=order.check,
        seconds=order.seconds,
        cache=order.cache,
        jobs=jobs,
    )
    return tuple((one, hint(one.source) if one.good and one.source in asked else "") for one in built)


def _read(path: Path, order: Order) -> "Leaflet":
    _kept.pop(path, None)
    _kept[path] = leaflet = read(path, order)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return leaflet


def _web_page(leaflet: "Leaflet") -> bytes:
    from clearfold.press.editions.web import WEB

    (step,) = take(leaflet, known(leaflet, (WEB,), None, check=False), None, None)
    assert step.output is not None, "it has been made"
    return step.output.data


def _parts(leaflet: "Leaflet") -> tuple[tuple[str, str], ...]:
    from clearfold.press.editions.large_print import LARGE_PRINT
    from clearfold.press.template.parts import parts_of

    return tuple((part.id, digest(part.html.encode())) for part in parts_of(leaflet, LARGE_PRINT))


def _told(path: Path, order: Order, error: Exception, doing: str) -> tuple[tuple[Diagnostic, ...], str]:
    """Return what is told of an error, and the traceback of one of ours; raises what is neither the copy's nor ours."""
    if isinstance(error, LeafletError):
        return error.diagnostics, ""
    if isinstance(error, TooLongError):
        return (mistake("SRC-089", Location(path), seconds=order.seconds),), ""
    if isinstance(error, ClearfoldError):
        raise error
    one = broken(path, internal(error, doing))
    return one.diagnostics, one.fault
