"""A file of somebody else's is read in a process of its own, with limits of time and memory.

What comes back are values of this room's model. Nothing is fetched, and nothing is written there.
"""

import multiprocessing
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from clearfold.importers.formats import format_of
from clearfold.importers.reading import Imported, NotImportableError, Options, Original, StoppedError
from clearfold.model.errors import InternalError, internal
from clearfold.model.limits import IMPORT_MEMORY, IMPORT_SECONDS
from clearfold.model.messages import message

_LOOK = 0.1  # seconds between two looks at whether somebody has stopped it
_TOO_LONG = message("it took too long to read; open it in the program that made it, and save it anew")
_TOO_MUCH = message("it took too much memory to read; open it in the program that made it, and save it anew")


@dataclass(frozen=True, slots=True)
class ReadTwice:
    """What the maker and the prover have made of one file, and the name of its kind."""

    kind: str
    imported: Imported
    original: Original


def read_apart(data: bytes, name: str, options: Options, stopped: Callable[[], bool] = lambda: False) -> ReadTwice:
    """Read a file in a child process; raises NotImportableError, InternalError and StoppedError."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_child, args=(theirs, options, name), daemon=True)
    process.start()
    theirs.close()
    try:
        with suppress(BrokenPipeError):
            ours.send_bytes(data)
        read = _answer(ours, stopped)
        process.join(_LOOK * 20)  # it ends by itself now
        return read
    finally:
        ours.close()
        process.kill()
        process.join()


def _answer(ours: Connection, stopped: Callable[[], bool]) -> ReadTwice:
    end = time.monotonic() + IMPORT_SECONDS
    while not ours.poll(_LOOK):
        if stopped():
            raise StoppedError
        if time.monotonic() > end:
            raise NotImportableError(_TOO_LONG)
    try:
        answer = ours.recv()
    except (EOFError, ConnectionError) as error:
        raise NotImportableError(_TOO_MUCH) from error
    if isinstance(answer, ReadTwice):
        return answer
    if isinstance(answer, InternalError):
        raise answer
    raise NotImportableError(str(answer))


def _child(answer: Connection, options: Options, name: str) -> None:
    try:
        data = answer.recv_bytes()
        _limit()
        answer.send(read_twice(data, name, options))
    except NotImportableError as error:
        answer.send(str(error))
    except MemoryError:
        answer.send(_TOO_MUCH)
    except RecursionError:
        answer.send(message("it is nested too deeply"))
    except Exception as error:
        answer.send(internal(error, message("reading a file to import"), name))


def read_twice(data: bytes, name: str, options: Options) -> ReadTwice:
    """Read a file by its maker and by its prover, here; raises NotImportableError."""
    kind = format_of(data, name)
    imported = kind.make()(data, name, options)
    return ReadTwice(kind.name, imported, kind.prove()(data, name, imported))


def _limit() -> None:
    """Limit what this process may take; Windows has no such limits, and there time alone is watched."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = IMPORT_MEMORY if hard == resource.RLIM_INFINITY else min(IMPORT_MEMORY, hard)
    # macOS refuses to limit addresses; there the system stops what takes too much.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(IMPORT_SECONDS), int(IMPORT_SECONDS) + 5))
