"""``clearfold cache``: say where earlier builds are kept, or clear them away."""

import argparse

from clearfold.cli.command_line import Commands, command_of, volume
from clearfold.cli.output import PROVEN
from clearfold.model.limits import MB
from clearfold.store.cache import Cache, usual_folder


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(commands, (volume(),), "cache", run, "say where earlier builds are kept, or clear them away")
    command.add_argument("action", nargs="?", choices=("show", "clear"), default="show", metavar="clear")


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    cache = Cache(usual_folder())
    if options.action == "clear":
        number = cache.clear()
        if not options.quiet:
            print(f"{cache.folder}: {number} entries cleared away")
    else:
        number, size = cache.size()
        print(f"{cache.folder}: {number} entries, {size / MB:.1f} MB of at most {cache.most // MB} MB")
    return PROVEN
