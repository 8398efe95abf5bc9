"""What people see while a batch is built: a bar in a terminal, lines in a log, and no more than they ask for."""

import os
import re
import sys
from pathlib import Path

import pytest

from clearfold.cli import progress as shown
from clearfold.cli.progress import progress
from clearfold.pipeline.progress import Clock, Tally

HALF = Tally(6, 12, 75.4, ("a/nl.md", "b/fr.md", "c/de.md"))


def in_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")


def test_log_line_says_what_is_done_how_long_it_takes_and_what_is_in_work() -> None:
    """Two leaflets in work are named, and the others counted."""
    assert "6 of 12 done, 1 min 15 s left; in work: a/nl.md, b/fr.md and 1 more" == str(HALF)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(None, "0 of 9 done"), (8.2, "0 of 9 done, 8 s left"), (7380.0, "0 of 9 done, 2 h 03 min left")],
)
def test_time_left_is_told_in_units_of_its_size(seconds: float | None, told: str) -> None:
    """Nobody can know it before the first leaflet is there, and nothing is said of it then."""
    assert told == str(Tally(0, 9, seconds, ()))


def test_bar_is_as_full_as_the_work_is_done_and_no_wider_than_the_terminal() -> None:
    """Half of the leaflets are half of the bar."""
    assert "[##########..........] 6 of 12 done" == HALF.line(35)


def test_clock_reckons_from_what_was_made() -> None:
    """What was there before takes no time; what is in work counts by half, and what is all done leaves nothing."""
    clock = Clock(20, before=10)
    clock.begun -= 40.0
    standing = clock.tally(3, ("a", "b"))
    assert 13 == standing.done
    assert standing.left
    assert 60 == round(standing.left)
    assert None is clock.tally(10, ()).left
    assert None is clock.tally(0, ("a",)).left


def test_terminal_has_one_line_that_is_wiped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each step is written over the last one, and nothing of it is left."""
    in_terminal(monkeypatch)
    with progress(quiet=False, verbose=False) as say:
        assert say
        say("tea/nl.md: reading the copy")
        say(HALF)
    told = capsys.readouterr().err
    assert "\n" not in told
    assert ["", "tea/nl.md: reading the copy", HALF.line(59), ""] == told.split("\r\x1b[K")


def test_dumb_terminal_and_quiet_have_no_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A terminal that cannot wipe a line gets lines, as a log does; who asked for quiet gets nothing."""
    in_terminal(monkeypatch)
    with progress(quiet=True, verbose=False) as say:
        assert None is say
    monkeypatch.setenv("TERM", "dumb")
    with progress(quiet=False, verbose=False) as say:
        assert say
        say(HALF)
    assert f"{HALF}\n" == capsys.readouterr().err


def test_verbose_log_has_each_state_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Only the time goes by between two of them: that is no line of its own."""
    with progress(quiet=False, verbose=True) as say:
        assert say
        for step in ("reading", HALF, Tally(6, 12, 70.0, HALF.running), Tally(7, 12, 60.0, ()), "reading"):
            say(step)
    lines = capsys.readouterr().err.splitlines()
    assert ["reading", str(HALF), "7 of 12 done, 1 min 00 s left", "reading"] == lines


def test_log_of_a_long_build_has_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a terminal the steps of few leaflets are told, and not a hundred states of a large batch."""
    large = Tally(30, 200, 75.4, ("a/nl.md",))
    with progress(quiet=False, verbose=False) as say:
        assert say
        say("tea/nl.md: reading the copy")
        say(HALF)
        say(large)
        monkeypatch.setattr(shown, "_PATIENCE", 0.0)
        say(large)
        monkeypatch.setattr(shown, "_PATIENCE", 30.0)
        say(large)
    assert f"tea/nl.md: reading the copy\n{HALF}\n{large}\n" == capsys.readouterr().err


@pytest.mark.slow("starts the command and its workers")
@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of POSIX")
def test_batch_in_a_real_terminal(tmp_path: Path) -> None:
    """The bar fills, names the leaflets in work, and the summary stands alone in the end."""
    import pty

    for name in ("apple", "bread", "cocoa"):
        copy = tmp_path / "content" / name / "en.md"
        copy.parent.mkdir(parents=True)
        copy.write_text(f"---\ntitle: {name}\nlang: en\n---\n\n## Water\n\nOf {name}.\n", "utf-8")
    words = ["-m", "clearfold", "build", "-e", "epub", "--no-check", "--no-cache", "--jobs", "1"]
    code = f"import os; os.chdir({str(tmp_path)!r}); os.execv({sys.executable!r}, {[sys.executable, *words]!r})"
    path = os.pathsep.join(entry for entry in sys.path if entry)
    told: list[bytes] = []

    def read(number: int) -> bytes:
        told.append(os.read(number, 4096))
        return told[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", path)
        patch.setenv("TERM", "xterm")
        patch.setenv("COLUMNS", "100")
        status = pty.spawn([sys.executable, "-c", code], read, lambda _: b"")
    steps = b"".join(told).decode().split("\r\x1b[K")
    assert 0 == os.waitstatus_to_exitcode(status)
    assert any(re.match(r"\[######\.{14}\] 1 of 3 done, \d+ s left; in work: content/bread", step) for step in steps)
    assert "3 of 3 leaflets are good" == steps[-1].splitlines()[-1]
