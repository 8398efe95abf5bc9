"""The words of a drawing as the proof expects them: in order, as often as they are drawn, and nothing else."""

from pathlib import Path

import pytest

from clearfold.proof.expect.drawings import drawn_words

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("expected", "drawing"),
    [
        ("left atrium aorta", "<text>left <tspan>atrium</tspan></text><g><a><text>aorta</text></a></g>"),
        (
            "",
            "<title>Heart</title><desc>d</desc><g style='display: none'><text>b</text></g>",
        ),
        ("used used", "<defs><g id='u'><text>used</text></g></defs><use href='#u'/><use xlink:href='#u'/>"),
        ("in a symbol", "<symbol id='s'><text>in a symbol</text></symbol><use href='#s'/>"),
        ("", "<g id='g'><use href='#g'/></g>"),
    ],
    ids=["parts", "hidden", "used twice", "a symbol", "within itself"],
)
def test_what_is_drawn(tmp_path: Path, expected: str, drawing: str) -> None:
    """A text counts each time it is drawn; titles, descriptions and what is hidden are not drawn."""
    (tmp_path / "a b.svg").write_text(SVG.format(drawing), "utf-8")
    assert expected == drawn_words(tmp_path, "a%20b.svg")


@pytest.mark.parametrize("name", ["weg.svg", "../a.svg", "a.png", "broken.svg"])
def test_what_has_no_words(tmp_path: Path, name: str) -> None:
    """A picture that is not there, lies outside, is of dots or is broken has none: the press tells of it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "a.svg").write_text(SVG.format("<text>a</text>"), "utf-8")
    (tmp_path / "in" / "broken.svg").write_text("<svg><text>a", "utf-8")
    assert "" == drawn_words(tmp_path / "in", name)


def test_drawing_that_draws_itself_without_end(tmp_path: Path) -> None:
    """What is drawn ten times of what is drawn ten times, and so on, is given up; the press refuses it."""
    parts = (f"<g id='g{n + 1}'>" + f"<use href='#g{n}'/>" * 10 + "</g>" for n in range(9))
    laughs = f"<defs><text id='g0'>ha</text>{''.join(parts)}</defs><use href='#g9'/>"
    (tmp_path / "a.svg").write_text(SVG.format(laughs), "utf-8")
    assert "" == drawn_words(tmp_path, "a.svg")
