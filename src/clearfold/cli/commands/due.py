"""``clearfold due``: which final leaflets are to be reviewed, or brought up to date, before they are released."""

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.commands.build import sources
from clearfold.cli.output import FINDINGS, PROVEN, complain
from clearfold.model.messages import counted, told

if TYPE_CHECKING:
    from clearfold.pipeline.due import Due, Dues

_SCHEMA = 1
_AHEAD = 60  # days


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    about = wording("say which final leaflets are past their date of review, or stale as translations")
    command = command_of(commands, (volume(),), "due", run, about)
    sources(command)
    command.add_argument(
        "--within",
        type=int,
        default=_AHEAD,
        metavar="DAYS",
        help=wording("how far ahead dates are told of, without stopping anything (default: {days} days)", days=_AHEAD),
    )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=wording("json is for programs (default: text)")
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code: 1 where something must not be released as it is."""
    from clearfold.pipeline.due import due

    dues = due(options.source, options.within)
    if options.format == "json":
        print(_json(dues))
    else:
        complain(dues.found)
        if not options.quiet:
            print("\n".join(_lines(dues)))
    return FINDINGS if dues.found else PROVEN


def _lines(dues: "Dues") -> list[str]:
    lines = [_when(one) for one in dues.coming]
    if dues.found:
        return [*lines, wording("These leaflets must not be released as they are.")]
    if not dues.final:
        return [*lines, wording("No leaflet is final: there is nothing to hold to its date.")]
    may = counted(dues.final, "The one final leaflet may go out.", "All {count} final leaflets may go out.")
    return [*lines, told(may)]


def _when(one: "Due") -> str:
    day = one.day.isoformat()
    if not one.days:
        return wording("{path}: to be reviewed by {day}, today", path=one.path, day=day)
    return told(
        counted(
            one.days,
            "{path}: to be reviewed by {day}, tomorrow",
            "{path}: to be reviewed by {day}, in {count} days",
            path=one.path,
            day=day,
        )
    )


def _json(dues: "Dues") -> str:
    found = [
        {
            "code": one.code,
            "path": one.location.path.as_posix(),
            "line": one.location.line,
            "fact": str(one.fact),
            "hint": str(one.hint),
        }
        for one in dues.found
    ]
    coming = [{**asdict(one), "path": one.path.as_posix(), "day": one.day.isoformat()} for one in dues.coming]
    whole = {"schema": _SCHEMA, "good": not dues.found, "final": dues.final, "coming": coming, "found": found}
    return json.dumps(whole, ensure_ascii=False, indent=2)
