"""What people see of the work on standard error while it goes on: a line of a terminal, or lines of a log."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from clearfold.model.messages import told
from clearfold.pipeline.progress import Progress, Tally

_WIPE = "\r\x1b[K"
_PATIENCE = 30.0  # seconds between the lines that a log without a terminal gets of a large batch
_MANY = 20  # leaflets of a batch that is large: of fewer, each step is told


@contextmanager
def progress(*, quiet: bool, verbose: bool) -> Iterator[Progress | None]:
    """Give what tells of each step on standard error: lines if asked, else one line of a terminal, wiped at the end.

    Where there is no terminal, a line tells of each step; of a batch of many leaflets one now and then.
    """
    if quiet:
        yield None
    elif verbose:
        yield _each()
    elif not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield _log()
    else:
        try:
            width = shutil.get_terminal_size().columns - 1
            yield lambda step: _over(step.line(width) if isinstance(step, Tally) else told(step)[:width])
        finally:
            _over("")


def _over(text: str) -> None:
    print(f"{_WIPE}{text}", end="", file=sys.stderr, flush=True)


def _each() -> Progress:
    """Return what prints every step, but not how the time that is left goes by between two of them."""
    last: tuple[int, tuple[str, ...]] | None = None

    def tell(step: str | Tally) -> None:
        nonlocal last
        now = (step.done, step.running) if isinstance(step, Tally) else None
        if now is None or now != last:
            print(told(step), file=sys.stderr, flush=True)
        last = now

    return tell


def _log() -> Progress:
    """Return what prints every step of few leaflets, and how far many are no more often than people look at a log."""
    last, each = time.monotonic(), _each()

    def tell(step: str | Tally) -> None:
        nonlocal last
        if not isinstance(step, Tally) or step.total <= _MANY:
            each(step)
        elif time.monotonic() - last >= _PATIENCE:
            print(told(step), file=sys.stderr, flush=True)
            last = time.monotonic()

    return tell
