"""A second process ends when it is ended, and with the first, whatever either is at."""

import os
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from clearfold.pipeline.building.worker import end, spawned
from tests.pipeline.killing import half_an_answer

_FIRST = """
import os, sys
from clearfold.pipeline.building.worker import Worker, spawned
if __name__ == "__main__":
    if sys.argv[1] == "fork":
        worker = Worker(check=False)
        number = worker.run(os.getpid).result()
    else:
        number = spawned().submit(os.getpid).result()
    print(number, flush=True)
    os.kill(os.getpid(), 9)
"""


@pytest.mark.slow("starts a process")
@pytest.mark.skipif(sys.platform == "win32", reason="writes into a pipe of POSIX")
def test_worker_that_is_ended_in_the_middle_of_an_answer_is_waited_for_no_longer(tmp_path: Path) -> None:
    """Nobody waits for the rest of an answer whose process is gone."""
    pool = spawned()
    answer = pool.submit(half_an_answer, tmp_path / "begun")
    while not (tmp_path / "begun").exists():
        time.sleep(0.01)
    end(pool)
    pool.shutdown(wait=True)
    assert isinstance(answer.exception(timeout=0), BrokenExecutor)


@pytest.mark.slow("starts two processes")
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_worker_ends_with_a_first_process_that_is_killed(method: str, tmp_path: Path) -> None:
    """A worker whose first process was killed stays no longer than that one."""
    program = tmp_path / "first.py"
    program.write_text(_FIRST, "utf-8")
    words = [sys.executable, str(program), method]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    # The worker has the pipe too: that this comes back in time tells that it has ended.
    told = subprocess.run(
        words, stdout=subprocess.PIPE, check=False, timeout=60, env={**os.environ, "PYTHONPATH": path}
    )
    assert -9 == told.returncode
    assert int(told.stdout)
