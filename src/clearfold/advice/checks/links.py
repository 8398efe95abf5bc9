"""Links, each of which says where it goes, and text alternatives, each of which says what a picture shows."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from clearfold.advice.advice import Advice, on
from clearfold.advice.languages.ways import WAYS
from clearfold.advice.reading import Passage, Reading
from clearfold.advice.sentences import sentences
from clearfold.model.transcript import Kind, Span

LONG, LONGEST, SENTENCE = 250, 400, 150  # characters of an alternative, and of a sentence in it
# Parts in which an address is written out, as people do in lists of sources.
_WRITTEN_OUT = frozenset({"sources", "contact", "website", "email", "online", "phone", "address", "licence"})
# A short one without https:// can be read out, and typed.
_ADDRESS = re.compile(r"https?://\S+|[\w.-]+\.[a-z]{2,}/(?:\S*[?=&]\S*|\S{30,})", re.IGNORECASE)
_FILE = re.compile(
    r"\S+\.(?:png|jpe?g|svg|gif|webp|tiff?|bmp)|(?:img|dsc|dscn|dcim|image|foto|photo|scan)[-_ ]?\d+", re.I
)


def links(reading: Reading) -> Iterator[Advice]:
    """Find links that do not say where they go (ADV-074)."""
    vague = WAYS[reading.lang].links if reading.lang in WAYS else frozenset()
    for passage, span in _links(reading):
        text = passage.block.text[span.start : span.end]
        bare = text.strip(" .,:;!?»›>→…()").lower()
        if bare in vague or _ADDRESS.fullmatch(text.strip()):
            yield on(reading, passage, "ADV-074", (span.start, span.end), link=span.link)


def twins(reading: Reading) -> Iterator[Advice]:
    """Find links of the same words that go to different places (ADV-075)."""
    vague = WAYS[reading.lang].links if reading.lang in WAYS else frozenset()
    seen: dict[str, str] = {}
    for passage, span in _links(reading):
        text = " ".join(passage.block.text[span.start : span.end].lower().split())
        first = seen.setdefault(text, span.link)
        if first.rstrip("/") != span.link.rstrip("/") and text not in vague:
            yield on(reading, passage, "ADV-075", (span.start, span.end), first=first, second=span.link)


def _links(reading: Reading) -> Iterator[tuple[Passage, Span]]:
    """Yield the links of a copy, but for references to notes and for addresses where these are expected."""
    for passage in reading.passages:
        for span in passage.block.spans:
            text = passage.block.text[span.start : span.end]
            if span.link and passage.part not in _WRITTEN_OUT and not re.fullmatch(r"\[\d+\]", text):
                yield passage, span


def alternatives(reading: Reading) -> Iterator[Advice]:
    """Find alternatives that begin with “picture of” (ADV-076), or are the name of a file (ADV-078)."""
    words = WAYS.get(reading.lang)
    for passage in reading.passages:
        text = passage.block.text
        if passage.block.kind is not Kind.ALTERNATIVE:
            continue
        if _is_file(text, passage.block.picture):
            yield on(reading, passage, "ADV-078", (0, len(text)))
        elif words and (match := re.match(words.picture_of, text, re.IGNORECASE)) and match.end() < len(text):
            rest = text[match.end() :]
            proposal = rest[0].upper() + rest[1:]
            yield on(reading, passage, "ADV-076", match.span(), proposal=proposal)


def long_alternatives(reading: Reading) -> Iterator[Advice]:
    """Find alternatives that go on for long (ADV-079); a picture of several parts may have a sentence for each."""
    for passage in reading.passages:
        text = passage.block.text
        if passage.block.kind is not Kind.ALTERNATIVE or len(text) <= LONG:
            continue
        longest = max((end - start for start, end in sentences(text)), default=0)
        if len(text) > LONGEST or longest > SENTENCE:
            told = {"start": " ".join(text.split()[:5]), "letters": str(len(text))}
            yield on(reading, passage, "ADV-079", (0, len(text)), **told)


def captions(reading: Reading) -> Iterator[Advice]:
    """Find alternatives that are the caption again (ADV-077)."""
    shown = [p for p in reading.passages if p.block.kind is not Kind.DRAWING]
    for one, two in pairwise(shown):
        both = one.block.kind is Kind.ALTERNATIVE and two.block.kind is Kind.CAPTION
        if both and _bare(one.block.text) == _bare(two.block.text):
            yield on(reading, one, "ADV-077", (0, len(one.block.text)))


def _is_file(text: str, picture: str) -> bool:
    name = PurePosixPath(picture).stem
    return bool(_FILE.fullmatch(text.strip()) or (text.strip() == name and re.search(r"[\d_-]", name)))


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
