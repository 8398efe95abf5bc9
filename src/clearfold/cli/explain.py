"""``clearfold explain``: what a code means, why it matters and what to do; without a code, the list of all."""

import argparse
import json
from dataclasses import asdict
from textwrap import indent
from typing import TYPE_CHECKING

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import PROVEN
from clearfold.model.messages import message, told

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
        values = [asdict(one) for one in found]
        print(json.dumps(values[0] if options.code else values, ensure_ascii=False, indent=2))
    elif options.code:
        print(_at_length(found[0]))
    else:
        print("\n".join(f"{one.code}  {told(message(one.severity)):8}  {told(one.meaning)}" for one in found))
    return PROVEN


def _at_length(one: "Explanation") -> str:
    head = f"{one.code} ({told(message(one.severity))}): {told(one.meaning)}"
    parts = [head, told(one.why), wording("What to do: {cure}", cure=one.cure)]
    for word, lines in zip(_words(one), (one.wrong, one.right), strict=True):
        if lines:
            parts.append(f"{word}:\n{indent(told(lines), '    ')}")
    return "\n\n".join(parts)


def _words(one: "Explanation") -> tuple[str, str]:
    """Return what stands above the two parts of an example."""
    if one.imported:
        return wording("In a file"), wording("In the copy")
    if one.where:
        return wording("Wrong, in {where}", where=one.where), wording("Right, in {where}", where=one.where)
    return wording("Wrong"), wording("Right")
