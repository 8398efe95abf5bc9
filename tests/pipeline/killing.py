"""A task of a batch for test_batch.py and test_dask.py: the process that builds “bread” first is killed."""

import os
import signal
from pathlib import Path

from clearfold.pipeline.batch import build_there
from clearfold.pipeline.leaflet_job import Built, Order


def killed_once(folder: Path, path: Path, order: Order) -> Built:
    """Write down which leaflet is begun, and build it."""
    log = Path(os.environ["CLEARFOLD_TEST_LOG"])
    name = path.parent.name
    first = not log.exists() or name not in log.read_text("utf-8").split()
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{name}\n")
    if name == "bread" and first:
        os.kill(os.getpid(), signal.SIGKILL)
    return build_there(folder, path, order)
