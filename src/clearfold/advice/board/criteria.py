"""What quality marks ask of a leaflet: each criterion met, missing, meant otherwise, or for a person to judge."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clearfold.advice.advise import Advised
from clearfold.advice.off import notes
from clearfold.advice.rules import RULES, Section
from clearfold.advice.rules.guidelines import CDC, DISCERN, EQIP, IPDAS, PIF, PLAIN, WCAG
from clearfold.advice.rules.rule import Guideline
from clearfold.model.messages import message


class State(StrEnum):
    """What became of a criterion; the value is how the page says it."""

    MET = "met"
    MISSING = "not yet"
    MEANT = "left so, on purpose"
    PERSON = "for a person to judge"


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is asked, by whom, and the codes of the advice that tells where it is not so: none where only people see."""

    asked: str
    by: Guideline
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A criterion, what became of it, and where, or why."""

    criterion: Criterion
    state: State
    told: str = ""


CRITERIA: tuple[tuple[Section, tuple[Criterion, ...]], ...] = (
    (
        Section.TRUST,
        (
            Criterion(message("It says when it was published"), DISCERN, ("ADV-030",)),
            Criterion(
                message("It says when it will be looked at again, and that day has not passed"),
                PIF,
                ("ADV-031", "ADV-032"),
            ),
            Criterion(message("It names its sources"), DISCERN, ("ADV-033",)),
            Criterion(message("It says when somebody last looked for newer sources"), PIF, ("ADV-040", "ADV-041")),
            Criterion(message("It says who wrote it"), EQIP, ("ADV-034",)),
            Criterion(message("Somebody with knowledge of the matter has read it"), PIF, ("ADV-035",)),
            Criterion(message("Readers have tried it"), PIF, ("ADV-036",)),
            Criterion(message("It says who paid for it"), EQIP, ("ADV-037",)),
            Criterion(message("It says whether somebody has an interest in it"), DISCERN, ("ADV-038",)),
            Criterion(message("It says whom to ask"), PIF, ("ADV-039",)),
            Criterion(message("Research that it speaks of is named"), DISCERN, ("ADV-042",)),
            Criterion(message("It tells of benefits and of harms with the same weight"), DISCERN),
            Criterion(message("It says what is not known"), DISCERN),
            Criterion(message("It says what happens without treatment, and what else can be done"), DISCERN),
            Criterion(message("What readers said when they tried it was taken up"), PIF),
        ),
    ),
    (
        Section.FACTS,
        (
            Criterion(message("Chances can be compared"), IPDAS, ("ADV-010", "ADV-011", "ADV-012")),
            Criterion(
                message("Each dose is written in one way, and cannot be misread"),
                PLAIN,
                tuple(code for code in RULES if "ADV-013" <= code <= "ADV-019"),
            ),
            Criterion(message("The figures are those of the sources"), PIF),
        ),
    ),
    (
        Section.WORDS,
        (
            Criterion(message("Abbreviations are explained where they first stand"), WCAG, ("ADV-050", "ADV-051")),
            Criterion(message("The reader is spoken to in one way"), PLAIN, ("ADV-053",)),
            Criterion(message("Words are those of every day"), CDC, ("ADV-060",)),
            Criterion(message("The tone respects the reader, and frightens nobody"), PLAIN),
        ),
    ),
    (
        Section.WAYS,
        (
            Criterion(message("What matters most stands first"), CDC, ("ADV-073",)),
            Criterion(message("Headings say what stands below them"), PLAIN, ("ADV-070", "ADV-071")),
            Criterion(message("Links say where they go"), WCAG, ("ADV-074", "ADV-075")),
            Criterion(
                message("Pictures have words that do their work"), WCAG, ("ADV-076", "ADV-077", "ADV-078", "ADV-079")
            ),
            Criterion(message("Readers see themselves in the pictures"), EQIP),
        ),
    ),
    (
        Section.ACTION,
        (
            Criterion(message("It says when to ask for help"), EQIP, ("ADV-090", "ADV-093")),
            Criterion(message("Each call has its number"), PIF, ("ADV-091", "ADV-092")),
            Criterion(message("It says what to do in a way that can be done"), CDC, ("ADV-094",)),
            Criterion(message("It helps to talk with a doctor or a nurse"), DISCERN),
        ),
    ),
)


def answers(advised: Advised) -> Iterator[tuple[Section, tuple[Answer, ...]]]:
    """Yield what became of each criterion, by section."""
    meant = {code: note.why for note in notes(advised.reading.source) if note.why for code in note.codes}
    for section, criteria in CRITERIA:
        yield section, tuple(_answer(criterion, advised, meant) for criterion in criteria)


def _answer(criterion: Criterion, advised: Advised, meant: dict[str, str]) -> Answer:
    if not criterion.codes:
        return Answer(criterion, State.PERSON)
    found = [one for one in advised.advice if one.code in criterion.codes]
    if found:
        lines = sorted({one.place.line for one in found if one.said and one.place.line})
        word = "line" if len(lines) == 1 else "lines"
        where = f"{word} {', '.join(map(str, lines))}" if lines else ""
        return Answer(criterion, State.MISSING, where)
    why = next((meant[code] for code in criterion.codes if code in meant), "")
    return Answer(criterion, State.MEANT, message("because {why}", why=why)) if why else Answer(criterion, State.MET)
