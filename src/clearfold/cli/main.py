"""The command line: parses words, calls the roof, prints, and returns the exit code; decides nothing."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from traceback import format_exception
from typing import TYPE_CHECKING

from clearfold import __version__
from clearfold.cli.progress import progress
from clearfold.model.diagnostic import Diagnostic, LeafletError, Severity
from clearfold.model.errors import INTERNAL_HINT, InternalError, MissingLibraryError, UsageError, internal
from clearfold.model.limits import MB, SECONDS
from clearfold.model.paper import Level
from clearfold.pipeline.build import BUILD, CONTENT, Built, build, cores
from clearfold.pipeline.garbage_collection import steady
from clearfold.store.cache import Cache, usual_folder

if TYPE_CHECKING:
    from clearfold.proof.report import EditionReport
    from clearfold.proof.report.exhibit import Exhibit

PROVEN, FINDINGS, USAGE, INTERNAL = 0, 1, 2, 3
_FEW = 5  # leaflets of which every edition is told; of more, only those with findings, unless all is asked for
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1"}

_EXAMPLES = """\
examples:
  clearfold new mijn-brochure             a project to start from
  clearfold build                         every leaflet of content/, into build/
  clearfold build content/lupus/nl-BE.md  one leaflet
  clearfold build -e epub                 only its EPUB
  clearfold build --jobs 4 content        hundreds of leaflets, four at a time
  clearfold check                         prove what stands in build/
  clearfold check leaflet.pdf --source content/lupus/nl-BE.md --level large

exit codes: 0 proven, 1 findings, 2 the command cannot be carried out, 3 a fault of Clearfold's own
"""


def run() -> int:
    """Carry out the command line of the process, and have it end at once."""
    code = main()
    # What a build has made is millions of objects; Python would look through all of them twice before it ends.
    gc.freeze()
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line (that of the process where none is given) and return the exit code."""
    options = _parser().parse_args(arguments)
    steady()
    try:
        return int(options.run(options))
    except LeafletError as error:
        _complain(error.diagnostics)
        return FINDINGS
    except (UsageError, MissingLibraryError) as error:
        print(f"clearfold: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("clearfold: stopped; the last good editions are as they were", file=sys.stderr)
        return 130
    except InternalError as error:
        return _own_fault(error, options)
    except BrokenPipeError:
        # The reader of our output has gone, as "head" does; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except Exception as error:
        return _own_fault(internal(error, f"carrying out “{options.command}”"), options)


def _own_fault(error: InternalError, options: argparse.Namespace) -> int:
    """Tell a fault of ours as ours; where it went wrong is for those who mend it, and who ask for it."""
    print(f"clearfold: {error}\n  hint: {INTERNAL_HINT}", file=sys.stderr)
    if options.verbose:
        print("".join(format_exception(error)), file=sys.stderr)
    return INTERNAL


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clearfold",
        description="Make large-print PDFs, accessible PDFs and EPUBs from Markdown leaflets, and prove each of them.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"clearfold {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    volume = argparse.ArgumentParser(add_help=False)
    group = volume.add_mutually_exclusive_group()
    group.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")
    group.add_argument("-v", "--verbose", action="store_true", help="say every step, and what the proof looked at")

    form = argparse.ArgumentParser(add_help=False)
    form.add_argument(
        "--format",
        choices=("text", "json", "junit", "sarif", "github"),
        default="text",
        help="how to report: json, junit and sarif are documents, github annotations (default: text)",
    )

    command = _command(commands, (volume, form), "build", _build, "make every edition of the leaflets, and prove them")
    command.add_argument(
        "source",
        nargs="*",
        type=Path,
        default=[CONTENT],
        metavar="SOURCE",
        help="Markdown files or folders (default: content/)",
    )
    command.add_argument(
        "-o", "--output", type=Path, default=BUILD, metavar="DIR", help="where editions go (default: build/)"
    )
    command.add_argument(
        "-e",
        "--edition",
        action="append",
        default=[],
        metavar="EDITION",
        help="such as epub, or all; may be given again (default: as publisher.yaml says, else large-print, accessible, "
        "epub)",
    )
    command.add_argument(
        "--pdf-profile",
        choices=("archive", "next"),
        default="",
        help="archive: PDF/UA-1 and PDF/A-2a; next: PDF/UA-2, PDF/A-4f and WTPDF (default: as publisher.yaml says)",
    )
    command.add_argument("--no-check", action="store_true", help="leave the proof out")
    command.add_argument(
        "--verify", action="store_true", help="build twice, the second time elsewhere, and compare every byte"
    )
    command.add_argument(
        "--time-limit",
        type=float,
        default=SECONDS,
        metavar="SECONDS",
        help=f"for one leaflet with all its editions; 0 for none (default: {SECONDS:.0f})",
    )

    command.add_argument("--no-cache", action="store_true", help="make everything anew, and keep nothing of it")
    command.add_argument(
        "--jobs", type=int, default=0, metavar="N", help="how many processes work at a time (default: one a core)"
    )
    command.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="build on a Dask cluster, such as tcp://10.0.0.1:8786"
    )

    command = _command(commands, (volume, form), "check", _check, "prove finished files against their copy")
    command.add_argument(
        "path",
        nargs="*",
        type=Path,
        default=[BUILD],
        metavar="PATH",
        help="folders with manifests, or files (default: build/)",
    )
    command.add_argument("--source", type=Path, metavar="FILE", help="the copy, where no manifest names it")
    command.add_argument("--report", type=Path, metavar="FILE.html", help="write the page for editors too")
    command.add_argument(
        "--level",
        choices=[level.value for level in Level],
        help="measure the pages of files that others made, in print of that size (default: not measured)",
    )

    command = _command(commands, (volume,), "new", _new, "make a project to start from")
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that does not exist yet, or is empty")

    command = _command(commands, (volume,), "cache", _cache, "say where earlier builds are kept, or clear them away")
    command.add_argument("action", nargs="?", choices=("show", "clear"), default="show", metavar="clear")

    command = _command(commands, (volume,), "show-tags", _show_tags, "print a PDF's structure tree as indented text")
    command.add_argument("file", type=Path, metavar="FILE.pdf")
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    parents: Sequence[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    about: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        parents=parents,
        help=about,
        description=f"{about[0].upper()}{about[1:]}.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run, command=name)
    return command


def _build(options: argparse.Namespace) -> int:
    with progress(quiet=options.quiet, verbose=options.verbose) as say:
        built = build(
            options.source,
            options.output,
            options.edition,
            pdf_profile=options.pdf_profile,
            check=not options.no_check,
            seconds=options.time_limit,
            progress=say,
            cache=None if options.no_cache or options.verify else Cache(usual_folder()),
            jobs=options.jobs or cores(),
            scheduler=options.scheduler,
        )
    text, short = options.format == "text", len(built) <= _FEW or options.verbose
    if not text:
        reports = tuple(report for item in built for report in item.reports)
        _tell(options.format, reports, tuple(_once(built)))
    told = set(_once(built))
    for item in built:
        if text:
            _complain(found for found in item.diagnostics if found in told)
            told.difference_update(item.diagnostics)
            _report([r for r in item.reports if r.diagnostics or not r.proven or short], options)
        if item.manifest and item.good and not options.quiet and text:
            print(f"{item.folder}: {len(item.manifest.files)} files")
        elif item.manifest and not item.good:
            print(
                f"{item.folder}: not published, the proof has findings; the last good editions are as they were",
                file=sys.stderr,
            )
    if text and len(built) > 1 and not options.quiet:
        print(_summary(built))
    differing = _verify(built, options) if options.verify else ()
    for line in differing:
        print(line, file=sys.stderr)
    for item in built:
        if item.fault and options.verbose:
            print(item.fault, file=sys.stderr)
    if any(item.fault for item in built):
        return INTERNAL
    return PROVEN if all(item.good for item in built) and not differing else FINDINGS


def _once(built: Sequence[Built]) -> Iterable[Diagnostic]:
    """Return what is said of the copies; what several leaflets share, such as publisher.yaml, is spoken of once."""
    return dict.fromkeys(found for item in built for found in item.diagnostics)


def _summary(built: Sequence[Built]) -> str:
    bad = [str(item.source) for item in built if not item.good]
    good = f"{len(built) - len(bad)} of {len(built)} leaflets are good"
    return f"{good}; not: {', '.join(bad)}" if bad else good


def _cache(options: argparse.Namespace) -> int:
    cache = Cache(usual_folder())
    if options.action == "clear":
        number = cache.clear()
        if not options.quiet:
            print(f"{cache.folder}: {number} entries cleared away")
    else:
        number, size = cache.size()
        print(f"{cache.folder}: {number} entries, {size / MB:.1f} MB of at most {cache.most // MB} MB")
    return PROVEN


def _verify(built: Sequence[Built], options: argparse.Namespace) -> tuple[str, ...]:
    from clearfold.pipeline.reproduce import verify

    with progress(quiet=options.quiet, verbose=options.verbose) as say:
        return verify(built, options.edition, options.pdf_profile, say)


def _check(options: argparse.Namespace) -> int:
    import logging

    from clearfold.pipeline.check import exhibits

    for library in ("fontTools", "pypdf"):  # what they log of other tools' files, the proof tells if it matters
        logging.getLogger(library).setLevel(logging.CRITICAL)
    level = Level(options.level) if options.level else None
    text = options.format == "text"
    try:
        with progress(quiet=options.quiet, verbose=options.verbose) as say:
            proven = exhibits(options.path, options.source, level=level, progress=say)
            # Files are kept in memory only where their pages are shown.
            shown = tuple(proven) if options.report else ()
            reports = tuple(exhibit.report for exhibit in shown or proven)
    except LeafletError as error:
        if text:
            raise
        _tell(options.format, (), error.diagnostics)
        return FINDINGS
    if options.report:
        _write_page(options.report, shown)
    if text:
        _report(reports, options)
    else:
        _tell(options.format, reports, ())
    return PROVEN if all(report.proven for report in reports) else FINDINGS


def _write_page(path: Path, shown: Sequence["Exhibit"]) -> None:
    from clearfold.proof.report.page import to_html

    try:
        path.write_text(to_html(shown), "utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error


def _new(options: argparse.Namespace) -> int:
    from clearfold.pipeline.new_project import start

    start(options.folder)
    if not options.quiet:
        print(f"{options.folder}: write in content/, then: cd {options.folder} && clearfold build")
    return PROVEN


def _show_tags(options: argparse.Namespace) -> int:
    from clearfold.proof.readers import UnreadableError
    from clearfold.proof.readers.pdf.file import open_pdf
    from clearfold.proof.readers.pdf.tag_text import show_tags

    try:
        tree = show_tags(open_pdf(options.file.read_bytes()))
    except OSError as error:
        raise UsageError(f"{options.file} cannot be read: {error.strerror or error}") from error
    except UnreadableError as error:
        raise UsageError(f"{options.file} cannot be read: {error}") from error
    print(tree)
    return PROVEN


def _complain(diagnostics: Iterable[Diagnostic]) -> None:
    colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    for found in diagnostics:
        text = str(found)
        if colour:
            text = text.replace(f"{found.severity} ", f"\x1b[{_COLOURS[found.severity]}m{found.severity}\x1b[0m ", 1)
        print(text, file=sys.stderr)


def _report(reports: Sequence["EditionReport"], options: argparse.Namespace) -> None:
    told = [report for report in reports if not (options.quiet and report.proven)]
    if told:
        from clearfold.proof.report import MOST, to_text

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        print(to_text(told, colour=colour, most=sys.maxsize if options.verbose else MOST))


def _tell(form: str, reports: Sequence["EditionReport"], copies: Sequence[Diagnostic]) -> None:
    """Print the report in a form for programs; paths are told from the root of the repository that GitHub works on."""
    from clearfold.proof.report import FORMS, Results

    base = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    print(dict(FORMS)[form](Results(tuple(reports), tuple(copies), base, __version__)), end="")
