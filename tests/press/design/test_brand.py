"""What publisher.yaml makes of a page's tokens."""

import re
from dataclasses import replace
from pathlib import Path

from clearfold.press.design.brand import ACCENT, PRIMARY, brand_of, narrowed
from clearfold.press.design.colours import INK, LEAST, contrast
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.design.typefaces import shipped
from clearfold.press.leaflet import Publisher

TOKENS = (styles_folder() / "tokens.css").read_text("utf-8")


def test_publisher_without_looks_changes_nothing() -> None:
    """Where publisher.yaml says nothing, the style sheets rule."""
    brand = brand_of(Publisher())
    assert ((), (), "") == (brand.faces, brand.tokens, brand.sheet)


def test_usual_colours_are_those_of_the_style_sheet() -> None:
    """The two colours that Python takes for given are the style sheet's, and its tint and subtitle can be read."""
    given = dict(re.findall(r"--(\w+): (#\w+);", TOKENS))
    assert (PRIMARY, ACCENT) == (given["primary"], given["accent"])
    assert min(contrast(INK, given["tint"]), contrast(PRIMARY, given["tint"]), contrast(ACCENT, PRIMARY)) >= LEAST


def test_tint_follows_the_primary() -> None:
    """Boxes take the hue of the association."""
    assert {"primary": "#5a1a4c", "tint": "#f1dbea"} == dict(brand_of(Publisher(primary="#5a1a4c")).tokens)


def test_subtitle_is_paper_where_the_accent_cannot_be_read() -> None:
    """On the cover, an accent that stands too close to the primary gives way to white."""
    assert "var(--paper)" == dict(brand_of(Publisher(accent="#a04020")).tokens)["subtitle"]


def test_subtitle_is_the_accent_where_it_can_be_read() -> None:
    """A bright accent on a dark primary stays."""
    assert "subtitle" not in dict(brand_of(Publisher(primary="#102040", accent="#ffd966")).tokens)


def test_face_stands_before_the_usual_ones() -> None:
    """What an association's typeface lacks is drawn by those behind it."""
    tokens = dict(brand_of(Publisher(typeface=shipped("Inclusive Sans"))).tokens)
    assert (
        '"Inclusive Sans", "Atkinson Hyperlegible Next", "Noto Sans", "Vazirmatn", "Noto Sans Hebrew", sans-serif'
        == (tokens["face"])
    )


def test_type_is_scaled_to_the_usual_x_height() -> None:
    """A face with letters half as high is set twice as large."""
    face = replace(shipped("Inclusive Sans"), x_height=shipped("Atkinson Hyperlegible Next").x_height / 2)
    assert "2.0000" == dict(brand_of(Publisher(typeface=face)).tokens)["type-scale"]


def test_line_of_a_wide_face_holds_less() -> None:
    """A face of twice the width has room for half the characters; a narrow one is given no more than the usual."""
    usual = shipped("Atkinson Hyperlegible Next")
    wide, narrow = (Publisher(typeface=replace(usual, width=usual.width * factor)) for factor in (2, 0.5))
    assert [40, 20, 40] == [narrowed(40, publisher) for publisher in (Publisher(), wide, narrow)]


def test_line_of_a_narrow_face_is_shorter_where_the_page_would_hold_too_much() -> None:
    """On screens lines are as long as may be: those of a narrow face are shorter, and those of a wide one are not."""
    usual = shipped("Atkinson Hyperlegible Next")
    wide, narrow = (Publisher(typeface=replace(usual, width=usual.width * factor)) for factor in (2, 0.8))
    assert ["1.0000", "0.8000"] == [dict(brand_of(publisher).tokens)["measure"] for publisher in (wide, narrow)]


def test_sheet_of_its_own_is_an_address() -> None:
    """The association's own style sheet is linked, whatever its folder is called."""
    assert brand_of(Publisher(style=Path("/a b/ö.css").absolute())).sheet.endswith("/a%20b/%C3%B6.css")
