"""Take a folder of other people's PDFs and EPUBs, `nox -s others -- FOLDER`: no traceback, no hang, no memory taken.

Each file goes through `clearfold check`, with its reports, and `show-tags`, each in a process of its own, forked from
one that has our code in it already, under limits of time and memory. Tells tracebacks, internal errors (INT-001),
hangs, peaks above the limit and what a library said of itself, each with its command and file; ends with 1 where there
is one. Counts the files that cannot be read by the reason that is given. Whether what is said of a file is true is not
asked here.
"""

import argparse
import json
import os
import re
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from clearfold.cli.main import main as cli
from clearfold.proof import prove  # noqa: F401 -- what every command imports is here before it is forked

SECONDS = 60
MEMORY = 1_500_000_000
COPY = Path("tests/cases/good/01-paragraphs")
ENDINGS = (".pdf", ".epub")
FAILED = re.compile(r"Traceback \(most recent call last\)|INT-001|MemoryError")
UNREAD = re.compile(r"(?:TXT-090|cannot be read:)[^\n]*")
NOISE = re.compile(r"^(?:\w+Warning|[\w.]*(?:pypdf|fontTools|PIL|pdfium)[\w.]*[: ]).*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """What became of one command: its seconds, its peak in bytes, its exit code.

    ``wrong`` is what went wrong, "" for nothing; ``unread`` why the file cannot be read, "" where it can.
    """

    file: str
    command: str
    seconds: float
    peak: int
    code: int
    wrong: str
    unread: str = ""


def commands(path: Path, folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each command for a file by its name."""
    copy = str(next(COPY.glob("*.md")))
    yield "check", ["check", str(path), "--source", copy]
    yield "check --report", ["check", str(path), "--source", copy, "--report", str(folder / "report.html")]
    yield "check --format json", ["check", str(path), "--source", copy, "--format", "json"]
    if path.suffix.lower() == ".pdf":
        yield "show-tags", ["show-tags", str(path)]


def run(path: Path, name: str, words: Sequence[str], folder: Path, seconds: int, memory: int) -> Run:
    """Run one command under limits."""
    began = time.monotonic()
    said = folder / f"{name.replace(' ', '')}.txt"
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _carry_out(words, said)
    peak, code = _waited(child, began + seconds)
    text = said.read_bytes().decode("utf-8", "replace") if said.exists() else ""
    found = FAILED.search(text)
    wrong = ""
    if code is None:
        wrong = f"no end within {seconds} s"
    elif found is not None:
        wrong = next((line for line in reversed(text.splitlines()) if line.strip()), found[0])[:200]
    elif code < 0:
        wrong = f"ended by signal {-code}"
    elif peak > memory:
        wrong = f"{peak // 1_000_000} MB of memory"
    elif name == "show-tags" and (noise := NOISE.search(text)):
        wrong = noise[0][:200]
    unread = UNREAD.search(text)
    spent = round(time.monotonic() - began, 1)
    return Run(str(path), name, spent, peak, -1 if code is None else code, wrong, unread[0][:160] if unread else "")


def _carry_out(words: Sequence[str], said: Path) -> NoReturn:
    """Be the process of one command, whose words go to a file."""
    code = 1
    try:
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        code = cli(words)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _waited(child: int, end: float) -> tuple[int, int | None]:
    """Wait for a process, and return its peak in bytes and its code; None for one that had to be ended."""
    while time.monotonic() < end:
        done, status, usage = os.wait4(child, os.WNOHANG)
        if done:
            return usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    return os.wait4(child, 0)[2].ru_maxrss * 1024, None


def all_of(asked: tuple[Path, str, int, int]) -> list[Run]:
    """Run all commands of a pattern for one file, within so many seconds and bytes."""
    path, pattern, seconds, memory = asked
    with TemporaryDirectory() as name:
        folder = Path(name)
        wanted = [(what, words) for what, words in commands(path, folder) if re.search(pattern, what)]
        return [run(path, what, words, folder, seconds, memory) for what, words in wanted]


def main(words: Sequence[str]) -> int:
    """Run all files of a folder, and return 1 where something went wrong."""
    parser = argparse.ArgumentParser(prog="nox -s others --", description="files of other makers under limits")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=SECONDS, help="that a command may take")
    parser.add_argument("--memory", type=int, default=MEMORY, help="bytes that a command may hold")
    parser.add_argument("--first", type=int, default=0, help="the number of the first file")
    parser.add_argument("--count", type=int, default=100_000, help="how many files")
    parser.add_argument("-k", default="", help="only commands that have this pattern")
    parser.add_argument("--json", type=Path, help="a file for every run")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1, help="at a time")
    asked = parser.parse_args(words)
    # A command that would take the whole machine is ended by the system, and told by its signal or its message.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    files = sorted(path for path in asked.folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    files = files[asked.first : asked.first + asked.count]
    runs: list[Run] = []
    with ProcessPoolExecutor(asked.j) as pool:
        for done, some in enumerate(
            pool.map(all_of, [(path, asked.k, asked.seconds, asked.memory) for path in files]), start=1
        ):
            runs += some
            for one in some:
                if one.wrong:
                    print(f"  {one.wrong}: {one.command} {one.file}", flush=True)
            if done % 50 == 0:
                print(f"{done} of {len(files)}", flush=True)
    wrong = [one for one in runs if one.wrong]
    reasons = Counter(one.unread.replace(Path(one.file).name, "") for one in runs if one.unread)
    print(*(f"{count:5} not read: {reason}" for reason, count in reasons.most_common()), sep="\n")
    slow = sorted(runs, key=lambda one: -one.seconds)[:3]
    large = sorted(runs, key=lambda one: -one.peak)[:3]
    print(f"\n{len(files)} files, {len(runs)} commands, {len(wrong)} went wrong")
    print(*(f"slowest: {one.seconds} s, {one.command} {one.file}" for one in slow), sep="\n")
    print(*(f"largest: {one.peak // 1_000_000} MB, {one.command} {one.file}" for one in large), sep="\n")
    if asked.json:
        asked.json.write_text(json.dumps([asdict(one) for one in runs], indent=1), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
