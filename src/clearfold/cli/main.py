"""The command line: parses words, has a command carried out, and returns its exit code; decides nothing."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from traceback import format_exception

from clearfold import __version__
from clearfold.cli import (
    advise,
    build,
    cache,
    check,
    explain,
    fix,
    import_,
    new,
    serve,
    show_tags,
    site,
    translations,
    watch,
)
from clearfold.cli.command_line import EXAMPLES
from clearfold.cli.output import FINDINGS, INTERNAL, USAGE, complain
from clearfold.model.diagnostic import LeafletError
from clearfold.model.errors import INTERNAL_HINT, InternalError, MissingLibraryError, UsageError, internal
from clearfold.pipeline.garbage_collection import steady

COMMANDS = (build, watch, check, advise, translations, site, serve, import_, fix, new, cache, show_tags, explain)
"""A module a command: each adds itself to the parser, and carries itself out."""


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
        complain(error.diagnostics)
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
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"clearfold {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(commands)
    return parser
