"""The command line, as people and scripts call it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from clearfold import __version__
from clearfold.cli.main import main
from clearfold.proof.report import FORMS

TEA = "---\ntitle: Tea\nlang: en\n---\n\n## Water\n\nBoil fresh water.\n\n## Leaves\n\nA spoon of leaves.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content" / "tea").mkdir(parents=True)
    (tmp_path / "content" / "tea" / "en.md").write_text(TEA, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "clearfold", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
    )


def test_version_is_said() -> None:
    """``python -m clearfold --version`` names the program and its version."""
    assert f"clearfold {__version__}\n" == run("--version").stdout


@pytest.mark.parametrize("words", [(), ("build",), ("check",), ("new",), ("show-tags",)])
def test_help_shows_examples_and_imports_nothing_heavy(words: tuple[str, ...]) -> None:
    """Help answers at once: no library of the press or the proof is imported for it."""
    told = run(*words, "--help")
    assert 0 == told.returncode
    assert "clearfold check leaflet.pdf --source" in told.stdout
    heavy = {"weasyprint", "ebooklib", "pypdf", "pydantic", "markdown", "jinja2", "lxml"}
    code = f"import sys, clearfold.cli.main; print(sorted({heavy} & set(sys.modules)))"
    assert "[]\n" == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_build_makes_and_proves_the_standard_editions(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Four editions, a manifest and the page of the proof stand where scripts look for them, and the proof is told."""
    assert 0 == main(["build"])
    assert {
        "manifest.json",
        "proof.html",
        "tea-en-accessible.pdf",
        "tea-en-large-print.pdf",
        "tea-en.epub",
        "tea-en.html",
    } == {path.name for path in (project / "build/tea/en").iterdir()}
    told = capsys.readouterr().out
    assert told.startswith("Tea (en): proven. Every file was read back: all 10 words of your copy are there")
    assert 4 == len(re.findall(r"^    tea-en\S+ +(?:to print|for)", told, re.MULTILINE))
    assert 0 == main(["check", "--quiet"])
    assert "" == capsys.readouterr().out


def test_check_tells_programs_in_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--format json is one JSON document."""
    main(["build", "-q", "-e", "epub"])
    capsys.readouterr()
    assert 0 == main(["check", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["proven"] is True


@pytest.mark.parametrize(
    ("form", "begins"),
    [("json", "{"), ("junit", "<?xml"), ("sarif", "{"), ("github", f"{Path('build/tea/en/tea-en.epub')}: proven\n")],
)
def test_check_reports_in_each_form(project: Path, form: str, begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each form is all that is printed."""
    main(["build", "-q", "-e", "epub"])
    capsys.readouterr()
    assert 0 == main(["check", "--format", form])
    assert capsys.readouterr().out.startswith(begins)


def test_forms_that_are_offered_are_those_that_are_written() -> None:
    """The command line offers each form of the report, and no other."""
    assert ["text", *(name for name, _ in FORMS)] == re.findall(
        r"[a-z]+",
        re.search(r"--format \{(.*?)\}", run("check", "--help").stdout)[1],  # type: ignore[index]
    )


def test_build_tells_mistakes_of_a_copy_to_programs(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy with a mistake is an annotation at its place, told from the root of the repository."""
    (project / "content/tea/en.md").write_text(TEA.replace("lang: en\n", ""), "utf-8")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project / "content"))
    assert 1 == main(["build", "--format", "github"])
    told = capsys.readouterr()
    assert told.out.startswith("::error file=tea/en.md,line=")
    assert "content/tea/en.md: reading the copy\n" == told.err


def test_check_tells_mistakes_of_a_copy_to_programs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy that cannot be read is told in the form that was asked for."""
    main(["build", "-q", "-e", "epub"])
    (project / "content/tea/en.md").write_text("---\ntitle: Tea\n", "utf-8")
    capsys.readouterr()
    assert 1 == main(["check", "--format", "json"])
    assert ["SRC-004"] == [found["code"] for found in json.loads(capsys.readouterr().out)["copies"]]
    assert 1 == main(["check"])
    assert "SRC-004" in capsys.readouterr().err


def test_check_writes_the_page_for_editors(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--report writes the page; where that cannot be done is a usage error."""
    main(["build", "-q", "-e", "epub"])
    assert 0 == main(["check", "-q", "--report", "page.html"])
    assert "This edition holds every word of the copy" in (project / "page.html").read_text("utf-8")
    assert 2 == main(["check", "-q", "--report", "nowhere/page.html"])
    assert "nowhere/page.html cannot be written" in capsys.readouterr().err


def test_mistake_in_the_copy_is_told_without_a_traceback(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy with a mistake gives its place and exit code 1, and nothing is built."""
    (project / "content/tea/en.md").write_text(TEA.replace("lang: en\n", ""), "utf-8")
    assert 1 == main(["build"])
    told = capsys.readouterr().err.removeprefix("content/tea/en.md: reading the copy\n")
    assert told.startswith("content/tea/en.md:2:1: error SRC-010: the key “lang” is missing\n  hint: ")
    assert not (project / "build").exists()


def test_mistake_that_leaflets_share_is_told_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with publisher.yaml is said once, however many leaflets it stops."""
    for name in ("coffee", "water"):
        (project / "content" / name).mkdir()
        (project / "content" / name / "en.md").write_text(TEA, "utf-8")
    (project / "content" / "publisher.yaml").write_text("name: Tea: and more\n", "utf-8")
    assert 1 == main(["build", "--no-cache", "--jobs", "1"])
    told = capsys.readouterr()
    assert (1, 1) == (told.err.count("SRC-005"), told.out.count("0 of 3 leaflets are good"))
    assert 1 == told.err.count("publisher.yaml” mends what is mechanical in it")


def test_mistake_that_nothing_mends_is_told_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a copy in which nothing is mechanical, no mending is promised."""
    (project / "content" / "tea" / "en.md").write_text(TEA.replace("lang: en", "lang: xx"), "utf-8")
    assert 1 == main(["build", "--no-cache", "--jobs", "1"])
    assert "mends" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("build", "nowhere"), "there is no file or folder nowhere"),
        (("build", "-e", "stone"), "there is no edition “stone”; choose from large-print, "),
        (("check", "nowhere"), "there is no file or folder nowhere"),
        (("check", "content"), "there is no manifest.json in content"),
        (("check", "content/tea/en.md"), "say which copy it was made from with --source FILE"),
        (("new", "content"), "content is not empty"),
        (("show-tags", "content/tea/en.md"), "content/tea/en.md cannot be read: it is neither a PDF, nor an EPUB"),
        (("show-tags", "nowhere.pdf"), "nowhere.pdf cannot be read: No such file"),
        (("--lang", "fr", "show-tags", "nowhere.pdf"), "fichier ou dossier introuvable"),
    ],
)
def test_command_that_cannot_be_carried_out(
    project: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A request that makes no sense is exit code 2 and one line that says what to do."""
    assert 2 == main(words)
    assert told in capsys.readouterr().err


def test_alone_it_says_what_one_can_do(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who types nothing but its name is told every way in, and what is right in this folder."""
    assert 0 == main([])
    told = capsys.readouterr().out
    commands = {words.split()[0] for words in re.findall(r"clearfold (.*)", told)}
    assert {"new", "build", "check", "advise", "fix", "site", "translations", "explain", "doctor"} <= commands
    assert "Begin here with: clearfold build\n" in told


def test_unknown_word_is_a_usage_error() -> None:
    """The parser's own exit code for a wrong command line is 2, as is ours."""
    with pytest.raises(SystemExit) as caught:
        main(["biuld"])
    assert 2 == caught.value.code


@pytest.mark.slow("builds all editions")
def test_verbose_tells_every_step(project: Path) -> None:
    """What is being done is said on standard error, in a pipe as well; --verbose adds what the proof looked at."""
    loud, usual, quiet = (run("build", *words, "-e", "epub", "--no-cache") for words in (["-v"], [], ["-q"]))
    assert ("making epub" in loud.stderr, "making epub" in usual.stderr, quiet.stderr) == (True, True, "")
    assert ("reading order: 10 of 10 words" in loud.stdout, "reading order" in usual.stdout) == (True, False)


def test_colour_is_for_terminals_alone(project: Path) -> None:
    """What goes into a pipe carries no escape sequences."""
    told = run("build", "-e", "epub")
    assert "\x1b" not in told.stdout + told.stderr


@pytest.mark.slow("builds all editions")
def test_new_project_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``clearfold new`` and ``clearfold build`` are all that a first leaflet takes."""
    assert 0 == main(["new", str(tmp_path / "mine")])
    monkeypatch.chdir(tmp_path / "mine")
    assert 0 == main(["build", "-q"])
    assert 1 == len(list((tmp_path / "mine/build").rglob("*.epub")))


def test_show_tags_prints_the_tree(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The tree of a PDF is indented text, one element a line."""
    main(["build", "-q", "--no-check", "-e", "accessible"])
    assert 0 == main(["show-tags", "build/tea/en/tea-en-accessible.pdf"])
    assert "Boil fresh water." in capsys.readouterr().out
