"""Words that stay together in print."""

from xml.etree.ElementTree import tostring

import pytest

from clearfold.press.template.kept_together import HYPHEN, keep_whole
from clearfold.press.template.page_text import page_tree
from clearfold.press.template.spacing_by_language import NARROW


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ("<p>een T\u2011cel</p>", "<p>een T-cel</p>"),
        ("<p>auto\u2011immuunziekte</p>", "<p>auto-immuunziekte</p>"),
        ("<p>hematopoëtische-stamceltransplantatie</p>", "<p>hematopoëtische-stamceltransplantatie</p>"),
        ('<p class="a-b">x - y</p>', '<p class="a-b">x - y</p>'),
        ("<p>CAR\xa0T\u2011cellen, 5\xa0mg, 20\xa0%, 5 mensen</p>", "<p>CAR T-cellen, 5 mg, 20 %, 5 mensen</p>"),
        ("<p>38,5\xa0°C, 2\xa0mmol/\u2060l, 400\xa0IE, 5 glazen</p>", "<p>38,5 °C, 2 mmol/l, 400 IE, 5 glazen</p>"),
        ("<p>1\xa0mei\xa02026, 2026 en 5000 mensen</p>", "<p>1 mei 2026, 2026 en 5000 mensen</p>"),
        ("<p>40\xa0mg/\u2060m², (hij/\u2060zij), en/\u2060of.</p>", "<p>40 mg/m², (hij/zij), en/of.</p>"),
        ("<p>+33\xa0(0)4\xa078, 030\xa0/\xa012\xa034, 140\xa0/\xa090</p>", "<p>+33 (0)4 78, 030 / 12 34, 140 / 90</p>"),
        ("<p>thee/melk, https://tea.org/nl, tea.org/nl</p>", "<p>thee/melk, https://tea.org/nl, tea.org/nl</p>"),
        ("<p>€5\u2011€10, ma./di.\u2011vr., □□\u2011□□, C+\u2060+</p>", "<p>€5-€10, ma./di.-vr., □□-□□, C++</p>"),
        (
            "<p>2019;32(5):\u2060100\u2060–\u2060108, pp.\u20603, 19:30, 1,5</p>",
            "<p>2019;32(5):100–108, pp.3, 19:30, 1,5</p>",
        ),
        ("<p>-5, 12,-, ja!ja@t-.be, €@t-€.be</p>", "<p>-5, 12,-, ja!ja@t-.be, €@t-€.be</p>"),
        ("<p>thee(s)\u2060(vers)</p>", "<p>thee(s)(vers)</p>"),
        ('<p>Tea.\u2060<a class="noteref">[1]</a></p>', '<p>Tea.<a class="noteref">[1]</a></p>'),
        ('<p><em>Tea.</em><a class="noteref">[1]</a></p>', '<p><em>Tea.</em><a class="noteref">[1]</a></p>'),
    ],
)
def test_words_that_stay_together(expected: str, html: str) -> None:
    """Compounds, and numbers with their units, are not parted; what is in tags, in the head or too long is not."""
    root = page_tree(f"<html><head><title>T-cel</title></head><body>{html}</body></html>")
    keep_whole(root, "nl")
    assert f"<html><head><title>T-cel</title></head><body>{expected}</body></html>" == tostring(root, "unicode")


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ("<p><b>3\xa0000</b>\xa0mg</p>", "<p><b>3 000</b> mg</p>"),
        ("<p>5\xa0<b>mg</b></p>", "<p>5 <b>mg</b></p>"),
        ("<p>5 <img />mg</p>", "<p>5 <img />mg</p>"),
        ("<ul><li>5 </li><li>mg</li></ul>", "<ul><li>5 </li><li>mg</li></ul>"),
        ("<p>5\u2060–\u206010\xa0mg</p>", "<p>5–10 mg</p>"),
        ("<p><abbr>HNO</abbr>\u2011Arzt</p>", "<p><abbr>HNO</abbr>-Arzt</p>"),
        ("<p>Anti\u2011<b>IL\u20116</b></p>", "<p>Anti-<b>IL-6</b></p>"),
    ],
    ids=["bold figures", "a bold unit", "a picture between", "two blocks", "a range", "a compound", "two hyphens"],
)
def test_what_stands_in_several_elements(expected: str, html: str) -> None:
    """Figures and units stay together where one of them is bold, and only within one line of text."""
    root = page_tree(f"<html><head></head><body>{html}</body></html>")
    keep_whole(root, "nl")
    assert f"<html><head /><body>{expected}</body></html>" == tostring(root, "unicode")


def test_characters_that_a_typeface_lacks() -> None:
    """The typeface's own hyphen, with joiners beside it, stands for the no-break one, a space for a narrow one."""
    root = page_tree("<html><head></head><body><p>Un rendez-vous ?</p></body></html>")
    keep_whole(root, "fr", frozenset({HYPHEN, NARROW}))
    assert "Un rendez\u2060-\u2060vous\xa0?" == root.findtext("body/p")


def test_line_may_end_behind_the_space_before_an_inline_element() -> None:
    """Where that space alone has no room, WeasyPrint 70 would end the line after its first word."""
    root = page_tree("<html><body><p>Say <abbr>AHI</abbr>.</p></body></html>")
    keep_whole(root, "en")
    assert "Say \u200bAHI." == "".join(root.itertext())
