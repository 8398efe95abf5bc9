"""A French editor's first hour, from an empty folder to the booklet: no word of English in what is told or made."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import pytest

from clearfold.cli.main import main
from clearfold.cli.watching.words import page as page_of_watch
from clearfold.model.messages import speaking
from clearfold.model.source import read_source
from tests.test_french import ASIDE, ENGLISH, Words

LEAFLET = "content/example/fr.md"
SET = Path("build/example/fr")
EDITIONS = "\neditions:\n  - web\n  - large-print-booklet\n"
COMMANDS = ("build", "check -v", "advise", "due", f"changes avant.md {LEAFLET}", "site", "cache", "explain TXT-002")
WRONG = """
•\tun premier point
•\tun deuxième point

![](images/nulle.svg)

#### Trop bas

Voir [ici](#nulle-part)[^9].
"""
# What is written alike in every language: what people type, values, files, and the lines that other programs want.
NAMES = re.compile(
    r"large-print[\w.-]*|--\w[\w-]*|^::error .*?::|\bWord\b|^ *words:$|\bdraft, review, final, withdrawn\b|"
    r"\S+\.(?:pdf|html|md|yaml|epub|txt)\b|(?:npm|apt-get|pip) \S.*"
)


def english(text: str) -> list[str]:
    """Return the lines that have a word of English."""
    return [line for line in text.splitlines() if ENGLISH.search(ASIDE.sub("", NAMES.sub("", line)))]


def found_in(texts: Mapping[str, str], look: Callable[[str], list[str]] = english) -> Mapping[str, list[str]]:
    """Return where a word of English is found, and in which lines."""
    found = {name: look(text) for name, text in texts.items()}
    return {name: lines for name, lines in found.items() if lines}


def english_of(page: str) -> list[str]:
    """Return the texts of a page, in French, that have a word of English."""
    words = Words(page)
    assert words.lang.startswith("fr")
    return [text.strip() for text in words.words if english(text)]


def asked(*words: str) -> tuple[int, str]:
    """Return the exit code of a command line, and all that it tells."""
    told = StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        try:
            code = main(words)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return code, told.getvalue()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new project, in a system that speaks French; its editions are a page and a booklet."""
    folder = tmp_path_factory.mktemp("heure") / "projet"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "fr_BE.UTF-8")
        assert (0, []) == _clean(asked("new", str(folder)))
        patch.chdir(folder)
        with Path("content/publisher.yaml").open("a", encoding="utf-8") as file:
            file.write(EDITIONS)
        yield folder


def _clean(done: tuple[int, str]) -> tuple[int, list[str]]:
    """Return the exit code, and the lines of English."""
    assert done[1]
    return done[0], english(done[1])


@pytest.mark.slow("builds a booklet")
def test_french_editor_is_told_nothing_in_english(project: Path) -> None:
    """From the first command through mistakes and their cure to the site, and in what was made on the way."""
    copy = project / LEAFLET
    good = copy.read_text("utf-8")
    told = {"": asked(), "doctor": (0, asked("doctor")[1])}
    copy.write_text(good.replace("status: draft", "status: brouillon\nautor: Jean") + WRONG, "utf-8")
    told["build, with mistakes"] = asked("build", "--no-cache")
    for form in ("github", "junit", "markdown"):
        told[f"build, as {form}"] = asked("build", "--format", form)
    told["fix, shown"] = asked("fix", LEAFLET, "--diff")
    told["fix"] = asked("fix", LEAFLET)
    former = project / "avant.md"
    former.write_text(good.replace("Tout ce qui s’énumère", "Ce que l’on énumère"), "utf-8")
    copy.write_text(good, "utf-8")
    for line in COMMANDS:
        told[line] = asked(*line.split())
    other = copy.with_name("nl.md")
    other.write_text(good.replace("lang: fr\n", "lang: nl\ntranslation_of: fr\n", 1), "utf-8")
    told["translations"] = (0, asked("translations")[1])
    told["accept"] = asked("translations", "accept", "nl")
    for name in (other.name, "nl.seen.yaml"):
        copy.with_name(name).unlink()
    for command in ("build", "new", "check", "watch", "studio", "site", "import", "fix", "changes", "translations"):
        told[f"{command} --help"] = asked(command, "--help")
    wrong = {"build, with mistakes", "build, as github", "build, as junit", "build, as markdown", "fix, shown"}
    assert wrong == {line for line, (code, _) in told.items() if code}
    assert {} == found_in({line: text for line, (_, text) in told.items()})
    pages = [*SET.glob("*.html"), *Path("site").rglob("*.html")]
    assert {"proof.html", "example-fr.html", "index.html"} <= {page.name for page in pages}
    assert {} == found_in({str(page): page.read_text("utf-8") for page in pages}, english_of)
    tickets = [path.read_text("utf-8") for path in SET.glob("*.txt")]
    assert [[]] == [english(ticket) for ticket in tickets]
    assert "fr" == read_source(copy).front_matter.split("lang: ")[1][:2]


def test_new_project_has_no_english(project: Path) -> None:
    """What it explains to people, in its comments and its sentences, is French."""
    for path in (path for path in project.rglob("*") if path.is_file() and ".schemas" not in path.parts):
        if "build" not in path.parts and "site" not in path.parts and path.suffix not in (".json", ".svg"):
            comments = re.findall(r"(?m)^\s*(?:#(?!!)|rem |-? ?name: |<!--)(.*)$", path.read_text("utf-8"))
            assert [] == [line for line in comments if english(line)], path


def test_page_of_watch_is_french() -> None:
    """The frame in which saves are shown."""
    with speaking("fr"):
        assert [] == english_of(page_of_watch().decode("utf-8"))


@pytest.mark.skipif(find_spec("starlette") is None, reason="the extra studio is not installed")
def test_studio_is_french(project: Path) -> None:
    """Every page that an editor opens there, for a browser that asks for French."""
    from tests.studio.conftest import running

    paths = ("/", "/new", *(f"/{name}/example/fr" for name in ("write", "about", "find", "history", "see", "publish")))
    for studio in running(project):
        pages = {path: studio.ask(path, headers={"Accept-Language": "fr-BE"}) for path in paths}
    assert {200} == {answer.status for answer in pages.values()}
    assert {} == found_in({path: answer.text for path, answer in pages.items()}, english_of)
