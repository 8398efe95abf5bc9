"""Which copies a save touches."""

from pathlib import Path

import pytest

from clearfold.model.source import read_source
from clearfold.pipeline.watching.changes import Place
from clearfold.pipeline.watching.touched import files_of, places, touched
from clearfold.press.markdown import read_leaflet

ROOT = Path("content").resolve()
NL, FR, GOUT = ROOT / "tea/nl.md", ROOT / "tea/fr.md", ROOT / "gout/nl.md"
CUP, STYLE = ROOT / "tea/images/cup.svg", ROOT / "brand/own.css"
KNOWN = {NL: {NL, CUP, STYLE}, FR: {FR, STYLE}, GOUT: {GOUT, STYLE}}


@pytest.mark.parametrize(
    ("changed", "copies"),
    [
        ([FR], [FR]),
        ([CUP], [NL]),
        ([CUP, FR], [FR, NL]),
        ([STYLE], [NL, FR, GOUT]),
        ([ROOT / "publisher.yaml"], [NL, FR, GOUT]),
        ([ROOT / "tea/publisher.yaml"], [NL, FR]),
        ([ROOT / "tea/images/other.svg"], []),
        ([ROOT / "tea/notes.md"], []),
    ],
)
def test_save_touches_what_is_made_with_it(changed: list[Path], copies: list[Path]) -> None:
    """A language, a picture, a style sheet and publisher.yaml touch those that are made with them, themselves first."""
    assert tuple(copies) == touched(changed, KNOWN)


@pytest.mark.parametrize(
    ("changed", "is_touched"),
    [(CUP, True), (ROOT / "logo.svg", True), (FR, False), (ROOT / "gout/images/foot.svg", False)],
)
def test_copy_that_could_not_be_read_may_use_what_stands_around_it(changed: Path, *, is_touched: bool) -> None:
    """A picture that was missing, and is there now, touches the copy that has waited for it."""
    assert ((NL,) if is_touched else ()) == touched([changed], {NL: frozenset()})


def test_files_of_a_leaflet_are_those_it_was_read_from() -> None:
    """The example is made with its copy, publisher.yaml and the pictures that it shows."""
    copy = Path("content/car-t-cell/nl-BE.md")
    found = files_of(read_leaflet(read_source(copy)))
    assert {"nl-BE.md", "publisher.yaml"} <= {path.name for path in found}
    assert {".md", ".yaml", ".svg"} == {path.suffix for path in found}


def test_folders_are_watched_and_never_files(tmp_path: Path) -> None:
    """Of a copy its folder is watched, and the one above for publisher.yaml; of a folder all that is in it, once."""
    copy, style = tmp_path / "content/tea/nl.md", tmp_path / "brand/own.css"
    copy.parent.mkdir(parents=True)
    copy.write_text("Tea", "utf-8")
    content = copy.parents[1]
    assert (Place(copy.parent), Place(content, shallow=True)) == places([copy])
    assert (Place(content), Place(tmp_path, shallow=True)) == places([content, copy])
    assert Place(style.parent, shallow=True) in places([copy], [copy, style])
