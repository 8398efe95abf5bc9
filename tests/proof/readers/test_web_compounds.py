"""A web page whose cover and labels have compounds, which the press keeps on one line, is as it should be."""

from pathlib import Path

from tests.faults.goods import built

COPY = """---
title: Auto-tests
subtitle: What a self-test tells, and a do-it-yourself one
lang: en
publisher: The self-help club
audience: For people with an auto-immune disease
---

## Self-tests

| Self-test | How-to |
| --- | --- |
| one | wait |
"""


def test_compounds_on_the_cover_and_in_labels_are_no_findings(tmp_path: Path) -> None:
    """Words such as auto-immune stand in an element of their own, wherever they stand."""
    (tmp_path / "tests").mkdir()
    path = tmp_path / "tests/en.md"
    path.write_text(COPY, "utf-8")
    assert [()] == [good.told(good.data) for good in built(path, ("web",))]
