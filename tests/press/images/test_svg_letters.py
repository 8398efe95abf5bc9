"""How large the letters of a drawing are: the smallest of them, as a share of its height."""

import pytest

from clearfold.press.images.svg_letters import Letters, svg_letters


def share(inside: str) -> float:
    found = svg_letters(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{inside}</svg>'.encode())
    assert found is not None
    return found.share


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<text font-size="18">a</text>', 0.18),
        ("<text>a</text>", 0.16),
        ('<g font-size="20"><text>a</text></g>', 0.2),
        ('<text style="fill: red; font-size: 12px">a</text>', 0.12),
        ('<g transform="translate(3 4) scale(2)"><text font-size="10">a</text></g>', 0.2),
        ('<style>text, .small { font-size: 8px }</style><text>a</text><text class="small">b</text>', 0.08),
        ('<text font-size="20">a <tspan font-size="14">b</tspan></text>', 0.14),
    ],
)
def test_smallest_letters(inside: str, expected: float) -> None:
    """Sizes are said in attributes, in styles, by elements around, and grow with what they stand in."""
    assert pytest.approx(share(inside)) == expected


def test_drawing_has_a_ratio() -> None:
    """Without a view box, a drawing has its width and height."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><text font-size="10">a</text></svg>'
    assert Letters(0.25, 1.5) == svg_letters(drawing)


@pytest.mark.parametrize("data", [b"<svg viewBox='0 0 1 1'><path/></svg>", b"no drawing", b"<svg><text>a</text></svg>"])
def test_nothing_is_said_of_what_nobody_knows(data: bytes) -> None:
    """A drawing without letters, without a size, or broken, has none."""
    assert None is svg_letters(data)
