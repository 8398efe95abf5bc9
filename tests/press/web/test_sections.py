"""Sections of a web page: regions that a list of them tells apart."""

import re
from pathlib import Path

from clearfold.pipeline.building.build import build

COPY = """---
title: Tea
lang: en
---

## At home

Warm the pot.

## Water

Fresh.

## At home

Drink.
"""


def test_sections_of_one_heading_are_one_region(tmp_path: Path) -> None:
    """The first is named by its heading; a second of the same name is a section, and no landmark."""
    copy = tmp_path / "tea/en.md"
    copy.parent.mkdir()
    copy.write_text(COPY, "utf-8")
    (built,) = build([copy], tmp_path / "build", ["web"])
    assert [] == [str(found) for report in built.reports for found in report.diagnostics]
    assert built.folder is not None
    page = (built.folder / "tea-en.html").read_text("utf-8")
    sections = re.findall(r'<section class="part" id="([^"]+)"( aria-labelledby)?', page)
    assert [True, True, False] == [bool(named) for _, named in sections]
