"""What is said of one kind of mistake in a copy: its code, its words where it is told, and how it is explained."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from clearfold.model.diagnostic import Severity


class Where(StrEnum):
    """Where the lines of an example stand."""

    FILE = "the file"
    FRONT = "the front matter"
    BODY = "the text"
    PUBLISHER = "publisher.yaml"
    PROJECT = ""  # in no one file: told in words


@dataclass(frozen=True, slots=True)
class Wording:
    """The fact and the hint of a message, with {fields} for what is known of the place."""

    fact: str
    hint: str


@dataclass(frozen=True, slots=True)
class CopyRule:
    """One kind of mistake; ``about`` says in a few words what is wrong, ``why`` why it matters.

    ``wrong`` and ``right`` are lines as they stand at ``where``; ``wordings`` are the messages by their keys, "" for
    the only one; ``cure`` says what to do, where that is more than the hint of the first of them.
    """

    code: str
    about: str
    why: str
    where: Where
    wrong: str
    right: str
    wordings: Mapping[str, Wording]
    cure: str = ""
    severity: Severity = Severity.ERROR


def one(fact: str, hint: str) -> Mapping[str, Wording]:
    """Return the wording of a rule that has only one."""
    return {"": Wording(fact, hint)}


def several(**wordings: tuple[str, str]) -> Mapping[str, Wording]:
    """Return the wordings of a rule by their keys."""
    return {key: Wording(*wording) for key, wording in wordings.items()}
