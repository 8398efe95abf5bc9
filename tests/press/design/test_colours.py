"""Colours: contrast as WCAG has it, and the nearest colour that text may use, for every colour there is."""

import colorsys

from hypothesis import assume, example, given
from hypothesis import strategies as st

from clearfold.press.design.colours import INK, LEAST, PAPER, contrast, darkened, tint

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def hue(colour: str) -> tuple[float, float]:
    """Return hue and saturation, each from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    found, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    return found, saturation


def test_contrast_of_known_pairs() -> None:
    """Black on white is 21:1, and the grey that WCAG's authors give as just 4.5:1 is so."""
    assert (21.0, 4.54) == (round(contrast(INK, PAPER), 2), round(contrast("#767676", PAPER), 2))


@given(COLOURS)
@example("#ffff00")
@example("#595959")
def test_proposal_can_be_read(colour: str) -> None:
    """What is proposed for any colour passes as it is written, after rounding."""
    assert contrast(darkened(colour), PAPER) >= LEAST


@given(COLOURS)
def test_colour_that_passes_is_left_alone(colour: str) -> None:
    """A proposal is its own proposal."""
    assert darkened(colour) == darkened(darkened(colour))


@given(COLOURS)
def test_proposal_is_no_darker_than_it_must_be(colour: str) -> None:
    """A colour that fails is darkened to the limit, and not beyond what 8 bits a channel make of it."""
    assume(contrast(colour, PAPER) < LEAST)
    assert contrast(darkened(colour), PAPER) < LEAST + 0.15


@given(COLOURS)
def test_proposal_keeps_its_family(colour: str) -> None:
    """Blue stays blue: in the plain hue of red, green and blue, a proposal is less than a tenth of the circle away."""
    before, after = hue(colour), hue(darkened(colour))
    assume(before[1] > 0.2 and after[1] > 0.2)
    apart = abs(before[0] - after[0])
    assert min(apart, 1 - apart) < 0.1


@given(COLOURS)
def test_ink_and_primary_can_be_read_on_the_tint(colour: str) -> None:
    """Whatever primary an association may use, text in it and in black can be read on its boxes."""
    primary = darkened(colour)
    assert min(contrast(ink, tint(primary)) for ink in (INK, primary)) >= LEAST


def test_tint_is_white_where_nothing_darker_can_be_read_on() -> None:
    """A primary that can just be read on paper has no tinted boxes; their borders tell them apart."""
    assert PAPER == tint("#595959")


def test_tint_of_the_usual_primary_is_the_usual_tint() -> None:
    """An association that keeps the colours of Clearfold keeps its boxes."""
    assert "#d7e4f7" == tint("#12305c")
