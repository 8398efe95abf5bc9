"""The thumb index: a tab for each section, and a word to the writer where there are too many."""

from pathlib import Path

import pytest

from clearfold.model.source import parse_source
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.markdown import read_leaflet
from clearfold.press.template.thumbs import thumbs

FRONT = "---\ntitle: Bloom\nlang: en\nversion: 1\nstatus: draft\npublished: 2026-05-01\npublisher: Garden club\n"


@pytest.mark.parametrize(
    ("sections", "told", "marks"), [(2, [], "12"), (26, [], "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), (27, ["SRC-151"], "")]
)
def test_tabs_are_made_or_their_lack_is_told(sections: int, told: list[str], marks: str) -> None:
    """Up to 26 sections have a tab each; of more, none has, and the writer is told at the key that asks for them."""
    body = "\n\n".join(f"## Bed {number}\n\nPeas." for number in range(sections))
    copy = f"{FRONT}thumb_index: true\n---\n{body}\n"
    leaflet = read_leaflet(parse_source(Path("garden/en.md"), copy.encode()))
    found = [one for one in leaflet.warnings if one.code == "SRC-151"]
    assert (told, marks) == (
        [one.code for one in found],
        "".join(tab.mark for tab in thumbs(leaflet, LARGE_PRINT).values()),
    )
    assert {8} >= {one.location.line for one in found}
