"""What docs/ says is what the tables in the code say."""

from pathlib import Path

import pytest

from tests.written_docs import DOCS, written


@pytest.mark.parametrize("path", sorted(written()), ids=lambda path: path.name)
def test_page_is_written_from_its_tables(path: Path) -> None:
    """Nobody has to remember to change the page with the code: nox -s docs writes it."""
    assert written()[path] == path.read_text("utf-8"), f"{path.relative_to(DOCS.parent)}: write it with nox -s docs"
