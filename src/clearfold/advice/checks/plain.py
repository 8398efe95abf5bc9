"""Plain writing: one way to speak to the reader, short sentences, nothing to be turned round in the head."""

import re
from collections.abc import Iterator

from clearfold.advice.advice import Advice, on
from clearfold.advice.checks.folding import folded
from clearfold.advice.languages.plain import PLAIN, Plain
from clearfold.advice.reading import Passage, Reading
from clearfold.advice.sentences import sentences, words
from clearfold.model.transcript import Kind

SENTENCES, WORDS = 5, 70  # of a paragraph
TEXT = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.DEFINITION)
# A question, or what somebody is told to ask: "how it should be taken".
_ASKED = re.compile(
    r"\b(?:how|when|whether|which|hoe|wanneer|welke|of|comment|quand|quels?|quelles?|wie|wann|ob|welche[rs]?)\b[^,;:]{0,50}$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|‘[^’]*’(?!\w)|\"[^\"]*\"")


def address(reading: Reading) -> Iterator[Advice]:
    """Find the rarer of two ways to speak to the reader (ADV-053), where it first stands."""
    plain = PLAIN.get(reading.lang)
    if plain is None:
        return
    found: dict[str, list[tuple[Passage, tuple[int, int]]]] = {}
    for name, written in plain.address:
        for passage in reading.prose:
            if passage.block.kind is Kind.QUOTATION:
                continue
            text = _QUOTED.sub(lambda m: "\x00" * len(m[0]), passage.text)
            found.setdefault(name, []).extend((passage, m.span()) for m in re.finditer(written, text))
    if len(found) < 2 or not all(found.values()):
        return
    rare, usual = sorted(found, key=lambda name: len(found[name]))
    passage, span = found[rare][0]
    yield on(reading, passage, "ADV-053", span, usual=usual, many=str(len(found[usual])))


def long_sentences(reading: Reading) -> Iterator[Advice]:
    """Find long sentences (ADV-055)."""
    most = PLAIN[reading.lang].words if reading.lang in PLAIN else 20
    for passage in reading.prose:
        if passage.block.kind not in TEXT:
            continue
        for start, end in sentences(passage.text):
            size = len(words(passage.text[start:end]))
            if size > most:
                first = " ".join(passage.block.text[start:end].split()[:5])
                yield on(reading, passage, "ADV-055", (start, end), start=first, words=str(size))


def long_paragraphs(reading: Reading) -> Iterator[Advice]:
    """Find long paragraphs (ADV-056)."""
    for passage in reading.prose:
        if passage.block.kind not in TEXT or passage.part != "body":
            continue
        size, number = len(words(passage.text)), len(list(sentences(passage.text)))
        if size > WORDS or number > SENTENCES:
            first = " ".join(passage.block.text.split()[:5])
            told = {"start": first, "sentences": str(number), "words": str(size)}
            yield on(reading, passage, "ADV-056", (0, len(passage.block.text)), **told)


def turns(reading: Reading) -> Iterator[Advice]:
    """Find two negations in one clause (ADV-057), and instructions that do not say who acts (ADV-059)."""
    plain = PLAIN.get(reading.lang)
    if plain is None:
        return
    for passage in reading.prose:
        if passage.block.kind in (Kind.QUOTATION, Kind.HEADING) or passage.part not in ("body", "key_messages"):
            continue
        for start, end in sentences(passage.text):
            for code, written in (("ADV-057", plain.negated), ("ADV-059", plain.passive)):
                for match in re.finditer(written, passage.text[start:end], re.IGNORECASE):
                    before = passage.text[start : start + match.start()]
                    if code == "ADV-057" or not (_ASKED.search(before) or passage.text[end - 1] == "?"):
                        yield on(reading, passage, code, (start + match.start(), start + match.end()))


def hard_words(reading: Reading) -> Iterator[Advice]:
    """Find hard words for which there are plain ones (ADV-060), each where it first stands."""
    plain = PLAIN.get(reading.lang)
    if plain is None:
        return
    terms = folded(" ".join(p.block.text for p in reading.passages if p.block.kind is Kind.TERM))
    for written, everyday in plain.everyday.items():
        for passage in reading.prose:
            if passage.part not in ("body", "key_messages"):
                continue
            match = re.search(rf"(?<![\w-])(?:{written})(?![\w-])", passage.text, re.IGNORECASE)
            if match:
                if not _explained(passage.text, match, plain, everyday) and folded(match[0]) not in terms:
                    yield on(reading, passage, "ADV-060", match.span(), proposal=everyday)
                break


def _explained(text: str, match: re.Match[str], plain: Plain, everyday: str) -> bool:
    """Tell whether a hard word stands beside its explanation."""
    before, after = text[: match.start()], text[match.end() :]
    beside = re.search(r"\([^()]*$", before) or re.match(r"[\w-]* ?[(,:=]| " + plain.means, after)
    return bool(beside) or folded(everyday) in folded(text)
