"""The repository of a project, where it is one: former versions of a copy, and commits; nothing is ever pushed.

Git is asked as a program. What a repository's own settings could have it run when it is only read (a monitor of files,
a pager, an editor) is turned off; a commit runs the hooks that the project has.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

MOST = 200  # commits of a copy that are listed
SECONDS = 60
_SET = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotepath=false")
_FIELDS = "%x00".join(("%H", "%aI", "%an", "%s"))


class GitError(Exception):
    """Git could not do what it was asked for; its message says why."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One state of a copy: its commit's name in hexadecimal, when and by whom it was made, and its first line.

    ``path`` is how the copy was called then, below the top of the repository.
    """

    sha: str
    when: datetime
    by: str
    said: str
    path: str


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a folder stands in; paths are those of files below that folder."""

    folder: Path

    def history(self, path: Path) -> tuple[Commit, ...]:
        """Return the commits that changed a file, under the names that it had before too, the newest first.

        () where there is none yet.
        """
        found: list[Commit] = []
        try:
            top = self._top()
            start, name = "HEAD", path.resolve().relative_to(top.folder.resolve()).as_posix()
            while name and len(found) < MOST:
                since = top._since(start, name)
                found += since
                if not since:
                    break
                # Not --follow, which passes over merges in which both sides had changed the file.
                start, name = f"{since[-1].sha}^", top._name_before(since[-1])
        except GitError:
            pass  # a repository without any commit
        return tuple(found[:MOST])

    def data(self, commits: Sequence[Commit]) -> tuple[bytes | None, ...]:
        """Return a file as each commit of its history has it, None where one took it away."""
        if not commits or any("\n" in commit.path for commit in commits):  # Git is asked a line a file
            return (None,) * len(commits)
        asked = "".join(f"{commit.sha}:{commit.path}\n" for commit in commits)
        return tuple(_blobs(self._ask("cat-file", "--batch", given=asked.encode())))

    def changed(self, paths: Sequence[Path]) -> tuple[str, ...]:
        """Return the files below some paths that differ from the last commit, or are in none, as Git names them."""
        words = ("--no-optional-locks", "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames")
        found = self._ask(*words, "--", *map(str, paths)).decode("utf-8", "replace")
        return tuple(entry[3:] for entry in found.split("\0") if entry)

    def commit(self, paths: Sequence[Path], said: str) -> str:
        """Commit what stands below some paths, and nothing else, and return the commit's name; raises GitError."""
        there = [str(path) for path in paths]
        self._ask("add", "--all", "--", *there)
        self._ask("commit", "--quiet", "--only", f"--message={said}", "--", *there)
        return self._ask("rev-parse", "HEAD").decode("ascii").strip()

    def _top(self) -> "Repository":
        """Return the repository as it is seen from its topmost folder, below which Git names every file."""
        return Repository(Path(self._ask("rev-parse", "--show-toplevel").decode("utf-8", "replace").rstrip("\n")))

    def _since(self, start: str, name: str) -> tuple[Commit, ...]:
        """Return the commits up to one that changed a file while it was called so, the newest first."""
        told = self._ask("log", f"--max-count={MOST}", "--no-show-signature", f"--format={_FIELDS}", start, "--", name)
        return tuple(_commits(told.decode("utf-8", "replace"), name))

    def _name_before(self, commit: Commit) -> str:
        """Return how a file was called before the commit that gave it its name, "" where that made the file."""
        words = ("diff-tree", "--no-commit-id", "-r", "--find-renames", "--diff-filter=R", "--name-status", "-z")
        told = self._ask(*words, commit.sha).decode("utf-8", "replace").split("\0")
        names = dict(zip(told[2::3], told[1::3], strict=False))
        return names.get(commit.path, "")

    def _ask(self, *words: str, given: bytes = b"") -> bytes:
        try:
            done = subprocess.run(
                ("git", "-C", str(self.folder), *_SET, *words),
                input=given,
                capture_output=True,
                check=False,
                timeout=SECONDS,
                env=_environment(),
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GitError(str(error)) from error
        if done.returncode:
            raise GitError((done.stderr or done.stdout).decode("utf-8", "replace").strip())
        return done.stdout


def repository_of(folder: Path) -> Repository | None:
    """Return the repository that a folder stands in, None where it is in none, or Git is not there."""
    if not shutil.which("git"):
        return None
    found = Repository(folder)
    try:
        inside = found._ask("rev-parse", "--is-inside-work-tree")
    except GitError:
        return None
    return found if inside.strip() == b"true" else None


def _environment() -> dict[str, str]:
    """Return the environment without what points at another repository, and with nothing that waits for a person."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or _of_people(name)}
    return {**kept, "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C.UTF-8"}


def _of_people(name: str) -> bool:
    return name.startswith(("GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_CONFIG_"))


def _commits(told: str, name: str) -> Iterator[Commit]:
    for line in told.splitlines():
        sha, when, by, said = line.split("\0", 3)
        yield Commit(sha, datetime.fromisoformat(when), by, said, name)


def _blobs(told: bytes) -> Iterator[bytes | None]:
    """Yield what ``git cat-file --batch`` tells: a line that ends in a size with as many bytes behind it, or none."""
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        line, at = told[at:end].split(b" "), end + 1
        if line[-1].isdigit():
            size = int(line[-1])
            yield told[at : at + size]
            at += size + 1
        else:
            yield None
