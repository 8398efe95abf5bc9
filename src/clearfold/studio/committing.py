"""Which files of a leaflet differ from the last commit, and committing them; nothing is ever sent anywhere."""

from pathlib import Path

from clearfold.studio.copy.git import GitError, Repository, repository_of
from clearfold.studio.project import Project

_SHARED = "publisher.yaml"


def uncommitted(project: Project, copy: Path) -> tuple[str, ...] | None:
    """Return the files of a copy's leaflet that differ from the last commit; None where there is no repository."""
    repository = repository_of(project.root)
    if repository is None:
        return None
    try:
        return repository.changed(_files(project, copy))
    except GitError:
        return None


def commit(project: Project, copy: Path, said: str) -> str:
    """Commit the files of a copy's leaflet, and what all leaflets share; return the commit's name; raises GitError."""
    repository = repository_of(project.root)
    if repository is None:
        raise GitError("no repository")
    return _committed(repository, _files(project, copy), said)


def _committed(repository: Repository, files: tuple[Path, ...], said: str) -> str:
    # Of a file that all share and that is as it was, or was never there, Git would not know the name.
    changed = tuple(path for path in files if repository.changed((path,)))
    if not changed:
        raise GitError("nothing differs")
    return repository.commit(changed, said)


def _files(project: Project, copy: Path) -> tuple[Path, ...]:
    """Return the folder of a leaflet with the file that all leaflets share; a copy beside others stands alone."""
    return (copy.parent if copy.parent != project.content else copy, project.content / _SHARED)
