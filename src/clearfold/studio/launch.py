"""The studio's start and end: a free port of this machine, and a secret."""

import secrets
import socket
from typing import TYPE_CHECKING

from clearfold.model.errors import UsageError
from clearfold.studio.app import application
from clearfold.studio.guard import Guard
from clearfold.studio.project import Project
from clearfold.studio.workshop import Workshop

if TYPE_CHECKING:
    import uvicorn

HOST = "127.0.0.1"
SECRET_BYTES = 16  # 128 bits
_LEAVING = 1  # seconds that open streams are given when the studio ends


def listening(port: int) -> socket.socket:
    """Return a socket on this machine alone, on a free port for 0; raises UsageError where the port is taken."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        bound.bind((HOST, port))
        # From now on whoever comes waits: the browser may be there before the server is.
        bound.listen()
    except (OSError, OverflowError) as error:
        bound.close()
        raise UsageError(f"port {port} cannot be used ({error}); choose another with --port N, or 0") from error
    return bound


def server(project: Project, port: int, secret: str, workshop: Workshop) -> "uvicorn.Server":
    """Return the server of a project, which is to be run on a socket with that port; its workshop is yours to close."""
    import uvicorn

    app = application(project, workshop)
    config = uvicorn.Config(
        Guard(app, f"{HOST}:{port}", secret),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_LEAVING,
    )
    made = uvicorn.Server(config)
    app.state.ending = lambda: made.should_exit
    return made


def new_secret() -> str:
    """Return a secret that nobody can guess."""
    return secrets.token_hex(SECRET_BYTES)
