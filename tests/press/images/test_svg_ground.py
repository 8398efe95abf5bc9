"""The ground that an SVG brings is the first rectangle in it, where that covers all of it with one colour."""

import pytest

from clearfold.press.images.svg_ground import svg_ground

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" {}><title>An eye</title>{}<circle cx="9" cy="9" r="4" fill="#fff"/></svg>'
)
VIEW = 'viewBox="0 0 160 100"'


@pytest.mark.parametrize(
    ("view", "first", "ground"),
    [
        (VIEW, '<rect width="160" height="100" rx="4" fill="#d6e4f7"/>', "#d6e4f7"),
        (VIEW, '<rect width="100%" height="100%" fill="#fed"/>', "#fed"),
        ('width="160" height="100"', '<rect x="-1" y="-1" width="162" height="102" fill="#d6e4f7"/>', "#d6e4f7"),
        (VIEW, '<defs><rect width="9" height="9"/></defs><rect width="160" height="100" fill="#d6e4f7"/>', "#d6e4f7"),
        (VIEW, '<rect width="80" height="100" fill="#d6e4f7"/>', ""),
        (VIEW, '<rect width="160" height="100" fill="url(#sky)"/>', ""),
        (VIEW, '<rect width="160" height="100" fill="#d6e4f7" opacity=".5"/>', ""),
        (VIEW, '<circle cx="5" cy="5" r="2"/><rect width="160" height="100" fill="#d6e4f7"/>', ""),
        ("", '<rect width="160" height="100" fill="#d6e4f7"/>', ""),
        (VIEW, '<rect width="wide" height="100" fill="#d6e4f7"/>', ""),
        (VIEW, "<rect", ""),
    ],
)
def test_ground_of_a_drawing(view: str, first: str, ground: str) -> None:
    """A rectangle that covers less, is seen through, or has no colour of its own is no ground."""
    assert ground == svg_ground(SVG.format(view, first).encode())
