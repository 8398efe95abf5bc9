"""The server of a project alone, without the processes that look at copies: to be killed while it writes.

``python -m tests.studio.served DIR`` prints its port and its secret on a line, and serves until it is killed.
"""

import sys
from pathlib import Path

from clearfold.studio.launch import listening, new_secret, server
from clearfold.studio.project import project_in
from clearfold.studio.workshop import Workshop

if __name__ == "__main__":
    project, secret = project_in(Path(sys.argv[1])), new_secret()
    with listening(0) as bound:
        port = bound.getsockname()[1]
        print(port, secret, flush=True)
        server(project, port, secret, Workshop(project.build)).run(sockets=[bound])
