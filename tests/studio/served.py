"""Servers of a project alone, without the processes that look at copies: to be killed while they write.

``python -m tests.studio.served`` has everything imported, and forks a server for each folder that it reads on a line;
each prints its process, its port and its secret, and serves until it is killed.
"""

import os
import signal
import sys
from pathlib import Path

from clearfold.studio.launch import listening, new_secret, server
from clearfold.studio.project import project_in
from clearfold.studio.workshop import Workshop


def serve(folder: Path) -> None:
    """Serve a project."""
    project, secret = project_in(folder), new_secret()
    with listening(0) as bound:
        port = bound.getsockname()[1]
        served = server(project, port, secret, Workshop(project.build))
        print(os.getpid(), port, secret, flush=True)
        served.run(sockets=[bound])


if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # of those that were killed nothing is left
    for line in sys.stdin:
        if not os.fork():
            serve(Path(line.strip()))
            os._exit(0)
