"""What a drawing's style may refer to: parts of the drawing, and nothing else, however it is written."""

from pathlib import Path

import pytest

from clearfold.model.diagnostic import Location
from clearfold.press.images.svg import svg_faults

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><style>{}</style><path id="a" transform="scale(2)" d="M0 0"/></svg>'


def refused(style: str) -> list[str]:
    """Return what is said of a drawing with a style."""
    data = DRAWING.format(style).encode()
    return [found.fact for found in svg_faults(data, "cup.svg", Location(Path("cup.svg")))]


@pytest.mark.parametrize(
    "style",
    [
        "a { fill: url(#a) }",
        "a { fill: url( '#a' ) }",
        "/* url(cup.png) */ a { fill: red }",
        'a { content: "url(cup.png)" }',
        "a { transform: translate(3px) }",
    ],
)
def test_style_that_fetches_nothing_is_silent(style: str) -> None:
    """Parts of the drawing itself, comments and words in quotes fetch nothing."""
    assert [] == refused(style)


@pytest.mark.parametrize(
    ("style", "what"),
    [
        ("a { fill: url(cup.png) }", "the address “cup.png”"),
        ("a { fill: url( 'file:/cup.png' ) }", "the address “file:/cup.png”"),
        (r"a { fill: u\72l('//cup') }", "the address “//cup”"),
        ("@media print { a { fill: url(cup.png) } }", "the address “cup.png”"),
        ("a { fill: url(cup.png", "the address “cup.png”"),
        ("a { fill: url(a cup) }", "an address that is written wrongly"),
        (r"@im\70ort 'cup.css';", "@import"),
        ("a { fill: image-set('cup.png' 1x) }", "image-set("),
        ("@font-face { src: local(Cup) }", "@font-face"),
    ],
)
def test_style_that_fetches_is_refused(style: str, what: str) -> None:
    """Whatever word of CSS fetches a file, and however it is spelt, it is named (SRC-086)."""
    assert [f"“cup.svg” holds {what}, which is not accepted"] == refused(style)
