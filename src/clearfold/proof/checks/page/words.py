"""The words of printed pages: whole on their lines, and not in capitals."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.model.messages import message
from clearfold.model.transcript import Kind
from clearfold.proof.checks.page.breaches import Breach, owners, told
from clearfold.proof.checks.page.lines import BLANK
from clearfold.proof.evidence import Evidence
from clearfold.proof.page.large_print_rules import LONG_CAPITALS, LONG_WORD, LONGER_THAN_LINE, LONGEST_ABBREVIATION
from clearfold.proof.page.page_model import Line
from clearfold.proof.page.placing import SAME_ROW, where

ADDRESS = re.compile(r"://|www\.|@|\w\.\w+/|\w\.[a-z]{2,6}\b", re.IGNORECASE)
OWN_BREAKS = "—–/…"  # after these a line may end, unless they stand between figures
OPENING = "[("  # before these a line may end: a reference to a note, a unit in brackets
HYPHENS = "-\u2010"
ADDED = frozenset({"-", "\u00ad", "\u2010", "\u2011"})
ROMAN = re.compile(r"[IVXLCDM]+")
EDGES = "“”‘’\"'()[]{}«».,;:!?…–—*"


def page_words(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find words of the copy that are split over two lines (TYP-005), and text in capitals (TYP-010)."""
    if evidence.paper is not None:
        yield from told("TYP-005", list(_split(evidence)))
        capitals = list(_capitals(evidence))
        yield from told("TYP-010", [breach for breach, as_written in capitals if not as_written])
        # What the copy has is the writer's to decide, and is said once, not page by page.
        written = told("TYP-010", [breach for breach, as_written in capitals if as_written], apart=0)
        yield from (replace(one, severity=Severity.WARNING) for one in written)


def _on_blank(word: str, at: int) -> bool:
    """Say whether a place in a word is within a row of dots or dashes to write on."""
    return any(row.start() < at < row.end() for row in BLANK.finditer(word))


def _split(evidence: Evidence) -> Iterator[Breach]:
    content = evidence.content
    expected, place = content.expected, where(content)
    lines = {line.number: line for look in evidence.looks for line in look.lines}
    widest = max((row.right - row.left for block in evidence.flowing for row in block.rows), default=0.0)
    for copied, block in enumerate(expected.blocks):
        if block.kind is Kind.DRAWING:
            continue
        for low, high in expected.words(expected.start[copied], expected.start[copied + 1]):
            word = expected.chars[low:high]
            letters = [place[letter] for letter in range(low, high) if letter in place]
            if len(letters) < len(word):
                continue
            address = bool(ADDRESS.search(word))
            if not address and _width(letters, lines) > widest * LONGER_THAN_LINE:
                continue
            for at, (one, two) in enumerate(pairwise(letters), start=1):
                last, first = lines[one[0]], lines[two[0]]
                may = not _has_hyphen(last, one[1] + 1) if address else _may_break(word, at) or _on_blank(word, at)
                if last is not first and not may and not _on_one_row(last, first):
                    ends = message("ends a line with “{word}”", word=word[:at])
                    if not any(map(str.isalnum, word[at:])):
                        ends = message(
                            "“{sign}” stands alone on the next line: write it within the ** of the words before",
                            sign=word[at:],
                        )
                    yield Breach(last.page, expected.piece(low, high), block, ends)


def _width(letters: Sequence[tuple[int, int]], lines: Mapping[int, Line]) -> float:
    """Return the room that the letters of a word would take on one line, in points."""
    return sum(lines[number].ends[at] - lines[number].starts[at] for number, at in letters)


def _on_one_row(one: Line, two: Line) -> bool:
    """Say whether one line goes on in the other on the same height, as bold letters in a word do."""
    size = max(one.state.size, two.state.size)
    level = abs(one.baseline - two.baseline) <= SAME_ROW * size
    return one.page == two.page and level and two.starts[0] >= one.ends[-1] - size / 2


def _has_hyphen(line: Line, at: int) -> bool:
    """Say whether a line ends there with a hyphen of its own, which a reader would type with an address."""
    return line.text[at:].strip() in ADDED


def _may_break(word: str, at: int) -> bool:
    """Say whether a line may end in a word before that letter."""
    before, after = word[at - 1], word[at]
    if after in OPENING:
        return True
    if before in OWN_BREAKS:
        return not (after.isdigit() and word[: at - 1][-1:].isdigit())
    return before in HYPHENS and len(word) > LONG_WORD


def _capitals(evidence: Evidence) -> Iterator[tuple[Breach, bool]]:
    """Yield words in capitals, and whether the copy has them so."""
    owner = owners(evidence)
    known, small = _abbreviations(evidence), _in_small_letters(evidence)
    as_written = {word.strip(EDGES) for copied in evidence.expected.blocks for word in copied.text.split()}

    def allowed(word: str) -> bool:
        parts = [part for part in re.split(r"[-/\u2010\u2011]", word) if part]
        return all(part in known or ROMAN.fullmatch(part) or _is_short(part, small) for part in parts) or word in known

    for look in evidence.looks:
        for block, lines in groupby(look.lines, lambda line: id(owner.get(line.number)) if line.number in owner else 0):
            here = list(lines)
            words = [word for line in here for word in line.drawn.split()]
            for capital, copied in groupby(words, _is_capital):
                group = [word.strip(EDGES) for word in copied] if capital else []
                long = len(group) > 1 or any(sum(c.isalpha() for c in word) >= LONG_CAPITALS for word in group)
                if long and not all(allowed(word) for word in group):
                    ours = as_written.issuperset(group)
                    said = message("the copy has them") if ours else message("the copy has small letters")
                    yield Breach(look.number, " ".join(group), owner.get(here[0].number) if block else None, said), ours


def _is_capital(word: str) -> bool:
    """Say whether a word is of two capitals or more; what has figures in it is a code, and an address is none."""
    bare = word.strip(EDGES)
    letters = sum(char.isalpha() for char in bare)
    return letters > 1 and bare.isupper() and not any(c.isdigit() for c in bare) and not ADDRESS.search(bare)


def _is_short(word: str, small: frozenset[str]) -> bool:
    """Say whether a word in capitals is as short as an abbreviation, and no word that the copy has in small letters."""
    return len(word) <= LONGEST_ABBREVIATION and word.casefold() not in small


def _abbreviations(evidence: Evidence) -> frozenset[str]:
    """Return the abbreviations that the copy explains, whole and in their parts."""
    blocks = evidence.expected.blocks
    terms = [block.text for block in blocks if block.kind is Kind.TERM]
    terms += [block.text[span.start : span.end] for block in blocks for span in block.spans if span.expansion]
    return frozenset(part for term in terms for part in (term, *re.split(r"[-/\s\u2011]", term)) if part)


def _in_small_letters(evidence: Evidence) -> frozenset[str]:
    """Return the words that the copy has with small letters."""
    words = (word.strip(EDGES) for block in evidence.expected.blocks for word in re.split(r"[-/\s]", block.text))
    return frozenset(word.casefold() for word in words if word and not word.isupper())
