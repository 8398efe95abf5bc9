"""The roof's adviser: find the copies, and advise on each; one that cannot be read stops no other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location
from clearfold.model.messages import counted
from clearfold.model.source import read_source
from clearfold.pipeline.copies import CONTENT, copies_of
from clearfold.pipeline.deadline import TooLongError, deadline

if TYPE_CHECKING:
    from clearfold.advice import Advised

LONGEST = 60.0  # seconds for one copy, a hundred times what it takes


@dataclass(frozen=True, slots=True)
class Adviser:
    """What came of all copies: the advice on those that could be read, and what is wrong with the others."""

    advised: tuple["Advised", ...]
    diagnostics: tuple[Diagnostic, ...]


def advise(sources: Sequence[Path] = (CONTENT,), today: date | None = None, *, spelling: bool = False) -> Adviser:
    """Advise on every copy of files and folders; ``today`` is the day that dates are held against, None for this one.

    What the copies say of the same thing is held together. ``spelling`` asks the dictionaries of the machine as well.
    Raises UsageError where there is no copy, or no dictionary.
    """
    from clearfold import advice

    advised: list[Advised] = []
    wrong: list[Diagnostic] = []
    for path in copies_of(sources):
        try:
            with deadline(LONGEST, str(path)):
                advised.append(advice.advise(read_source(path), today or date.today()))
        except TooLongError:
            wrong.append(mistake("SRC-089", Location(path), seconds=LONGEST))
        except LeafletError as error:
            wrong += error.diagnostics
    readings = [one.reading for one in advised]
    told = [*advice.together(readings)]
    if spelling:
        told += [found for reading in readings for found in advice.misspelled(reading)]
    advised = [advice.more(one, told) for one in advised]
    return Adviser(tuple(advised), tuple(dict.fromkeys(wrong)))


def hint(path: Path) -> str:
    """Return how much advice there is on a copy that was built, and how it is asked for; "" where there is none."""
    try:
        found = sum(len(one.advice) for one in advise([path]).advised)
    except Exception:  # nothing that goes wrong with advice is a build's
        return ""
    if not found:
        return ""
    return counted(
        found,
        "read {count} piece of advice on how it can help its readers more: clearfold advise {path}",
        "read {count} pieces of advice on how it can help its readers more: clearfold advise {path}",
        path=path,
    )
