"""Action: what to do, when to ask for help, and whom: present, and fit to be followed."""

import re
from collections.abc import Iterator

from clearfold.advice.advice import Advice, advice, on
from clearfold.advice.checks.figures import AMOUNT, FIGURE, figures_of, pattern
from clearfold.advice.languages.action import ACTION
from clearfold.advice.reading import Reading
from clearfold.advice.sentences import sentences
from clearfold.model.transcript import Kind

_NUMBER = re.compile(r"(?<!\d)\+?\d(?:[ /.()\u202f\u00a0-]{0,2}\d){5,}|(?<!\d)1\d\d(?!\d)|(?<!\d)999(?!\d)|\b15\b")
_PROSE = (Kind.QUOTATION, Kind.HEADING)


def when_to_ask(reading: Reading) -> Iterator[Advice]:
    """Find a leaflet that tells what to take and not when to ask for help (ADV-090)."""
    words, figures = ACTION.get(reading.lang), figures_of(reading.lang)
    if words is None or figures is None:
        return
    body = [p for p in reading.prose if p.part in ("body", "key_messages")]
    counted = "|".join(figures.doses)
    dose = pattern(rf"(?:{FIGURE}|NUMBER) (?:{counted})\b", reading.lang)
    if not any(AMOUNT.search(p.text) or dose.search(p.text) for p in body):
        return
    for at, passage in enumerate(body):
        # The occasion may be the heading above, or the list below.
        near = [one.text for one in body[max(0, at - 2) : at + 3]]
        told = any(text.rstrip().endswith("?") or re.search(words.when, text, re.IGNORECASE) for text in near)
        if told and re.search(words.ask, passage.text, re.IGNORECASE):
            return
    yield advice("ADV-090", reading.source.at(max(reading.source.front_matter_line - 1, 1)))


def numbers(reading: Reading) -> Iterator[Advice]:
    """Find calls for which there is no number: ours (ADV-091), and those for an ambulance (ADV-092)."""
    words = ACTION.get(reading.lang)
    if words is None:
        return
    reached = any(p.part == "phone" or _NUMBER.search(p.block.text) for p in reading.passages if p.part != "sources")
    for passage in reading.prose:
        if not reached and (match := re.search(words.us, passage.text, re.IGNORECASE)):
            yield on(reading, passage, "ADV-091", match.span())
            reached = True  # once is enough
        for start, end in sentences(passage.text):
            match = re.search(words.emergency, passage.text[start:end], re.IGNORECASE)
            if match and not re.search(r"\d{2}", passage.block.text):
                yield on(reading, passage, "ADV-092", (start + match.start(), start + match.end()))


def vague(reading: Reading) -> Iterator[Advice]:
    """Find occasions to call that say nothing (ADV-093), and amounts that cannot be measured (ADV-094)."""
    words = ACTION.get(reading.lang)
    if words is None:
        return
    for passage in reading.prose:
        if passage.block.kind in _PROSE or passage.part not in ("body", "key_messages"):
            continue
        for start, end in sentences(passage.text):
            sentence = passage.text[start:end]
            asked = re.search(words.ask, sentence, re.IGNORECASE) and not sentence.rstrip().endswith(":")
            if asked and (match := re.search(words.vague, sentence, re.IGNORECASE)):
                yield on(reading, passage, "ADV-093", (start + match.start(), start + match.end()))
            match = re.search(words.amount, sentence, re.IGNORECASE)
            asks = sentence.rstrip().endswith("?")
            if match and not asks and not re.search(words.measured, passage.text):
                yield on(reading, passage, "ADV-094", (start + match.start(), start + match.end()))
