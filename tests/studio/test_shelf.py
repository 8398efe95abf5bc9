"""What stands on the shelf, and what is said of it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.studio.project import project_in
from clearfold.studio.shelf import Made, cover, shelf, shelved

if TYPE_CHECKING:
    from tests.studio.conftest import Studio


def test_copies_stand_by_their_leaflets(project: Path) -> None:
    """A leaflet's languages stand together, each with its title, its state and what it translates."""
    (leaflet,) = shelf(project_in(project)).values()
    told = [(one.name, one.title, one.lang, one.state, one.translation_of) for one in leaflet]
    assert [
        ("tea/en", "Tea: how to make it", "en", "review", ""),
        ("tea/nl", "Thee zetten", "nl", "review", "en"),
    ] == told


def test_set_without_a_book_has_no_cover(tmp_path: Path) -> None:
    """The cover stands in the e-book; a set that has none, or a broken one, is shown without."""
    (tmp_path / "a.epub").write_bytes(b"no zip")
    made = [Made(tmp_path, date(2026, 1, 2), ("web",), book, of_this_copy=True) for book in ("", "gone.epub", "a.epub")]
    assert [None] * 4 == [cover(one) for one in (None, *made)]


def test_measure_of_the_screen_is_kept(studio: "Studio") -> None:
    """What was measured with a card is there at the next start; what cannot be a measure is refused."""
    assert 'data-px="0.0"' in studio.ask("/see/tea/en").text
    assert 204 == studio.ask("/screen", "PUT", b'{"px": 4.5}').status
    assert [400] * 3 == [studio.ask("/screen", "PUT", body).status for body in (b"{}", b'{"px": 0}', b'{"px": "4"}')]
    assert 'data-px="4.5"' in studio.ask("/see/tea/en").text


def test_what_is_no_text_stands_there_too(project: Path) -> None:
    """A copy that cannot be read is on the shelf under its file's name, for somebody has to mend it."""
    copy = project / "content" / "tea" / "nl.md"
    copy.write_bytes(b"---\ntitle: \xff\n---\n")
    found = shelved(project_in(project), "tea/nl", copy)
    assert ("nl.md", False) == (found.title, found.readable)


def test_name_of_a_folder_may_have_any_letter(project: Path) -> None:
    """A leaflet's folder may be called as people call things."""
    (project / "content" / "tea").rename(project / "content" / "thé & “co” #1")
    assert ["thé & “co” #1/en", "thé & “co” #1/nl"] == list(project_in(project).copies())
