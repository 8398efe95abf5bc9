"""One advice on one place, and how a check says it."""

from dataclasses import dataclass

from clearfold.advice.reading import Passage, Reading
from clearfold.advice.rules import RULES
from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.model.messages import Message


@dataclass(frozen=True, slots=True, order=True)
class Advice:
    """An advice: where, its code, the words that are meant ("" for what is missing), the fact, and what to write."""

    place: Location
    code: str
    said: str
    fact: str
    proposal: str

    def diagnostic(self) -> Diagnostic:
        """Return it as an error, for a leaflet that must be clean of it."""
        return Diagnostic(self.code, Severity.ERROR, self.place, self.fact, self.proposal)


def advice(code: str, place: Location, said: str = "", /, **values: str) -> Advice:
    """Return an advice in the words of its rule; raises KeyError for a field that is not given."""
    rule = RULES[code]
    known = {"said": said, **values}
    return Advice(place, code, said, Message(rule.fact, known), Message(rule.proposal, known))


def on(reading: Reading, passage: Passage, code: str, span: tuple[int, int], /, **values: str) -> Advice:
    """Return an advice on words of a passage, from their first character up to the last."""
    said = " ".join(passage.block.text[slice(*span)].split())
    return advice(code, reading.at(passage, span[0]), said, **values)
