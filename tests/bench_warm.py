"""How soon an edit is seen where a process is warm, against everything made anew."""

import argparse
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

from clearfold.pipeline.building.build import cores
from clearfold.pipeline.building.leaflet_job import Order
from clearfold.pipeline.watching.looks import Look, look, made, sketch
from clearfold.pipeline.watching.warm import Warm
from clearfold.store.cache import Cache
from tests.bench_timing import Run, clearfold, medians, table

EDITED = "Je afweersysteem valt dat weefsel aan."
COLD = "four editions anew, without the proof"


def edits(folder: Path, copy: Path, options: argparse.Namespace, others: Callable[[Path], dict[str, Run]]) -> None:
    """Time what follows an edit once it has come to a rest: web page, page of the section, all standard editions.

    ``others`` gives what other programs do with a copy, each begun anew for each edit.
    """
    content = folder / "edited"
    shutil.copytree(copy.parents[1], content)
    here = content / copy.parent.name / copy.name
    text, numbers = here.read_text("utf-8"), count()
    order = Order(folder / "warm", (), "", check=False, cache=Cache(folder / "warm-cache"))
    with Warm() as looks, Warm() as builds:
        before: list[Look] = []

        def edit() -> None:
            here.write_text(text.replace(EDITED, f"{EDITED} Dat is keer {next(numbers)}."), "utf-8")

        def page() -> None:
            edit()
            before[:] = [*before[-1:], looks.ask(look, here, order).result()]

        def section() -> None:
            page()
            (part,) = before[1].changed(before[0])
            assert looks.ask(sketch, here, part, order).result().pictures

        def editions() -> None:
            edit()
            ((built, _),) = builds.ask(made, [here], order, cores()).result()
            assert built.good

        def cold() -> None:
            edit()
            clearfold(folder, here, "--no-cache", "--no-check")

        for first in (page, section, editions):  # until all that is made once is there
            first()
        runs: dict[str, Run] = {
            "an edit's web page, warm": page,
            "and the page of its section, warm": section,
            "four editions after an edit, warm": editions,
            COLD: cold,
            **others(here),
        }
        table(medians(runs, options.rounds), COLD)
