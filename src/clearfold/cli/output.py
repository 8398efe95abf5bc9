"""What the commands print: what is wrong with copies, what the proof found, and the same for programs."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.model.messages import ENGLISH, speaking
from clearfold.model.messages.speaking import current

if TYPE_CHECKING:
    from clearfold.proof.report import EditionReport

PROVEN, FINDINGS, USAGE, INTERNAL = 0, 1, 2, 3
"""The exit codes of every command."""
_FOR_PROGRAMS = frozenset({"json"})
"""Forms that are the same for everybody; what hosts show to people, of a run or beside a copy, is in their language."""
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1"}


def complain(diagnostics: Iterable[Diagnostic]) -> None:
    """Print what is wrong with copies on standard error."""
    colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    for found in diagnostics:
        text, word = str(found), found.severity.told
        if colour:
            text = text.replace(f"{word} ", f"\x1b[{_COLOURS[found.severity]}m{word}\x1b[0m ", 1)
        print(text, file=sys.stderr)


def report(reports: Sequence["EditionReport"], options: argparse.Namespace) -> None:
    """Print what the proof found for people; with ``quiet`` only what is not proven."""
    told = [report for report in reports if not (options.quiet and report.good)]
    if told:
        from clearfold.proof.report import MOST, to_text

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        most = sys.maxsize if options.verbose else MOST
        print(to_text(told, colour=colour, most=most, orders=options.verbose))


def tell(form: str, reports: Sequence["EditionReport"], copies: Sequence[Diagnostic]) -> None:
    """Print the report in a form of its own; paths are told from the root of the repository that GitHub works on."""
    from clearfold import __version__
    from clearfold.proof.report import FORMS, Results

    base = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    with speaking(ENGLISH if form in _FOR_PROGRAMS else current()):
        print(dict(FORMS)[form](Results(tuple(reports), tuple(copies), base, __version__)), end="")
