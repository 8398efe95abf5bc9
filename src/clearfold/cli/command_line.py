"""How every command is added to the command line, and the words that they share."""

import argparse
from collections.abc import Callable, Sequence
from typing import TypeAlias

from clearfold.model.messages import LANGUAGES, message, told

EXAMPLES = message(
    """\
examples:
  clearfold new mijn-brochure             a project to start from
  clearfold import brochure.docx          a copy of a Word file, a PDF, a web page …
  clearfold build                         every leaflet of content/, into build/
  clearfold build content/lupus/nl-BE.md  one leaflet
  clearfold build -e epub                 only its EPUB
  clearfold build --jobs 4 content        hundreds of leaflets, four at a time
  clearfold fix content/lupus/nl-BE.md    mend bullets, tabs, quotation marks; --diff only shows
  clearfold advise content                what would help patients to understand, trust and act
  clearfold check                         prove what stands in build/
  clearfold check leaflet.pdf --source content/lupus/nl-BE.md --level large
  clearfold explain SRC-003               what a code means, and what to do

exit codes: 0 proven, 1 findings, 2 the command cannot be carried out, 3 a fault of Clearfold's own
"""
)


def wording(english: str, /, **values: object) -> str:
    """Return words of the command line in the language that is spoken, with values for their {fields}."""
    return told(message(english, **values))


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def volume() -> argparse.ArgumentParser:
    """Return how much is said: --quiet or --verbose."""
    volume = argparse.ArgumentParser(add_help=False)
    group = volume.add_mutually_exclusive_group()
    group.add_argument("-q", "--quiet", action="store_true", help=wording("say only what is wrong"))
    group.add_argument(
        "-v", "--verbose", action="store_true", help=wording("say every step, and what the proof looked at")
    )

    return volume


def form() -> argparse.ArgumentParser:
    """Return in which form is reported: --format."""
    form = argparse.ArgumentParser(add_help=False)
    form.add_argument(
        "--format",
        choices=("text", "json", "junit", "sarif", "github", "markdown"),
        default="text",
        help=wording(
            "how to report: json, junit and sarif are documents, github annotations, markdown a page (default: text)"
        ),
    )

    return form


def language(parser: argparse.ArgumentParser) -> None:
    """Add in which language people are spoken to: --lang, which is read before all else."""
    words = wording(
        "the language of messages, help and pages (default: that of the system, else as publisher.yaml says)"
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words)


def command_of(
    commands: Commands,
    parents: Sequence[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    about: str,
) -> argparse.ArgumentParser:
    """Add a command, which ``run`` carries out, and return its parser."""
    command = commands.add_parser(
        name,
        parents=parents,
        help=about,
        description=f"{about[0].upper()}{about[1:]}.",
        epilog=told(EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if name != "import":  # there it is the language of the file
        language(command)
    command.set_defaults(run=run, command=name)
    return command
