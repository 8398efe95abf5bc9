"""``clearfold advise``: whether patients can understand a leaflet, trust it and act on it."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.commands.build import sources
from clearfold.cli.output import FINDINGS, PROVEN, complain
from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.messages import message, told

if TYPE_CHECKING:
    from clearfold.advice import Advised

_AT_LENGTH = message("""

Advice stops nothing: a leaflet is made with it and without it. Each piece names its place, what is meant and what
could be written; “clearfold explain ADV-010” says why, and who advises it. To keep something as it is, put a note
before it: <!-- advice: off ADV-010, because … -->
""")


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    about = wording("say what would help patients to understand a leaflet, trust it and act on it")
    command = command_of(commands, (volume(),), "advise", run, about)
    command.description = f"{command.description}{told(_AT_LENGTH)}"
    sources(command)
    command.add_argument(
        "--spelling",
        action="store_true",
        help=wording("ask the dictionaries of Hunspell on this machine about every word too"),
    )
    command.add_argument(
        "--report", type=Path, metavar="FILE.html", help=wording("write the page for the editorial board too")
    )
    command.add_argument(
        "--since",
        type=Path,
        metavar="OLD.md",
        help=wording("an earlier copy of the first leaflet, with which the page compares it"),
    )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=wording("json is for programs (default: text)")
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code: advice is no finding."""
    from clearfold.pipeline.advise import advise

    found = advise(options.source, spelling=options.spelling)
    from clearfold.advice.forms import to_json, to_text

    complain(found.diagnostics)
    if options.report:
        _write_page(options.report, found.advised, options.since)
    given = [(one.reading.source.path, one.advice) for one in found.advised]
    if options.format == "json":
        print(to_json(given))
    else:
        shown = [(path, advice) for path, advice in given if advice or not options.quiet]
        if shown:
            print(to_text(shown))
    return FINDINGS if found.diagnostics else PROVEN


def _write_page(path: Path, advised: Sequence["Advised"], since: Path | None) -> None:
    from clearfold.advice.board.page import to_html
    from clearfold.pipeline.advise import advise

    before = advise([since]).advised if since else ()
    try:
        path.write_text(to_html(advised, before[0] if before else None), "utf-8")
    except OSError as error:
        raise UsageError(wording("{path} cannot be written: {reason}", path=path, reason=refusal_of(error))) from error
