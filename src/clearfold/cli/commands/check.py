"""``clearfold check``: prove finished files against their copy."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.cli.command_line import Commands, command_of, form, volume, wording
from clearfold.cli.output import FINDINGS, PROVEN, report, tell
from clearfold.cli.progress import progress
from clearfold.model.diagnostic import LeafletError
from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.paper import Level
from clearfold.pipeline.building.build import BUILD

if TYPE_CHECKING:
    from clearfold.proof.report.exhibit import Exhibit


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(commands, (volume(), form()), "check", run, wording("prove finished files against their copy"))
    command.add_argument(
        "path",
        nargs="*",
        type=Path,
        default=[BUILD],
        metavar="PATH",
        help=wording("folders with manifests, or files (default: build/)"),
    )
    command.add_argument("--source", type=Path, metavar="FILE", help=wording("the copy, where no manifest names it"))
    command.add_argument("--report", type=Path, metavar="FILE.html", help=wording("write the page for editors too"))
    command.add_argument(
        "--level",
        choices=[level.value for level in Level],
        help=wording("measure the pages of files that others made, in print of that size (default: not measured)"),
    )
    command.add_argument(
        "--witnesses", action="store_true", help=wording("ask EPUBCheck, veraPDF and Ace about them as well")
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    import logging

    from clearfold.pipeline.checking.check import exhibits

    for library in ("fontTools", "pypdf"):  # what they log of other tools' files, the proof tells if it matters
        logging.getLogger(library).setLevel(logging.CRITICAL)
    level = Level(options.level) if options.level else None
    text = options.format == "text"
    try:
        with progress(quiet=options.quiet, verbose=options.verbose) as say:
            given = (options.path, options.source)
            proven = exhibits(*given, level=level, witnesses=options.witnesses, progress=say)
            # Files are kept in memory only where their pages are shown.
            shown = tuple(proven) if options.report else ()
            reports = tuple(exhibit.report for exhibit in shown or proven)
    except LeafletError as error:
        if text:
            raise
        tell(options.format, (), error.diagnostics)
        return FINDINGS
    if options.report:
        _write_page(options.report, shown)
    if text:
        report(reports, options)
    else:
        tell(options.format, reports, ())
    return PROVEN if all(report.good for report in reports) else FINDINGS


def _write_page(path: Path, shown: Sequence["Exhibit"]) -> None:
    from clearfold.proof.report.page import to_html

    try:
        path.write_text(to_html(shown), "utf-8")
    except OSError as error:
        raise UsageError(wording("{path} cannot be written: {reason}", path=path, reason=refusal_of(error))) from error
