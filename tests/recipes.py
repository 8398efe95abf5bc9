"""The steps of the workflows that a new project has, run in their order as GitHub and GitLab would: nox -s recipes.

What a step asks of its host (to check out, to upload, to publish) is left out; every line of shell is run, in a clean
environment where Clearfold is installed from its wheel, at a change of the main branch and then at a tag.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

GITHUB, GITLAB = ".github/workflows/leaflets.yml", ".gitlab-ci.yml"
_TAG = "v1.1"


def main(wheel: Path) -> int:
    """Run both workflows with a wheel; return 1 where a step fails."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        environment = _machine(folder, wheel)
        for host in (_github, _gitlab):
            for tag in ("", _TAG):
                project = _project(folder / f"{host.__name__}{tag}/project", environment, tagged=bool(tag))
                for what, words in host(project, tag):
                    print(f"{host.__name__[1:]} {tag or 'main'}: {what}", flush=True)
                    done = subprocess.run(
                        ["bash", "-e", "-o", "pipefail", "-c", words],
                        cwd=project,
                        env={**environment, **_variables(project, tag)},
                        check=False,
                    )
                    if done.returncode:
                        print(f"{what}: exit code {done.returncode}")
                        return 1
                _published(project)
    return 0


def _machine(folder: Path, wheel: Path) -> dict[str, str]:
    """Return the variables of a machine that has Python, git and apt; who is root there needs no sudo."""
    subprocess.run([sys.executable, "-m", "venv", str(folder / "python")], check=True)
    tools = folder / "tools"
    tools.mkdir()
    if os.geteuid() == 0 and not shutil.which("sudo"):
        (tools / "sudo").write_text('#!/bin/sh\nexec "$@"\n', "utf-8")
        (tools / "sudo").chmod(0o755)
    path = os.pathsep.join((str(folder / "python/bin"), str(tools), os.environ["PATH"]))
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "HTTP", "http"))}
    names = {f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {**kept, **names, "PATH": path, "HOME": str(folder), "CLEARFOLD": f"{wheel.resolve()}[validators]"}


def _project(folder: Path, environment: Mapping[str, str], *, tagged: bool) -> Path:
    """Return a new project in a repository; a tagged one has a release before, and a sentence that is other since."""
    subprocess.run([sys.executable, "-m", "clearfold", "new", "--quiet", "--lang", "en", str(folder)], check=True)
    _git(folder, environment, "init", "--quiet", "--initial-branch=main")
    _commit(folder, environment)
    if tagged:
        _git(folder, environment, "tag", "v1.0")
        copy = folder / "content/example/en.md"
        copy.write_text(f"{copy.read_text('utf-8')}\nA sentence that the last release had not.\n", "utf-8")
        _commit(folder, environment)
        _git(folder, environment, "tag", _TAG)
    return folder


def _commit(folder: Path, environment: Mapping[str, str]) -> None:
    _git(folder, environment, "add", "--all")
    _git(folder, environment, "commit", "--quiet", "--message", "as it stands")


def _git(folder: Path, environment: Mapping[str, str], *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, env=dict(environment), check=True)


def _variables(project: Path, tag: str) -> dict[str, str]:
    """Return what the hosts tell a step of the run."""
    own = {"GITHUB_STEP_SUMMARY": str(project / "summary.md"), "PROOFS": "https://example.org/proofs"}
    return {**own, "CI_COMMIT_TAG": tag, "CI_PIPELINE_SOURCE": "push"}


def _github(project: Path, tag: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the lines of each step of the job that builds."""
    for step in yaml.safe_load((project / GITHUB).read_text("utf-8"))["jobs"]["build"]["steps"]:
        asked = str(step.get("if", ""))
        if "run" in step and asked != "failure()" and (tag or "refs/tags" not in asked):
            yield step["name"], step["run"]


def _gitlab(project: Path, tag: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of the jobs that build, in one shell as GitLab runs them, and that put the site in its place."""
    jobs = yaml.safe_load((project / GITLAB).read_text("utf-8"))
    yield "build", "\n".join(jobs["build"]["script"])
    if not tag:
        yield "pages", "\n".join(jobs["pages"]["script"])


def _published(project: Path) -> None:
    """Hold what would be published against its checksums, and look for the site and for what changed."""
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=project / "release", check=True)
    names = sorted(path.name for path in (project / "release").iterdir())
    print(f"  to publish: {', '.join(names)}")
    assert (project / "site/index.html").is_file() or (project / "public/index.html").is_file(), "no site"
    notes = project / "notes.md"
    if notes.exists() and "The first release" not in notes.read_text("utf-8"):
        assert "last release had" in notes.read_text("utf-8"), notes.read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
