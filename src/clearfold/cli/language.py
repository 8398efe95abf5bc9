"""In which language people are spoken to: by an option, as their system says, or as the project says."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from clearfold.model.messages import ENGLISH, LANGUAGES, spoken

_OPTION = "--lang"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Of these the first that is set rules (POSIX.1-2024, 8.2)."""
_PUBLISHER = (Path("content/publisher.yaml"), Path("publisher.yaml"))


def language_of(words: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return one of LANGUAGES for a command line: as --lang says, the system, publisher.yaml, else English.

    It is read before the command line is, since help and what is wrong with that are told in it too. What
    publisher.yaml says is for whom no system speaks: in CI, and where it speaks another language than these.
    """
    return _asked(words) or _of_system(environment) or _of_project() or ENGLISH


def _asked(words: Sequence[str]) -> str | None:
    """Return what --lang says; behind “import” it is the language of the file that is imported."""
    own = words[: words.index("import")] if "import" in words else words
    for at, word in enumerate(own):
        name, equals, value = word.partition("=")
        if name == _OPTION:
            value = value if equals else next(iter(own[at + 1 :]), "")
            return value if value in LANGUAGES else None
    return None


def _of_system(environment: Mapping[str, str]) -> str | None:
    """Return the language of the system's locale; C and POSIX are none, and nothing is said by an empty one."""
    return spoken(next((environment[name] for name in _VARIABLES if environment.get(name)), ""))


def _of_project() -> str | None:
    """Return what the key “program_language” of publisher.yaml says; what is wrong with that file the build tells."""
    for path in _PUBLISHER:
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, ValueError):
            continue
        for line in lines:
            key, _, value = line.partition(":")
            if key == "program_language":
                return spoken(value.partition("#")[0].strip(" \t\"'"))
    return None
