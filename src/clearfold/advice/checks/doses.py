"""Doses: each written in one way, with a space, and with signs that are not misread."""

import re
from collections.abc import Iterator

from clearfold.advice.advice import Advice, on
from clearfold.advice.checks.figures import AMOUNT, FIGURE, UNITS, figures_of, number, pattern, written
from clearfold.advice.reading import Passage, Reading

_GLUED = re.compile(
    rf"(?<![\w.,/])(?P<n>{FIGURE})(?P<unit>mg|g|kg|µg|μg|mcg|ml|mL|cl|dl|dL|l|L|mm|cm|km|kcal|kJ|IE|IU|UI|[x×])(?![\w/-])"
)
# Three zeros are thousands: 1.000 mg, or 1,000 mg.
_ODD = re.compile(
    rf"(?<![\w.,/])(?:(?P<n>\d+)[.,]0{{1,2}}|(?P<part>[.,]\d+))(?P<gap>[  \u202f]?)(?P<unit>{'|'.join(UNITS)})\b"
)
_SAME = {"mL": "ml", "dL": "dl", "L": "l", "mcg": "µg", "μg": "µg"}
# What stands between two ways of writing one amount where the second explains the first.
_SAID_AGAIN = re.compile(
    r"^[^.;:!?]{0,25}(?:[(=/]|,? ?\b(?:of|ofwel|dus|dat is|ou|soit|c’est-à-dire|oder|das sind|or|that is)\b)"
)


def glued(reading: Reading) -> Iterator[Advice]:
    """Find numbers that are glued to what they count (ADV-013)."""
    words = figures_of(reading.lang)
    for passage in reading.prose:
        for match in _GLUED.finditer(passage.text):
            if words and match["unit"] in words.misread:
                continue  # ADV-018 says what to write for both
            if match["unit"] in "x×":
                if words is None:
                    continue
                proposal = words.times.format(n=match["n"])
            else:
                proposal = f"{match['n']} {match['unit']}"
            yield on(reading, passage, "ADV-013", match.span(), proposal=proposal)


def two_ways(reading: Reading) -> Iterator[Advice]:
    """Find amounts that are written with two units, such as 500 mg and 0.5 g (ADV-014)."""
    if figures_of(reading.lang) is None:
        return
    seen: dict[tuple[str, object], tuple[str, str, Passage, int]] = {}
    told = set()
    for passage in reading.prose:
        for match in AMOUNT.finditer(passage.text):
            amount = number(match["n"], reading.lang)
            if amount is None:
                continue
            kind, size = UNITS[match["unit"]]
            unit, key = _SAME.get(match["unit"], match["unit"]), (kind, amount * size)
            said, first, where, end = seen.setdefault(key, (match[0], unit, passage, match.end()))
            again = where is passage and _SAID_AGAIN.search(passage.text[end : match.start()])
            if unit != first and key not in told and not again:
                told.add(key)
                yield on(reading, passage, "ADV-014", match.span(), first=said)


def signs(reading: Reading) -> Iterator[Advice]:
    """Find doses that are ten times as much where their decimal sign is not seen (ADV-015)."""
    for passage in reading.prose:
        for match in _ODD.finditer(passage.text):
            figure = match["n"] or f"0{match['part']}"
            yield on(reading, passage, "ADV-015", match.span(), proposal=f"{figure} {match['unit']}")


def in_words(reading: Reading) -> Iterator[Advice]:
    """Find doses in words where the same thing is counted in figures elsewhere (ADV-016)."""
    words = figures_of(reading.lang)
    if words is None:
        return
    names = "|".join(sorted((w for w, value in words.numbers.items() if value > 1), key=len, reverse=True))
    for counted in words.doses:
        figures = pattern(rf"(?<![\w.,/])(?:{FIGURE}) (?:{counted})\b", reading.lang)
        spelled = pattern(rf"\b(?P<n>{names}) (?P<what>{counted})\b", reading.lang)
        first = next((m for p in reading.prose if (m := figures.search(p.text))), None)
        if first is None:
            continue
        for passage in reading.prose:
            if match := spelled.search(passage.text):
                value = words.numbers[match["n"].lower()]
                proposal = f"{value} {match['what']}"
                yield on(reading, passage, "ADV-016", match.span(), first=first[0], proposal=proposal)
                break


def unit_spelled_twice(reading: Reading) -> Iterator[Advice]:
    """Find units that are written in two ways, such as ml and mL (ADV-017)."""
    first: dict[str, str] = {}
    told = set()
    for passage in reading.prose:
        for match in AMOUNT.finditer(passage.text):
            unit = match["unit"]
            key = "µg" if unit == "μg" else unit  # two characters that look alike are one way of writing
            usual = first.setdefault(_SAME.get(unit, unit), key)
            if key != usual and key not in told:
                told.add(key)
                span = (match.start("unit"), match.end("unit"))
                yield on(reading, passage, "ADV-017", span, first=usual, proposal=usual)


def misread(reading: Reading) -> Iterator[Advice]:
    """Find units that are taken for others (ADV-018), each once."""
    words = figures_of(reading.lang)
    if words is None:
        return
    known = "|".join(sorted(map(re.escape, words.misread), key=len, reverse=True))
    told = set()
    for passage in reading.prose:
        for match in re.finditer(rf"(?<![\w.,/])(?P<n>{FIGURE})[  \u202f]?(?P<unit>{known})(?!\w)", passage.text):
            if match["unit"] not in told:
                told.add(match["unit"])
                proposal = f"{match['n']} {words.misread[match['unit']]}"
                yield on(reading, passage, "ADV-018", match.span(), proposal=proposal)


def decimal_signs(reading: Reading) -> Iterator[Advice]:
    """Find doses with the decimal sign of another language (ADV-019)."""
    words = figures_of(reading.lang)
    if words is None or reading.transcript.lang.upper().endswith("-CH"):
        return
    wrong = "." if words.comma else ","
    for passage in reading.prose:
        for match in AMOUNT.finditer(passage.text):
            if re.fullmatch(rf"\d+\{wrong}(?:\d{{1,2}}|\d{{4,}})", match["n"]) and not re.search(
                r"[.,]0+$", match["n"]
            ):
                value = number(match["n"], reading.lang)
                if value is not None:
                    proposal = f"{written(value, reading.lang)} {match['unit']}"
                    yield on(reading, passage, "ADV-019", match.span(), proposal=proposal)
