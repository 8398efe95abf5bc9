"""What docs/ says is what the tables in the code say."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from clearfold.model.source import read_source
from tests.written_docs import DOCS, written


@pytest.mark.parametrize("path", sorted(written()), ids=lambda path: path.name)
def test_page_is_written_from_its_tables(path: Path) -> None:
    """Nobody has to remember to change the page with the code: nox -s docs writes it."""
    assert written()[path] == path.read_text("utf-8"), f"{path.relative_to(DOCS.parent)}: write it with nox -s docs"


@pytest.mark.parametrize("path", sorted((DOCS.parent / "content").rglob("*.md")), ids=lambda path: path.stem)
def test_schema_of_the_front_matter_takes_our_own_leaflets(path: Path) -> None:
    """An editor that goes by the schema underlines nothing in a copy that is right."""
    front = yaml.safe_load(read_source(path).front_matter)
    asked = json.loads(json.dumps(front, default=date.isoformat))
    schema = json.loads((DOCS / "front-matter.schema.json").read_text("utf-8"))
    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(asked)]
