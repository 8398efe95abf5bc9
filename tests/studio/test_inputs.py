"""What a copy is made with beside its own text is noticed when it changes."""

import os
from pathlib import Path

from clearfold.studio.inputs import changed_at, state_of
from tests.studio.conftest import written


def test_whatever_a_copy_is_made_with_makes_another_state(tmp_path: Path) -> None:
    """Its own text, a picture, publisher.yaml, another language and a font from elsewhere do; other files do not."""
    folder = written(tmp_path / "project")
    copy, font = folder / "content/tea/en.md", tmp_path / "fonts/house.ttf"
    states = [state_of(copy, "one", {font}), state_of(copy, "two", {font})]
    for file in (copy.parent / "images/pot.png", folder / "content/publisher.yaml", copy.parent / "nl.md", font):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"new")
        states.append(state_of(copy, "two", {font}))
    assert 6 == len(set(states))
    copy.touch()
    (copy.parent / "notes.txt").touch()
    (copy.parent / ".nl.md.swp").touch()
    assert states[-1] == state_of(copy, "two", {font})


def test_files_that_a_copy_is_made_with_say_when_they_changed(tmp_path: Path) -> None:
    """The last change counts, of those that are known to be used and of publisher.yaml; a copy is none of them."""
    folder = written(tmp_path / "project")
    copy, publisher = folder / "content/tea/en.md", folder / "content/publisher.yaml"
    used, unused = copy.parent / "pot.png", copy.parent / "cup.png"
    assert 0 == changed_at(copy)
    for time, file in enumerate((used, publisher, unused), start=1):
        file.touch()
        os.utime(file, (time, time))
    assert (3, 2) == (changed_at(copy), changed_at(copy, {used}))
