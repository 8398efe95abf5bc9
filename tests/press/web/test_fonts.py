"""The letters of a web page: any typeface that a publisher may bring, cut down to what the page says."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from clearfold.press.design.typefaces import shipped
from clearfold.press.leaflet import Typeface
from clearfold.press.web.fonts import web_fonts


@pytest.mark.parametrize("flavour", [None, "woff", "woff2"])
def test_typeface_may_be_packed(tmp_path: Path, flavour: str | None) -> None:
    """A font that is packed for the web already gives the page its letters as one that is not."""
    with TTFont(shipped("Inclusive Sans").files[0][1]) as font:
        font.flavor = flavour
        font.save(tmp_path / "own")
    own = Typeface("Own", ((400, tmp_path / "own"),), 0.5, 0.5)
    first = web_fonts(own, "été")[0]
    made = TTFont(BytesIO(b64decode(first.address.partition(",")[2])))
    assert ("Own", set(map(ord, "étx"))) == (first.family, set(made.getBestCmap()))
