"""Former versions of a copy: the commits that changed it where the project is a repository, and the copies we kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from clearfold.studio.copy.git import Repository

DAY, MOMENT = "%Y-%m-%d", "%Y-%m-%dT%H%M%S.%f"
"""How the files are called that we keep: a day before its first change; a moment before something was restored."""


class Kept(StrEnum):
    """Why a version is there."""

    COMMIT = "commit"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Version:
    """A former version: ``name`` is the one in addresses; ``by`` and ``said`` are a commit's, "" of what we kept."""

    name: str
    kept: Kept
    when: datetime
    data: bytes
    by: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """Where the versions of a copy are: its path, the folder of what we kept of it, its repository if any."""

    path: Path
    former: Path
    repository: Repository | None

    def versions(self) -> tuple[Version, ...]:
        """Return all versions, the newest first; what we kept and is also a commit's is there as that alone."""
        commits = tuple(self._commits())
        known = {version.data for version in commits}
        ours = (version for version in kept_in(self.former) if version.data not in known)
        return tuple(sorted((*commits, *ours), key=lambda one: one.when, reverse=True))

    def _commits(self) -> Iterator[Version]:
        if self.repository is None:
            return
        commits = self.repository.history(self.path)
        for commit, data in zip(commits, self.repository.data(commits), strict=True):
            if data is not None:
                yield Version(commit.sha, Kept.COMMIT, commit.when, data, commit.by, commit.said)


def kept_in(folder: Path) -> Iterator[Version]:
    """Yield the versions in a folder of ours, in no order; other files are passed over."""
    for path in folder.glob("*.md"):
        for form, kept in ((DAY, Kept.DAY), (MOMENT, Kept.MOMENT)):
            try:
                when = datetime.strptime(path.stem, form).astimezone()
                yield Version(path.stem, kept, when, path.read_bytes())
            except (ValueError, OSError):
                continue


def name_of_day() -> str:
    """Return how the copy is called that is kept before the first change of this day."""
    return date.today().strftime(DAY)


def name_of_moment() -> str:
    """Return how the copy is called that is kept now."""
    return datetime.now(UTC).astimezone().strftime(MOMENT)


def restored(now: bytes, version: Version) -> bytes:
    """Return a version as it is to stand again: what Git keeps has the line ends of the copy that stands there."""
    if version.kept is Kept.COMMIT and b"\r\n" in now and b"\r\n" not in version.data:
        return version.data.replace(b"\n", b"\r\n")
    return version.data
