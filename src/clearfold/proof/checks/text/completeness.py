"""Completeness: every word of the copy is there, once, unchanged, and nothing else is."""

import re
from collections.abc import Iterable, Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind
from clearfold.proof.compare.changes import Change, changes
from clearfold.proof.compare.harm import counted, is_harm, states
from clearfold.proof.compare.letters import fold
from clearfold.proof.compare.names import names_of
from clearfold.proof.compare.stream import BULLET, Stream
from clearfold.proof.compare.word_diff import HYPHENS
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.pdf.fonts.fonts import UNKNOWN

SEVERAL = 5  # blocks; so many that are missing one after the other are told one by one
SIGNS = 8  # that are not known, in words that may be the copy's
KNOWN = 12  # letters; a shorter piece of text is not said to be the copy's a second time
ALT_CODES = {
    "TXT-001": "ALT-001",
    "TXT-003": "ALT-002",
    "TXT-005": "ALT-003",
    "TXT-016": "ALT-003",
    "TXT-004": "ALT-003",
}
FURNITURE = {
    "cell label": message("label of a cell"),
    "contents entry": message("entry of the contents"),
    "folio": message("page number"),
    "picture": message("picture"),
    "reading aid": message("reading aid"),
    "running head": message("running head"),
    "signature": message("signature"),
    "thumb": message("thumb tab"),
    "title of a volume": message("title of a volume"),
    "voice": message("name of a voice"),
    "volume": message("volume"),
}
"""What editions call their furniture, as people are told of it."""


def completeness(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find text that is missing, changed, doubled, added, hidden, or in no tag."""
    untagged = {fold(block.text) for block in evidence.untagged}
    names = names_of(evidence.expected)
    told: set[str] = set()
    for stream in evidence.streams:
        for together in _gathered(stream, changes(stream)):
            if len(together) > SEVERAL:
                yield _missing_part(stream, together)
                continue
            for change in together:
                if change.expected or fold(change.found) not in untagged:  # told as TXT-009 below
                    nameless = evidence.foreign and _may_be(change.found, change.expected)
                    found = (
                        _unread(stream, change) if nameless else _told(stream, change, evidence.expected.lang, names)
                    )
                    told.update({fold(change.expected)} if found.code == "TXT-009" else ())
                    yield found
        yield from _stray(stream)
        yield from _lacking(stream)
    for block in evidence.untagged:
        if fold(block.text) not in told:  # else told at its place in the copy
            yield finding("TXT-009", None, place=block.place, found=block.text, fact=quoted(block.text))


def _gathered(stream: Stream, given: Iterable[Change]) -> Iterator[list[Change]]:
    """Gather blocks that follow each other in the copy and are missing, all of them; each other change is alone."""
    number = {id(block): at for at, block in enumerate(stream.expected.blocks)}
    group: list[Change] = []
    last = -1
    for change in given:
        gone = change.whole and change.at is not None and _missing(stream, change.expected) == "TXT-001"
        at = number[id(change.at)] if gone else -1
        if group and not (gone and at == last + 1):
            yield group
            group = []
        last = at
        if gone and change.kind is not Kind.ALTERNATIVE:
            group.append(change)
        else:  # a picture that is missing too parts no blocks from each other, and is told by itself
            yield [change]
    if group:
        yield group


def _missing_part(stream: Stream, together: list[Change]) -> Diagnostic:
    """Tell of blocks that are missing together, as when a tool leaves the front matter out."""
    first, last = together[0], together[-1]
    fact = message(
        "{together} blocks that follow each other, {expected} to {expected2}",
        together=len(together),
        expected=quoted(first.expected),
        expected2=quoted(last.expected),
    )
    text = " ".join(change.expected for change in together)
    return finding(
        "TXT-001", first.at, stream=stream.name, place=first.place, expected=text, fact=fact, around=first.around
    )


def _told(stream: Stream, change: Change, lang: str, names: frozenset[str]) -> Diagnostic:
    code = _code(stream, change, lang, names)
    if change.kind is Kind.ALTERNATIVE:
        code = ALT_CODES.get(code, code)
    if code in ("TXT-002", "TXT-003", "TXT-008", "ALT-002") and change.expected and change.found:
        fact = message("{expected} became {found}", expected=quoted(change.expected), found=quoted(change.found))
    elif change.expected and code in ("TXT-002", "TXT-003"):
        fact = message("{expected} is gone", expected=quoted(change.expected))
    else:
        fact = quoted(change.expected or change.found)
    if change.at and change.at.added and change.expected:
        fact = message("{fact}, words of the template{belongs}", fact=fact, belongs=_belongs(stream, change.at))
    at = _twin(stream, change) if code == "TXT-004" else change.at
    return finding(
        code,
        at,
        stream=stream.name,
        place=change.place,
        expected=change.expected,
        found=change.found,
        fact=fact,
        around=change.around,
    )


def _may_be(found: str, expected: str) -> bool:
    """Say whether words read as the copy's but for signs that are not known; a ligature is up to three letters."""
    if not 0 < found.count(UNKNOWN) <= SIGNS:
        return False
    signs = ".{1,3}".join(map(re.escape, fold(found).split(UNKNOWN)))
    return bool(re.fullmatch(signs, fold(expected)))


def _unread(stream: Stream, change: Change) -> Diagnostic:
    """Tell of words that may be the copy's: nobody knows who does not look at the page."""
    fact = message("letters of which the file does not say what they are: {words}", words=quoted(change.found))
    place, found = change.place, change.found
    return finding("TXT-017", change.at, stream=stream.name, place=place, found=found, fact=fact, around=change.around)


def _belongs(stream: Stream, label: Block) -> str:
    """Say where a label has its place, for which the copy has no words: after what stands before it."""
    blocks = stream.expected.blocks
    number = next(n for n, block in enumerate(blocks) if block is label)
    return message(", which belong after {text}", text=quoted(blocks[number - 1].text)) if number else ""


def _code(stream: Stream, change: Change, lang: str, names: frozenset[str]) -> str:
    """Say what a change is."""
    if change.whole:
        return _missing(stream, change.expected)
    if change.hyphen or _bare(change.expected) == _bare(change.found):
        return "TXT-002" if counted(change.expected) != counted(change.found) else "TXT-008"
    if change.kind is Kind.ALTERNATIVE and change.expected == (change.at.text if change.at else "") and change.found:
        return "TXT-003"
    before = _before(change)
    if (change.expected or change.inside) and is_harm(change.expected, change.found, lang, before, names):
        return "TXT-002"
    if change.expected and change.found:
        return "TXT-003"
    if change.expected:
        return "TXT-001"
    text = fold(change.found)
    known = len(text) >= KNOWN and stream.expected.find(text) >= 0
    if known or any(fold(block.text) == text for block in stream.expected.blocks):
        return "TXT-004"
    return "TXT-016" if states(change.found, lang) else "TXT-005"


def _before(change: Change) -> str:
    """Return the words of the block before those that changed; "" where they are none, or unknown."""
    text = change.at.text if change.at else ""
    if not change.expected:
        return change.around[0] if change.inside else ""
    return text[: max(0, text.find(change.expected))]


def _twin(stream: Stream, change: Change) -> Block | None:
    """Return the block of the copy that is told twice."""
    at = stream.expected.find(fold(change.found))
    return stream.expected.blocks[stream.expected.block_of[at]] if at >= 0 else change.at


def _missing(stream: Stream, text: str) -> str:
    """Say in what way a block is missing: it may be in the file, where no reader meets it."""
    letters = fold(text)
    at = stream.apart.find(letters)
    while at >= 0 and len(letters) < KNOWN and at not in stream.apart.start:
        at = stream.apart.find(letters, at + 1)
    if at < 0:
        return "TXT-001"
    hidden = stream.apart.blocks[stream.apart.block_of[at]]
    if hidden.kind is Kind.ARTIFACT:
        return "TXT-006"
    return "TXT-009" if hidden.kind is Kind.TEXT else "EPB-002"


def _stray(stream: Stream) -> Iterator[Diagnostic]:
    """Find contents and artifacts that are neither furniture of the edition nor, like a repeated head, the copy's."""
    for block in stream.stray:
        text = fold(block.text)
        known = block.kind is not Kind.CONTENTS and text in stream.expected.chars
        if not known and not BULLET.fullmatch(text):
            yield finding(
                "TXT-005", None, stream=stream.name, place=block.place, found=block.text, fact=quoted(block.text)
            )


def _lacking(stream: Stream) -> Iterator[Diagnostic]:
    """Find furniture that must stand there, wherever that is, and stands there less often."""
    for item, met in stream.lacking:
        times = message(", {met} times of {least}", met=met, least=item.least) if item.least > 1 else ""
        name = FURNITURE.get(item.name, item.name)
        fact = message("{text}, {name}{times}", text=quoted(item.text), name=name, times=times)
        yield finding("TXT-013", None, stream=stream.name, expected=item.text, fact=fact)


def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c not in HYPHENS)
