"""A project that is a repository, for tests that ask Git for real."""

import os
import subprocess
from pathlib import Path

_WHO = {"GIT_AUTHOR_NAME": "An Author", "GIT_AUTHOR_EMAIL": "an@example.org"}
_WHO |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in _WHO.items()}
_OWN = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *words: str) -> str:
    """Have Git do something in a folder, by nobody's settings, and return what it says."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _WHO | _OWN
    done = subprocess.run(("git", "-C", str(folder), *words), capture_output=True, check=True, env=env, text=True)
    return done.stdout


def repository(folder: Path) -> Path:
    """Make a folder a repository in which all that stands there is committed; whoever commits later is known by it."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "An Author")
    git(folder, "config", "user.email", "an@example.org")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=First")
    return folder
