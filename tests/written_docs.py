"""The parts of docs/ that are written from tables in the code: ``python -m tests.written_docs`` writes them anew."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from clearfold.model.copy_rules import SECTIONS, CopyRule

DOCS = Path(__file__).parents[1] / "docs"


def written() -> Mapping[Path, str]:
    """Return the pages that have such parts, with their text as it should be."""
    mistakes = DOCS / "mistakes.md"
    return {mistakes: _with_tables(mistakes.read_text("utf-8"))}


def _with_tables(page: str) -> str:
    """Put the tables of the copy's rules under their headings; a heading that is not there follows the one before."""
    end = 0
    for heading, rules in SECTIONS:
        table = "".join(f"{row}\n" for row in ("| Code | What is wrong |", "| --- | --- |", *_rows(rules)))
        old = re.search(rf"^## {re.escape(heading)}\n[^|]*((?:^\|[^\n]*\n)+)", page, re.MULTILINE)
        start, stop = old.span(1) if old else (end, end)
        new = table if old else f"\n## {heading}\n\n{table}"
        page, end = page[:start] + new + page[stop:], start + len(new)
    return page


def _rows(rules: tuple[CopyRule, ...]) -> Iterator[str]:
    for rule in sorted(rules, key=lambda rule: rule.code):
        yield f"| `{rule.code}` | {rule.about} |"


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, "utf-8")
