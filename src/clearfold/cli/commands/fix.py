"""``clearfold fix``: mend in copies what is mechanical."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import FINDINGS, PROVEN
from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.messages import message, told

if TYPE_CHECKING:
    from clearfold.copy_fixes import Mended

_ABOUT = message("mend in copies what is mechanical, and show it as a diff")
_AT_LENGTH = message("""

Pasted bullets, tabs, no-break spaces where none belong, empty lines before lists and tables, indents, ##Title,
values of the front matter that want quotation marks. No letter and no figure changes: that is proven before anything
is written. The file is written in place, as formatters do, and what it was is kept once, as FILE.bak; with --diff
nothing is written.
""")


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(commands, (volume(),), "fix", run, told(_ABOUT))
    command.description = f"{command.description}{told(_AT_LENGTH)}"
    command.add_argument("file", nargs="+", type=Path, metavar="FILE", help=wording("copies, or a publisher.yaml"))
    command.add_argument(
        "--diff", action="store_true", help=wording("only show what would change; exit code 1 where there is something")
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    from clearfold.copy_fixes import mend_file

    for path in options.file:
        if not path.is_file():
            raise UsageError(wording("there is no file {path}", path=path))
    changes = [mend_file(path) for path in options.file]
    found = [change for change in changes if change.before != change.after]
    for change in found:
        if options.diff or not options.quiet:
            print(change.diff)
        if not options.diff:
            _put(change, quiet=options.quiet)
    if not found and not options.quiet:
        print(wording("nothing to mend"), file=sys.stderr)
    return FINDINGS if found and options.diff else PROVEN


def _put(change: "Mended", *, quiet: bool) -> None:
    from clearfold.copy_fixes import put

    try:
        kept = put(change)
    except OSError as error:
        raise UsageError(
            wording("{path} cannot be written: {reason}", path=change.path, reason=refusal_of(error))
        ) from error
    if not quiet:
        print(
            wording("{path}: mended; what it was is kept as {name}", path=change.path, name=kept.name), file=sys.stderr
        )
