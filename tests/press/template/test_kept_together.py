"""Words that stay together in print."""

from xml.etree.ElementTree import tostring

import pytest

from clearfold.press.template.kept_together import keep_whole
from clearfold.press.template.page_text import page_tree


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ("<p>een T\u2011cel</p>", "<p>een T-cel</p>"),
        ("<p>auto\u2011immuunziekte</p>", "<p>auto-immuunziekte</p>"),
        ("<p>hematopoëtische-stamceltransplantatie</p>", "<p>hematopoëtische-stamceltransplantatie</p>"),
        ('<p class="a-b">x - y</p>', '<p class="a-b">x - y</p>'),
        ("<p>CAR\xa0T\u2011cellen, 5\xa0mg, 20\xa0%, 5 mensen</p>", "<p>CAR T-cellen, 5 mg, 20 %, 5 mensen</p>"),
        ("<p>38,5\xa0°C, 2\xa0mmol/l, 400\xa0IE, 5 glazen</p>", "<p>38,5 °C, 2 mmol/l, 400 IE, 5 glazen</p>"),
        ("<p>1 mei\xa02026, 2026 en 5000 mensen</p>", "<p>1 mei 2026, 2026 en 5000 mensen</p>"),
        ('<p>Tea.\u2060<a class="noteref">[1]</a></p>', '<p>Tea.<a class="noteref">[1]</a></p>'),
        ('<p><em>Tea.</em><a class="noteref">[1]</a></p>', '<p><em>Tea.</em><a class="noteref">[1]</a></p>'),
    ],
)
def test_words_that_stay_together(expected: str, html: str) -> None:
    """Compounds, and numbers with their units, are not parted; what is in tags, in the head or too long is not."""
    root = page_tree(f"<html><head><title>T-cel</title></head><body>{html}</body></html>")
    keep_whole(root)
    assert f"<html><head><title>T-cel</title></head><body>{expected}</body></html>" == tostring(root, "unicode")
