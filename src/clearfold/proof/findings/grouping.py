"""Gather what is told of a file that others made: a defect of the whole file is told once, with the first places.

Between the checks and the report. Nothing is silenced: a gathered finding says how many places it stands for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import joined, message
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.compare.letters import fold, tidy
from clearfold.proof.findings.finding import NOWHERE, Finding
from clearfold.proof.findings.rules import ELSEWHERE, RULES

SEVERAL = 3  # places that are told one by one
TOLD = 3  # places that one finding names
OTHERWISE = 0.5  # of the letters of contents; words such as “Contents”, and headings that the copy does not have
KNOWN = 12  # letters; a shorter piece of text is not said to be an alternative's
ALIKE = frozenset("TAG-001 TAG-002 TAG-003 TAG-004 TAG-005 TAG-006 TAG-007 TAG-008 TAG-009 TXT-007 TXT-008".split())
"""Codes of what goes wrong in many places for one reason."""
ADDED = frozenset(("TXT-004", "TXT-005", "TXT-009", "TXT-016"))
ONE_REASON = frozenset(("TAG-005", "TAG-007", "TAG-009", "TXT-007", "TXT-008"))
MARKDOWN = re.compile(r"!!! ?\w+|</?\w+>|\*\[\w+\]:")
QUOTES = re.compile("[\"'“”„‘’‚«»‹›]")
LABEL = re.compile(r"(Table|Tabel|Tabelle|Tableau|Figure|Figuur|Abbildung) \d+[.:]?")
FRONT = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.AUDIENCE, Kind.DETAIL})
"""Kinds of which the text stands in the front matter alone."""
NUMBER = re.compile(r"\d+|[ivx]+\b")
REASONS = {
    "front": (
        message("words of the front matter or of publisher.yaml are missing"),
        message("no other program reads these: write it in the text itself, or make the file with Clearfold"),
    ),
    "markdown": (
        message("signs of the copy's Markdown stand in the text"),
        message("the program does not know these signs: write what it knows, or make the file with another"),
    ),
    "quotes": (
        message("the program writes quotation marks or apostrophes of its own"),
        message("to a reader they are the same: write the copy as the program does, and both agree"),
    ),
    "label": (
        message("the program numbers tables and pictures"),
        message("turn that off in the program, or leave it if it helps"),
    ),
    "alternative": (
        message("the text alternative of a picture is drawn as text"),
        message("keep it for those who do not see the picture; what all may read is a caption"),
    ),
    "head": (
        message("the head of a table stands there once more on each of its pages"),
        message("let the program mark what it repeats as an artifact; the eye needs it, a screen reader does not"),
    ),
    "contents": (
        message("the program adds contents of its own"),
        message("leave them if they help; mark them as contents (TOC), so that a screen reader can pass over them"),
    ),
    "more": (
        message("a picture has other words beside its alternative, or has it twice"),
        message("give the picture its alternative, and nothing else"),
    ),
}
"""What is known of added text beyond its code, and what to do about it."""
MANY = {"sections": "contents"}
"""What is known of many findings, by what is known of one."""
BUILD = RULES["TXT-001"].hint


def gathered(told: Iterable[Diagnostic], expected: Transcript) -> tuple[Diagnostic, ...]:
    """Return the findings on another tool's file, with one for all that goes wrong for one reason."""
    pictures = tuple(fold(block.text) for block in expected.blocks if block.kind is Kind.ALTERNATIVE)
    sections = tuple(fold(block.text) for block in expected.blocks if block.kind in (Kind.HEADING, Kind.TITLE))
    heads = tuple(
        "".join(fold(block.text) for block in row) for header, row in groupby(expected.blocks, _is_head) if header
    )
    ends = _end_of_front(expected)
    groups: dict[tuple[str, ...], list[Finding]] = {}
    result: list[Diagnostic] = []
    for one in told:
        if isinstance(one, Finding):
            key = _key(one, pictures, heads)
            if _is_front(one, ends):
                key = ("front", one.code, one.stream)
            elif one.code == "TXT-004" and fold(one.found) in sections:
                key = ("sections", one.code, one.stream)  # one of them may be doubled; many are contents
            elif one.code in ADDED and _is_contents(one.found, sections):
                key = ("contents", one.code, one.stream)
            groups.setdefault(key, []).append(one)
        else:
            result.append(one)
    for key, group in groups.items():
        if ends:
            group.sort(key=lambda one: one.location.path not in (ends.path, NOWHERE.path))  # the copy's own first
        few = len(group) <= (SEVERAL if group[0].code in ALIKE or key[0] == "sections" else 1)
        result += [_told(key[0], one) for one in group] if few else [_told(MANY.get(key[0], key[0]), _together(group))]
    return tuple(result)


def _end_of_front(expected: Transcript) -> Location | None:
    """Return the last place in the copy of what only a front matter says."""
    title = next((block.location for block in expected.blocks if block.kind is Kind.TITLE and block.location), None)
    there = (block.location for block in expected.blocks if block.location and block.kind in FRONT)
    return max((at for at in there if title and at.path == title.path), default=title)


def _is_front(one: Finding, end: Location | None) -> bool:
    """Say whether a finding tells of missing words that stand in the front matter, or in the publisher's file."""
    if one.code not in ("TXT-001", "ALT-001") or end is None or one.location == NOWHERE:
        return False
    return one.location.path != end.path or one.location.line <= end.line


def _is_contents(text: str, sections: Sequence[str]) -> bool:
    """Say whether added text is entries of contents: several headings, or one with a number, and little else."""
    letters, count = fold(text), 0
    rest = letters
    for section in sorted(sections, key=len, reverse=True):
        if section and section in rest:
            rest, count = rest.replace(section, "", 1), count + 1
    words = rest.strip("0123456789.·… ")
    return (count > 1 or (count == 1 and rest[-1:].isdecimal())) and len(words) < OTHERWISE * len(letters)


def _is_head(block: Block) -> bool:
    return block.kind is Kind.TABLE_CELL and block.header


def _key(one: Finding, pictures: Sequence[str], heads: Sequence[str]) -> tuple[str, ...]:
    """Return the reason of a finding, "" where nothing is known of it, and what it shares with others of its kind."""
    text = tidy(one.found)
    if one.code in ("TXT-003", "TXT-005", "TXT-016") and MARKDOWN.search(text):
        return ("markdown", one.code, one.stream)
    if one.code in ("ORD-001", "ORD-002") and MARKDOWN.search(one.before.rpartition(" ")[2]):
        return ("markdown", one.code, one.stream, one.fact)  # what it defines stands where it was written
    if one.code == "TXT-003" and QUOTES.sub("", fold(one.expected)) == QUOTES.sub("", fold(text)):
        return ("quotes", one.code, one.stream)
    if one.code == "TXT-005" and LABEL.fullmatch(text):
        return ("label", one.code, one.stream)
    if one.code == "ALT-003" and any(_is_of(fold(text), picture) for picture in pictures):
        return ("more", one.code, one.stream)
    if one.code in ADDED and any(_is_of(fold(text), picture) for picture in pictures):
        return ("alternative", one.code, one.stream)
    if one.code == "TXT-004" and any(fold(text) in head for head in heads):
        return ("head", one.code, one.stream)
    if one.code in ADDED:
        return ("", one.code, one.stream, fold(text))
    if one.code in ONE_REASON and one.location != NOWHERE:
        return ("", one.code, one.stream)
    if one.code == "TAG-004":
        return ("", one.code, one.stream, one.found)
    if one.code in ALIKE:
        return ("", one.code, one.stream, NUMBER.sub("", one.expected), NUMBER.sub("", one.found))
    return ("", one.code, one.stream, str(one.location), one.place, one.fact)


def _is_of(text: str, picture: str) -> bool:
    return picture in text or (len(text) >= KNOWN and text in picture)


def _together(group: Sequence[Finding]) -> Finding:
    """Return one finding for several: how many places, and the first of them."""
    first = group[0]
    if len({one.fact for one in group}) == 1:
        places = list(dict.fromkeys(one.place for one in group))
        more = message(" and {places} more", places=len(places) - TOLD) if len(places) > TOLD else ""
        return replace(
            first,
            fact=message(
                "{fact}, {group} times: {places}{more}",
                fact=first.fact,
                group=len(group),
                places=joined(", ", places[:TOLD]),
                more=more,
            ),
        )
    facts = list(dict.fromkeys(one.detail for one in group))
    more = message("; and {facts} more", facts=len(facts) - TOLD) if len(facts) > TOLD else ""
    there = message("{count} places: {facts}{more}", count=len(group), facts=joined("; ", facts[:TOLD]), more=more)
    fact = message("{rule}: {fact}", rule=message(RULES[first.code].fact), fact=there)
    # What was expected and found in the first place is not all: the places are told in words.
    words = tuple(word for word in (first.shown or (first.found,)) if word)
    return replace(first, fact=fact, expected="", found="", shown=words)


def _told(reason: str, one: Finding) -> Finding:
    """Return a finding in the words that help who has the file, and did not build it."""
    if reason in REASONS:
        what, hint = REASONS[reason]
        return replace(one, fact=message("{what}: {words}", what=what, words=one.detail), hint=hint)
    return replace(one, hint=ELSEWHERE) if one.hint == BUILD else one
