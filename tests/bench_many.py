"""The parts of the bench that grow: leaflets that get longer, and a batch of them with the memory that it takes."""

import argparse
import importlib.util
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random

from clearfold.pipeline.building.batch import build_there
from clearfold.pipeline.building.build import cores
from clearfold.pipeline.building.leaflet_job import Order
from tests.bench_timing import STANDARD, Run, medians, table
from tests.faults.leaflets import PICTURE, Copy

LANGUAGES = ("nl", "fr", "de", "en", "nl-BE")
TIMES = (1, 4, 16, 64)
MARKS = (25, 50, 100, 200)  # leaflets after which memory is told
PROC = Path("/proc")


def growth(folder: Path, options: argparse.Namespace) -> None:
    """Leaflets 1, 4, 16 and 64 times as long, made and proven in one process whose start is not counted."""
    order = Order(folder / "growth", tuple(STANDARD[1::2]), seconds=0)
    for kind, text in KINDS.items():
        runs: dict[str, Run] = {}
        for times in TIMES:
            copy = folder / f"{kind}-{times}" / "en.md"
            copy.parent.mkdir()
            copy.write_text(text(times), "utf-8")
            runs[f"{kind}, {times} times"] = partial(_made, copy, order)
        _made(folder / f"{kind}-1" / "en.md", order)
        table(medians(runs, options.rounds), f"{kind}, 1 times")


def batch(folder: Path, options: argparse.Namespace) -> None:
    """Many leaflets: one process, one a core, and a Dask cluster of two workers; once each, for it takes long."""
    content = folder / "many"
    for number in range(options.leaflets):
        _write(content, number)
    words, pool = ("--no-cache", *STANDARD), f"pool of {cores()}"
    times = {"serial": _watched("serial", content, folder, (*words, "--jobs", "1"), ())}
    # The pool alone keeps what it makes, and finds it again in the two builds after it.
    times[pool] = _watched(pool, content, folder, STANDARD, ())
    times["nothing changed"] = _watched("nothing changed", content, folder, STANDARD, ())
    copy = next(content.glob("*/*.md"))
    copy.write_text(copy.read_text("utf-8") + "\nEt cetera.\n", "utf-8")
    times["one leaflet edited"] = _watched("one leaflet edited", content, folder, STANDARD, ())
    if importlib.util.find_spec("distributed"):
        cluster = import_module("distributed").LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0")
        try:
            workers = tuple(worker.pid for worker in cluster.workers.values())
            more = ("--scheduler", cluster.scheduler_address)
            times["Dask, two workers"] = _watched("Dask", content, folder, (*words, *more), workers)
        finally:
            cluster.close()
    else:
        print("  Dask, two workers: not run")
    table(times, "serial")


def _made(copy: Path, order: Order) -> None:
    built = build_there(Path.cwd(), copy, order)
    if not built.good:
        print(f"  {copy.parent.name}: not good")


def _watched(name: str, content: Path, folder: Path, words: Iterable[str], workers: Sequence[int]) -> float:
    """Build a batch, print the peak of memory of its processes after so many leaflets, and return the time."""
    line = [sys.executable, "-m", "clearfold", "build", str(content), "-o", str(folder / "build"), "-v", *words]
    begun = time.perf_counter()
    peaks: dict[int, tuple[int, int]] = {}
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        for told in process.stderr:
            done = re.match("([0-9]+) of [0-9]+ done", told)
            if done and int(done[1]) in MARKS and PROC.is_dir():
                others = workers or _children(process.pid)
                peaks[int(done[1])] = _peak(process.pid), max(map(_peak, others), default=0)
    if process.returncode:
        print(f"  {name}: failed with {process.returncode}")
    taken = time.perf_counter() - begun
    for who, at in (("first process", 0), ("largest worker", 1)):
        if any(peak[at] for peak in peaks.values()):
            told = ", ".join(f"{number}: {peak[at]} MB" for number, peak in peaks.items())
            print(f"  {name}, peak of the {who} after leaflet {told}", flush=True)
    return taken


def _children(parent: int) -> list[int]:
    return [int(pid) for path in PROC.glob(f"{parent}/task/*/children") for pid in path.read_text().split()]


def _peak(pid: int) -> int:
    """Return the most memory that a process has held, in MB; 0 where it has gone."""
    try:
        held = re.search("VmHWM:[^0-9]*([0-9]+) kB", (PROC / str(pid) / "status").read_text())
    except OSError:
        return 0
    return round(int(held[1]) / 1024) if held else 0


def _write(content: Path, number: int) -> None:
    """Write a leaflet with a note, a table, a list and a picture, in words and a language of its own."""
    copy = Copy(Random(f"catalogue {number}"), LANGUAGES[number % len(LANGUAGES)], said=number)
    for block in (copy.paragraph, copy.noted, copy.table, copy.figure, copy.items, copy.paragraph):
        if not copy.said % 3:
            copy.add(f"## {copy.saying()}")
        block()
    images = content / f"leaflet-{number}" / "images"
    images.mkdir(parents=True)
    for picture in (1, 2):
        (images / f"{picture}.svg").write_text(PICTURE.format(x=15 * picture), "utf-8")
    front = f"---\ntitle: {copy.words(5)} {number}\nlang: {copy.lang}\n---\n\n## {copy.saying()}\n\n"
    text = front + "\n".join([*copy.lines, *copy.notes, ""])
    (images.parent / f"{copy.lang}.md").write_text(text, "utf-8")


def _prose(times: int) -> str:
    return _parts(times, lambda part: [f"Water the plants early, {_words(part, n)}.\n" for n in range(6)])


def _tables(times: int) -> str:
    def rows(part: int) -> list[str]:
        cells = [f"| Plant {part} {n} | {_words(part, n)} |" for n in range(6)]
        return [f"Table: What plants of bed {part} need\n", "| Plant | Need |", "| --- | --- |", *cells, ""]

    return _parts(times, rows)


def _notes(times: int) -> str:
    def noted(part: int) -> list[str]:
        return [
            f"Water early, {_words(part, n)}.[^{part}-{n}]\n\n[^{part}-{n}]: See bed {part}, row {n}.\n" for n in "abc"
        ]

    return _parts(times, noted)


def _glossary(times: int) -> str:
    terms = "".join(f"  plant {part:02} {n}: A plant, {_words(part, n)}.\n" for part in range(times) for n in "abc")
    return _parts(times, lambda part: [f"Water plant {part:02} a, {_words(part, 'd')}.\n"], f"glossary:\n{terms}")


def _parts(times: int, lines: Callable[[int], Iterable[str]], front: str = "") -> str:
    parts = (f"## Part {part}\n\n" + "\n".join(lines(part)) for part in range(times))
    return f"---\ntitle: Garden\nlang: en\n{front}---\n\n" + "\n".join(parts)


def _words(part: int, number: object) -> str:
    return Copy(Random(f"{part} {number}"), "en").words(12)


KINDS: Mapping[str, Callable[[int], str]] = {
    "prose": _prose,
    "tables": _tables,
    "notes": _notes,
    "glossary": _glossary,
}
