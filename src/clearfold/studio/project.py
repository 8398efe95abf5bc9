"""The folder that the studio works in: where its copies and its finished editions stand, and nothing outside."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.errors import UsageError
from clearfold.pipeline.copies import copies_of


class NotOursError(Exception):
    """A name that is not that of anything in the project."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folder, every link in its path followed."""

    root: Path

    @property
    def content(self) -> Path:
        """Where the copies stand."""
        return self.root / "content"

    @property
    def build(self) -> Path:
        """Where finished editions stand."""
        return self.root / "build"

    @property
    def site(self) -> Path:
        """Where the site of all leaflets stands."""
        return self.root / "site"

    def copies(self) -> dict[str, Path]:
        """Return every copy of the project by its name in addresses: the path below content/, without its ending."""
        try:
            found = copies_of((self.content,))
        except UsageError:
            return {}
        return {path.relative_to(self.content).with_suffix("").as_posix(): path for path in self._ours(found)}

    def copy(self, name: str) -> Path:
        """Return the copy of a name; raises NotOursError: what is not on the list of copies has no name."""
        try:
            return self.copies()[name]
        except KeyError as error:
            raise NotOursError(name) from error

    def finished(self, *parts: str) -> Path:
        """Return a file below build/ by the parts of its path; raises NotOursError where none stands there."""
        path = self.build.joinpath(*parts)
        if any(part in ("", ".", "..") or set(part) & set("/\\:\0") for part in parts):
            raise NotOursError("/".join(parts))
        if not (path.is_file() and path.resolve().is_relative_to(self.build.resolve())):
            raise NotOursError("/".join(parts))
        return path

    def _ours(self, paths: tuple[Path, ...]) -> Iterator[Path]:
        content = self.content.resolve()
        yield from (path for path in paths if path.is_file() and path.resolve().is_relative_to(content))


def project_in(folder: Path) -> Project:
    """Return the project in a folder; raises UsageError where there is none."""
    root = folder.resolve()
    if not (root / "content").is_dir():
        raise UsageError(f"there is no folder content in {folder}; begin a project with: clearfold new DIR")
    return Project(root)
