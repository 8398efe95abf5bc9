"""From a copy to a leaflet, the body's HTML is parsed one time, and from a leaflet to a page not at all."""

from pathlib import Path

import lxml.etree
import pytest

from clearfold.model.source import parse_source
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.markdown import read_leaflet
from clearfold.press.template.page import page
from clearfold.press.template.wide_tables import stack_wide_tables

COPY = b"---\ntitle: Tea\nlang: en\n---\n\nMarjoram[^a].\n\n| a | b |\n|---|---|\n| c | d |\n\n[^a]: The note.\n"


def test_body_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules, notes, limits, wide tables and templates work on what was parsed."""
    parsed: list[str] = []
    parse = lxml.etree.fromstring

    def noting(text: str, parser: None = None, *, base_url: str | None = None) -> object:
        parsed.append(text)
        return parse(text, parser, base_url=base_url or "")

    monkeypatch.setattr("lxml.etree.fromstring", noting)
    leaflet = read_leaflet(parse_source(Path("tea/en.md"), COPY))
    page(stack_wide_tables(leaflet, 1), LARGE_PRINT, logo="", cover="")
    assert 1 == sum("Marjoram" in text for text in parsed)
