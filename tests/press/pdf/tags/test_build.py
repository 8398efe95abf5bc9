"""The structure trees of printed pages, as a screen reader meets them: golden trees in the folder trees/."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clearfold.press.leaflet import PdfProfile
from clearfold.press.pdf.render import Rendered

TREES = Path(__file__).parents[2] / "trees"


@pytest.mark.parametrize("golden", sorted(TREES.glob("*.txt")), ids=lambda path: path.stem)
def test_tree(golden: Path, print_page: Callable[..., Rendered], tree_of: Callable[[bytes], str]) -> None:
    """A page has the tree that stands beside it."""
    name, _, profile = golden.stem.partition(".")
    body = (TREES / f"{name}.html").read_text(encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == tree_of(print_page(body, PdfProfile(profile)).data)


@pytest.mark.parametrize("page", sorted(TREES.glob("*.html")), ids=lambda path: path.stem)
@pytest.mark.parametrize("profile", PdfProfile)
def test_nothing_is_astray(
    page: Path, profile: PdfProfile, print_page: Callable[..., Rendered], read_back: Callable[[bytes], Any]
) -> None:
    """Everything that is painted is in the tree, or is an artifact with a type."""
    found = read_back(print_page(page.read_text(encoding="utf-8"), profile).data)
    assert [] == found.astray
    assert {"/Layout", "/Pagination"} >= {properties.get("/Type") for properties, _ in found.artifacts}
    assert "NonStruct" not in {element.type for element in found.root.all()}
