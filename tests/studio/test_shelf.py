"""What stands on the shelf, and what is said of it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.studio.project import project_in
from clearfold.studio.shelf import cover, shelf, shelved

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


def test_what_was_made_is_told_with_its_day(project: Path) -> None:
    """After a build the editions are told, and after a change that they are of an older copy."""
    from clearfold.pipeline.build import build

    copy = project / "content" / "tea" / "nl.md"
    copy.write_text(copy.read_text("utf-8").replace("translation_of: en\n", ""), "utf-8")
    build((copy,), project / "build", ("web",))
    before = shelved(project_in(project), "tea/nl", copy).made
    copy.write_text(copy.read_text("utf-8") + "\nMore.\n", "utf-8")
    after = shelved(project_in(project), "tea/nl", copy).made
    assert before is not None
    assert after is not None
    assert (("web",), True, False) == (before.editions, before.of_this_copy, after.of_this_copy)
    assert cover(before) is None


def test_state_tells_what_is_wrong_and_what_is_behind(studio: "Studio") -> None:
    """A copy's errors are counted; of a translation also the passages that it lacks, or that have changed since."""
    dutch = studio.copy.with_name("nl.md")

    def state(name: str) -> dict[str, int]:
        found: dict[str, int] = json.loads(studio.ask(f"/state/tea/{name}").body)
        return found

    first = state("nl")
    assert (0, 0) == (first["errors"], state("en")["behind"])
    dutch.write_text(dutch.read_text("utf-8").partition("## Pour it")[0] + "![](gone.svg)\n", "utf-8")
    after = state("nl")
    assert (True, True) == (after["errors"] > 0, after["behind"] > first["behind"])
    dutch.write_text('---\ntitle: "\nlang: nl\ntranslation_of: en\n---\n', "utf-8")
    assert -1 == state("nl")["behind"]


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
