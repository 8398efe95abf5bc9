"""A commit from the studio: of one leaflet's files, and of nothing else; and it is pushed nowhere."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clearfold.studio.committing import commit, uncommitted
from clearfold.studio.copy.git import GitError
from clearfold.studio.project import project_in
from tests.studio.repositories import git, repository

if TYPE_CHECKING:
    from tests.studio.conftest import Studio


def test_files_of_the_leaflet_are_committed_alone(studio: "Studio") -> None:
    """Its changed, new and shared files are; what was made ready for another commit, and other leaflets, stay so."""
    folder = repository(studio.folder)
    assert "as they were committed" in studio.ask("/publish/tea/en").text
    git(folder, "remote", "add", "origin", str(folder / "nowhere"))
    studio.copy.write_bytes(studio.copy.read_bytes() + b"\nMore.\n")
    (folder / "content/tea/nl.md").unlink()
    (folder / "content/publisher.yaml").write_text("name: Us\n", "utf-8")
    (folder / "content/other").mkdir()
    for name in ("content/tea/fr.md", "content/other/en.md", "mine.txt"):
        (folder / name).write_text("x", "utf-8")
    git(folder, "add", "mine.txt")
    page = studio.ask("/publish/tea/en").text
    ours = ["content/publisher.yaml", "content/tea/en.md", "content/tea/fr.md", "content/tea/nl.md"]
    assert ours == [name for name in [*ours, "content/other/en.md", "mine.txt"] if f"<li>{name}</li>" in page]
    answer = studio.ask("/commit/tea/en", "PUT", json.dumps({"said": "--amend: 'more' $HOME"}).encode())
    assert (200, git(folder, "rev-parse", "HEAD").strip()) == (answer.status, json.loads(answer.body)["commit"])
    assert ours == sorted(git(folder, "show", "--name-only", "--format=").split())
    assert "--amend: 'more' $HOME" == git(folder, "log", "-1", "--format=%s").strip()
    assert "A  mine.txt\n?? content/other/\n" == git(folder, "status", "--porcelain")
    assert 409 == studio.ask("/commit/tea/en", "PUT", b'{"said": "again"}').status
    assert 400 == studio.ask("/commit/tea/en", "PUT", b'{"said": " "}').status


def test_what_git_refuses_is_told(project: Path) -> None:
    """Where a hook of the project says no, its words are told, and nothing is committed."""
    repository(project)
    hook = project / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho not on a Sunday >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    copy = project / "content/tea/en.md"
    copy.write_bytes(b"x")
    with pytest.raises(GitError, match="not on a Sunday"):
        commit(project_in(project), copy, "x")
    assert ("content/tea/en.md",) == uncommitted(project_in(project), copy)


def test_project_without_a_repository_is_offered_none(shared: "Studio") -> None:
    """No commit is offered, and one that is asked for is refused."""
    assert "commit" not in shared.ask("/publish/tea/en").text.casefold().partition("<main")[2].partition("</main")[0]
    assert 409 == shared.ask("/commit/tea/en", "PUT", b'{"said": "x"}').status
