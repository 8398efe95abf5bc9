"""``clearfold explain``: what a code means, why it matters and what to do; without a code, the list of all."""

import argparse
import json
from dataclasses import asdict
from textwrap import indent
from typing import TYPE_CHECKING

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import PROVEN

if TYPE_CHECKING:
    from clearfold.pipeline.explain import Explanation


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(
        commands, (volume(),), "explain", run, wording("say what a code means, and what to do about it")
    )
    command.add_argument(
        "code", nargs="?", default="", metavar="CODE", help=wording("such as SRC-003 (default: list them all)")
    )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=wording("json is for programs (default: text)")
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    from clearfold.pipeline.explain import explain, explanations

    found = (explain(options.code),) if options.code else tuple(explanations().values())
    if options.format == "json":
        told = [asdict(one) for one in found]
        print(json.dumps(told[0] if options.code else told, ensure_ascii=False, indent=2))
    elif options.code:
        print(_at_length(found[0]))
    else:
        print("\n".join(f"{one.code}  {one.severity:8}  {one.meaning}" for one in found))
    return PROVEN


def _at_length(one: "Explanation") -> str:
    parts = [f"{one.code} ({one.severity}): {one.meaning}", one.why, wording("What to do: {cure}", cure=one.cure)]
    where = wording(", in {where}", where=one.where) if one.where else ""
    words = (wording("In a file"), wording("In the copy")) if one.imported else ("Wrong", "Right")
    for word, lines in zip(words, (one.wrong, one.right), strict=True):
        if lines:
            parts.append(f"{word}{where}:\n{indent(lines, '    ')}")
    return "\n\n".join(parts)
