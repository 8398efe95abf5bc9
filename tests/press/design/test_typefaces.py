"""The fonts that Clearfold brings: whole, alike in all weights, and enough for all that it says by itself."""

import re
from pathlib import Path

import pytest

from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.design.typefaces import SHIPPED, TEXT_FACES, characters, read_font, shipped
from clearfold.press.labels import LOCALES, labels_of
from clearfold.press.leaflet import Typeface
from clearfold.press.markdown.glyph_coverage import needs_glyph


@pytest.mark.parametrize("family", SHIPPED)
def test_weights_of_a_face_hold_the_same_characters(family: str) -> None:
    """What can be written in regular can be written in bold: coverage is looked up in one of them."""
    assert 1 == len({read_font(path).characters for _, path in shipped(family).files})


@pytest.mark.parametrize("family", SHIPPED)
def test_licence_and_weights(family: str) -> None:
    """A shipped face may be embedded, and has regular and bold."""
    face = shipped(family)
    assert {400, 700} <= {weight for weight, _ in face.files}
    assert {(0, False)} == {(font.embedding, font.variable) for font in (read_font(path) for _, path in face.files)}


@pytest.mark.parametrize("folder", sorted(LOCALES.iterdir()), ids=lambda folder: folder.name)
def test_words_of_ours_can_be_drawn(folder: Path) -> None:
    """No label needs a character that our fonts lack."""
    words = labels_of(folder.name)
    assert words is not None
    assert set() == {c for text in words.words.values() for c in text if needs_glyph(c)} - {*map(chr, characters(None))}


def test_signs_of_the_style_sheets_can_be_drawn() -> None:
    """Bullets and what else the sheets write are in our fonts."""
    sheets = "".join(path.read_text("utf-8") for path in styles_folder().glob("*.css"))
    signs = {
        c for text in re.findall(r'(?:content|list-style-type): "([^"]*)"', sheets) for c in text if needs_glyph(c)
    }
    assert signs
    assert set() == {sign for sign in signs if ord(sign) not in characters(None)}


def test_signs_that_leaflets_hold_can_be_drawn() -> None:
    """Formulas, boxes to tick, shapes, arrows and Greek are behind every typeface; an emoji is not."""
    drawn = characters(None)
    assert "" == "".join(c for c in "₂⁻‰‡⅓℃№→⇒≥≈∑☐☑✓✗●■▶★☎✉⚠①❶♀µβΩЖ\u0301\u2011" if ord(c) not in drawn)
    assert ord("😀") not in drawn


def test_character_in_one_weight_alone_is_not_drawn_by_a_face() -> None:
    """A face whose bold lacks a character leaves it to the fonts behind."""
    regular, symbols = shipped("Inclusive Sans").files[0], shipped("Noto Sans").files[0]
    both = read_font(regular[1]).characters & read_font(symbols[1]).characters
    assert characters(Typeface("X", (regular, symbols), 0.5, 0.5)) == both | characters(None)


def test_file_that_is_no_font(tmp_path: Path) -> None:
    """What fontTools cannot read is a ValueError that names the file, whatever it stumbles over."""
    whole = shipped(TEXT_FACES[0]).files[0][1].read_bytes()
    for name, data in {"text": b"not a font", "empty": b"", "cut": whole[: len(whole) // 2]}.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ValueError, match=f"{name} is not a font"):
            read_font(tmp_path / name)
