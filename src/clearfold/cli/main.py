"""The command line: parses words, has a command carried out, and returns its exit code; decides nothing."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from traceback import format_exception

from clearfold import __version__
from clearfold.cli.command_line import EXAMPLES, language, wording
from clearfold.cli.commands import (
    advise,
    build,
    cache,
    changes,
    check,
    completion,
    doctor,
    due,
    explain,
    fix,
    import_,
    new,
    serve,
    show_tags,
    site,
    studio,
    translations,
    watch,
)
from clearfold.cli.language import language_of
from clearfold.cli.output import FINDINGS, INTERNAL, PROVEN, USAGE, complain
from clearfold.cli.parser_words import speak_for_argparse
from clearfold.cli.welcome import welcome
from clearfold.model.diagnostic import LeafletError
from clearfold.model.errors import INTERNAL_HINT, InternalError, MissingLibraryError, UsageError, internal
from clearfold.model.messages import message, speaking, told
from clearfold.pipeline.building.garbage_collection import steady

COMMANDS = (
    *(build, watch, check, advise, translations, site, serve, studio),
    *(import_, fix, new, due, changes, cache, show_tags, explain, doctor, completion),
)
"""A module a command: each adds itself to the parser, and carries itself out."""


def run() -> int:
    """Carry out the command line of the process, and have it end at once."""
    code = main()
    # What a build has made is millions of objects; Python would look through all of them twice before it ends.
    gc.freeze()
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line (that of the process where none is given) and return the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    with speaking(language_of(words)):
        return _carried_out(parser().parse_args(words))


def _carried_out(options: argparse.Namespace) -> int:
    steady()
    try:
        if options.command is None:
            print(welcome(), flush=True)
            return PROVEN
        return int(options.run(options))
    except LeafletError as error:
        complain(error.diagnostics)
        return FINDINGS
    except (UsageError, MissingLibraryError) as error:
        print(f"clearfold: {told(error)}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print(wording("clearfold: stopped; the last good editions are as they were"), file=sys.stderr)
        return 130
    except InternalError as error:
        return _own_fault(error, options)
    except BrokenPipeError:
        # The reader of our output has gone, as "head" does; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except Exception as error:
        return _own_fault(internal(error, message("carrying out “{command}”", command=options.command)), options)


def _own_fault(error: InternalError, options: argparse.Namespace) -> int:
    """Tell a fault of ours as ours; where it went wrong is for those who mend it, and who ask for it."""
    print(f"clearfold: {error}\n  {wording('hint')}: {told(INTERNAL_HINT)}", file=sys.stderr)
    if options.verbose:
        print("".join(format_exception(error)), file=sys.stderr)
    return INTERNAL


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command, in the language that is spoken."""
    speak_for_argparse()
    parser = argparse.ArgumentParser(
        prog="clearfold",
        description=wording(
            "Make large-print PDFs, accessible PDFs and EPUBs from Markdown leaflets, and prove each of them."
        ),
        epilog=told(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    version = wording("say which version this is, and stop")
    parser.add_argument("--version", action="version", version=f"clearfold {__version__}", help=version)
    language(parser)
    parser.set_defaults(parser=parser)
    commands = parser.add_subparsers(title=wording("commands"), metavar="COMMAND", dest="command")
    for command in COMMANDS:
        command.add(commands)
    return parser
