"""Former versions of a copy: which there are, what differs in words, and that putting one back loses nothing."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clearfold.studio.copy.git import repository_of
from clearfold.studio.copy.saving import save, stored
from clearfold.studio.copy.versions import History, Kept, restored
from tests.studio.conftest import TEA, running, written
from tests.studio.repositories import git, repository
from tests.studio.test_writing import allow, put, read

if TYPE_CHECKING:
    from tests.studio.conftest import Studio


def changed(studio: "Studio", old: str, new: str) -> None:
    """Write a copy as another program does."""
    studio.copy.write_text(TEA.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Studio]":
    """A studio of a repository with two commits, after one of which the copy was changed."""
    folder = repository(written(tmp_path_factory.mktemp("kept") / "project"))
    copy = folder / "content/tea/en.md"
    copy.write_text(TEA.replace("Fresh water", "Cold water"), "utf-8")
    git(folder, "commit", "--quiet", "--all", "--message=Cold <water>")
    copy.write_text(TEA.replace("four minutes", "three minutes"), "utf-8")
    yield from running(folder)


def test_commits_are_versions(kept: "Studio") -> None:
    """The commits that changed a copy are listed with their words, the newest first."""
    text = kept.ask("/history/tea/en").text
    assert text.index("Cold &lt;water&gt; (An Author)") < text.index("First (An Author)")
    assert 1 == kept.ask("/history/tea/nl").text.count("(An Author)")


def test_differences_are_told_in_words(kept: "Studio") -> None:
    """Of a version, each word that is gone and each that came since stands under the heading of its section."""
    sha = git(kept.folder, "rev-parse", "HEAD").strip()
    text = re.sub(r"<span class=\"hidden\".*?</span>", "", kept.ask(f"/history/tea/en?of={sha}").text)
    told = re.findall(r"<h3[^>]*>([^<]+)|<(del|ins)>([^<]+)", text)
    assert [
        ("Boil the water", "", ""),
        ("", "del", "Cold"),
        ("", "ins", "Fresh"),
        ("Pour it", "", ""),
        ("", "del", "four"),
        ("", "ins", "three"),
    ] == told


@pytest.mark.parametrize("name", ["HEAD", "--help", "2020-01-01", "..%2F..", "0" * 40])
def test_version_that_there_is_not_is_nothing(kept: "Studio", name: str) -> None:
    """Only what is on the list has a name; nothing of a request reaches Git or a path."""
    assert 404 == kept.ask(f"/history/tea/en?of={name}").status
    allow(kept)
    assert 404 == put(kept, "/restore/tea/en", {"version": name}, read(kept)["sha256"]).status


def test_version_is_put_back_and_the_other_kept(kept: "Studio") -> None:
    """The copy is what it was in that commit, to the byte; what stood there is a version by now."""
    before = kept.copy.read_bytes()
    sha = git(kept.folder, "rev-parse", "HEAD~").strip()
    allow(kept)
    assert 412 == put(kept, "/restore/tea/en", {"version": sha}, "other").status
    assert 423 == put(kept, "/restore/tea/en", {"version": sha}, read(kept)["sha256"], tab="two").status
    assert before == kept.copy.read_bytes()
    assert 200 == put(kept, "/restore/tea/en", {"version": sha}, read(kept)["sha256"]).status
    assert TEA.encode() == kept.copy.read_bytes()
    (name,) = re.findall(r"of=(\d{4}-\d\d-\d\dT[\d.]+)", kept.ask("/history/tea/en").text)
    assert 200 == put(kept, "/restore/tea/en", {"version": name}, read(kept)["sha256"]).status
    assert before == kept.copy.read_bytes()


def test_broken_version_is_shown_and_put_back(kept: "Studio") -> None:
    """A version whose words cannot be read says so, shows its text, and can be had again."""
    dutch = kept.copy.with_name("nl.md")
    dutch.write_text("---\ntitle: Tea\n\nNo end <b>.\n", "utf-8")
    broken = dutch.read_bytes()
    allow(kept, name="tea/nl")
    assert 200 == put(kept, "/copy/tea/nl", {"text": TEA}, read(kept, "tea/nl")["sha256"]).status
    (name,) = set(re.findall(r"of=([\d-]+)\"", kept.ask("/history/tea/nl").text))
    text = kept.ask(f"/history/tea/nl?of={name}").text
    assert (True, True) == ("cannot be compared" in text, "No end &lt;b&gt;." in text)
    assert 200 == put(kept, "/restore/tea/nl", {"version": name}, read(kept, "tea/nl")["sha256"]).status
    assert broken == dutch.read_bytes()


def test_day_is_kept_once_and_a_restoring_each_time(tmp_path: Path) -> None:
    """Of a day its beginning is kept; before another version takes the copy's place, what stands there always is."""
    copy, former = tmp_path / "a.md", tmp_path / "former"
    copy.write_bytes(b"1")
    for text in ("2", "3"):
        save(copy, stored(copy).sha256, text, former)
    for text in ("4", "5"):
        save(copy, stored(copy).sha256, text, former, always=True)
    (former / "notes.md").write_bytes(b"not ours")
    found = History(copy, former, None).versions()
    assert [(Kept.MOMENT, b"4"), (Kept.MOMENT, b"3"), (Kept.DAY, b"1")] == [(one.kept, one.data) for one in found]


def test_line_ends_stay_what_they_are_here(tmp_path: Path) -> None:
    """Git keeps line feeds where the file has other line ends: they are as the file has them."""
    copy = tmp_path / "a.md"
    copy.write_bytes(b"a\nb\n")
    (version,) = History(copy, tmp_path, repository_of(repository(tmp_path))).versions()
    assert (b"a\r\nb\r\n", b"a\nb\n") == (restored(b"x\r\n", version), restored(b"x\n", version))


def test_history_goes_on_under_former_names(tmp_path: Path) -> None:
    """A copy that was renamed, and moved with its project, has the commits of before; one that was copied has not."""
    first, middle, last = (tmp_path / name for name in ("café.md", "in/ä b.md", "in/deep/nl.md"))
    first.write_text(TEA, "utf-8")
    repository(tmp_path)
    for before, after in ((first, middle), (middle, last)):
        after.parent.mkdir(exist_ok=True)
        git(tmp_path, "mv", str(before), str(after))
        after.write_text(after.read_text("utf-8") + f"\n{after.stem}\n", "utf-8")
        git(tmp_path, "commit", "--quiet", "--all", f"--message={after.stem}")
    twin = last.with_name("fr.md")
    twin.write_bytes(last.read_bytes())
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=Twin")
    found = History(last, tmp_path / "former", repository_of(last.parent)).versions()
    assert ["nl", "ä b", "First"] == [version.said for version in found]
    assert (last.read_bytes(), TEA.encode()) == (found[0].data, found[-1].data)
    assert ["Twin"] == [one.said for one in History(twin, tmp_path / "former", repository_of(last.parent)).versions()]


def test_folder_without_repository_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in no repository has none, nor has any where Git is not installed."""
    (tmp_path / "a.md").write_bytes(b"a")
    assert repository_of(tmp_path) is None
    repository(tmp_path)
    monkeypatch.setenv("PATH", os.devnull)
    assert repository_of(tmp_path) is None
