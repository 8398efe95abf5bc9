"""``clearfold cache``: say where earlier builds are kept, or clear them away."""

import argparse

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import PROVEN
from clearfold.model.limits import MB
from clearfold.store.cache import Cache, usual_folder


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(
        commands, (volume(),), "cache", run, wording("say where earlier builds are kept, or clear them away")
    )
    command.add_argument("action", nargs="?", choices=("show", "clear"), default="show", metavar="clear")


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    cache = Cache(usual_folder())
    if options.action == "clear":
        number = cache.clear()
        if not options.quiet:
            print(wording("{folder}: {number} entries cleared away", folder=cache.folder, number=number))
    else:
        number, size = cache.size()
        print(
            wording(
                "{folder}: {number} entries, {size:.1f} MB of at most {most} MB",
                folder=cache.folder,
                number=number,
                size=size / MB,
                most=cache.most // MB,
            )
        )
    return PROVEN
