"""``clearfold translations``: what of the translations of a leaflet is stale or differs, and that it was seen."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import FINDINGS, PROVEN, complain
from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.model.errors import UsageError
from clearfold.model.messages import message, told
from clearfold.pipeline.building.build import CONTENT

if TYPE_CHECKING:
    from clearfold.pipeline.translations import State

_ABOUT = message("show which translations are up to date, and what differs in them")
_AT_LENGTH = message("""

  clearfold translations [LEAFLET …]   a table: blocks that are up to date, changed, missing, and numbers that differ
  clearfold translations accept fr     note that fr.md was held against its source, in fr.seen.yaml beside it

  clearfold translations export fr     fr.xlf for translators: XLIFF 2.1, a unit a block; export es nl-BE.md begins one
  clearfold translations import fr.xlf what came back, written into fr.md
  clearfold translations check nl.pdf fr.pdf   the numbers, dates and names that one finished file alone has

LEAFLET is a copy, or a folder of them. “fr” stands for every fr.md below content/, or in the folder behind it. With
--line the differences that are told at these lines of the translation are noted as right, and not told again.
""")
_HEADS = (
    message("translation"),
    message("source"),
    message("blocks"),
    message("up to date"),
    message("changed"),
    message("missing"),
    message("numbers"),
    message("other"),
)


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(commands, (volume(),), "translations", run, told(_ABOUT))
    command.description = f"{command.description}{told(_AT_LENGTH)}"
    command.add_argument(
        "words", nargs="*", metavar="LEAFLET", help=wording("copies or folders; or “accept” and what to accept")
    )
    command.add_argument(
        "--line",
        action="append",
        type=int,
        default=[],
        metavar="N",
        help=wording("with accept: what is told there is right"),
    )
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE.xlf",
        help=wording("with export: where it goes (default: beside the copy)"),
    )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=wording("json is for programs (default: text)")
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    match options.words:
        case ["accept", *rest]:
            return _accept(rest, frozenset(options.line), quiet=options.quiet)
        case ["export", *rest]:
            return _export(rest, options)
        case ["import", *rest]:
            return _import([Path(word) for word in rest], quiet=options.quiet)
        case ["check", *rest]:
            return _check([Path(word) for word in rest], options)
        case words:
            return _show([Path(word) for word in words] or [CONTENT], options)


def _show(places: Sequence[Path], options: argparse.Namespace) -> int:
    from clearfold.pipeline.translations import states

    found = states(places)
    if options.format == "json":
        print(json.dumps([_told(state) for state in found], ensure_ascii=False, indent=2))
    else:
        complain(one for state in found for one in state.found)
        if found and not options.quiet:
            print("\n".join(_table([tuple(map(told, _HEADS)), *map(_row, found)])))
        elif not found:
            print(wording("no copy says “translation_of:”"))
    errors = any(one.severity is Severity.ERROR for state in found for one in state.found)
    return FINDINGS if errors else PROVEN


def _row(state: "State") -> tuple[str, ...]:
    counts = (state.blocks, state.fresh, state.changed, state.missing, state.numbers, state.other)
    return (str(state.path), state.source, *map(str, counts))


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        cells = (
            cell.ljust(width) if n < 2 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def _told(state: "State") -> dict[str, object]:
    """Return the state of a translation as JSON has it."""
    return {
        "translation": str(state.path),
        "source": state.source,
        "lang": state.lang,
        "blocks": state.blocks,
        "up_to_date": state.fresh,
        "changed": state.changed,
        "missing": state.missing,
        "numbers": state.numbers,
        "other": state.other,
        "accepted": state.accepted,
        "findings": _findings(state.found),
    }


def _export(words: Sequence[str], options: argparse.Namespace) -> int:
    from clearfold.pipeline.translations import given_out

    if not words:
        raise UsageError(wording("say which translation: “clearfold translations export fr”, or the path of its copy"))
    path, count = given_out(words[0], [Path(word) for word in words[1:]] or [CONTENT], options.output)
    if not options.quiet:
        print(wording("{path}: {count} units", path=path, count=count))
    return PROVEN


def _import(files: Sequence[Path], *, quiet: bool) -> int:
    from clearfold.pipeline.translations import taken_back

    if not files:
        raise UsageError(wording("name the file that came back: “clearfold translations import fr.xlf”"))
    good = True
    for file in files:
        path, count, found = taken_back(file)
        complain(found)
        good = good and not found
        if not quiet:
            print(wording("{path}: {count} units changed", path=path, count=count))
    return PROVEN if good else FINDINGS


def _check(files: Sequence[Path], options: argparse.Namespace) -> int:
    from clearfold.pipeline.translations import compared_files

    if len(files) < 2:
        raise UsageError(
            wording("name the finished files of two languages: “clearfold translations check nl.pdf fr.pdf”")
        )
    found = tuple(compared_files(files[0], files[1:]))
    if options.format == "json":
        told = [{"file": str(path), "source": str(files[0]), "findings": _findings(every)} for path, every in found]
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        complain(one for _, every in found for one in every)
        for path, every in found:
            if not every and not options.quiet:
                print(
                    wording("{path}: the numbers, dates and names of {files}, and no others", path=path, files=files[0])
                )
    return FINDINGS if any(every for _, every in found) else PROVEN


def _findings(found: Sequence[Diagnostic]) -> list[dict[str, object]]:
    return [
        {
            "code": one.code,
            "severity": str(one.severity),
            "line": one.location.line,
            "fact": one.fact,
            "hint": one.hint,
        }
        for one in found
    ]


def _accept(words: Sequence[str], lines: frozenset[int], *, quiet: bool) -> int:
    from clearfold.pipeline.translations import accepted, named

    if not words:
        raise UsageError(wording("say which translation: “clearfold translations accept fr”, or the path of its copy"))
    paths = named(words[0], [Path(word) for word in words[1:]] or [CONTENT])
    for note, right in accepted(paths, lines):
        if not quiet:
            for one in right:
                print(wording("found right: {code} {fact}", code=one.code, fact=one.fact))
            print(wording("{note}: written", note=note))
    return PROVEN
