"""``clearfold new``: make a project to start from."""

import argparse
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import FINDINGS, PROVEN, USAGE
from clearfold.model.messages.speaking import current


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
    command.add_argument(
        "--open",
        action="store_true",
        help=wording("show the leaflet in the program that opens texts here, or what was imported in a browser"),
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    from clearfold.pipeline.new_project import start

    if options.file is not None:
        return _begun(options)
    leaflet = start(options.folder, current())
    if not options.quiet:
        readme = options.folder / "README.md"
        print(wording("{leaflet} is yours to write; {readme} says how", leaflet=leaflet, readme=readme))
        print(wording("then: cd {folder} && clearfold build", folder=options.folder))
    if options.open:
        _open(leaflet)
    return PROVEN


def _open(leaflet: Path) -> None:
    """Show a leaflet in the program that this system opens texts with."""
    import webbrowser

    webbrowser.open(leaflet.resolve().as_uri())


def _begun(options: argparse.Namespace) -> int:
    """Begin a project with an old leaflet."""
    from clearfold.importers.report import to_text
    from clearfold.pipeline.new_project import start_from

    made = start_from(options.folder, options.file, current())
    if not options.quiet:
        print(to_text([made.told]))
        print(wording("see {page}, then: cd {folder} && clearfold build", page=made.page, folder=options.folder))
    if options.open:
        _open(made.page)
    if not made.proven:
        return USAGE
    return PROVEN if made.decided else FINDINGS
