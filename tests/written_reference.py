"""The page of docs/ that has every command, edition and code: written from the program, as written_docs.py writes."""

import argparse
from collections.abc import Iterable, Iterator

from clearfold.cli import main as command_line
from clearfold.cli.commands.completion import commands_of
from clearfold.cli.made import USES
from clearfold.model.messages import told
from clearfold.pipeline.explain import Explanation, explanations
from clearfold.press.edition import Edition
from clearfold.press.editions import EDITIONS, STANDARD

FAMILIES = {
    "SRC": "The copy",
    "TXT": "Text of a finished file",
    "ORD": "Its order",
    "ALT": "What pictures say",
    "TAG": "Its structure",
    "TYP": "Printed pages",
    "EPB": "E-books",
    "CON": "What a file says of itself",
    "PRT": "Folded sheets, and files for the print shop",
    "PDF": "What a PDF of ours may hold",
    "WEB": "Web pages",
    "BRL": "Braille",
    "SIT": "The site",
    "TRL": "Translations",
    "ADV": "Advice",
    "IMP": "What an import did",
    "INT": "A fault of Clearfold’s own",
}
_SHARED = frozenset({"-h", "-q", "-v", "--lang"})
_HEAD = (
    "# Commands, editions and codes\n\n"
    "Written by the program itself (`nox -s docs`): every command with its options, every edition, every code. "
    "How they are used together: [the README](../README.md#commands). "
    "The keys of front matter and of `publisher.yaml`: [writing.md](writing.md#front-matter).\n"
)


def page() -> str:
    """Return the page."""
    parser = command_line.parser()
    commands = commands_of(parser)
    parts = [
        _HEAD,
        "## Every command has\n",
        _options(
            _row(action) for action in commands["doctor"]._actions if not _SHARED.isdisjoint(action.option_strings)
        ),
        *(part for name, command in commands.items() for part in _command(name, command)),
        "## Editions\n",
        _table(("Edition", "What for", "Made"), map(_edition, EDITIONS)),
        "## Codes\n\n`clearfold explain CODE` says more of each: why it matters, what to do, an example.\n",
        *_codes(),
    ]
    return "\n".join(parts)


def _command(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    about, _, more = (command.description or "").partition("\n")
    words = " ".join(_word(action) for action in command._actions if not action.option_strings)
    yield f"## clearfold {name}\n\n{about}\n"
    yield f"```text\nclearfold {name} [OPTIONS] {words}".rstrip() + "\n```\n"
    if more.strip():
        lines = more.strip("\n").rstrip()
        yield f"```text\n{lines}\n```\n"
    if rows := list(_own(name, command)):
        yield _options(rows)


def _word(action: argparse.Action) -> str:
    """Return what a person types there: in brackets where it may be left out, with dots where there may be several."""
    word = _value(action) + (" …" if action.nargs in {"*", "+"} else "")
    return f"[{word}]" if action.nargs in {"*", "?"} else word


def _value(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(map(str, action.choices)) if action.choices else action.dest.upper()


def _own(name: str, command: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Yield what a command alone has; the language of an import is that of its file, and its own."""
    shared = _SHARED - ({"--lang"} if name == "import" else set())
    return (_row(action) for action in command._actions if shared.isdisjoint(action.option_strings))


def _row(action: argparse.Action) -> tuple[str, str]:
    """Return what is typed, and what it does; of words without a dash, what they are."""
    takes = "" if action.nargs == 0 else f" {_value(action)}"
    names = ", ".join(f"`{option}{takes}`" for option in action.option_strings) or f"`{_value(action)}`"
    return names, action.help or ""


def _options(rows: Iterable[tuple[str, str]]) -> str:
    return _table(("Word or option", "What it does"), rows)


def _edition(edition: Edition) -> tuple[str, str, str]:
    when = "unless you say what to make" if edition in STANDARD else "where it is asked for"
    return f"`{edition.name}`", told(USES[edition.name]), when


def _codes() -> Iterator[str]:
    known = explanations()
    for family, about in FAMILIES.items():
        rows = (_code(one) for code, one in known.items() if code.startswith(family))
        yield f"### {family}: {about}\n\n{_table(('Code', 'How grave', 'What it means'), rows)}"


def _code(one: Explanation) -> tuple[str, str, str]:
    return f"`{one.code}`", one.severity, told(one.meaning)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
