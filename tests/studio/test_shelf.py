"""What stands on the shelf, and what is said of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.studio.project import project_in
from clearfold.studio.shelf import Made, cover, shelf, shelved

if TYPE_CHECKING:
    from tests.importers.office import PNG
from tests.importers.office import PNG
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
    made = [Made(tmp_path, 0.0, ("web",), book, of_this_copy=True) for book in ("", "gone.epub", "a.epub")]
    assert [None] * 4 == [cover(one) for one in (None, *made)]


def test_measure_of_the_screen_is_kept(studio: "Studio") -> None:
    """What was measured with a card is there at the next start; what cannot be a measure is refused."""
    assert 'data-px="0.0"' in studio.ask("/see/tea/en").text
    assert 204 == studio.ask("/screen", "PUT", b'{"px": 4.5}').status
    assert [400] * 3 == [studio.ask("/screen", "PUT", body).status for body in (b"{}", b'{"px": 0}', b'{"px": "4"}')]
    assert 'data-px="4.5"' in studio.ask("/see/tea/en").text


def test_wish_for_the_page_beside_the_text_is_kept(studio: "Studio") -> None:
    """Who wants the printed page beside the text has it there at the next start, until it is wanted no more."""
    for wanted, sign in ((b"true", " checked"), (b"false", "")):
        assert 204 == studio.ask("/beside", "PUT", b'{"beside": ' + wanted + b"}").status
        assert f'<input type="checkbox" id="beside"{sign}>' in studio.ask("/write/tea/en").text


def test_what_is_no_text_stands_there_too(project: Path) -> None:
    """A copy that cannot be read is on the shelf under its file's name, for somebody has to mend it."""
    copy = project / "content" / "tea" / "nl.md"
    copy.write_bytes(b"---\ntitle: \xff\n---\n")
    found = shelved(project_in(project), "tea/nl", copy)
    assert ("nl.md", False) == (found.title, found.readable)


def test_what_is_no_text_is_told_in_words(studio: "Studio") -> None:
    """Who opens such a copy is told what to do; a script is told that it is no text."""
    studio.copy.write_bytes(b"---\ntitle: \xff\n---\n")
    page, script = (studio.ask("/about/tea/en", headers={"Accept": kind}) for kind in ("text/html,*/*", "*/*"))
    assert (415, 415) == (page.status, script.status)
    assert ("save it as UTF-8" in page.text, '{"told":"no text"}') == (True, script.text)


def test_what_cannot_be_written_is_told(studio: "Studio") -> None:
    """A picture that cannot be put where it belongs is told as not kept, with the reason."""
    (studio.copy.parent / "images").write_bytes(b"no folder")
    own = {"X-Clearfold-Tab": "one"}
    assert 200 == studio.ask("/writer/tea/en", "PUT", b"{}", headers=own).status
    answer = studio.ask("/image/tea/en?name=dot.png", "PUT", PNG, headers=own)
    assert (507, True) == (answer.status, "told" in answer.text)


def test_name_of_a_folder_may_have_any_letter(project: Path) -> None:
    """A leaflet's folder may be called as people call things."""
    (project / "content" / "tea").rename(project / "content" / "thé & “co” #1")
    assert ["thé & “co” #1/en", "thé & “co” #1/nl"] == list(project_in(project).copies())
