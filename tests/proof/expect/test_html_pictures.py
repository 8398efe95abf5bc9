"""Pictures that a copy writes as HTML are read as the press makes them."""

from pathlib import Path

import pytest
from PIL import Image

from tests.faults.goods import built

COPY = """---
title: Walls
lang: en
version: 1.0
published: 2026-11-28
---

## Walls

A wall between two gardens.

{pictures}

It was built by hand.
"""
ALONE = (
    '<p><img src="images/wall.jpg" alt="A grey wall" crop="16:9"></p>',
    '<img src="images/wall.jpg" alt="A low wall" title="Our wall" credit="The garden club, in the year it was built">',
    '<figure><img src="images/wall.jpg" alt="A wet wall" crop="square top"><figcaption>Rain</figcaption></figure>',
    '![A wall](images/wall.jpg){credit="The garden club"}',
)


@pytest.mark.slow("builds three editions")
@pytest.mark.parametrize("edition", ["accessible", "epub", "web"])
def test_picture_of_html_is_what_the_press_makes_of_it(edition: str, tmp_path: Path) -> None:
    """A crop, a caption and a credit that are written as HTML are expected where the edition has them."""
    folder = tmp_path / "walls"
    (folder / "images").mkdir(parents=True)
    Image.linear_gradient("L").resize((1800, 1350)).convert("RGB").save(folder / "images/wall.jpg")
    copy = folder / "en.md"
    copy.write_text(COPY.format(pictures="\n\n".join(ALONE)), "utf-8")
    good = next(good for good in built(copy, (edition,)) if good.edition == edition)
    assert () == good.told(good.data)
