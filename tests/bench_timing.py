"""What the parts of the bench share: commands are run in turns, and told as ratios."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

STANDARD = ("-e", "large-print", "-e", "accessible", "-e", "epub")
Run = Callable[[], None]


def command(module: str, *words: str | Path) -> None:
    """Run a module, with compiled ones kept as where they are installed; raises CalledProcessError."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-m", module, *map(str, words)], check=True, capture_output=True, env=kept)


def clearfold(folder: Path, copy: Path, *words: str) -> None:
    """Build a copy, or a folder of them, below a folder."""
    command("clearfold", "build", copy, "-o", folder / "build", "-q", *words)


def seconds(run: Run) -> float:
    """Return how long something takes."""
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def medians(runs: Mapping[str, Run], rounds: int) -> dict[str, float]:
    """Return the median time of each, all of them taking turns; a tool that fails is named and left out."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            try:
                times[name].append(seconds(run))
            except subprocess.CalledProcessError as error:
                print(f"  {name}: failed: {error.stderr.decode('utf-8', 'replace').strip()[-200:]}")
    return {name: statistics.median(taken) for name, taken in times.items() if taken}


def table(times: Mapping[str, float], base: str) -> None:
    """Print times, and how often each holds the first one's."""
    for name, taken in times.items():
        print(f"  {name:36} {taken:8.2f} s {taken / times[base]:8.2f} times", flush=True)
