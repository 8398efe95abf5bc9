"""What stands on the shelf, and what is said of it."""

from pathlib import Path

from clearfold.studio.project import project_in
from clearfold.studio.shelf import cover, shelf, shelved


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
