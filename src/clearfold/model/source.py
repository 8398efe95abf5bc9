"""The copy as it stands on disk: one Markdown file with YAML front matter, decoded and split, nothing interpreted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location
from clearfold.model.digest import digest
from clearfold.model.unsafe_text import decoded, read_bytes

FENCE = "---"
# What people, and programs that set dashes, write for it.
_LIKE = re.compile(r"\s*(?:[-–—]\s?){1,}\s*$|\s*[_*=+~]{3,}\s*$")
_OF_KEYS = re.compile(r"\s+\S|-\s|[^\s#].*:(?:\s|$)")
_OF_A_KEY = re.compile(r"[a-z_]+:(?:\s|$)")  # below an empty line, where a paragraph may begin with a word and a colon


@dataclass(frozen=True, slots=True)
class Source:
    """A copy file: its path, its bytes and their digest, and its text in two parts with the line where each begins.

    ``front_matter`` is what stands between the two ``---`` lines, ``body`` all that follows the second.
    ``front_matter_line`` and ``body_line`` number their first lines from 1.
    """

    path: Path
    sha256: str
    front_matter: str
    front_matter_line: int
    body: str
    body_line: int
    data: bytes = field(default=b"", repr=False)

    def at(self, line: int, column: int = 1) -> Location:
        """Return a place in this file, from the line of the file (not of the part)."""
        return Location(self.path, line, column)


def read_source(path: Path) -> Source:
    """Read a copy; raise LeafletError where it is missing, too large, not text, or its front matter is not closed."""
    return parse_source(path, read_bytes(path))


def read_text(path: Path) -> str:
    """Return the text of a file beside the copy, such as publisher.yaml; raises as read_source does."""
    return decoded(path, read_bytes(path))


def parse_source(path: Path, data: bytes) -> Source:
    """Decode and split the bytes of a copy file; raises as read_source does.

    Empty lines before the front matter are no part of the copy. A copy without front matter has all of its text in
    ``body``, from line 1.
    """
    lines = decoded(path, data).split("\n")
    sha256 = digest(data)
    first = next((at for at, text in enumerate(lines) if text.strip()), 0)
    if lines[first].rstrip() != FENCE:
        return Source(path, sha256, "", 1, "\n".join(lines), 1, data)
    for index, text in enumerate(lines[first + 1 :], start=first + 1):
        if text.rstrip() in (FENCE, "..."):
            front, body = lines[first + 1 : index], lines[index + 1 :]
            return Source(path, sha256, "\n".join(front), first + 2, "\n".join(body), index + 2, data)
    raise LeafletError([_unclosed(path, lines, first)])


def end_of_front_matter(lines: Sequence[str], first: int) -> tuple[int, bool]:
    """Return where front matter that is never closed seems to end, and whether a line of signs stands there.

    ``first`` is the index of the line that opens it. The end is the line that should be three hyphens, else the one
    before which they are missing.
    """
    at, empty = first + 1, False
    for number, text in enumerate(lines[first + 1 :], start=first + 1):
        if _LIKE.match(text):
            return number, True
        if not text.strip():
            empty = True
            continue
        note = text.startswith("# ") and any(_OF_A_KEY.match(line) for line in lines[number + 1 : number + 2])
        if not note and not (_OF_A_KEY if empty else _OF_KEYS).match(text):
            break
        at, empty = number + 1, False
    return at, False


def _unclosed(path: Path, lines: Sequence[str], first: int) -> Diagnostic:
    at, written = end_of_front_matter(lines, first)
    if written:
        return mistake("SRC-004", Location(path, at + 1, 1), "other", line=lines[at].strip(), fence=FENCE)
    last = lines[at - 1].strip() if at - 1 > first else ""
    place = Location(path, first + 1, 1)
    if last:
        return mistake("SRC-004", place, "after", fence=FENCE, last=last)
    return mistake("SRC-004", place, "open", fence=FENCE)
