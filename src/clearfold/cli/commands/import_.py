"""``clearfold import``: make copies of Word files, PDFs, web pages, books and texts."""

import argparse
import sys
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import FINDINGS, PROVEN, USAGE
from clearfold.cli.progress import progress
from clearfold.model.errors import UsageError
from clearfold.model.messages import message, told

_AT_LENGTH = message("""

DOCX, ODT, PDF, HTML, EPUB, plain text, and Markdown of other programs. A folder is made that `clearfold build` takes:
the copy, its pictures, and import.html, which tells what was taken, changed, guessed and left out, and what you must
decide. Each copy is held against its file by a second reading. Nothing that is there is written over, and nothing is
fetched. Exit code 0: every word is accounted for; 1: something is yours to decide; 2: it cannot be imported.
""")


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(
        commands, (volume(),), "import", run, wording("make copies of Word files, PDFs, web pages and books")
    )
    command.description = f"{command.description}{told(_AT_LENGTH)}"
    command.add_argument("file", nargs="+", type=Path, metavar="FILE", help=wording("what is to become a copy"))
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="DIR",
        help=wording("the leaflet's folder (default: content/<name of the file>)"),
    )
    command.add_argument(
        "--lang", default="", help=wording("the language, such as nl-BE, where the file does not say it")
    )
    command.add_argument(
        "--order",
        type=_order,
        default=(),
        metavar="2,6,1,…",
        help=wording("the order in which the panels of a PDF are read"),
    )
    command.add_argument(
        "--ocr",
        action="store_true",
        help=wording("have pages that are pictures read by Tesseract, where it is installed"),
    )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=wording("how to report (default: text)")
    )


def _order(words: str) -> tuple[int, ...]:
    try:
        order = tuple(int(word) for word in words.split(","))
    except ValueError:
        order = ()
    if sorted(order) != list(range(1, len(order) + 1)) or not order:
        raise argparse.ArgumentTypeError(wording("it is the numbers of all panels, each once, as in 2,6,1,3,4,5"))
    return order


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    from clearfold.importers.report import to_json, to_text
    from clearfold.pipeline.import_files import Import, import_files

    done: list[Import] = []
    refused = False
    with progress(quiet=options.quiet, verbose=options.verbose) as say:
        for file in options.file:
            try:
                done += import_files(
                    (file,),
                    options.output,
                    lang=options.lang,
                    order=options.order,
                    ocr=options.ocr,
                    progress=say or (lambda _: None),
                )
            except UsageError as error:
                print(f"clearfold: {told(error)}", file=sys.stderr)
                refused = True
    imports = [one.told for one in done]
    if options.format == "json":
        print(to_json(imports), end="")
    elif not options.quiet:
        if imports:
            print(to_text(imports, verbose=options.verbose))
        for one in done:
            print(wording("see {page}", page=one.page))
    if refused or not all(one.proven for one in done):
        return USAGE
    return PROVEN if all(one.decided for one in done) else FINDINGS
