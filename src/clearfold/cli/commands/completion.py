"""``clearfold completion``: what a shell completes words of the command line by."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from clearfold.cli.command_line import Commands, command_of, volume, wording
from clearfold.cli.output import PROVEN
from clearfold.model.messages import message, told

SHELLS = ("bash", "zsh", "fish")
_FOLDERS = frozenset({"DIR"})
_AT_LENGTH = message("""

Write it once, where your shell looks for it, and open another terminal:

  clearfold completion bash > ~/.local/share/bash-completion/completions/clearfold
  clearfold completion zsh > ~/.zfunc/_clearfold      with “fpath+=~/.zfunc” before “compinit” in ~/.zshrc
  clearfold completion fish > ~/.config/fish/completions/clearfold.fish
""")


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = command_of(
        commands, (volume(),), "completion", run, wording("write what a shell completes commands, options and files by")
    )
    command.description = f"{command.description}{told(_AT_LENGTH)}"
    command.add_argument("shell", choices=SHELLS, help=wording("the shell that you type in"))


def run(options: argparse.Namespace) -> int:
    """Carry the command out and return the exit code."""
    import shtab

    parser: argparse.ArgumentParser = options.parser
    for command in commands_of(parser).values():
        for action in command._actions:
            _complete(command.prog.split()[-1], action)
    print(shtab.complete(parser, options.shell))
    return PROVEN


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command, by its name."""
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(commands.choices)


def _complete(command: str, action: argparse.Action) -> None:
    """Say of a word of the command line what may stand there: a file, a folder, or one of those that there are."""
    import shtab

    if action.type is Path:
        vars(action)["complete"] = shtab.DIRECTORY if action.metavar in _FOLDERS else shtab.FILE
    elif (command, action.dest) == ("translations", "words"):
        vars(action)["complete"] = shtab.FILE
    elif action.choices is None:
        action.choices = tuple(_known(command, action.dest)) or None


def _known(command: str, name: str) -> Iterator[str]:
    """Yield what can be named there: the editions, the codes."""
    if name == "edition":
        from clearfold.press.editions import EDITIONS

        yield from ("all", *(edition.name for edition in EDITIONS))
    elif (command, name) == ("explain", "code"):
        from clearfold.pipeline.explain import explanations

        yield from explanations()
