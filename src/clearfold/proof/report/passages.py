"""Show words in their place: the passage of the copy with what is meant marked, and what changed word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from clearfold.model.source import Source
from clearfold.proof.compare.letters import comparable, fold
from clearfold.proof.findings.finding import Finding

MOST_LINES = 8  # of the copy
BESIDE = 180  # characters on each side of what is marked
LONGEST = 420  # characters that are marked
RUN = 14  # words that two texts share in a row, of which the middle is left out
KEPT = 5  # words of it that stay at each end, and that are told around a change
MANY = 60  # words in a row that are only in one text
DOTS = " … "
NEW_BLOCK = re.compile(r"\s*(?:[-*+|#:>]|\d+[.)]\s|\[\^|!\[|```)")  # a line of the copy that begins another block


@dataclass(frozen=True, slots=True)
class Part:
    """Some words, and what they are: "" for the words around, "mark", "lost" (the copy's alone), "added"."""

    text: str
    kind: str = ""


def from_copy(source: Source, finding: Finding) -> tuple[Part, ...]:
    """Return the passage of the copy at which a finding points, as it is written there, with its words marked."""
    passage = _written(source, finding.location.line)
    wanted = finding.expected if fold(finding.expected) in fold(passage) else ""
    wanted = wanted or next((words for words in finding.shown if fold(words) in fold(passage)), "")
    place = _place(passage, fold(wanted)) if wanted else None
    if place is None:
        return (Part(shortened(passage, BESIDE)),) if passage else ()
    low, high = place
    start, end = max(0, low - BESIDE), min(len(passage), high + BESIDE)
    # Not within a word.
    start = passage.find(" ", start, low) + 1 if start else 0
    end = passage.rfind(" ", high, end) if end < len(passage) and " " in passage[high:end] else end
    before = ("… " if start else "") + passage[start:low]
    after = passage[high:end] + (" …" if end < len(passage) else "")
    parts = (Part(before), Part(shortened(passage[low:high], LONGEST // 2), "mark"), Part(after))
    return tuple(part for part in parts if part.text)


def from_output(finding: Finding) -> tuple[Part, ...]:
    """Return the words of the output around the place of a finding, with its own marked."""
    own = finding.shown[0] if finding.shown else finding.found
    if not (finding.before or finding.after):
        return (Part(shortened(finding.passage, BESIDE)),) if finding.passage else ()
    middle = Part(shortened(own, LONGEST // 2), "mark") if own else Part("", "gap")
    return (Part(f"… {finding.before} "), middle, Part(f" {finding.after} …"))


def words_changed(finding: Finding) -> tuple[Part, ...]:
    """Compare what was expected and found word by word, between the words around it; long stretches are shortened."""
    ours, theirs = finding.expected.split(), finding.found.split()
    before, after = finding.before.split(), finding.after.split()
    parts = [Part(" ".join(("…", *before[-KEPT:])))] if before else []
    for tag, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(Part(_few(ours[i:j], RUN)))
        else:
            parts += [Part(_few(ours[i:j], MANY), "lost")] if i < j else []
            parts += [Part(_few(theirs[k:m], MANY), "added")] if k < m else []
    parts += [Part(" ".join((*after[:KEPT], "…")))] if after else []
    return tuple(parts)


def shortened(text: str, half: int) -> str:
    """Return a text of which the middle is left out where it is longer than two halves, in characters."""
    return text if len(text) <= 2 * half + len(DOTS) else f"{text[:half].rstrip()}{DOTS}{text[-half:].lstrip()}"


def _few(words: list[str], most: int) -> str:
    if len(words) <= most:
        return " ".join(words)
    kept = KEPT if most == RUN else most // 2
    return f"{' '.join(words[:kept])}{DOTS}{' '.join(words[-kept:])}"


def _written(source: Source, line: int) -> str:
    """Return the lines of a copy from one line up to the end of its block; of the front matter, those of one value."""
    if not line:
        return ""
    front = line < source.body_line
    part, first = (source.front_matter, source.front_matter_line) if front else (source.body, source.body_line)
    lines = part.split("\n")[line - first :]
    block: list[str] = []
    for text in lines[:MOST_LINES]:
        ended = _indent(text) <= _indent(lines[0]) if front else NEW_BLOCK.match(text)
        if block and (not text.strip() or ended):
            break
        block.append(text.strip())
    return " ".join(block).strip()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _place(passage: str, letters: str) -> tuple[int, int] | None:
    """Return where some letters stand in a passage, as characters of it."""
    all_letters = list(comparable(passage))
    at = "".join(char for char, _ in all_letters).find(letters)
    return (all_letters[at][1], all_letters[at + len(letters) - 1][1] + 1) if at >= 0 else None
