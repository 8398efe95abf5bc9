"""The copy as it stands on disk: one Markdown file with YAML front matter, decoded and split, nothing interpreted."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from clearfold.model.diagnostic import LeafletError, Location, mistake
from clearfold.model.unsafe_text import decoded, read_bytes

FENCE = "---"


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
    """Decode and split the bytes of a copy file; raises as read_source does."""
    lines = decoded(path, data).split("\n")
    digest = hashlib.sha256(data).hexdigest()
    if lines[0].rstrip() != FENCE:
        return Source(path, digest, "", 1, "\n".join(lines), 1, data)
    for index, text in enumerate(lines[1:], start=1):
        if text.rstrip() in (FENCE, "..."):
            front, body = lines[1:index], lines[index + 1 :]
            return Source(path, digest, "\n".join(front), 2, "\n".join(body), index + 2, data)
    hint = f"close the front matter with a line that holds only {FENCE}"
    raise LeafletError([mistake("SRC-004", Location(path, 1, 1), "the front matter is opened and never closed", hint)])
