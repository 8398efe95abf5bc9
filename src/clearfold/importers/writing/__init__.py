"""From an imported document to a copy: Markdown with front matter, as docs/writing.md has it."""

from clearfold.importers.writing.copy import Written, write

__all__ = ["Written", "write"]
