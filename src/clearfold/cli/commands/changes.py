"""``clearfold changes``: word by word what changed between two states of leaflets."""

import argparse
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import PROVEN


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    about = wording("say word by word what changed between two copies, two folders of them, or two finished files")
    command = command_of(commands, (volume(),), "changes", run, about)
    kinds = wording("a copy, a folder of copies, a folder with a manifest, or a finished file")
    command.add_argument("old", type=Path, metavar="OLD", help=kinds)
    command.add_argument("new", type=Path, metavar="NEW", help=wording("the same, as it is now"))
    command.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help=wording("markdown is for the notes of a release, json for programs (default: text)"),
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code: that something changed is no finding."""
    from clearfold.changes.forms import to_json, to_markdown, to_text
    from clearfold.pipeline.changes import changes

    found = changes(options.old, options.new)
    form = {"text": to_text, "markdown": to_markdown, "json": to_json}[options.format]
    if found or options.format == "json":
        print(form(found))
    elif not options.quiet:
        print(wording("no word has changed"))
    return PROVEN
