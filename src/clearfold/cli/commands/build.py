"""``clearfold build``: make every edition of the leaflets, and prove them."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, form, volume, wording
from clearfold.cli.made import told_of
from clearfold.cli.output import FINDINGS, INTERNAL, PROVEN, complain, report, tell
from clearfold.cli.progress import progress
from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.model.errors import InternalError
from clearfold.model.limits import SECONDS
from clearfold.model.messages import counted, joined, told
from clearfold.pipeline.advise import hint
from clearfold.pipeline.building.build import BUILD, CONTENT, Built, build, cores
from clearfold.store.cache import Cache, usual_folder
from clearfold.store.published_set import PROOF

_FEW = 5  # leaflets of which every edition is told; of more, only those with findings, unless all is asked for


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(
        commands, (volume(), form()), "build", run, wording("make every edition of the leaflets, and prove them")
    )
    sources(command)
    command.add_argument(
        "-o", "--output", type=Path, default=BUILD, metavar="DIR", help=wording("where editions go (default: build/)")
    )
    command.add_argument(
        "-e",
        "--edition",
        action="append",
        default=[],
        metavar="EDITION",
        help=wording(
            "such as epub, or all; may be given again (default: as publisher.yaml says, else large-print, accessible, "
            "epub, web)"
        ),
    )
    command.add_argument(
        "--pdf-profile",
        choices=("archive", "next"),
        default="",
        help=wording(
            "archive: PDF/UA-1 and PDF/A-2a; next: PDF/UA-2, PDF/A-4f and WTPDF (default: as publisher.yaml says)"
        ),
    )
    command.add_argument("--no-check", action="store_true", help=wording("leave the proof out"))
    command.add_argument(
        "--verify", action="store_true", help=wording("build twice, the second time elsewhere, and compare every byte")
    )
    command.add_argument(
        "--time-limit",
        type=float,
        default=SECONDS,
        metavar="SECONDS",
        help=wording("for one leaflet with all its editions; 0 for none (default: {seconds:.0f})", seconds=SECONDS),
    )

    command.add_argument("--open", action="store_true", help=wording("show the page of the proof in a browser"))
    command.add_argument(
        "--no-cache", action="store_true", help=wording("make everything anew, and keep nothing of it")
    )
    command.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help=wording("how many processes work at a time (default: one a core)"),
    )
    command.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help=wording("build on a Dask cluster, such as tcp://10.0.0.1:8786"),
    )


def sources(command: argparse.ArgumentParser) -> None:
    """Add what says of which copies something is made."""
    command.add_argument(
        "source",
        nargs="*",
        type=Path,
        default=[CONTENT],
        metavar="SOURCE",
        help=wording("Markdown files or folders (default: content/)"),
    )


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
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
        tell(options.format, reports, tuple(_once(built)))
    untold = set(_once(built))
    for item in built:
        if text:
            complain(found for found in item.diagnostics if found in untold)
            untold.difference_update(item.diagnostics)
            report([r for r in item.reports if r.diagnostics or not r.proven or options.verbose], options)
        if item.manifest and item.good and not options.quiet and text:
            print(
                "\n".join(
                    _made(item)
                    if short
                    else [wording("{folder}: {files} files", folder=item.folder, files=len(item.manifest.files))]
                )
            )
        elif item.manifest and not item.good:
            print(
                wording(
                    "{folder}: not published, the proof has findings; the last good editions are as they were",
                    folder=item.folder,
                ),
                file=sys.stderr,
            )
    for path in _mendable(built) if text else ():
        print(wording("“clearfold fix {path}” mends what is mechanical in it", path=path), file=sys.stderr)
    if text and len(built) > 1 and not options.quiet:
        print(_summary(built))
    if options.open:
        _open(built)
    differing = _verify(built, options) if options.verify else ()
    for line in differing:
        print(told(line), file=sys.stderr)
    for item in built:
        if item.fault and options.verbose:
            print(item.fault, file=sys.stderr)
    if any(item.fault for item in built):
        return INTERNAL
    return PROVEN if all(item.good for item in built) and not differing else FINDINGS


def _made(item: Built) -> Iterable[str]:
    """Yield what is told of a leaflet that was published, and what there is to do next."""
    yield from told_of(item)
    if advice := hint(item.source):
        yield wording("  next: {advice}", advice=advice)


def _open(built: Sequence[Built]) -> None:
    """Show the page of the proof of each set, or its folder where there is none; few at most."""
    import webbrowser

    for folder in [item.folder for item in built if item.folder][:_FEW]:
        page = folder / PROOF
        webbrowser.open((page if page.is_file() else folder).resolve().as_uri())


def _once(built: Sequence[Built]) -> Iterable[Diagnostic]:
    """Return what is said of the copies; what several leaflets share, such as publisher.yaml, is spoken of once."""
    return dict.fromkeys(found for item in built for found in item.diagnostics)


def _mendable(built: Sequence[Built]) -> Iterable[Path]:
    """Return the files with mistakes of which "clearfold fix" would mend some."""
    wrong = [item for item in built if not item.good and item.diagnostics and not item.fault]
    for path in dict.fromkeys(path for item in wrong for path in (item.source, *_places(item))):
        from clearfold.copy_fixes import mend_file

        try:
            change = mend_file(path)
        except (LeafletError, InternalError):  # the file is no text; or its mends are ours to mend first
            continue
        if change.before != change.after:
            yield path


def _places(item: Built) -> Iterable[Path]:
    return (found.location.path for found in item.diagnostics if found.location.path.suffix == ".yaml")


def _summary(built: Sequence[Built]) -> str:
    bad = [str(item.source) for item in built if not item.good]
    good = counted(
        len(built) - len(bad), "{count} of {all} leaflets is good", "{count} of {all} leaflets are good", all=len(built)
    )
    return wording("{good}; not: {bad}", good=good, bad=joined(", ", bad)) if bad else told(good)


def _verify(built: Sequence[Built], options: argparse.Namespace) -> tuple[str, ...]:
    from clearfold.pipeline.reproduce import verify

    with progress(quiet=options.quiet, verbose=options.verbose) as say:
        return verify(built, options.edition, options.pdf_profile, say)
