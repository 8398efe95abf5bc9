"""The first command of a fresh clone: its words, its stamp, its advice; and that an old Python understands the file."""

import ast
import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parent.parent / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the program as a module whose environment is an empty folder."""
    spec = spec_from_file_location("bootstrap", FILE)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "bootstrap", module)
    spec.loader.exec_module(module)
    for name, place in {"VENV": "", "STAMP": "bootstrap.json", "UNPACKED": "system"}.items():
        monkeypatch.setattr(module, name, tmp_path / place)
    return module


def say(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run the program as a person does."""
    return subprocess.run([sys.executable, str(FILE), *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", [(), ("publish",), ("--version",)])
def test_words_without_meaning_are_refused(words: tuple[str, ...]) -> None:
    """Anything but build and test ends with exit code 2, and one line that says what there is."""
    done = say(*words)
    assert (2, "") == (done.returncode, done.stdout)
    assert ["usage: python3 bootstrap.py build|test [arguments…]   (--help says more)"] == done.stderr.splitlines()


def test_help_names_both_commands() -> None:
    """--help says what the two commands do."""
    done = say("--help")
    assert 0 == done.returncode
    assert "bootstrap.py build" in done.stdout
    assert "bootstrap.py test" in done.stdout


def test_old_python_can_read_the_file() -> None:
    """Python 3.7 can parse the program, so that it says in one line that it is too old."""
    ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_only_the_standard_library_is_imported() -> None:
    """Nothing is imported that a bare Python has not."""
    tree = ast.parse(FILE.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert set() == names - sys.stdlib_module_names


def test_every_lock_pins_with_a_hash_and_names_no_index(bootstrap: ModuleType) -> None:
    """What is installed is what was locked: every requirement is exact and has a hash, and no index is named."""
    for lock in (*bootstrap.LOCKS.values(), bootstrap.PANGO_LOCK):
        text = lock.read_text(encoding="utf-8")
        requirements = [
            part for part in text.replace("\\\n", " ").splitlines() if part and not part.lstrip().startswith("#")
        ]
        assert [] == [part for part in requirements if "==" not in part or "--hash=sha256:" not in part]
        assert "://" not in text


def test_lock_of_test_holds_that_of_build(bootstrap: ModuleType) -> None:
    """The environment of `test` serves `build` as well: the same versions, and more."""
    build, test = (set(pins(lock)) for lock in (bootstrap.LOCKS["build"], bootstrap.LOCKS["test"]))
    assert set() == build - test


def pins(lock: Path) -> list[str]:
    """Return the requirements of a lock without their hashes."""
    return [line.rstrip(" \\") for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line]


def test_stamp_changes_with_the_lock(bootstrap: ModuleType, tmp_path: Path) -> None:
    """A stamp is the same for the same lock, and another one after any change to it."""
    lock = tmp_path / "lock.txt"
    lock.write_text("a==1\n", encoding="utf-8")
    first = bootstrap.stamp(lock)
    assert first == bootstrap.stamp(lock)
    lock.write_text("a==2\n", encoding="utf-8")
    assert first != bootstrap.stamp(lock)


@pytest.mark.parametrize("content", [None, "", "{", "7", '{"a": 1}'])
def test_stamp_file_that_says_nothing_means_install(bootstrap: ModuleType, content: str | None) -> None:
    """An absent, torn or foreign stamp file means that nothing is installed, and is no fault."""
    if content is not None:
        bootstrap.STAMP.write_text(content, encoding="utf-8")
    assert [] == bootstrap.read_stamps()


def test_missing_libraries_are_named(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """The libraries that cannot be opened are named, and only those."""
    monkeypatch.setattr(bootstrap, "PYTHON", Path(sys.executable))
    present = bootstrap.LIBRARIES[bootstrap.PLATFORM][0]
    monkeypatch.setattr(bootstrap, "LIBRARIES", {bootstrap.PLATFORM: (present, "libnobody.so.7")})
    assert ["libnobody.so.7"] == bootstrap.missing_libraries(dict(os.environ))


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        (
            "apt-get",
            "apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        ),
        ("dnf", "dnf install --assumeyes pango"),
        ("apk", "apk add --no-cache pango harfbuzz-subset fontconfig"),
        ("pacman", "pacman --sync --needed --noconfirm pango harfbuzz"),
        ("zypper", "zypper --non-interactive install libpango-1_0-0 libharfbuzz-subset0"),
    ],
)
def test_advice_is_one_command(bootstrap: ModuleType, program: str, expected: str) -> None:
    """Where nothing may be installed, the administrator's command is named for the machine's package manager."""
    manager = next(manager for manager in bootstrap.MANAGERS if manager.program == program)
    assert expected == bootstrap.by_hand(manager, "pango").partition("run: ")[2]


def test_advice_without_a_package_manager_names_the_libraries(bootstrap: ModuleType) -> None:
    """Where no package manager is known, the advice says what is wanted."""
    assert "install Pango, HarfBuzz and fontconfig" == bootstrap.by_hand(None, "pango")


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", {"LD_LIBRARY_PATH": "a:b:before"}),
        ("darwin", {"DYLD_FALLBACK_LIBRARY_PATH": "a:b:before"}),
        ("win32", {"WEASYPRINT_DLL_DIRECTORIES": "a;b;before"}),
    ],
)
def test_folders_are_put_before_what_was_there(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str, expected: dict[str, str]
) -> None:
    """Each system has its variable for folders of libraries, and what it held is kept."""
    monkeypatch.setenv(next(iter(expected)), "before")
    assert expected == bootstrap.library_variables([Path("a"), Path("b")], platform)


def test_unpacked_libraries_find_the_fonts_unpacked_with_them(bootstrap: ModuleType) -> None:
    """Libraries that were unpacked are told where the fonts are that came with them."""
    folder = bootstrap.UNPACKED / "usr/lib/x"
    folder.mkdir(parents=True)
    settings = Path(bootstrap.library_variables([folder], "linux")["FONTCONFIG_FILE"])
    assert f"<dir>{bootstrap.UNPACKED}/usr/share/fonts</dir>" in settings.read_text(encoding="utf-8")


def test_folders_with_unpacked_libraries_are_found(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder into which libraries were unpacked is searched, once."""
    monkeypatch.setattr(bootstrap, "PLATFORM", "linux")
    assert [] == bootstrap.library_folders()
    for name in ("usr/lib/x/libpango-1.0.so.0", "usr/lib/x/libharfbuzz.so.0", "lib/x/libexpat.so.1"):
        path = bootstrap.UNPACKED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [[bootstrap.UNPACKED / "lib/x", bootstrap.UNPACKED / "usr/lib/x"]] == bootstrap.library_folders()


def test_failed_program_is_quoted_in_one_line(bootstrap: ModuleType) -> None:
    """Where a program fails, its last words are in the one line that a person reads."""
    words = [sys.executable, "-c", "import sys; sys.exit('no space left')"]
    with pytest.raises(bootstrap.UnavailableError, match=r"failed: no space left$"):
        bootstrap.run(words, dict(os.environ))


def test_absent_program_does_not_work(bootstrap: ModuleType) -> None:
    """A program that is not there does not work, and is no traceback."""
    assert not bootstrap.works(["nobody-has-this-program"], dict(os.environ))


@pytest.mark.parametrize("fails", [False, True])
def test_browser_is_installed_where_that_is_allowed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fails: bool
) -> None:
    """Where none stands it is installed; that it cannot be had is said, and stops nothing."""
    asked: list[tuple[str, ...]] = []

    def install(manager: object, packages: tuple[str, ...], *_: object) -> None:
        asked.append(packages)
        if fails:
            raise bootstrap.UnavailableError("no network")

    monkeypatch.setattr(bootstrap, "PLATFORM", "linux")
    monkeypatch.setattr(bootstrap, "find_manager", lambda: bootstrap.MANAGERS[0])
    monkeypatch.setattr(bootstrap, "privilege", lambda _: [])
    monkeypatch.setattr(bootstrap, "install_system", install)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: None)
    bootstrap.provide_browser({})
    assert ([("chromium",)], fails) == (asked, "no browser: no network" in capsys.readouterr().out)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: name)
    bootstrap.provide_browser({})
    assert 1 == len(asked)
