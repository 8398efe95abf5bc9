"""The steps of the workflows that a new project has, run in their order as GitHub and GitLab would: nox -s recipes.

What a step asks of its host (to check out, to upload, to publish) is left out; every line of shell is run, in a clean
environment where Clearfold is installed from its wheel: at a change of the main branch, at a tag, with a mistake in the
copy, and at tags that must publish nothing. Each run is of a project in another language.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from clearfold.model.messages import message, speaking, told

GITHUB, GITLAB = ".github/workflows/leaflets.yml", ".gitlab-ci.yml"
_TAG = "v1.1"
_MUST_STOP = {"de": "late", "fr": "stale", "nl": "mistake"}
"""What must stop a release, tried with a project in another language each."""


def main(wheel: Path) -> int:
    """Run both workflows with a wheel; return 1 where a step fails, or one does not that must."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        environment = _machine(folder, wheel)
        runs = ((_github, "", "nl"), (_github, _TAG, "fr"), (_gitlab, "", "de"), (_gitlab, _TAG, "en"))
        for host, tag, lang in runs:
            project = _project(folder / f"{host.__name__}-{lang}/project", environment, lang, tagged=bool(tag))
            if failed := _run(host(project, tag), project, environment, tag):
                print(f"{failed}: failed")
                return 1
            _published(project)
        return int(not all(_refused(folder, environment, lang, what) for lang, what in _MUST_STOP.items()))


def _run(steps: Iterator[tuple[str, str]], project: Path, environment: Mapping[str, str], tag: str) -> str:
    """Run steps until one fails, and return the name of that, "" where none does."""
    for what, words in steps:
        print(f"{project.parent.name} {tag or 'main'}: {what}", flush=True)
        if _shell(words, project, environment, tag):
            return what
    return ""


def _shell(words: str, project: Path, environment: Mapping[str, str], tag: str) -> int:
    known = {**environment, **_variables(project, tag)}
    return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", words], cwd=project, env=known, check=False).returncode


def _refused(folder: Path, environment: Mapping[str, str], lang: str, what: str) -> bool:
    """Say whether what must stop a release, or a build, does so on both hosts, with nothing there to publish."""
    good = True
    for host in (_github, _gitlab):
        project = _project(folder / f"{host.__name__}-{what}/project", environment, lang, tagged=True)
        _spoil(project, lang, what)
        # A clean environment has Clearfold by now: what asks apt and pip for it takes most of the time.
        steps = [(name, words) for name, words in host(project, _TAG) if "pip install" not in words or host is _gitlab]
        failed = _run(iter(steps), project, environment, _TAG)
        stopped = bool(failed) and not (project / "release").exists()
        print(f"  {what}: {'stopped' if stopped else 'NOT STOPPED'} at {failed or 'no step'}")
        good = good and stopped
        if host is _github and what == "mistake":
            good = good and _told(project, environment, lang)
    return good


def _spoil(project: Path, lang: str, what: str) -> None:
    """Make of a copy one that must not be released: a review that is late, a stale translation, a mistake."""
    copy = project / f"content/example/{lang}.md"
    text = copy.read_text("utf-8")
    final = text.replace("status: draft", "status: final")
    if what == "late":
        copy.write_text(final.replace("status: final", "status: final\nreview_by: 2020-01-31"), "utf-8")
    elif what == "stale":
        other = "nl" if lang != "nl" else "en"
        translated = final.replace(f"lang: {lang}", f"lang: {other}\ntranslation_of: {lang}", 1)
        copy.with_name(f"{other}.md").write_text(translated, "utf-8")
        words = [sys.executable, "-m", "clearfold", "translations", "accept", other]
        subprocess.run([*words, "--quiet"], cwd=project, check=True, stdout=subprocess.DEVNULL)
        copy.write_text(f"{final}\nBel 112.\n", "utf-8")
    else:
        copy.write_text(f"{text}\n![](images/picture.svg)\n", "utf-8")


def _told(project: Path, environment: Mapping[str, str], lang: str) -> bool:
    """Say whether a run of GitHub that failed tells of the mistake on its page and beside the copy, in its language."""
    for step in _steps(project):
        asked = str(step.get("if", ""))
        if "run" in step and (asked == "failure()" or asked == "${{ !cancelled() }}"):
            _shell(step["run"], project, environment, _TAG)
    page = (project / "summary.md").read_text("utf-8")
    sarif = json.loads((project / "proof.sarif").read_text("utf-8"))["runs"][0]["results"]
    with speaking(lang):
        wanted = told(message("image has no alternative text"))
    texts = [one["message"]["text"].lower() for one in sarif]
    print(page)
    return "SRC-003" in page and wanted in page.lower() and any(wanted in text for text in texts)


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


def _project(folder: Path, environment: Mapping[str, str], lang: str, *, tagged: bool) -> Path:
    """Return a new project in a repository; a tagged one has a release before, and a sentence that is other since."""
    subprocess.run([sys.executable, "-m", "clearfold", "new", "--quiet", "--lang", lang, str(folder)], check=True)
    _git(folder, environment, "init", "--quiet", "--initial-branch=main")
    _commit(folder, environment)
    if tagged:
        _git(folder, environment, "tag", "v1.0")
        copy = folder / f"content/example/{lang}.md"
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
    for step in _steps(project):
        asked = str(step.get("if", ""))
        if "run" in step and asked != "failure()" and (tag or "refs/tags" not in asked):
            yield step["name"], step["run"]


def _steps(project: Path) -> list[dict[str, str]]:
    steps: list[dict[str, str]] = yaml.safe_load((project / GITHUB).read_text("utf-8"))["jobs"]["build"]["steps"]
    return steps


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
    if project.parent.name in ("_github-fr", "_gitlab-en"):
        assert "last release had" in notes.read_text("utf-8"), notes.read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
