"""What the package index shows of the README leads nowhere that is not there."""

import re
from pathlib import Path

import hatch_build

ROOT = Path(__file__).parents[1]
SHOWN = hatch_build.for_the_index((ROOT / "README.md").read_text("utf-8"))
OUTSIDE_CODE = re.sub(r"^```.*?^```$", "", SHOWN, flags=re.MULTILINE | re.DOTALL)


def test_nothing_leads_to_a_file_beside_it() -> None:
    """No picture and no link has an address within the repository, which the index does not have."""
    assert [] == [where for where in re.findall(r"\]\(([^)]*)\)", OUTSIDE_CODE) if not where.startswith("https:")]


def test_words_of_links_and_lines_of_code_stay() -> None:
    """A link keeps its words, and the example of a message keeps its Markdown."""
    assert "docs/editions.md shows every page of all of them" in OUTSIDE_CODE
    assert "hint: write ![what the picture shows](cell.svg), or ![](cell.svg){role=presentation}" in SHOWN


def test_address_on_the_web_stays() -> None:
    """What leads to the web, and a picture from there, are shown."""
    text = "[us](https://example.org)\n\n![A lamp](https://example.org/lamp.png)\n\n![A lamp](lamp.png)\n\nEnd"
    assert "[us](https://example.org)\n\n![A lamp](https://example.org/lamp.png)\n\nEnd" == hatch_build.for_the_index(
        text
    )
