"""``clearfold new``: make a project to start from."""

import argparse
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume
from clearfold.cli.output import PROVEN


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(commands, (volume(),), "new", run, "make a project to start from")
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that does not exist yet, or is empty")


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    from clearfold.pipeline.new_project import start

    start(options.folder)
    if not options.quiet:
        print(f"{options.folder}: write in content/, then: cd {options.folder} && clearfold build")
    return PROVEN
