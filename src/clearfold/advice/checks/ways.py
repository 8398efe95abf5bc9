"""Way-finding in the text: headings, key messages, long stretches, long lists."""

import re
from collections.abc import Iterator

from clearfold.advice.advice import Advice, advice, on
from clearfold.advice.checks.folding import folded, stem
from clearfold.advice.languages.figures import FIGURES
from clearfold.advice.languages.ways import WAYS
from clearfold.advice.reading import Passage, Reading
from clearfold.advice.sentences import words
from clearfold.model.messages import message
from clearfold.model.transcript import Kind

LONG, STRETCH, ITEMS = 300, 300, 10  # words of a leaflet, words below one heading, items of one list
TELLING = 3  # words of a key message of which the text must have one


def headings(reading: Reading) -> Iterator[Advice]:
    """Find headings that say nothing (ADV-070), and those that stand twice in one part (ADV-071)."""
    known = WAYS[reading.lang].headings if reading.lang in WAYS else frozenset()
    above: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for passage in reading.passages:
        block = passage.block
        if block.kind is not Kind.HEADING or passage.part != "body":
            continue
        text = block.text.strip(" .:!").lower()
        above = [*above[: max(block.level - 2, 0)], text]
        if text in known:
            yield on(reading, passage, "ADV-070", (0, len(block.text)))
        if tuple(above) in seen:
            yield on(reading, passage, "ADV-071", (0, len(block.text)))
        seen.add(tuple(above))


def key_messages(reading: Reading) -> Iterator[Advice]:
    """Find key messages that the text does not carry (ADV-072), and a long text without any (ADV-073)."""
    body = [passage.text for passage in reading.prose if passage.part == "body"]
    messages = [passage for passage in reading.prose if passage.part == "key_messages"]
    if not messages and (size := sum(len(words(text)) for text in body)) >= LONG:
        yield advice("ADV-073", reading.source.at(max(reading.source.front_matter_line - 1, 1)), str(size))
    if reading.lang not in WAYS:
        return
    text = folded(" ".join(body))
    for passage in messages:
        if missing := _missing(passage.text, text, reading.lang):
            yield on(
                reading,
                passage,
                "ADV-072",
                (0, len(passage.block.text)),
                missing=message("{missing} is not there", missing=missing),
            )


def _missing(message: str, body: str, lang: str) -> str:
    """Return which figure, or words, of a key message the body does not have; "" where it carries the message."""
    spelled = {str(value): word for word, value in FIGURES[lang].numbers.items()}
    for figure in re.findall(r"\d+(?:[.,]\d+)?", message):
        known = (figure, spelled.get(figure, figure))
        if not any(re.search(rf"(?<![\d.,]){re.escape(folded(one))}(?![\d])", body) for one in known):
            return f"“{figure}”"
    telling = [w for w in words(message) if len(w) > 3 and w.lower() not in WAYS[lang].common]
    lost = [word for word in telling if stem(word) not in body]
    if len(telling) >= TELLING and lost == telling:
        return ", ".join(f"“{word}”" for word in lost[:3])
    return ""


def stretches(reading: Reading) -> Iterator[Advice]:
    """Find long stretches of text without a heading (ADV-080)."""
    heading: Passage | None = None
    count = 0
    for passage in (*(p for p in reading.prose if p.part == "body"), None):
        if passage is None or passage.block.kind is Kind.HEADING:
            if heading and count > STRETCH:
                yield on(reading, heading, "ADV-080", (0, len(heading.block.text)), words=str(count))
            heading, count = passage, 0
        elif passage.block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            count += len(words(passage.text))


def lists(reading: Reading) -> Iterator[Advice]:
    """Find long lists (ADV-081)."""
    first: Passage | None = None
    count = 0
    for passage in (*reading.passages, None):
        block = passage.block if passage else None
        inside = block is not None and block.kind is Kind.LIST_ITEM and passage is not None and passage.part == "body"
        if inside and block is not None and block.level > 1:
            continue
        if inside and first is not None:
            count += 1
        else:
            if first is not None and count > ITEMS:
                yield on(reading, first, "ADV-081", (0, len(first.block.text)), items=str(count))
            first, count = (passage, 1) if inside else (None, 0)
