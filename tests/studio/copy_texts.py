"""Every copy of the repository that is text, as it stands on disk."""

from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def texts() -> dict[str, str]:
    """Return the copies by their paths; those that are meant not to be UTF-8 are left out."""
    found: dict[str, str] = {}
    for folder in ("content", "tests", "src/clearfold/starter", "docs"):
        for path in sorted((ROOT / folder).rglob("*.md")):
            try:
                found[path.relative_to(ROOT).as_posix()] = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
    return found
