"""Read the words of other tools' files as the copy has them: parted at the ends of lines, in capitals; languages.

Between the readers and foreign. What is read otherwise here is either no fault, such as a language that the file knows
more exactly than the copy, or is told once for the whole file, such as hyphens.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.compare.letters import comparable, fold, tidy
from clearfold.proof.compare.stream import Reading
from clearfold.proof.findings.finding import finding, listed, quoted

NOTHING = "\u200b"  # counts for no letter, and keeps the places of the letters after it
WORD = re.compile(r"\w+(?:-\w+)*")
WITHIN = re.compile(r"([\w-]*\w)([-\u2010])(\w[\w-]*)")
TAIL = re.compile(r"([\w-]*\w)[-\u2010]\s*$")
HEAD = re.compile(r"\s*(\w[\w-]*)")
BACK = re.compile("\\s*[↩⏎↑⤴][\ufe0e\ufe0f]?\\s*$")  # the sign of the way back from a note
PAGE = re.compile(r"[\s.·…]*\d+$")  # the number of the page that an entry of the contents leads to
LEADER = re.compile(r"[\s.·…]{3,}")  # leads the eye from an entry of the contents to its page
CAPITALS = re.compile(r"[^\W\d_]{4}")
INITIAL = 8  # letters of a line by which it is known whose first letter was drawn elsewhere
REPEATED = re.compile(r"(.+?)\1+")
TOLD = 5  # words that one finding names


def in_words_of(expected: Transcript, reading: Reading) -> tuple[Reading, tuple[Diagnostic, ...]]:
    """Return what was read without the hyphens of parted words, and what is told of these: TXT-008, once for all."""
    known = {word.casefold() for block in expected.blocks for word in WORD.findall(tidy(block.text))}
    headings = {fold(block.text) for block in expected.blocks if block.kind in (Kind.HEADING, Kind.TITLE)}
    languages = _languages(expected)
    blocks = {fold(block.text) for block in expected.blocks}
    back = not any(BACK.search(block.text) for block in expected.blocks)
    given = [
        part
        for block in reading.transcript.blocks
        if not LEADER.fullmatch(block.text)
        and (block.kind is not Kind.CONTENTS or fold(PAGE.sub("", block.text)) not in headings)
        for part in _once(_in_language(_without_back(block) if back else block, languages), blocks)
    ]
    given = _with_initials(given, [fold(block.text) for block in expected.blocks])
    given = _in_small_letters(given, [fold(block.text) for block in expected.blocks])
    words: list[tuple[str, str]] = []
    given = _whole(given, known, words)
    transcript = replace(reading.transcript, blocks=tuple(given))
    told = (_parted(reading.name, words),) if words else ()
    return replace(reading, transcript=transcript), told


def plain_language(lang: str, expected: Transcript) -> str:
    """Return a language without its region where the copy names it without one: en-US is a way of writing en."""
    return _plain(lang, _languages(expected))


def _languages(expected: Transcript) -> frozenset[str]:
    spoken = {expected.lang, *(block.lang for block in expected.blocks)}
    spoken |= {span.lang for block in expected.blocks for span in block.spans}
    return frozenset(lang.lower() for lang in spoken)


def _plain(lang: str, languages: frozenset[str]) -> str:
    primary = lang.partition("-")[0]
    return primary if lang.lower() not in languages and primary.lower() in languages else lang


def _in_language(block: Block, languages: frozenset[str]) -> Block:
    spans = tuple(replace(span, lang=_plain(span.lang, languages)) for span in block.spans)
    lang = _plain(block.lang, languages)
    return block if (lang, spans) == (block.lang, block.spans) else replace(block, lang=lang, spans=spans)


def _without_back(block: Block) -> Block:
    sign = BACK.search(block.text)
    return replace(block, text=block.text[: sign.start()] + NOTHING * len(sign[0])) if sign else block


def _once(block: Block, blocks: set[str]) -> tuple[Block, ...]:
    """Part a cell that holds a block of the copy several times over, as the heads of tables that go on do."""
    letters = fold(block.text)
    match = REPEATED.fullmatch(letters) if block.kind is Kind.TABLE_CELL and letters not in blocks else None
    if not match or match[1] not in blocks:
        return (block,)
    size, seen = len(match[1]), 0
    for at, char in enumerate(block.text):
        if seen == size and not char.isspace():
            return (
                replace(block, text=block.text[:at]),
                *_once(replace(block, text=block.text[at:], spans=()), blocks),
            )
        seen += not char.isspace()
    return (block,)


def _with_initials(given: Sequence[Block], copied: Sequence[str]) -> list[Block]:
    """Return the blocks with each large first letter before its text: programs draw it before or after all others."""
    result = list(given)
    for letter in [block for block in given if len(block.text) == 1 and block.text.isupper()]:
        begins = [text[1:] for text in copied if text[:1] == letter.text and len(text) > INITIAL]
        near = [block for block in given if begins and block.place == letter.place and len(fold(block.text)) >= INITIAL]
        own = next((block for block in near if any(one.startswith(fold(block.text)) for one in begins)), None)
        if own is not None:
            result = [one for one in result if one is not letter]
            result.insert(next(at for at, one in enumerate(result) if one is own), letter)
    return result


def _in_small_letters(given: Sequence[Block], copied: Sequence[str]) -> list[Block]:
    """Return lines in capitals as the copy has them: small capitals are written so, and headings of many styles.

    A line without a word of some length may be a unit or an abbreviation, of which the case counts.
    """
    whole = {text.lower(): text for text in reversed(copied)}
    letters = "".join(copied)
    low = letters.lower()
    result: list[Block] = []
    for block in given:
        text = fold(block.text)
        if text.isupper() and CAPITALS.search(block.text) and text not in letters and len(low) == len(letters):
            at = low.find(text.lower())
            meant = whole.get(text.lower()) or (letters[at : at + len(text)] if at >= 0 else text)
            offsets = [offset for _, offset in comparable(block.text)]
            if len(offsets) == len(meant) == len(set(offsets)):
                kept = list(block.text)
                for offset, char in zip(offsets, meant, strict=True):
                    kept[offset] = char
                block = replace(block, text="".join(kept))
        result.append(block)
    return result


def _whole(blocks: Sequence[Block], known: set[str], words: list[tuple[str, str]]) -> list[Block]:
    """Return the blocks without the hyphens that part known words, within a block or at its end; note each word."""
    result: list[Block] = []
    for number, block in enumerate(blocks):
        hyphens = [(m[1], m[3], m.start(2)) for m in WITHIN.finditer(block.text)]
        tail = TAIL.search(block.text)
        head = HEAD.match(blocks[number + 1].text) if tail and number + 1 < len(blocks) else None
        if tail and head:
            hyphens.append((tail[1], head[1], tail.end(1)))
        text = block.text
        for before, after, at in hyphens:
            if _is_parted(before, after, known):
                words.append((f"{before}{block.text[at]}{after}", block.place))
                text = f"{text[:at]}{NOTHING}{text[at + 1 :]}"
        result.append(replace(block, text=text) if text != block.text else block)
    return result


def _is_parted(head: str, tail: str, known: set[str]) -> bool:
    """Say whether the copy has a word without the hyphen between its parts; the word before may be joined to it."""
    low = head.casefold()
    starts = [at for at in range(len(low)) if f"{low[at:]}{tail}".casefold() in known and (not at or low[:at] in known)]
    return bool(starts) and f"{head[starts[0] :]}-{tail}".casefold() not in known


def _parted(stream: str, words: Sequence[tuple[str, str]]) -> Diagnostic:
    count = (
        message("{words} words have a hyphen at the end of a line", words=len(words))
        if len(words) > 1
        else message("at the end of a line")
    )
    more = message(" and {words} more", words=len(words) - TOLD) if len(words) > TOLD else ""
    named = listed([quoted(word) for word, _ in words[:TOLD]], more)
    fact = message("{what}: {words}", what=count, words=named)
    shown = tuple(word for word, _ in words[:TOLD])
    return finding("TXT-008", None, stream=stream, place=words[0][1], found=words[0][0], fact=fact, shown=shown)
