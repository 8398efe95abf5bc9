"""A desktop of this session's own: a screen that nobody sees, its buses, and the programs that are started on it.

Nothing of the user's is touched: home, profile and buses are new, and only what was started here is ended.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LANGUAGE = "C.UTF-8"
WINDOWS = '<openbox_config xmlns="http://openbox.org/3.4/rc"/>'  # no keys of its own: they are for the reader
BROWSERS = {"Firefox": "firefox-esr", "Chromium": "chromium"}
PATIENCE = 90.0  # seconds
T = TypeVar("T")


PACKAGES = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "openbox": "openbox",
    "orca": "orca",
    "speech-dispatcher": "speech-dispatcher",
    "xdotool": "xdotool",
}
"""Programs, and the packages of Debian that hold them; the two browsers are named apart."""


class HeardError(Exception):
    """Something of the session's own did not come about: a browser that does not answer, a tree that does not end."""


def missing(browsers: Mapping[str, str | None]) -> str:
    """Return in plain words what has to be installed before anything can be heard, "" where all is there."""
    packages = [package for program, package in PACKAGES.items() if not shutil.which(program)]
    packages += [BROWSERS[name] for name, program in browsers.items() if program is None]
    packages += [] if any(Path(path).exists() for path in LAUNCHERS) else ["at-spi2-core"]
    asked = ("/usr/bin/python3", "-c", "import gi; gi.require_version('Atspi', '2.0')")
    there = Path(asked[0]).exists() and not subprocess.run(asked, capture_output=True, check=False).returncode
    packages += [] if there else ["python3-gi", "gir1.2-atspi-2.0"]
    if not packages:
        return ""
    return f"not run: this session needs programs of the system. On Debian: sudo apt-get install {' '.join(packages)}"


def ending() -> None:
    """See to it that a session which is asked to end ends what it has started too."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


@dataclass(frozen=True, slots=True)
class Desktop:
    """A screen with its buses: its size in pixels, what programs on it must know, and a folder for them."""

    size: tuple[int, int]
    folder: Path
    environment: Mapping[str, str]

    def python(self, script: Path, *words: str, seconds: float = 4 * PATIENCE) -> str:
        """Return what a program says that is run by the system's Python, which knows the accessibility bus."""
        command = ["/usr/bin/python3", "-I", str(script), *words]
        done = subprocess.run(
            command, env=dict(self.environment), capture_output=True, text=True, timeout=seconds, check=False
        )
        if done.returncode:
            raise HeardError(f"{script.name}: {done.stderr.strip() or done.returncode}")
        return done.stdout


@contextmanager
def desktop(size: tuple[int, int]) -> Iterator[Desktop]:
    """Yield a desktop of so many pixels, and end it; a session that is asked to end closes it too."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="heard-")))
        for name in ("home", "run"):
            (folder / name).mkdir(mode=0o700)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "LANG": LANGUAGE,
            "NO_AT_BRIDGE": "0",
            "GNOME_ACCESSIBILITY": "1",
            "GSETTINGS_BACKEND": "memory",
        }
        first, second = os.pipe()
        screen = ("Xvfb", "-displayfd", str(second), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp")
        stack.enter_context(started(screen, environment, keep=(second,)))
        os.close(second)
        with os.fdopen(first) as number:
            environment["DISPLAY"] = f":{number.readline().strip()}"
        address = f"unix:path={folder / 'run/bus'}"
        bus = ("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}")
        stack.enter_context(started(bus, environment))
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        waited(lambda: (folder / "run/bus").exists(), "the bus of the session")
        launcher = next(path for path in LAUNCHERS if Path(path).exists())
        stack.enter_context(started((launcher, "--launch-immediately", "--a11y=1", "--screen-reader=1"), environment))
        (folder / "windows.xml").write_text(WINDOWS, "utf-8")
        stack.enter_context(started(("openbox", "--config-file", str(folder / "windows.xml")), environment))
        yield Desktop(size, folder, environment)


@contextmanager
def started(
    command: Sequence[str], environment: Mapping[str, str], keep: Sequence[int] = (), log: Path | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Yield a program that runs, and end it with all that it started itself: they are a group of their own."""
    with (log or Path(os.devnull)).open("wb") as told:
        program = subprocess.Popen(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
            pass_fds=keep,
            start_new_session=True,
        )
    try:
        yield program
    finally:
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(program.pid, number)
                program.wait(5)
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
        program.wait()


def waited(look: Callable[[], T | None], what: str, seconds: float = PATIENCE) -> T:
    """Return what a look finds as soon as it finds something; raise HeardError where it finds nothing in time."""
    end = time.monotonic() + seconds
    while True:
        if found := look():
            return found
        if time.monotonic() > end:
            raise HeardError(f"waited {seconds:.0f} s in vain for {what}")
        time.sleep(0.1)
