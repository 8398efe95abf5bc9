"""Lines of a book do not end between a number and its unit, nor before a French sign."""

from lxml import etree

from clearfold.press.reflow.markup import XHTML
from clearfold.press.reflow.spaces import keep_spaces


def kept(text: str, lang: str) -> str:
    """Return the words of a paragraph as a book has them."""
    root = etree.fromstring(f'<body xmlns="{XHTML.strip("{}")}"><p>{text}</p></body>')
    keep_spaces(root, lang)
    return "".join(map(str, root.itertext()))


def test_spaces_of_numbers_and_signs_do_not_break() -> None:
    """Within an element and behind one; all of one width, which every typeface has."""
    assert "Il fait 30\u00a0°C aujourd’hui, vraiment\u00a0?" == kept(
        "Il fait <b>30 °C</b> aujourd’hui, <i>vraiment ?</i>", "fr"
    )


def test_what_is_copied_is_as_it_was_written() -> None:
    """Code is left alone, and so is a French sign in a leaflet of another language."""
    assert "5 mg ?" == kept("<code>5 mg ?</code>", "fr")
    assert "Really ?" == kept("Really ?", "en")
