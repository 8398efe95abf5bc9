"""A leaflet has its time: what takes longer is stopped with a word, on every system, whatever it is busy with."""

import _thread
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType

from clearfold.model.errors import ClearfoldError
from clearfold.model.messages import message

# A signal that nothing of ours, and nothing of a terminal's, sends: simulated, never delivered.
if sys.platform == "win32":
    _SIGNAL = signal.SIGBREAK
else:
    _SIGNAL = signal.SIGALRM
GRACE = 60.0  # seconds for what cannot be stopped, such as a call into a library of C
TOO_LONG = 2  # exit code, as of what cannot be carried out, of a process that could not be stopped otherwise


class TooLongError(ClearfoldError):
    """Something has taken longer than it may."""


@contextlib.contextmanager
def deadline(seconds: float, name: str) -> Iterator[None]:
    """Raise TooLongError in what takes longer than so many seconds; end the process where that is of no avail.

    Signals reach the main thread alone: in another one, and for 0 seconds, nothing is watched. An edition replaces the
    last one whole or not at all, so that ending the process harms none.
    """
    if seconds <= 0 or threading.current_thread() is not threading.main_thread():
        yield
        return
    watched = True

    def stop(_: int, __: FrameType | None) -> None:
        if watched:
            raise TooLongError

    def end() -> None:
        if watched:
            print(
                message(
                    "clearfold: {name} takes longer than {seconds:.0f} seconds, and is given up",
                    name=name,
                    seconds=seconds,
                ),
                file=sys.stderr,
                flush=True,
            )
            os._exit(TOO_LONG)

    before = signal.signal(_SIGNAL, stop)
    watches = [threading.Timer(seconds, _thread.interrupt_main, (_SIGNAL,)), threading.Timer(seconds + GRACE, end)]
    for watch in watches:
        watch.daemon = True
        watch.start()
    try:
        yield
    finally:
        watched = False
        for watch in watches:
            watch.cancel()
            watch.join()
        signal.signal(_SIGNAL, before)
