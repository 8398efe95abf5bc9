"""Drawings that WeasyPrint draws otherwise than their file says are set as dots, their words as letters."""

import re
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from clearfold.press.pdf.svg_as_dots import PRINTED, svg_for_pages

SIZE = 'xmlns="http://www.w3.org/2000/svg" width="60mm" height="40mm" viewBox="0 0 60 40"'
GRADIENT = '<linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>'
RIGHT = {
    "plain": '<rect width="60" height="40" fill="#fff"/><circle cx="30" cy="20" r="9" fill="#36c"/>',
    "styled": '<style>.a{fill:#36c;stroke:#000}</style><circle class="a" cx="30" cy="20" r="9"/>',
    "gradient": f'{GRADIENT}<path d="M0 0h60v40z" fill="url(#g)"/>',
    "thin lines": "".join(f'<path style="stroke:#000;stroke-width:.05" d="M0 {n}L60 {n + 1}"/>' for n in range(40)),
    "used again": '<defs><path id="p" d="M0 0h9v9z"/></defs><use href="#p" x="20"/><use href="#p" x="40"/>',
    "no shapes": '<g style="fill:#000"/>',
}
WRONG = {
    "blurred": '<filter id="f"><feGaussianBlur stdDeviation="4"/></filter>'
    '<rect x="15" y="10" width="30" height="20" fill="#36c" filter="url(#f)"/>',
    "stroke of a gradient": f'{GRADIENT}<path d="M5 20h50" stroke-width="9" stroke="url(#g)" fill="none"/>',
}


def drawing(inner: str) -> bytes:
    """Return a drawing of 60 by 40 mm."""
    return f"<svg {SIZE}>{inner}</svg>".encode()


@pytest.mark.parametrize("inner", RIGHT.values(), ids=RIGHT)
def test_drawing_stays_as_it_is(inner: str) -> None:
    """What WeasyPrint draws rightly is drawn by it, sharp at any size."""
    assert drawing(inner) == svg_for_pages(drawing(inner))


@pytest.mark.parametrize("inner", WRONG.values(), ids=WRONG)
def test_drawing_becomes_dots(inner: str) -> None:
    """What it draws wrongly is as large as before, of dots as fine as print wants them."""
    made = svg_for_pages(drawing(inner)).decode()
    found = re.search(r'href="data:image/png;base64,([^"]+)"', made)
    assert found is not None
    assert PRINTED == max(Image.open(BytesIO(b64decode(found[1]))).size)
    width, height = map(float, re.findall(r'\b(?:width|height)="([\d.]+)"', made)[:2])
    assert (226.77, 151.18) == pytest.approx((width, height), abs=0.02)


def test_words_stay_letters() -> None:
    """The words of such a drawing stand in their places, within what moves them, and no shape is drawn twice."""
    words = '<g transform="translate(9 9)"><path d="M0 0h9"/><text x="1" y="5">Two beds</text></g>'
    made = svg_for_pages(drawing(WRONG["blurred"] + words)).decode()
    assert '<g transform="translate(9 9)"><text x="1" y="5">Two beds</text></g>' in made
    assert ("<path" in made, "<rect" in made) == (False, False)


def test_what_is_no_drawing_is_left_to_others() -> None:
    """A broken file, or one without a size, stays as it is."""
    broken = b'<svg style="fill:#000"'
    assert broken == svg_for_pages(broken)
