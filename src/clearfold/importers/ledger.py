"""The ledger of an import: an entry for each thing that is not in the copy just as it was in the original."""

from dataclasses import dataclass

from clearfold.importers.document import Place
from clearfold.importers.rules import RULES, Act, Section
from clearfold.model.messages import Message


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing: a code of RULES, its place in the original, and the words that it touches.

    ``before`` are the words as they stand in the original, ``after`` as they stand in the copy, each "" where there are
    none; ``name`` goes into the sentence of the code. ``line`` is the line of the copy, 0 before that is written, and
    where there is none.
    """

    code: str
    place: Place
    before: str = ""
    after: str = ""
    name: str = ""
    line: int = 0

    @property
    def section(self) -> Section:
        """Return under which heading people meet it."""
        return RULES[self.code].section

    @property
    def act(self) -> Act:
        """Return what was done."""
        return RULES[self.code].act

    @property
    def fact(self) -> str:
        """Say it in a sentence."""
        return Message(RULES[self.code].fact, {"name": self.name})

    @property
    def advice(self) -> str:
        """Say what to do, "" where nothing is."""
        return Message(RULES[self.code].advice, {"name": self.name})
