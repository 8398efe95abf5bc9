"""What docs/ and the README tell people to type is taken by the command line."""

import re
import shlex
from pathlib import Path

import pytest

from clearfold.cli import main as command_line

ROOT = Path(__file__).parents[1]
PAGES = (*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").glob("*.md")))
_FENCED = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_SHELLS = ("", "sh", "shell", "bash", "console")


def commands(page: Path) -> list[list[str]]:
    """Return the commands of Clearfold in the blocks of a page, each without its comment and what it is piped into."""
    blocks = (block for kind, block in _FENCED.findall(page.read_text("utf-8")) if kind in _SHELLS)
    lines = [line for block in blocks for line in block.splitlines()]
    told = [shlex.split(line.strip().removeprefix("$ "), comments=True) for line in lines if "clearfold " in line]
    return [words[1 : _end(words)] for words in told if words[:1] == ["clearfold"]]


def _end(words: list[str]) -> int:
    return next((at for at, word in enumerate(words) if word in {"|", "&&", ">", ">>", ";"}), len(words))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_command_of_a_page_is_one_that_there_is(page: Path) -> None:
    """Its options and their values are known: nobody is told to type what is refused."""
    parser = command_line.parser()
    for words in commands(page):
        assert words[0] == parser.parse_args(words).command, words


def test_commands_are_found() -> None:
    """The pages do have commands, so that the test above is about something."""
    assert {"README", "publishing", "site"} <= {page.stem for page in PAGES if commands(page)}
