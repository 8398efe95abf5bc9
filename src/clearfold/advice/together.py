"""What several leaflets say of the same thing: abbreviations, medicines, telephone numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clearfold.advice.advice import Advice, advice, on
from clearfold.advice.checks.folding import folded
from clearfold.advice.languages.names import DESKS, MEDICINE
from clearfold.advice.off import notes
from clearfold.advice.reading import Passage, Reading
from clearfold.advice.sentences import WORD, sentences
from clearfold.model.diagnostic import Location
from clearfold.model.transcript import Kind

LETTERS = 7  # of the shortest name of a medicine that is compared
_PHONE = re.compile(r"(?<![\d.,])\+?\d(?:[ /.()\u202f\u00a0-]{0,2}\d){7,14}(?!\d)")
_DIGITS = 7  # by which two ways of writing a number are one: the rest is its country and its area


def together(readings: Sequence[Reading]) -> tuple[Advice, ...]:
    """Return the advice on what leaflets say of the same thing, but for what their notes switch off."""
    found = (*_abbreviations(readings), *_medicines(readings), *_desks(readings), *_contacts(readings))
    off = [note for reading in readings for note in notes(reading.source)]
    return tuple(sorted({one for one in found if not any(note.covers(one) for note in off)}))


def _abbreviations(readings: Sequence[Reading]) -> Iterator[Advice]:
    """Yield abbreviations that are explained in another way than in a leaflet before (ADV-100)."""
    known: dict[tuple[str, str], tuple[str, Reading]] = {}
    for reading in readings:
        own = [p.block for p in reading.passages if p.part == "abbreviations"]
        for term, meaning in pairwise(own):
            if term.kind is not Kind.TERM or meaning.kind is not Kind.DEFINITION:
                continue
            first, where = known.setdefault((reading.lang, term.text), (meaning.text, reading))
            if where is not reading and not _alike(first, meaning.text):
                place = term.location or reading.source.at(1)
                yield advice("ADV-100", place, term.text, other=str(where.source.path), meaning=first)


def _alike(one: str, two: str) -> bool:
    """Tell whether two meanings are one, of which one may say more than the other."""
    short, long = sorted((re.sub(r"\W+", " ", folded(text)).strip() for text in (one, two)), key=len)
    return long == short or long.startswith(f"{short} ")


def _medicines(readings: Sequence[Reading]) -> Iterator[Advice]:
    """Yield names of medicines that differ by one slip from a name that stands more often (ADV-101)."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[tuple[str, str], tuple[Reading, Passage, tuple[int, int]]] = {}
    for reading in readings:
        for passage in reading.passages:
            for match in WORD.finditer(passage.text):
                name = match[0].lower()
                if len(name) >= LETTERS and MEDICINE.search(name):
                    counts[reading.lang][name] += 1
                    places.setdefault((reading.lang, name), (reading, passage, match.span()))
    for lang, names in counts.items():
        ranked = [name for name, _ in names.most_common()]
        for at, name in enumerate(ranked):
            usual = next((other for other in ranked[:at] if _one_slip(other, name)), None)
            if usual is not None:
                reading, passage, span = places[lang, name]
                other = str(places[lang, usual][0].source.path)
                yield on(reading, passage, "ADV-101", span, usual=usual, other=other)


def _one_slip(one: str, two: str) -> bool:
    """Tell whether two names differ by one letter, or by two that changed places, and not by an ending."""
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    rest, other = one[start:], two[start:]
    if max(len(rest), len(other)) <= 1 and len(one) != len(two):
        return False  # a plural, a case, or the same name in another language
    swapped = len(rest) > 1 and rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _desks(readings: Sequence[Reading]) -> Iterator[Advice]:
    """Yield numbers of a desk that has another one in a leaflet before (ADV-102)."""
    known: dict[tuple[str, str], tuple[str, Reading]] = {}
    for reading in readings:
        if reading.lang not in DESKS:
            continue
        for passage in reading.prose:
            for start, end in sentences(passage.text):
                sentence = passage.text[start:end]
                desks = re.findall(rf"\b(?:{DESKS[reading.lang]})\b", sentence, re.IGNORECASE)
                phones = list(_PHONE.finditer(sentence))
                if len(desks) != 1 or len(phones) != 1:
                    continue
                number, desk = phones[0], str(desks[0])
                first, where = known.setdefault((reading.lang, desk.lower()), (number[0], reading))
                if where is not reading and _digits(first) != _digits(number[0]):
                    span = (start + number.start(), start + number.end())
                    told = {"desk": f"“{desk}”", "other": str(where.source.path), "first": first}
                    yield on(reading, passage, "ADV-102", span, **told)


def _contacts(readings: Sequence[Reading]) -> Iterator[Advice]:
    """Yield contacts with the e-mail address of another leaflet's, and another number (ADV-102)."""
    known: dict[str, tuple[str, Reading]] = {}
    for reading in readings:
        fields = reading.front.maps.get("contact") or reading.publisher.maps.get("contact")
        if fields is None or not fields.text("phone") or not fields.text("email"):
            continue
        phone, email = fields.texts["phone"], fields.text("email").strip().lower()
        first, where = known.setdefault(email, (phone.text, reading))
        if _digits(first) != _digits(phone.text):
            place: Location = phone.location
            yield advice("ADV-102", place, phone.text, desk=email, other=str(where.source.path), first=first)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)[-_DIGITS:]
