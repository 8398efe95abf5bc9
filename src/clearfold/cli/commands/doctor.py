"""``clearfold doctor``: what is there on this machine, what is missing for what, and how to get it."""

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import FINDINGS, PROVEN

if TYPE_CHECKING:
    from clearfold.pipeline.doctor import Machine, Part

_SCHEMA = 1


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    about = wording("say what is there on this machine, what is missing for what, and how to get it")
    command = command_of(commands, (volume(),), "doctor", run, about)
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=wording("json is for programs (default: text)")
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code: 1 where something that is needed is missing."""
    from clearfold import __version__
    from clearfold.pipeline.doctor import examine

    machine = examine()
    if options.format == "json":
        values = {"schema": _SCHEMA, "clearfold": __version__, "ready": machine.ready, **asdict(machine)}
        print(json.dumps(values, ensure_ascii=False, indent=2))
    elif lines := list(_lines(machine, __version__, quiet=options.quiet)):
        print("\n".join(lines))
    return PROVEN if machine.ready else FINDINGS


def _lines(machine: "Machine", version: str, *, quiet: bool) -> Iterator[str]:
    """Yield what is told to people; with ``quiet`` only what is needed and missing."""
    needed = [part for part in machine.parts if part.needed and (not quiet or not part.found)]
    if quiet:
        yield from _about(needed)
        return
    by = f", {machine.manager}" if machine.manager else ""
    yield f"Clearfold {version}, Python {machine.python}, {machine.system}{by}"
    yield f"\n{wording('needed:')}"
    yield from _about(needed)
    yield f"\n{wording('only for what is named beside it:')}"
    yield from _about(part for part in machine.parts if not part.needed)
    yield ""
    if machine.ready:
        yield wording("Clearfold can build here.")
    else:
        yield wording("Clearfold cannot build here until what is needed is there.")


def _about(parts: Iterable["Part"]) -> Iterator[str]:
    for part in parts:
        found = f" ({part.version})" if part.version else ""
        there = wording("there") if part.found else wording("MISSING")
        about = wording("{name}{version}, for {what_for}", name=part.name, version=found, what_for=part.what_for)
        yield f"  {there:9} {about}"
        if not part.found:
            yield f"{'':12}{wording('to get it: {get}', get=part.get)}"
