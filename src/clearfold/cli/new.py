"""``clearfold new``: make a project to start from."""

import argparse
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import FINDINGS, PROVEN, USAGE


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(commands, (volume(),), "new", run, wording("make a project to start from"))
    command.add_argument(
        "folder", type=Path, metavar="DIR", help=wording("a folder that does not exist yet, or is empty")
    )
    command.add_argument(
        "--from",
        dest="file",
        type=Path,
        metavar="FILE",
        help=wording("an old leaflet to begin with: a Word file, a PDF, a web page … (see clearfold import)"),
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    from clearfold.pipeline.new_project import start

    if options.file is not None:
        return _begun(options)
    start(options.folder)
    if not options.quiet:
        print(wording("{folder}: write in content/, then: cd {folder} && clearfold build", folder=options.folder))
    return PROVEN


def _begun(options: argparse.Namespace) -> int:
    """Begin a project with an old leaflet."""
    from clearfold.importers.report import to_text
    from clearfold.pipeline.new_project import start_from

    made = start_from(options.folder, options.file)
    if not options.quiet:
        print(to_text([made.told]))
        print(wording("see {page}, then: cd {folder} && clearfold build", page=made.page, folder=options.folder))
    if not made.proven:
        return USAGE
    return PROVEN if made.decided else FINDINGS
