"""Notes in a copy that switch advice off for one place, and say why: “I meant it”."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clearfold.advice.advice import Advice, advice
from clearfold.advice.rules import RULES, Section
from clearfold.model.diagnostic import Location
from clearfold.model.messages import message
from clearfold.model.source import Source

_NOTE = re.compile(r"<!--\s*(?P<said>advice\s*:\s*off\b(?P<rest>.*?))\s*-->", re.IGNORECASE | re.DOTALL)
_FRONT = re.compile(r"^\s*#\s*(?P<said>advice\s*:\s*off\b(?P<rest>.*?))\s*$", re.IGNORECASE | re.MULTILINE)
_CODES = re.compile(r"\s*(?P<codes>(?:ADV-\d{3}[\s,;]*|and\s+)*)(?P<why>.*)", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"ADV-\d{3}", re.IGNORECASE)
_BECAUSE = re.compile(
    r"^[\s,;:–—-]*(?:because|since|omdat|want|parce qu[e’']|car|puisqu[e’']|weil|denn)?[\s:]*", re.IGNORECASE
)
# What these tell, a reading of one copy does not know.
_ELSEWHERE = frozenset(code for code, rule in RULES.items() if rule.section is Section.TOGETHER)


@dataclass(frozen=True, slots=True)
class Off:
    """A note: its place and words, the codes that it names, its reason, and the lines of the file that it is about."""

    place: Location
    said: str
    codes: tuple[str, ...]
    why: str
    first: int
    last: int

    def covers(self, one: Advice) -> bool:
        """Tell whether an advice is what this note is about."""
        inside = one.place.path == self.place.path and self.first <= one.place.line <= self.last
        return inside and one.code in self.codes and bool(self.why)


def notes(source: Source) -> tuple[Off, ...]:
    """Return the notes of a copy: those of the front matter are about all of it, others about the block below."""
    return (*_of_front(source), *_of_body(source))


def kept(source: Source, told: Iterable[Advice]) -> Iterator[Advice]:
    """Yield the advice that no note switches off, and what is wrong with the notes themselves (ADV-001, ADV-002)."""
    found, used = notes(source), set[tuple[Off, str]]()
    for one in told:
        covering = [note for note in found if note.covers(one)]
        used.update((note, one.code) for note in covering)
        if not covering:
            yield one
    for note in found:
        yield from _faults(note, used)


def _faults(note: Off, used: set[tuple[Off, str]]) -> Iterator[Advice]:
    unknown = [code for code in note.codes if code not in RULES]
    if not note.codes or unknown or not note.why:
        fault = (
            message("names no code")
            if not note.codes
            else message("names {unknown}, which there is not", unknown=unknown[0])
            if unknown
            else ""
        )
        codes = " ".join(code for code in note.codes if code in RULES) or "ADV-…"
        yield advice(
            "ADV-001", note.place, note.said, note=note.said, fault=fault or message("gives no reason"), code=codes
        )
        return
    for code in note.codes:
        if (note, code) not in used and code not in _ELSEWHERE:
            yield advice("ADV-002", note.place, note.said, note=note.said, code=code)


def _of_front(source: Source) -> Iterator[Off]:
    first = source.front_matter_line
    last = first + source.front_matter.count("\n")
    for match in _FRONT.finditer(source.front_matter):
        line = first + source.front_matter.count("\n", 0, match.start("said"))
        # The front matter's own first line, where what is missing is told, is the one with its hyphens.
        yield _off(source, match, line, first - 1, last)


def _of_body(source: Source) -> Iterator[Off]:
    lines = source.body.split("\n")
    for match in _NOTE.finditer(source.body):
        begin, end = (source.body.count("\n", 0, at) for at in match.span())
        alone = not (lines[begin][: match.start() - source.body.rfind("\n", 0, match.start()) - 1].strip())
        alone = alone and not lines[end].rpartition("-->")[2].strip()
        first, last = _block(lines, begin, end, alone=alone)
        yield _off(source, match, source.body_line + begin, source.body_line + first, source.body_line + last)


def _block(lines: list[str], begin: int, end: int, *, alone: bool) -> tuple[int, int]:
    """Return the first and the last line of what a note is about: the lines around it, or the next ones with text."""
    first, last = begin, end
    if alone:
        while last + 1 < len(lines) and not lines[last + 1].strip():
            last += 1
    else:
        while first and lines[first - 1].strip():
            first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return first, last


def _off(source: Source, match: re.Match[str], line: int, first: int, last: int) -> Off:
    parts = _CODES.match(match["rest"])
    assert parts is not None, message("every part of it may be empty")
    codes = tuple(dict.fromkeys(code.upper() for code in _CODE.findall(parts["codes"])))
    why = _BECAUSE.sub("", parts["why"], count=1).strip(" …")
    return Off(source.at(line), " ".join(match["said"].split()), codes, why, first, last)
