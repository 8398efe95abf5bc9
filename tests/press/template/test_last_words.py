"""A heading's last word is not left alone on a line."""

from xml.etree.ElementTree import tostring

import pytest

from clearfold.press.template.last_words import join_last_words
from clearfold.press.template.page_text import page_tree


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ("<h2>Putting them in, in ten\xa0steps</h2>", "<h2>Putting them in, in ten steps</h2>"),
        ("<h2>What <b>not to\xa0do</b></h2>", "<h2>What <b>not to do</b></h2>"),
        ("<h2>When <b>to</b> call us\xa0now </h2>", "<h2>When <b>to</b> call us now </h2>"),
        ("<h3>Tea</h3>", "<h3>Tea</h3>"),
        ("<h3>Tea against tiredness</h3>", "<h3>Tea against tiredness</h3>"),
        ("<h3>Overgevoeligheidsreactie op thee</h3>".replace(" thee", "\xa0thee"),) * 2,
        ("<h3>Op overgevoeligheidsreacties letten</h3>",) * 2,
        ('<nav><a href="#a">Tea at\xa0home</a></nav>', '<nav><a href="#a">Tea at home</a></nav>'),
        ('<p class="admonition-title">Call at\xa0once</p>', '<p class="admonition-title">Call at once</p>'),
        ("<figcaption>Tea at\xa0home<br />By\xa0me</figcaption>", "<figcaption>Tea at home<br />By me</figcaption>"),
        ("<p>Tea at home</p>", "<p>Tea at home</p>"),
    ],
)
def test_last_words(expected: str, html: str) -> None:
    """A short one stays with the word before it, unless a line might not hold both; text has lines as they come."""
    root = page_tree(f"<html><body>{html}</body></html>")
    join_last_words(root, 40)
    assert f"<html><body>{expected}</body></html>" == tostring(root, "unicode")
