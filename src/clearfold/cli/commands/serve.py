"""``clearfold serve``: show the site on this machine, and to nobody else."""

import argparse

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.commands import site
from clearfold.cli.output import PROVEN


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(commands, (volume(),), "serve", run, wording("make the site, and show it on this machine"))
    site.arguments(command)
    command.add_argument(
        "--port", type=int, default=8000, metavar="N", help=wording("0 for a free one (default: 8000)")
    )
    command.add_argument("--no-open", action="store_true", help=wording("do not open a browser"))


def run(options: argparse.Namespace) -> int:
    """Carry the command out until it is stopped, and return the exit code."""
    code = site.run(options)
    if code != PROVEN:
        return code
    from clearfold.cli.folder_server import HOST, server

    with server(options.output, options.port) as served:
        address = f"http://{HOST}:{served.server_port}/"
        print(wording("{address} shows {output}; Ctrl+C ends it", address=address, output=options.output), flush=True)
        if not options.no_open:
            import webbrowser

            webbrowser.open(address)
        served.serve_forever()
    return PROVEN
