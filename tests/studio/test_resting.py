"""All editions of a copy that rests are made to be looked at: of its newest state alone, and nothing is published."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clearfold.store.manifest import NAME, read_manifest
from clearfold.studio.copy.saving import stored
from clearfold.studio.resting import Resting
from tests.studio.conftest import TEA, news, running, written

if TYPE_CHECKING:
    from tests.studio.conftest import Studio

pytestmark = pytest.mark.slow("starts the processes that read and build")


@pytest.fixture(scope="module")
def open_studio(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Studio]":
    """A studio in which a copy rests for a moment only."""
    for studio in running(written(tmp_path_factory.mktemp("resting") / "project")):
        studio.app.state.workshop.resting.rest = 0.1
        yield studio


def test_editions_are_made_when_the_copy_rests(open_studio: "Studio") -> None:
    """The page is told that they are being made, then of which there are; a save has them made anew."""
    told = news(open_studio, "editions")
    first = next(one for one in told if one["working"])
    assert (0, []) == (first["at"], first["files"])
    made = next(one for one in told if not one["working"])
    assert (True, True) == (made["current"], bool(made["book"]))
    files = made["files"]
    assert isinstance(files, list)
    name = next(file["path"] for file in files if file["path"].endswith("large-print.pdf"))
    picture = open_studio.ask(f"/picture/1/{name}/tea/en")
    assert (200, b"\x89PNG") == (picture.status, picture.body[:4])
    assert 200 == open_studio.ask("/book/1/tea/en").status
    open_studio.copy.write_text(TEA.replace("four minutes", "five minutes"), "utf-8")
    anew = next(one for one in told if one["working"])
    assert (made["at"], False) == (anew["at"], anew["current"])
    again = next(one for one in told if not one["working"])
    assert (True, True) == (again["current"], again["files"] != files)
    (open_studio.folder / "content/publisher.yaml").write_text("name: Tea Society\n", "utf-8")
    named = next(one for one in told if one["working"])
    assert (again["at"], False) == (named["at"], named["current"])
    last = next(one for one in told if not one["working"])
    assert (True, True) == (last["current"], last["files"] != again["files"])
    open_studio.copy.rename(open_studio.copy.with_suffix(".away"))
    gone = next(told)
    assert (False, last["files"]) == (gone["current"], gone["files"])
    told.close()
    assert not (open_studio.folder / "build").exists()


def test_new_state_ends_what_is_made_of_the_old_one(tmp_path: Path) -> None:
    """A save while editions are being made ends that; of the newest state alone there is a set."""
    copy = written(tmp_path / "project") / "content/tea/en.md"

    async def saves() -> tuple[bool, str]:
        resting = Resting(rest=0.0)
        try:
            resting.saved(copy, "one")
            await asyncio.sleep(0.5)
            copy.write_text(TEA.replace("four", "five"), "utf-8")
            resting.saved(copy, "two")
            while resting.at_work(copy):
                await asyncio.sleep(0.05)
            made = resting.made(copy)
            assert made is not None
            folder = made.folder
            resting.saved(copy, "two")
            idle = not resting.at_work(copy)
            resting.saved(copy, "three")
            resting.left(copy)
            await asyncio.sleep(0.1)
            assert not resting.at_work(copy)
            return idle, read_manifest(folder / NAME).source_sha256
        finally:
            resting.close()

    idle, sha256 = asyncio.run(saves())
    assert (True, stored(copy).sha256) == (idle, sha256)
