"""What takes too long is stopped, whatever it is busy with."""

import subprocess
import sys
import threading
import time

import pytest

from clearfold.pipeline.deadline import TOO_LONG, TooLongError, deadline


def test_what_takes_too_long_is_stopped() -> None:
    """A loop that would not end is left when its time is over."""
    start = time.monotonic()
    with pytest.raises(TooLongError), deadline(0.2, "a loop"):
        _forever()
    assert time.monotonic() - start < 10


def _forever() -> None:
    while True:
        pass


def test_what_is_in_time_is_left_alone() -> None:
    """What ends in time ends as if nobody had watched, and the watch is over with it."""
    before = threading.active_count()
    with deadline(30, "a short one"):
        done = True
    assert done
    assert before == threading.active_count()


@pytest.mark.parametrize("seconds", [0, -1])
def test_no_time_limit_is_no_watch(seconds: float) -> None:
    """Nought is no limit."""
    with deadline(seconds, "anything"):
        assert 1 == sum(thread.name == "MainThread" for thread in threading.enumerate())


def test_other_threads_are_not_watched() -> None:
    """In another thread than the main one nothing is watched, and nothing breaks."""
    done: list[bool] = []

    def work() -> None:
        with deadline(0.01, "a thread"):
            time.sleep(0.05)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert [True] == done


@pytest.mark.slow("waits for a deadline to pass")
def test_process_that_cannot_be_stopped_is_ended() -> None:
    """Where a library of C does not return, the process says why and ends."""
    if sys.platform == "win32":
        pytest.skip("needs a call of C that waits")
    code = (
        "import ctypes; from clearfold.pipeline import deadline; deadline.GRACE = 0.2\n"
        "with deadline.deadline(0.1, 'tea/en.md'): ctypes.CDLL(None).system(b'sleep 2')"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=20)
    assert (TOO_LONG, True) == (told.returncode, "tea/en.md takes longer than 0 seconds" in told.stderr)
