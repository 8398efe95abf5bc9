"""What is kept of earlier builds: found again where nothing has changed, and nowhere else."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import clearfold
from clearfold.model.source import read_source
from clearfold.pipeline.building import fingerprint
from clearfold.press.edition import Edition, Output
from clearfold.press.editions import EDITIONS
from clearfold.press.markdown import read_leaflet
from clearfold.press.print import ticket
from clearfold.store.cache import Cache, usual_folder

TEA = "---\ntitle: Tea\nlang: en\n---\n\n## Water\n\nBoil fresh water.\n\n![A cup](images/cup.svg)\n"
CUP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="{}" d="M0 0h4v4z"/></svg>'
NAMES = ("large-print", "epub")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    path = tmp_path / "content" / "tea" / "en.md"
    (path.parent / "images").mkdir(parents=True)
    path.write_text(TEA, "utf-8")
    (path.parent / "images" / "cup.svg").write_text(CUP.format("#112233"), "utf-8")
    (tmp_path / "content" / "publisher.yaml").write_text("name: The tea club\nstyle: brand.css\n", "utf-8")
    (tmp_path / "content" / "brand.css").write_text('.part { background: url("dots.svg") }\n', "utf-8")
    (tmp_path / "content" / "dots.svg").write_text(CUP.format("#ffffff"), "utf-8")
    return path


def steps(*editions: str, check: bool = False) -> list[str]:
    """Build, and return the steps that were taken beside the reading of the copy."""
    said: list[str] = []
    cache = Cache(Path("cache"))
    (built,) = clearfold.build(
        editions=editions or NAMES, check=check, cache=cache, progress=lambda step: said.append(str(step))
    )
    assert built.good
    return [step.partition(": ")[2] for step in said if "reading the copy" not in step]


ALL_MADE = ["making large-print", "making epub"]


def test_second_build_makes_nothing(copy: Path) -> None:
    """Where nothing has changed nothing is made."""
    assert ALL_MADE == steps()
    assert [] == steps()


def test_second_build_gives_the_same_bytes(copy: Path) -> None:
    """What comes from the cache is what was made."""
    steps()
    first = {path.name: path.read_bytes() for path in Path("build/tea/en").iterdir()}
    for path in Path("build/tea/en").iterdir():
        path.unlink()
    assert [] == steps()
    assert first == {path.name: path.read_bytes() for path in Path("build/tea/en").iterdir()}


def test_standing_set_is_not_touched(copy: Path) -> None:
    """A set that stands already keeps its time of change, for programs that look at it."""
    steps(check=True)
    before = {path.name: path.stat().st_mtime_ns for path in Path("build/tea/en").iterdir()}
    steps(check=True)
    assert before == {path.name: path.stat().st_mtime_ns for path in Path("build/tea/en").iterdir()}


def test_set_that_was_spoilt_is_put_again(copy: Path) -> None:
    """A file that somebody has changed in build/ is as it was made after the next build."""
    steps()
    path = Path("build/tea/en/tea-en.epub")
    made = path.read_bytes()
    path.write_bytes(b"spoilt")
    steps()
    assert made == path.read_bytes()


def _write(name: str, text: str) -> Callable[[pytest.MonkeyPatch], None]:
    def change(_: pytest.MonkeyPatch) -> None:
        (Path("content") / name).write_text(text, "utf-8")

    return change


CHANGES: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "the copy": _write("tea/en.md", TEA.replace("fresh", "cold")),
    "a picture": _write("tea/images/cup.svg", CUP.format("#445566")),
    "publisher.yaml": _write("publisher.yaml", "name: The coffee club\nstyle: brand.css\n"),
    "a comment in publisher.yaml": _write("publisher.yaml", "# ours\nname: The tea club\nstyle: brand.css\n"),
    "the association's sheet": _write("brand.css", '.part { background: url("dots.svg"); color: #000 }\n'),
    "the moment": lambda patch: patch.setenv("SOURCE_DATE_EPOCH", "1700000000"),
    "a tool": lambda patch: patch.setattr(fingerprint, "tools", lambda: "another release"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_everything_that_an_edition_depends_on_is_in_its_key(
    change: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever of it changes, every edition is made anew."""
    steps()
    CHANGES[change](monkeypatch)
    assert ALL_MADE == steps()


def test_file_that_only_a_sheet_names_is_watched_too(copy: Path) -> None:
    """A picture that the association's sheet draws is known by its having been read."""
    steps()
    Path("content/dots.svg").write_text(CUP.format("#fefefe"), "utf-8")
    assert "making large-print" in steps()


def test_profile_is_in_the_key(copy: Path) -> None:
    """A PDF of one profile is none of the other."""
    cache = Cache(Path("cache"))
    made = {
        profile: clearfold.build(editions=["large-print"], check=False, cache=cache, pdf_profile=profile)
        for profile in ("archive", "next")
    }
    assert 2 == len({item.manifest.files[0].sha256 for (item,) in made.values() if item.manifest})


def test_other_leaflets_stay_as_they_are(copy: Path) -> None:
    """An edited leaflet is all that is built of a batch."""
    other = copy.parents[1] / "milk" / "en.md"
    other.parent.mkdir()
    other.write_text("---\ntitle: Milk\nlang: en\n---\n\n## Milk\n\nCold.\n", "utf-8")

    def made() -> list[str]:
        said: list[str] = []
        clearfold.build(
            editions=["epub"], check=False, cache=Cache(Path("cache")), progress=lambda step: said.append(str(step))
        )
        return [
            str(Path(step.removesuffix(": making epub").split(" ")[-1]).parent.name)
            for step in said
            if "making epub" in step
        ]

    assert ["milk", "tea"] == made()
    copy.write_text(TEA.replace("fresh", "cold"), "utf-8")
    assert ["tea"] == made()


def test_verdict_is_of_these_very_bytes(copy: Path) -> None:
    """What was proven of one file says nothing of another, of another edition, or under another name."""
    leaflet = read_leaflet(read_source(copy))
    output = Output("epub", "tea.epub", "application/epub+zip", b"one", 0, ())
    editions: dict[str, Edition] = {edition.name: edition for edition in EDITIONS}
    key = fingerprint.leaflet_key(leaflet)
    told = {
        fingerprint.proven_key(key, editions["epub"], output),
        fingerprint.proven_key(key, editions["epub"], replace(output, data=b"two")),
        fingerprint.proven_key(key, editions["epub"], replace(output, name="other.epub")),
        fingerprint.proven_key(key, editions["large-print"], output),
        fingerprint.proven_key(fingerprint.digest_of(key, "another copy"), editions["epub"], output),
    }
    assert 5 == len(told)


def test_findings_are_told_again(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cached verdict hides no finding: of a set that is refused, the second build says what the first said."""
    cache = Cache(Path("cache"))

    def told() -> list[str]:
        (built,) = clearfold.build(editions=["epub"], cache=cache)
        assert not built.good
        return [found.code for report in built.reports for found in report.diagnostics]

    with monkeypatch.context() as patch:
        # The spoilt book is kept as the one that was made.
        patch.setattr(ticket, "with_ticket", lambda _, __, output: replace(output, data=b"no book"))
        first = told()
    assert ["TXT-090"] == first
    assert first == told()


def test_not_proven_is_not_taken_for_proven(copy: Path) -> None:
    """What was made with --no-check is proven by the next build, and not made again."""
    steps("epub", check=False)
    assert ["proving epub"] == steps("epub", check=True)


def test_key_is_the_same_in_every_process(copy: Path) -> None:
    """Sets have another order in each process; keys do not."""
    line = "from clearfold.press.markdown import read_leaflet; from clearfold.model.source import read_source; "
    line += "from clearfold.pipeline.building.fingerprint import leaflet_key; from pathlib import Path; "
    line += "print(leaflet_key(read_leaflet(read_source(Path('content/tea/en.md')))))"

    def told(seed: str) -> str:
        path = os.pathsep.join(entry for entry in sys.path if entry)
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        return subprocess.run([sys.executable, "-c", line], env=env, capture_output=True, check=True, text=True).stdout

    assert told("1") == told("2")


@pytest.mark.slow("starts the command twice")
def test_warm_build_imports_no_weasyprint(copy: Path) -> None:
    """With nothing changed the command ends without the library that takes longest to import."""
    words = [sys.executable, "-X", "importtime", "-m", "clearfold", "build", "-q", "-e", "epub"]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    env = {**os.environ, "PYTHONPATH": path, "XDG_CACHE_HOME": str(copy.parent / "cache")}
    first, second = (subprocess.run(words, env=env, capture_output=True, text=True, check=True) for _ in range(2))
    assert "weasyprint" in first.stderr
    assert "weasyprint" not in second.stderr


@pytest.mark.parametrize("damage", [b"", b"clearfold-1\n", b"x" * 100], ids=["empty", "cut", "other"])
def test_damaged_entry_is_none(tmp_path: Path, damage: bytes) -> None:
    """An entry that is not whole is not there."""
    cache = Cache(tmp_path)
    cache.put("ab12", "kept")
    assert "kept" == cache.get("ab12")
    (tmp_path / "ab" / "ab12").write_bytes(damage)
    assert cache.get("ab12") is None


def test_entry_that_changed_by_one_bit_is_none(tmp_path: Path) -> None:
    """The digest in an entry is that of what it holds."""
    cache = Cache(tmp_path)
    cache.put("ab12", "kept")
    data = bytearray((tmp_path / "ab" / "ab12").read_bytes())
    data[-3] ^= 1
    (tmp_path / "ab" / "ab12").write_bytes(data)
    assert cache.get("ab12") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_entry_that_others_may_write_is_none(tmp_path: Path) -> None:
    """Nobody else puts something there that we would run."""
    cache = Cache(tmp_path)
    cache.put("ab12", "kept")
    (tmp_path / "ab" / "ab12").chmod(0o666)
    assert cache.get("ab12") is None


def test_least_lately_used_go_first(tmp_path: Path) -> None:
    """A cache that is too large loses what has not been asked for."""
    cache = Cache(tmp_path, most=2_500)
    for number, key in enumerate(("aa1", "bb2", "cc3")):
        cache.put(key, "x" * 1_000)
        os.utime(tmp_path / key[:2] / key, (number, number))
    assert cache.get("aa1")
    cache.trim()
    assert [True, False, True] == [cache.get(key) is not None for key in ("aa1", "bb2", "cc3")]


def test_folder_that_cannot_be_written_is_no_mistake(tmp_path: Path) -> None:
    """A build works without its cache."""
    (tmp_path / "file").write_text("", "utf-8")
    cache = Cache(tmp_path / "file")
    cache.put("ab12", "kept")
    assert cache.get("ab12") is None


@pytest.mark.skipif(sys.platform != "linux", reason="the rules of other systems are platformdirs' to know")
@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [("XDG_CACHE_HOME", "/kept", "/kept/clearfold"), ("HOME", "/home/a", "/home/a/.cache/clearfold")],
)
def test_usual_folder(variable: str, value: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache stands where the programs of the system have theirs."""
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv(variable, value)
    assert Path(expected) == usual_folder()


def test_command_shows_and_clears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """“clearfold cache” tells what is kept, “clearfold cache clear” takes it away."""
    from clearfold.cli.main import main

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache = Cache(usual_folder())
    cache.put("ab12", "kept")
    assert 0 == main(["cache"])
    assert "1 entries" in capsys.readouterr().out
    assert 0 == main(["cache", "clear"])
    assert cache.get("ab12") is None
