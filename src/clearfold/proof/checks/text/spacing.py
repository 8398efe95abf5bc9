"""Spacing: words that the copy parts are parted, and words that it holds together are whole.

ISO 32000-1, 14.8.2.5: in a tagged PDF the space between two words is a character, not a distance.
"""

from collections.abc import Iterator, Sequence

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.stream import Stream
from clearfold.proof.compare.word_diff import Pair
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, listed, quoted

BLANK = "._·…-"  # rows of these are there to write on: where one is parted, nobody reads otherwise
TOLD = 5  # places that one finding names


def spacing(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find words that are joined or split in the streams in which every space counts.

    A space that is lost or added between two figures makes another number of them (TXT-002).
    """
    for stream in evidence.streams:
        if stream.structured:
            for pair in stream.alignment.pairs():
                yield from _spaces(stream, pair)


def _spaces(stream: Stream, pair: Pair) -> Iterator[Diagnostic]:
    expected, found = stream.expected, stream.found
    for copied, low, high in expected.by_block(pair.low, pair.high):
        shift = pair.at - pair.low
        joined: list[str] = []
        split: list[str] = []
        numbers: list[str] = []
        for i in range(max(low, pair.low + 1, expected.start[copied] + 1), high):
            k = i + shift
            if expected.gap[i] == found.gap[k] or found.block_of[k] != found.block_of[k - 1]:
                continue
            if expected.chars[i - 1] == expected.chars[i] in BLANK:
                continue
            words = found.piece(*_around(found.gap, k))
            between_digits = expected.chars[i - 1].isnumeric() and expected.chars[i].isnumeric()
            (numbers if between_digits else joined if expected.gap[i] else split).append(words)
        place = found.blocks[found.block_of[low + shift]].place
        for code, words_found in (("TXT-002", numbers), ("TXT-007", joined), ("TXT-008", split)):
            if words_found:
                more = (
                    message(" and {words_found} more", words_found=len(words_found) - TOLD)
                    if len(words_found) > TOLD
                    else ""
                )
                fact = listed([quoted(words) for words in words_found[:TOLD]], more)
                block = expected.blocks[copied]
                text = " ".join(words_found)
                yield finding(code, block, stream=stream.name, place=place, expected=block.text, found=text, fact=fact)


def _around(gap: Sequence[int], at: int) -> tuple[int, int]:
    """Return the letters of the word, or the two words, around a place between letters."""
    low, high = at - 1, at + 1
    while low > 0 and not gap[low]:
        low -= 1
    while high < len(gap) and not gap[high]:
        high += 1
    return low, high
