"""``clearfold explain``: what a code means, why it matters and what to do; without a code, the list of all."""

import argparse
import json
from dataclasses import asdict
from textwrap import indent
from typing import TYPE_CHECKING

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import PROVEN
from clearfold.model.messages import current, message, told

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
        print(at_length(found[0]))
    else:
        print("\n".join(f"{one.code}  {told(message(one.severity)):8}  {told(one.meaning)}" for one in found))
    return PROVEN


def at_length(one: "Explanation") -> str:
    """Return a code with all that is known of it, in the language that is spoken now."""
    head = wording("{code} ({severity}): {meaning}", code=one.code, severity=message(one.severity), meaning=one.meaning)
    parts = [head, told(one.why), wording("What to do: {cure}", cure=one.cure)]
    example = one.examples.get(current(), (one.wrong, one.right))
    for heading, lines in zip(_headings(one), example, strict=True):
        if lines:
            parts.append(f"{heading}\n{indent(told(lines), '    ')}")
    return "\n\n".join(parts)


def _headings(one: "Explanation") -> tuple[str, str]:
    """Return what stands above the two parts of an example."""
    if one.imported:
        return wording("In a file:"), wording("In the copy:")
    if one.where:
        return wording("Wrong, in {where}:", where=one.where), wording("Right, in {where}:", where=one.where)
    return wording("Wrong:"), wording("Right:")
