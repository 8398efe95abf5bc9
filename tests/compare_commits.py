"""Say what differs between the editions that two revisions make of the same copies: `nox -s compare -- REV [REV2]`.

    python -m tests.compare_commits REV [REV2]

REV2 is the working tree where it is left out. Each revision's own program, by its command line alone, builds the copies
of REV, so that nothing but the program differs. A line is printed for each output that differs: “other bytes only”
where what a reader, a page or a program meets is the same, else what is not. Exit code 1 where more than bytes differ.

What a commit makes is kept in build/compare, or in the folder that CLEARFOLD_COMPARE names, until somebody deletes it.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from tests.compare_outputs import differences, entries

ROOT = Path(__file__).parents[1]
KEPT = Path(os.environ.get("CLEARFOLD_COMPARE") or ROOT / "build/compare")
PROGRAM = ("src", "styles")
BUILDS = (
    (("content", "tests/cases/long", "tests/cases/good"), ("-e", "all")),
    # Flyers are asked for by name: most copies are too long for six panels.
    (("tests/cases/flyer",), ("-e", "all", "-e", "flyer-c", "-e", "flyer-z")),
)
COPIES = tuple(copy for copies, _ in BUILDS for copy in copies)
PROFILES = ("archive", "next")


@dataclass(frozen=True)
class Revision:
    """A tree of git's that is compared, by the name it is told under; ``lasting`` if it is a commit's."""

    name: str
    tree: str
    lasting: bool


def git(*words: str, **environment: str) -> str:
    """Return what git prints in this repository; raises CalledProcessError."""
    env = {**os.environ, **environment}
    return subprocess.run(["git", *words], cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout


def commit(name: str) -> Revision:
    """Return a commit, by any name that git knows it under; raises CalledProcessError."""
    return Revision(name, git("rev-parse", "--verify", f"{name}^{{commit}}").strip(), True)


def working_tree(folder: Path) -> Revision:
    """Return what stands in the working tree now, new files too, so that work on it can go on meanwhile."""
    # An index of its own: the user's stays as it is.
    index = {"GIT_INDEX_FILE": str(folder / "index")}
    git("read-tree", "HEAD", **index)
    git("add", "--all", **index)
    return Revision("the working tree", git("write-tree", **index).strip(), False)


def check_out(revision: Revision, folder: Path) -> Path:
    """Lay a revision's files in a folder, and return it."""
    # Not `git worktree`: it writes down in the repository what a run that is stopped would leave there.
    folder.mkdir()
    index = {"GIT_INDEX_FILE": str(folder.with_suffix(".index"))}
    git("read-tree", revision.tree, **index)
    git("checkout-index", "--all", f"--prefix={folder}/", **index)
    return folder


def made(revision: Revision, copies: Revision, folder: Path) -> Path:
    """Return the archive of what a revision makes of another's copies, made only where it is not kept already."""
    # What is made follows from these parts of both trees and from the packages that are installed.
    parts = git("ls-tree", revision.tree, *PROGRAM) + git("ls-tree", copies.tree, *COPIES)
    packages = sorted(f"{package.name} {package.version}" for package in distributions() if package.name != "clearfold")
    key = sha256(repr((parts, packages, sys.version, BUILDS, PROFILES)).encode()).hexdigest()[:16]
    kept = KEPT / f"{key}.zip"
    if kept.exists():
        return kept
    print(f"building with {revision.name} …", file=sys.stderr, flush=True)
    folder.mkdir()
    program, copy = check_out(revision, folder / "program"), check_out(copies, folder / "copies")
    for profile in PROFILES:
        for number, (sources, editions) in enumerate(BUILDS, 1):
            build(program, copy, profile, number, *(name for name in sources if (copy / name).exists()), *editions)
    archive = Path(shutil.make_archive(str(folder / "made"), "zip", folder / "made"))
    if not revision.lasting:
        return archive
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / ".gitignore").write_text("*\n", "utf-8")
    # Renamed when whole, for a run beside this one.
    half = KEPT / f"{key}.{os.getpid()}"
    shutil.copyfile(archive, half)
    return half.replace(kept)


def build(program: Path, copies: Path, profile: str, number: int, *words: str) -> None:
    """Build below the folder `made` beside the program's; what it says is an output too; raises SystemExit."""
    env = {**os.environ, "PYTHONPATH": str(program / "src")}
    # Seen from the copies, because manifests name their sources as seen from themselves.
    options = ("--no-check", "--no-cache", "--jobs", "2", "--pdf-profile", profile, "-q", "-o", f"../made/{profile}")
    call = [sys.executable, "-m", "clearfold", "build", *words, *options]
    done = subprocess.run(call, cwd=copies, env=env, capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(call)}\nends with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    said = (done.stdout + done.stderr).replace(str(program.parent), "…")
    (program.parent / f"made/{profile}/said-{number}.txt").write_text(f"{said}exit code {done.returncode}\n", "utf-8")


def compare(task: tuple[str, Path, Path]) -> tuple[str, list[str]]:
    """Return an output's name, and what differs of it beyond bytes."""
    name, one, two = task
    with ZipFile(one) as here, ZipFile(two) as there:
        return name, differences(name, here.read(name), there.read(name))


def report(one: Path, two: Path) -> int:
    """Print what differs between two archives and how many outputs do, and return the exit code."""
    here, there = entries(one), entries(two)
    counts: Counter[str] = Counter()
    for names, side in ((here.keys() - there.keys(), "first"), (there.keys() - here.keys(), "second")):
        for name in sorted(names):
            print(f"{name}: only in the {side}")
            counts["differ"] += 1
    both = sorted(here.keys() & there.keys())
    tasks = [(name, one, two) for name in both if here[name] != there[name]]
    counts["the same"] = len(both) - len(tasks)
    with ProcessPoolExecutor(2) as pool:
        results: Iterable[tuple[str, list[str]]] = pool.map(compare, tasks, chunksize=4)
        for name, found in results:
            counts["differ" if found else "other bytes only"] += 1
            print(f"{name}: {'; '.join(found) or 'other bytes only'}", flush=True)
    kinds = ("the same", "other bytes only", "differ")
    print(f"{counts.total()} outputs: {', '.join(f'{counts[kind]} {kind}' for kind in kinds)}")
    return 1 if counts["differ"] else 0


def main() -> int:
    """Compare the revisions that the command line names, and return the exit code."""
    parser = argparse.ArgumentParser(description="What differs between the editions that two revisions make.")
    parser.add_argument("first", metavar="REV", help="whose copies both build")
    parser.add_argument("second", metavar="REV2", nargs="?", help="default: the working tree")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        one = commit(options.first)
        two = commit(options.second) if options.second else working_tree(folder)
        return report(made(one, one, folder / "first"), made(two, one, folder / "second"))


if __name__ == "__main__":
    sys.exit(main())
