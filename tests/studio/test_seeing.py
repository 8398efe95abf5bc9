"""Seeing and publishing through the server: what is shown, what is made, and that no preview can do anything."""

import json
import re
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from clearfold.model.errors import UsageError
from clearfold.studio.copy.saving import stored
from clearfold.studio.project import project_in
from clearfold.studio.publishing import put_on_site
from clearfold.studio.shelf import shelved
from tests.studio.conftest import THEE, news, running, written

if TYPE_CHECKING:
    from tests.studio.conftest import Answer, Studio

pytestmark = pytest.mark.slow("starts the processes that read and build")
PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Studio]":
    """A studio in which somebody has pressed the button, and waited."""
    folder: Path = written(tmp_path_factory.mktemp("published") / "project")
    (folder / "content" / "tea" / "nl.md").unlink()
    for studio in running(folder):
        assert 202 == studio.ask("/publish/tea/en", "PUT", b"").status
        assert 409 == studio.ask("/publish/tea/en", "PUT", b"").status
        waited(studio, "/publication/tea/en")
        yield studio


def waited(studio: "Studio", path: str) -> list[dict[str, object]]:
    """Return what came of a publication, once it is done."""
    while (told := json.loads(studio.ask(path).body))["running"]:
        time.sleep(0.1)
    outcomes: list[dict[str, object]] = told["outcomes"]
    return outcomes


def folders(studio: "Studio") -> tuple[Path, Path, Path]:
    """Return where a project's copies, its editions and its site stand."""
    return studio.folder / "content", studio.folder / "build", studio.folder / "site"


def test_publication_tells_what_came_of_it(published: "Studio") -> None:
    """The set stands in build/, proven, and the page offers it."""
    told = json.loads(published.ask("/publication/tea/en").body)
    (outcome,) = told["outcomes"]
    assert (True, []) == (outcome["good"], outcome["problems"])
    assert (published.folder / "build" / "tea" / "en" / "manifest.json").is_file()
    assert "proof" in published.ask("/publish/tea/en").text


def test_what_was_made_is_told_with_its_day(published: "Studio") -> None:
    """After a build the editions are told, and after a change that they are of an older copy."""
    before = published.copy.read_bytes()
    project = project_in(published.folder)
    made = shelved(project, "tea/en", published.copy).made
    try:
        published.copy.write_bytes(before + b"\nMore.\n")
        after = shelved(project, "tea/en", published.copy).made
    finally:
        published.copy.write_bytes(before)
    assert made is not None
    assert after is not None
    assert ({"web", "epub", "large-print"} <= set(made.editions), True, False) == (
        True,
        made.of_this_copy,
        after.of_this_copy,
    )


@pytest.mark.parametrize("path", ["/page/tea/en", "/proof/tea/en"])
def test_preview_runs_nothing(published: "Studio", path: str) -> None:
    """What is shown of an edition has no script, no origin, and fetches nothing."""
    answer = published.ask(path)
    policy = answer.headers["content-security-policy"]
    assert (200, True, True) == (answer.status, policy.startswith("sandbox;"), "default-src 'none'" in policy)
    assert not {"allow-scripts", "allow-same-origin", "script-src", "'self'"} & set(
        policy.split("frame-ancestors")[0].split()
    )


def test_web_page_is_of_the_saved_copy(published: "Studio") -> None:
    """The page says what the copy says now; where that has an error, it is the last one that had none."""
    before = published.copy.read_bytes()
    try:
        published.copy.write_bytes(before + b"\nAnd sugar.\n")
        good = published.ask("/page/tea/en").text
        published.copy.write_bytes(before + b"\n![](gone.svg)\n")
        assert (True, good) == ("And sugar." in good, published.ask("/page/tea/en").text)
    finally:
        published.copy.write_bytes(before)


def test_what_a_screen_reader_says_is_in_order(published: "Studio") -> None:
    """The transcript has the title, the headings and the items, in the order of the copy."""
    text = published.ask("/heard/tea/en").text
    places = [text.index(words) for words in ("Boil the water", "Fresh water", "a pot", "Pour it", "Wait four")]
    assert sorted(places) == places


def test_pages_are_pictures(published: "Studio") -> None:
    """A page of a finished PDF is a PNG; a page that there is not, and a file that is none of the set's, is nothing."""
    manifest = json.loads((published.folder / "build/tea/en/manifest.json").read_text("utf-8"))
    name = next(file["path"] for file in manifest["files"] if file["path"].endswith(".pdf"))
    answer = published.ask(f"/picture/1/{name}/tea/en")
    assert ("image/png", PNG) == (answer.headers["content-type"], answer.body[:4])
    none = [f"/picture/999/{name}/tea/en", f"/picture/0/{name}/tea/en", "/picture/1/manifest.json/tea/en"]
    book = next(file["path"] for file in manifest["files"] if file["path"].endswith(".epub"))
    assert [404] * 4 == [published.ask(path).status for path in (*none, f"/picture/1/{book}/tea/en")]


def test_finished_files_are_given_to_keep(published: "Studio") -> None:
    """Each edition is offered as a file, all of them as one, and nothing else that stands there."""
    folder = published.folder / "build" / "tea" / "en"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    names = {file["path"] for file in manifest["files"]}
    with ZipFile(BytesIO(published.ask("/zip/all/tea/en").body)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert inside == {name: (folder / name).read_bytes() for name in names}
    one = min(names)
    answer = published.ask(f"/finished/{one}/tea/en")
    assert ((folder / one).read_bytes(), True) == (answer.body, "attachment" in answer.headers["content-disposition"])
    none = [
        "/finished/manifest.json/tea/en",
        "/finished/..%2F..%2Fcontent/tea/en",
        "/zip/printer/tea/en",
        "/zip/x/tea/en",
    ]
    assert [404] * 4 == [published.ask(path).status for path in none]


def test_section_in_work_is_printed(published: "Studio") -> None:
    """It is the one that was changed last, until another is asked for; of a copy with errors it is the last, as old."""
    before = published.copy.read_bytes()
    try:
        published.copy.write_bytes(before.replace(b"four minutes", b"three minutes"))
        first = json.loads(published.ask("/sketch/tea/en").body)
        back = json.loads(published.ask("/sketch/tea/en?step=-1").body)
        assert [("Pour it", 1), ("Boil the water", 1)] == [(one["title"], one["pages"]) for one in (first, back)]
        picture = published.ask(f"/sketched/1/{back['name']}/tea/en")
        assert (200, PNG) == (picture.status, picture.body[:4])
        assert [404] * 2 == [published.ask(f"/sketched/{number}/x/tea/en").status for number in (0, 2)]
        published.copy.write_bytes(before + b"\n![](gone.svg)\n")
        old = json.loads(published.ask("/sketch/tea/en").body)
        assert (False, True, "Boil the water") == (first["old"], old["old"], old["title"])
    finally:
        published.copy.write_bytes(before)


def test_first_and_last_sections_are_told(published: "Studio") -> None:
    """Who goes on comes to the end, and who goes back to the cover; beyond these there is nothing."""
    assert not json.loads(published.ask("/sketch/tea/en").body)["first"]
    for step, key in ((1, "last"), (-1, "first")):
        while not (told := json.loads(published.ask(f"/sketch/tea/en?step={step}").body))[key]:
            pass
        again = json.loads(published.ask(f"/sketch/tea/en?step={step}").body)
        assert (told["name"], 1) == (again["name"], again["shown"])


def test_book_is_shown_part_by_part(published: "Studio") -> None:
    """Each document of the e-book stands by itself, with its styles; no script runs, and nothing is fetched."""
    answer = published.ask("/book/1/tea/en")
    assert ("application/xhtml+xml", True) == (
        answer.headers["content-type"].partition(";")[0],
        answer.headers["content-security-policy"].startswith("sandbox;"),
    )
    parts, number = [answer.text], 2
    while (answer := published.ask(f"/book/{number}/tea/en")).status == 200:
        parts.append(answer.text)
        number += 1
    whole = "".join(parts)
    assert number == 4
    assert (True, True, False) == ("Fresh water, from the tap." in whole, "<style>" in whole, "<link" in whole)
    named = re.findall(r"(?:src|href)=\"([^\"]*)", whole)
    assert [] == [found for found in named if not found.startswith(("#", "data:"))]
    assert [404] * 2 == [published.ask(path).status for path in ("/book/0/tea/en", f"/book/{number}/tea/en")]


def test_state_tells_what_is_wrong_and_what_is_behind(published: "Studio") -> None:
    """A copy's errors are counted; of a translation also the passages that it lacks, or that have changed since."""
    dutch = published.copy.with_name("nl.md")

    def state(text: str, name: str = "nl") -> dict[str, int]:
        dutch.write_text(text, "utf-8")
        found: dict[str, int] = json.loads(published.ask(f"/state/tea/{name}").body)
        return found

    try:
        first, source = state(THEE), state(THEE, "en")
        after = state(THEE.partition("## Pour it")[0] + "![](gone.svg)\n")
        unread = state('---\ntitle: "\nlang: nl\ntranslation_of: en\n---\n')
    finally:
        dutch.unlink()
    assert (0, 0, -1) == (first["errors"], source["behind"], unread["behind"])
    assert (True, True) == (after["errors"] > 0, after["behind"] > first["behind"])


def test_translation_is_held_against_its_source(published: "Studio") -> None:
    """What differs is told as it happens; what the note that it was seen answers is not told again."""
    dutch = published.copy.with_name("nl.md")
    dutch.write_text(THEE, "utf-8")

    def noted(copy: Path, match: str) -> "Answer":
        own = {"If-Match": f'"{match}"', "X-Clearfold-Tab": "one"}
        published.ask(f"/writer/tea/{copy.stem}", "PUT", b'{"take": true}', own)
        return published.ask(f"/accepted/tea/{copy.stem}", "PUT", headers=own)

    try:
        told = news(published, "translation", "tea/nl")
        first = next(told)["problems"]
        assert [412, 204] == [noted(dutch, match).status for match in ("0", stored(dutch).sha256)]
        after = next(told)["problems"]
        told.close()
        source = noted(published.copy, stored(published.copy).sha256)
    finally:
        dutch.unlink()
        dutch.with_name("nl.seen.yaml").unlink(missing_ok=True)
    assert (409, True, False) == (source.status, "TRL-005" in str(first), "TRL-005" in str(after))


def test_cover_stands_on_the_shelf(published: "Studio") -> None:
    """Once there is an e-book, its cover is that of the shelf."""
    answer = published.ask("/cover/tea/en")
    assert ("image/jpeg", b"\xff\xd8") == (answer.headers["content-type"], answer.body[:2])


def test_leaflet_with_a_mistake_is_not_published(published: "Studio") -> None:
    """What is wrong is told with its line, in the person's language, and the last editions stay."""
    before = published.copy.read_bytes()
    manifest = published.folder / "build" / "tea" / "en" / "manifest.json"
    stood = manifest.read_bytes()
    try:
        published.copy.write_bytes(before + b"\n![](gone.svg)\n")
        published.ask("/publish/tea/en", "PUT", b"")
        (outcome,) = waited(published, "/publication/tea/en")
        of_copy, of_site = put_on_site(*folders(published), "", published.folder.parent / "steps.txt")
    finally:
        published.copy.write_bytes(before)
    assert (False, stood) == (outcome["good"], manifest.read_bytes())
    problems = outcome["problems"]
    assert isinstance(problems, list)
    assert {before.count(b"\n") + 2} == {problem["line"] for problem in problems}
    assert (False, False, None) == (of_copy.good, of_site.good, of_site.folder)


def test_site_is_made_of_all_leaflets(published: "Studio") -> None:
    """The site stands beside the project's other folders, and the page says where; what is no address is told."""
    assert 202 == published.ask("/site", "PUT", b"{}").status
    assert 409 == published.ask("/site", "PUT", b"{}").status
    (outcome,) = waited(published, "/site")
    folder = published.folder / "site"
    assert (True, str(folder), True) == (outcome["good"], outcome["folder"], (folder / "index.html").is_file())
    assert f"It stands in {folder}." in published.ask("/publish/tea/en").text
    with pytest.raises(UsageError, match="is no address of a site"):
        put_on_site(*folders(published), "ftp://x", published.folder.parent / "steps.txt")
