"""Operators are turned into inks where they are used, and nothing else of a page changes."""

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, ContentStream, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from clearfold.press.pdf.render_error import RenderError
from clearfold.press.print.separation import Separator

PROFILE = DecodedStreamObject()
PROFILE[NameObject("/N")] = NumberObject(3)
SPACES = DictionaryObject(
    {
        NameObject("/Screen"): ArrayObject((NameObject("/ICCBased"), PROFILE)),
        NameObject("/Eye"): ArrayObject((NameObject("/Lab"), DictionaryObject())),
    }
)


def separated(operators: str, *, overprint: bool = False, mask: bool = False) -> str:
    """Return operators in inks, one operation a line."""
    stream = DecodedStreamObject()
    stream.set_data(operators.encode())
    content = ContentStream(stream, PdfWriter())
    separator = Separator(SPACES, overprint=overprint, mask=mask)
    lines = []
    for operands, operator in separator.separate(content.operations):
        shown = [f"{float(each):g}" if isinstance(each, float) else str(each) for each in operands]
        lines.append(" ".join([*shown, operator.decode()]))
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("screen", "press"),
    [
        ("0 0 0 rg 0 0 9 9 re f", "0 0 0 1 k\n0 0 9 9 re\nf"),
        ("0.2 G 0 0 m 9 9 l S", "0 0 0 0.8 K\n0 0 m\n9 9 l\nS"),
        ("/DeviceGray cs 0.6 sc 0 0 9 9 re f", "0 0 0 0.4 k\n0 0 9 9 re\nf"),
        ("/Screen cs 1 1 1 scn 0 0 9 9 re f", "0 0 0 0 k\n0 0 9 9 re\nf"),
        ("1 1 1 1 k 0 0 9 9 re f", "0.6666 0.6666 0.6666 1 k\n0 0 9 9 re\nf"),
        ("0 0 9 9 re W n", "0 0 9 9 re\nW\nn"),
    ],
)
def test_colour_is_set_before_the_path_that_it_fills(screen: str, press: str) -> None:
    """No colour changes within a path, and one that is not used is not set."""
    assert press == separated(screen)


def test_same_colour_is_black_in_letters_and_mixed_in_shapes() -> None:
    """A heading in the association's blue is black, and the line above it blue, before it and after it."""
    found = separated("0.07 0.19 0.36 rg 0 0 9 1 re f BT (a) Tj ET 0 9 9 1 re f").split("\n")
    shape = found[0]
    assert shape.endswith(" k")
    assert "0 0 0 1 k" != shape
    assert [shape, "0 0 9 1 re", "f", "BT", "0 0 0 1 k", "a Tj", "ET", shape, "0 9 9 1 re", "f"] == found


def test_saved_state_gives_the_colour_back() -> None:
    """After Q the colour is that before q, and is not set again where it is in force."""
    found = separated("0 g 0 0 9 9 re f q 1 g 0 0 9 9 re f Q 0 0 9 9 re f")
    assert "0 0 0 1 k\n0 0 9 9 re\nf\nq\n0 0 0 0 k\n0 0 9 9 re\nf\nQ\n0 0 9 9 re\nf" == found


def test_outlined_letters_take_the_colour_of_the_line() -> None:
    """In text mode 1 the outline is black, and nothing is filled; in mode 3 nothing is drawn at all."""
    assert "BT\n1 Tr\n0 0 0 1 K\na Tj\nET" == separated("0 0 0.4 RG BT 1 Tr (a) Tj ET")
    assert "BT\n3 Tr\na Tj\nET" == separated("0 0 0.4 rg BT 3 Tr (a) Tj ET")


def test_black_letters_are_overprinted_and_white_ones_knock_out() -> None:
    """Overprint is on for black letters alone: white ones would vanish in what is below them."""
    found = separated("0 g BT (a) Tj ET 1 g BT (b) Tj ET", overprint=True)
    black = "BT\n0 0 0 1 k\n/Overprint gs\na Tj\nET"
    assert f"{black}\nBT\n0 0 0 0 k\n/KnockOut gs\nb Tj\nET" == found


def test_mask_is_separated_in_greys() -> None:
    """What is white in a mask is seen, and stays so."""
    found = separated("1 1 1 rg 0 0 9 9 re f 0 0 0 RG 0 0 m 9 9 l S", mask=True)
    assert "1 g\n0 0 9 9 re\nf\n0 G\n0 0 m\n9 9 l\nS" == found


def test_pattern_is_left_as_it_is_named() -> None:
    """A pattern is turned where it is drawn, and not where it is used."""
    assert "/Pattern cs\n/P1 scn\n0 0 9 9 re\nf" == separated("/Pattern cs /P1 scn 0 0 9 9 re f")


def test_marks_stay_without_their_place_in_the_tree() -> None:
    """Furniture can still be told from text, and a word that glyphs do not say is still said."""
    found = separated(
        "/P <</MCID 3>> BDC EMC /Artifact <</Type /Pagination>> BDC EMC /Span <</ActualText (x)>> BDC EMC"
    )
    assert [
        "/P BMC", "EMC", "/Artifact {'/Type': '/Pagination'} BDC", "EMC", "/Span {'/ActualText': 'x'} BDC", "EMC",
    ] == found.split("\n")  # fmt: skip


def test_colour_of_the_eye_is_refused() -> None:
    """A colour in lab() has no way to the inks yet, and its author is told so."""
    with pytest.raises(RenderError, match="Eye is not turned into inks"):
        separated("/Eye cs 50 0 0 scn 0 0 9 9 re f")
