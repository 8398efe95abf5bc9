"""``clearfold studio``: write, see and publish leaflets in the browser, on this machine alone."""

import argparse
from importlib.util import find_spec
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import PROVEN
from clearfold.model.errors import MissingLibraryError
from clearfold.store.scratch import scratch
from clearfold.store.way_in import way_in

NEEDED = ("starlette", "uvicorn")


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    about = wording("write, see and publish leaflets in the browser")
    command = command_of(commands, (volume(),), "studio", run, about)
    command.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="DIR",
        help=wording("the project (default: this folder)"),
    )
    command.add_argument("--port", type=int, default=0, metavar="N", help=wording("0 for a free one (default: 0)"))
    command.add_argument("--no-open", action="store_true", help=wording("do not open a browser"))


def run(options: argparse.Namespace) -> int:
    """Carry the command out until it is stopped, and return the exit code."""
    if not all(map(find_spec, NEEDED)):
        raise MissingLibraryError(
            wording("the studio needs more than was installed; type: pip install 'clearfold[studio]'")
        )
    from clearfold.studio.launch import HOST, listening, new_secret, server
    from clearfold.studio.project import project_in
    from clearfold.studio.workshop import Workshop

    project, secret = project_in(options.folder), new_secret()
    with listening(options.port) as bound:
        port = bound.getsockname()[1]
        with scratch("studio"), way_in(f"http://{HOST}:{port}/{secret}/", "studio") as file:
            print(
                wording("the studio runs; open {file} in a browser if none has opened; Ctrl+C ends it", file=file),
                flush=True,
            )
            if not options.no_open:
                import webbrowser

                webbrowser.open(file.as_uri())
            workshop = Workshop(project.build)
            workshop.begin()
            try:
                server(project, port, secret, workshop).run(sockets=[bound])
            except KeyboardInterrupt:
                print(wording("the studio has ended; what was saved is in the project’s folder"))
            finally:
                workshop.close()
    return PROVEN
