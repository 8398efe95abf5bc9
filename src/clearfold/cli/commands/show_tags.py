"""``clearfold show-tags``: print a PDF's structure tree as indented text."""

import argparse
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import PROVEN
from clearfold.model.errors import UsageError, refusal_of


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(
        commands, (volume(),), "show-tags", run, wording("print a PDF's structure tree as indented text")
    )
    command.add_argument("file", type=Path, metavar="FILE.pdf")


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    import logging

    from clearfold.model.media_types import PDF
    from clearfold.proof.readers import UnreadableError
    from clearfold.proof.readers.media_type import media_type_of
    from clearfold.proof.readers.pdf.file import open_pdf
    from clearfold.proof.readers.pdf.tag_text import show_tags

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it logs of a broken file is no part of the tree
    try:
        data = options.file.read_bytes()
        if media_type_of(data) != PDF:
            raise UnreadableError(wording("it is no PDF, and only PDFs have tags"))
        tree = show_tags(open_pdf(data))
    except OSError as error:
        raise UsageError(
            wording("{file} cannot be read: {reason}", file=options.file, reason=refusal_of(error))
        ) from error
    except UnreadableError as error:
        raise UsageError(wording("{file} cannot be read: {error}", file=options.file, error=error)) from error
    print(tree)
    return PROVEN
