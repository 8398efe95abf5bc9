"""Set Clearfold up on a machine that has Python and nothing else, and run it: the first command of a fresh clone.

    python3 bootstrap.py build [arguments of `clearfold build`]
    python3 bootstrap.py test [arguments of nox]

The first makes every edition of the example leaflet and proves them; the second runs all checks of the project. Both
first see to it, once, that there are: a virtual environment (.venv), the packages that requirements/*.txt pin with
their hashes, and the system libraries of WeasyPrint (Pango, HarfBuzz, fontconfig). A second run finds them and goes on.

Paths among the arguments are seen from the project's folder. Standard library only. Exit codes: 2 for words that mean
nothing here, 3 where something is missing that this program cannot get; else that of the command.

Linux is where this was tried: bare Debian, as root and as a user who may install nothing. The ways for Fedora, Alpine,
Arch, openSUSE, macOS and Windows follow those systems' documentation and have not been run by us.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

OLDEST = (3, 11)
NEWEST_MINOR = 14
PLATFORM: str = sys.platform
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "bootstrap.json"
UNPACKED = VENV / "system"  # system libraries, where they may not be installed
UNAVAILABLE = 3

# Every lock is made of the one above it, so that the environment of `build` grows into that of `test`.
LOCKS = {"build": ROOT / "requirements/run.txt", "test": ROOT / "requirements/dev.txt"}
PANGO_LOCK = ROOT / "requirements/pango.txt"

# What WeasyPrint 70 opens (weasyprint/text/ffi.py), by the names of Linux and of macOS.
LIBRARIES = {
    "linux": (
        "libgobject-2.0.so.0",
        "libpango-1.0.so.0",
        "libpangoft2-1.0.so.0",
        "libharfbuzz.so.0",
        "libharfbuzz-subset.so.0",
        "libfontconfig.so.1",
    ),
    "darwin": (
        "libgobject-2.0.dylib",
        "libpango-1.0.dylib",
        "libpangoft2-1.0.dylib",
        "libharfbuzz.0.dylib",
        "libharfbuzz-subset.0.dylib",
        "libfontconfig.1.dylib",
    ),
    "win32": ("gobject-2.0-0.dll", "pango-1.0-0.dll", "pangoft2-1.0-0.dll", "harfbuzz.dll", "fontconfig-1.dll"),
}
BRAILLE = ("liblouis.so.20",)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# For libraries that were unpacked: they look for their settings, and those for fonts, where they were to be installed.
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{0}/usr/share/fonts</dir><cachedir>{0}/fontconfig</cachedir></fontconfig>
"""

# Prints those of its arguments that cannot be opened. A program of its own, because a process keeps the search path and
# the cache of libraries that it started with.
PROBE = """
import ctypes, os, sys
for folder in filter(os.path.isdir, os.environ.get("WEASYPRINT_DLL_DIRECTORIES", "").split(";")):
    getattr(os, "add_dll_directory", str)(folder)
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


@dataclass(frozen=True)
class Manager:
    """A package manager: its program, how it installs, its names for Pango, Python's venv, liblouis, Chromium."""

    program: str
    install: tuple[str, ...]
    pango: tuple[str, ...]
    venv: tuple[str, ...] = ()
    refresh: tuple[str, ...] = ()
    braille: tuple[str, ...] = ()
    browser: tuple[str, ...] = ()


MANAGERS = (
    Manager(
        "apt-get",
        ("install", "--yes", "--no-install-recommends"),
        ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
        ("python3-venv",),
        ("update",),
        ("liblouis20",),
        ("chromium",),
    ),
    Manager("dnf", ("install", "--assumeyes"), ("pango",), ("python3-pip",)),
    Manager("apk", ("add", "--no-cache"), ("pango", "harfbuzz-subset", "fontconfig")),
    Manager("pacman", ("--sync", "--needed", "--noconfirm"), ("pango", "harfbuzz")),
    Manager("zypper", ("--non-interactive", "install"), ("libpango-1_0-0", "libharfbuzz-subset0"), ("python3-pip",)),
)


class UnavailableError(Exception):
    """Something is missing that cannot be got from here; the message is the line that a person needs."""


def main(words: list[str]) -> int:
    """Run one command of this program and return its exit code."""
    if words[:1] in (["-h"], ["--help"]):
        print((__doc__ or "").strip())
        return 0
    if not words or words[0] not in LOCKS:
        print("usage: python3 bootstrap.py build|test [arguments…]   (--help says more)", file=sys.stderr)
        return 2
    command, arguments = words[0], words[1:]
    environment = {**os.environ, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    try:
        make_environment(environment)
        install_packages(command, environment)
        environment.update(provide_libraries(environment))
        if command == "test":
            provide_braille(environment)
            provide_browser(environment)
    except UnavailableError as missing:
        print(f"bootstrap: {missing}", file=sys.stderr)
        return UNAVAILABLE
    module = ["clearfold", "build"] if command == "build" else ["nox"]
    return subprocess.run([str(PYTHON), "-m", *module, *arguments], cwd=ROOT, env=environment, check=False).returncode


def say(line: str) -> None:
    """Print one line on what is done now, before the programs that do it write theirs."""
    print(f"bootstrap: {line}", flush=True)


def run(words: list[str], environment: dict[str, str]) -> None:
    """Run a program; raise UnavailableError with its last words where it fails."""
    done = subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no word of why").splitlines()[-3:]
        raise UnavailableError(f"`{' '.join(words)}` failed: {' / '.join(last)}")


def works(words: list[str], environment: dict[str, str]) -> bool:
    """Return whether a program runs and succeeds."""
    try:
        return subprocess.run(words, env=environment, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


# The virtual environment and its packages


def make_environment(environment: dict[str, str]) -> None:
    """Have a virtual environment with pip and a Python that is new enough."""
    check = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    if works([str(PYTHON), "-c", check], environment):
        return
    say(f"making a virtual environment in {VENV.name}")
    make = [sys.executable, "-m", "venv", "--clear"]
    if not works([sys.executable, "-c", "import ensurepip, venv"], environment):
        # Debian and Ubuntu keep ensurepip, and pip, out of their python3 package.
        manager = find_manager()
        prefix = privilege(environment) if manager else None
        if manager and manager.venv and prefix is not None:
            install_system(manager, manager.venv, prefix, environment)
        elif manager and manager.program == "apt-get":
            run([*make, "--without-pip", str(VENV)], environment)
            unpack_debian(("python3-pip-whl",), by_hand(manager, "venv"), environment)
            wheel = next((UNPACKED / "usr/share/python-wheels").glob("pip-*.whl"))
            run([str(PYTHON), str(wheel / "pip"), "install", "--quiet", "--no-index", str(wheel)], environment)
            return
    try:
        run([*make, str(VENV)], environment)
    except UnavailableError as error:
        raise UnavailableError(f"Python's venv module is missing; {by_hand(find_manager(), 'venv')}") from error


def install_packages(command: str, environment: dict[str, str]) -> None:
    """Install what the command's lock pins, and the project itself, unless that is what is there."""
    wanted = stamp(LOCKS[command])
    if wanted in read_stamps():
        return
    say(f"installing the packages of {LOCKS[command].relative_to(ROOT)}")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet"]
    run([*pip, "--require-hashes", "--requirement", str(LOCKS[command])], environment)
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], environment)
    # The lock of `test` holds all of that of `build`.
    done = [stamp(lock) for lock in LOCKS.values()] if command == "test" else [wanted]
    STAMP.write_text(json.dumps(done), encoding="utf-8")


def stamp(lock: Path) -> str:
    """Return what changes when a lock, the project's own file, its place or the Python changes."""
    digest = hashlib.sha256(f"{ROOT}\n{sys.version}\n".encode())
    for path in (lock, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_stamps() -> list[str]:
    """Return the stamps of what is installed; none where the file is absent or is no list."""
    try:
        stamps = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return stamps if isinstance(stamps, list) else []


# The system's libraries


def provide_libraries(environment: dict[str, str]) -> dict[str, str]:
    """Have the libraries that WeasyPrint opens; return the variables with which a program finds them."""
    found = find_libraries(environment)
    if found is not None:
        return found
    manager = find_manager() if PLATFORM.startswith("linux") else None
    prefix = privilege(environment) if manager else None
    if not PLATFORM.startswith("linux"):
        say("installing Pango from the package gstreamer-libs")
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet"]
        run([*pip, "--require-hashes", "--requirement", str(PANGO_LOCK)], environment)
    elif manager and prefix is not None:
        install_system(manager, manager.pango, prefix, environment)
    elif manager and manager.program == "apt-get":
        unpack_debian(manager.pango, by_hand(manager, "pango"), environment)
    found = find_libraries(environment)
    if found is None:
        raise UnavailableError(f"missing {', '.join(missing_libraries(environment))}; {by_hand(manager, 'pango')}")
    return found


def provide_braille(environment: dict[str, str]) -> None:
    """Have liblouis, by which the tests make braille; where nobody may install it, they say that it is missing."""
    if not PLATFORM.startswith("linux") or not unopened(BRAILLE, environment):
        return
    manager = find_manager()
    prefix = privilege(environment) if manager else None
    if manager and manager.braille and prefix is not None:
        install_system(manager, manager.braille, prefix, environment)


def provide_browser(environment: dict[str, str]) -> None:
    """Have a browser, in which the studio is tried; where none can be had, that session says so and is left out."""
    manager = find_manager() if PLATFORM.startswith("linux") else None
    if not manager or not manager.browser or any(map(shutil.which, BROWSERS)):
        return
    prefix = privilege(environment)
    if prefix is None:
        return
    try:
        install_system(manager, manager.browser, prefix, environment)
    except UnavailableError as missing:
        say(f"no browser: {missing}")


def find_libraries(environment: dict[str, str]) -> dict[str, str] | None:
    """Return the variables with which WeasyPrint finds its libraries (often none), or None where it cannot."""
    candidates = [{}, *(library_variables(folders, PLATFORM) for folders in library_folders())]
    return next((found for found in candidates if not missing_libraries({**environment, **found})), None)


def missing_libraries(environment: dict[str, str]) -> list[str]:
    """Return those libraries of WeasyPrint that a program with these variables cannot open."""
    return unopened(LIBRARIES.get(PLATFORM, LIBRARIES["linux"]), environment)


def unopened(names: tuple[str, ...], environment: dict[str, str]) -> list[str]:
    """Return those libraries that a program with these variables cannot open."""
    done = subprocess.run(
        [str(PYTHON), "-c", PROBE, *names], env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout.split() if done.returncode == 0 else list(names)


def library_folders() -> list[list[Path]]:
    """Return the sets of folders, outside the system's own, in which the libraries may stand already."""
    if PLATFORM.startswith("linux"):
        found = sorted({path.parent for path in UNPACKED.glob("**/lib/**/lib*.so.*")})
        return [found] if found else []
    wheel = list(VENV.glob("[Ll]ib*/**/site-packages/gstreamer_libs"))
    if PLATFORM == "win32":
        return [[folder / "bin"] for folder in wheel]
    # Homebrew's two places, for Apple's processors and for Intel's.
    return [[Path("/opt/homebrew/lib")], [Path("/usr/local/lib")], *([folder / "lib"] for folder in wheel)]


def library_variables(folders: list[Path], platform: str) -> dict[str, str]:
    """Return the variables that let WeasyPrint find its libraries in the folders, before what they hold now."""
    names = {"win32": "WEASYPRINT_DLL_DIRECTORIES", "darwin": "DYLD_FALLBACK_LIBRARY_PATH"}
    name = names.get(platform, "LD_LIBRARY_PATH")
    separator = ";" if platform == "win32" else ":"
    variables = {name: separator.join(filter(None, (*map(str, folders), os.environ.get(name, ""))))}
    if any(UNPACKED in folder.parents for folder in folders):
        settings = UNPACKED / "fonts.conf"
        settings.write_text(FONTS.format(UNPACKED), encoding="utf-8")
        variables["FONTCONFIG_FILE"] = str(settings)
    return variables


# The system's package manager


def find_manager() -> Manager | None:
    """Return the package manager of this machine, or None."""
    return next((manager for manager in MANAGERS if shutil.which(manager.program)), None)


def privilege(environment: dict[str, str]) -> list[str] | None:
    """Return what goes before a command to run it as root: nothing for root, sudo that asks nothing; else None."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if works(["sudo", "-n", "true"], environment) else None


def install_system(manager: Manager, packages: tuple[str, ...], prefix: list[str], environment: dict[str, str]) -> None:
    """Install packages of the system as root."""
    say(f"installing {', '.join(packages)} with {manager.program}")
    words = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", manager.program]
    if manager.refresh:
        run([*words, *manager.refresh], environment)
    run([*words, *manager.install, *packages], environment)


def unpack_debian(packages: tuple[str, ...], advice: str, environment: dict[str, str]) -> None:
    """Fetch Debian packages, with all that they need and the machine has not, and unpack them into .venv/system.

    Raises UnavailableError with the advice where they cannot be fetched.
    """
    say(f"unpacking {', '.join(packages)} into {UNPACKED.relative_to(ROOT)}: nothing may be installed here")
    state, cache = UNPACKED / "apt/state", UNPACKED / "apt/cache"
    for folder in (state / "lists/partial", cache / "archives/partial"):
        folder.mkdir(parents=True, exist_ok=True)
    apt = ["apt-get", "--quiet", "--yes", "-o", "Debug::NoLocking=1"]
    apt += ["-o", f"Dir::State={state}", "-o", "Dir::State::status=/var/lib/dpkg/status", "-o", f"Dir::Cache={cache}"]
    run([*apt, "update"], environment)
    try:
        run([*apt, "--no-install-recommends", "--download-only", "install", *packages], environment)
    except UnavailableError as error:
        raise UnavailableError(f"{', '.join(packages)} cannot be fetched; {advice}") from error
    for package in sorted((cache / "archives").glob("*.deb")):
        run(["dpkg-deb", "--extract", str(package), str(UNPACKED)], environment)
    shutil.rmtree(UNPACKED / "apt")  # lists and packages: 150 MB that nobody needs again


def by_hand(manager: Manager | None, what: str) -> str:
    """Return the advice that is left where nothing can be installed: the command for an administrator."""
    if PLATFORM == "darwin" and what == "pango":
        return "`brew install pango` brings it"
    if manager is None:
        return "install " + ("Pango, HarfBuzz and fontconfig" if what == "pango" else "venv and pip for this Python")
    packages = manager.pango if what == "pango" else manager.venv or ("python3",)
    return f"an administrator can run: {' '.join((manager.program, *manager.install, *packages))}"


def newer_python() -> str | None:
    """Return a Python on the PATH that is new enough, or None."""
    names = (f"python3.{minor}" for minor in range(NEWEST_MINOR, OLDEST[1] - 1, -1))
    return next(filter(None, map(shutil.which, names)), None)


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        newer = newer_python()
        if newer is None:
            version = "{}.{}".format(*sys.version_info[:2])
            print(f"bootstrap: Clearfold needs Python 3.11 or newer; this is {version}", file=sys.stderr)
            sys.exit(UNAVAILABLE)
        os.execv(newer, [newer, *sys.argv])
    sys.exit(main(sys.argv[1:]))
