"""HTML parsed as browsers parse it."""

from xml.etree.ElementTree import tostring

import pytest

from clearfold.proof.html.parser import parse_html


@pytest.mark.parametrize(
    ("html", "tree"),
    [
        ("<p>a<p>b", "<body><p>a</p><p>b</p></body>"),
        ("<table><tr><td>1", "<body><table><tbody><tr><td>1</td></tr></tbody></table></body>"),
        ("<ul><li>a<li hidden>b</ul>c", '<body><ul><li>a</li><li hidden="">b</li></ul>c</body>'),
        ("a<!-- b -->c<br>d&eacute;&lt;", "<body>ac<br />dé&lt;</body>"),
        ("", "<body />"),
        ("<p>1 <b>2</b> 3 <i>4</i> 5</p>", "<body><p>1 <b>2</b> 3 <i>4</i> 5</p></body>"),
    ],
)
def test_html_is_parsed_as_browsers_do(html: str, tree: str) -> None:
    """What is left open is closed where a browser closes it, and comments are no text."""
    assert tree == tostring(parse_html(html), "unicode")


def test_deep_html_is_parsed() -> None:
    """Elements within elements, however deep, are parsed without end of the stack."""
    assert 5_000 <= len(list(parse_html("<div>" * 5_000).iter()))
