"""A new project lives: in the person's language, known to editors, with workflows whose commands there are."""

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from clearfold.cli import main as command_line
from clearfold.cli.main import main
from clearfold.model.messages import LANGUAGES, speaking
from clearfold.model.source import read_source
from clearfold.pipeline.double_click import BATCH, COMMAND, DESKTOP, put_down
from clearfold.press.front_matter.fields import PublisherFields

WORKFLOWS = (".github/workflows/leaflets.yml", ".gitlab-ci.yml")


@pytest.fixture(params=LANGUAGES)
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    lang: str = request.param
    assert 0 == main(["new", "--quiet", "--lang", lang, str(tmp_path / lang)])
    return tmp_path / lang


def schema(project: Path, name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((project / f".schemas/{name}.schema.json").read_text("utf-8")))


def test_project_is_of_one_language(project: Path) -> None:
    """The leaflet, its README and what all leaflets share are written in it, and the leaflet says so."""
    (leaflet,) = (project / "content/example").glob("*.md")
    assert project.name == leaflet.stem == yaml.safe_load(read_source(leaflet).front_matter)["lang"]
    assert f"content/example/{project.name}.md" in (project / "README.md").read_text("utf-8")


def test_language_of_the_system_is_that_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for no language is given that of the machine."""
    monkeypatch.setenv("LC_ALL", "fr_BE.UTF-8")
    assert 0 == main(["new", "-q", str(tmp_path / "projet")])
    assert (tmp_path / "projet/content/example/fr.md").is_file()


def test_every_key_stands_in_the_publishers_file(project: Path) -> None:
    """What can be said there is said, or stands in a comment; the comments taken away, the schema takes all of it."""
    text = (project / "content/publisher.yaml").read_text("utf-8")
    assert set(PublisherFields.model_fields) == set(re.findall(r"^(?:# )?([a-z_]+):(?: |$)", text, re.MULTILINE))
    keys = [
        yaml.safe_load("\n".join(line.removeprefix("# ") for line in part.splitlines()))
        for part in re.split(r"\n#?\n", text)
        if re.match(r"(?:# )?[a-z_]+:(?: |\n|$)", part)
    ]
    assert [] == [error.message for key in keys for error in schema(project, "publisher").iter_errors(key)]


def test_editors_find_the_schemas(project: Path) -> None:
    """The first line of publisher.yaml and the settings of VS Code lead to the schema; it takes what stands there."""
    text = (project / "content/publisher.yaml").read_text("utf-8")
    way = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert way
    assert (project / "content" / way[1]).is_file()
    settings = json.loads((project / ".vscode/settings.json").read_text("utf-8"))
    assert all((project / name).is_file() for name in settings["yaml.schemas"])
    assert [] == list(schema(project, "publisher").iter_errors(yaml.safe_load(text)))
    assert list(schema(project, "publisher").iter_errors({"colour": {}}))
    leaflet = project / f"content/example/{project.name}.md"
    front = yaml.load(read_source(leaflet).front_matter, yaml.BaseLoader)
    assert [] == list(schema(project, "front-matter").iter_errors(front))


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflow_calls_commands_that_there_are(name: str, tmp_path: Path) -> None:
    """Each command of Clearfold in a workflow is one that its own parser takes."""
    main(["new", "-q", str(tmp_path / "mine")])
    text = (tmp_path / "mine" / name).read_text("utf-8")
    assert isinstance(yaml.safe_load(text), dict)
    commands = [shlex.split(words) for words in re.findall(r"\bclearfold ([a-z][^|>;\n]*)", text) if "see" not in words]
    assert {"doctor", "due", "build", "check", "site", "changes"} <= {words[0] for words in commands}
    parser = command_line.parser()
    for words in commands:
        assert words[0] == parser.parse_args(words).command


@pytest.mark.parametrize("name", WORKFLOWS)
@pytest.mark.parametrize("lang", sorted(set(LANGUAGES) - {"en"}))
def test_workflow_is_in_the_language_of_the_project(name: str, lang: str, tmp_path: Path) -> None:
    """Every comment, every name of a step and every sentence that is printed is another one, and all else the same."""
    for one in ("en", lang):
        main(["new", "-q", "--lang", one, str(tmp_path / one)])
    english, other = ((tmp_path / one / name).read_text("utf-8") for one in ("en", lang))
    said = re.compile(r'(?m)(?<!@)(?:name: |(?<![0-9a-f] )# |echo "\[?)([^"\]\n]*[a-z] [^"\]\n]*)')
    pairs = list(zip(said.findall(english), said.findall(other), strict=True))
    assert len(pairs) >= 6
    assert [] == [one for one, two in pairs if one == two]
    rest = re.compile(r'(?:name: |# |echo "\[?)[^"\]\n]*')
    assert rest.sub("", english) == rest.sub("", other)
    assert yaml.safe_load(english).keys() == yaml.safe_load(other).keys()


@pytest.mark.parametrize("lang", sorted(set(LANGUAGES) - {"en"}))
def test_what_is_written_for_machines_is_explained_in_the_language_of_the_project(lang: str, tmp_path: Path) -> None:
    """What Git leaves alone, and what a double click starts, have no comment in English; they do the same."""
    for one in ("en", lang):
        main(["new", "-q", "--lang", one, str(tmp_path / one)])
    comment = re.compile(r"(?m)^(?:#(?!!)|rem ).*")
    for name in (".gitignore", COMMAND, BATCH):
        english, other = ((tmp_path / one / name).read_text("utf-8") for one in ("en", lang))
        assert comment.findall(english)
        assert not set(comment.findall(english)) & set(comment.findall(other))
        if name == ".gitignore":
            assert comment.sub("", english) == comment.sub("", other)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in a folder whose name has signs that a shell reads, with a clearfold that says how it was called."""
    folder = tmp_path_factory.mktemp("a") / "it's $HOME & “ours”"
    assert 0 == main(["new", "-q", "--lang", "fr", str(folder)])
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\ncase "$*" in *import*) exit ;; esac\necho "$PWD: $*" > called\n', "utf-8")
    python.chmod(0o755)
    return folder


def words_of(entry: Path, *, told: bool) -> list[str]:
    """Return what a desktop starts for an entry: the escapes of a value, then those of its command, then its fields.

    Those that are not told where an entry stands leave that word out.
    """
    (line,) = re.findall(r"(?m)^Exec=(.*)$", entry.read_text("utf-8"))
    words = shlex.split(line.replace("\\\\", "\\"))
    # Python's shlex leaves a dollar between double quotes its stroke, which the specification of entries takes away.
    kept = (word.replace("\\$", "$") for word in words if told or word != "%k")
    return [str(entry) if word == "%k" else word for word in kept]


@pytest.mark.skipif(os.name == "nt", reason="starts a shell")
@pytest.mark.parametrize("how", ["command", "entry", "entry that is not told where it is"])
def test_double_click_starts_the_studio_of_its_folder(started: Path, how: str) -> None:
    """Wherever it is started from, and however the folder is called; it needs no Python but the one that is found."""
    put_down(started, "/nowhere/it's gone/python")
    words = words_of(started / DESKTOP, told=how == "entry") if how != "command" else [str(started / COMMAND)]
    (started / "called").unlink(missing_ok=True)
    assert all(os.access(started / name, os.X_OK) for name in (COMMAND, DESKTOP))
    subprocess.run(words, check=True, cwd="/", stdin=subprocess.DEVNULL)
    assert f"{started}: -P -m clearfold studio\n" == (started / "called").read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="starts a shell")
def test_double_click_says_what_is_missing(started: Path, tmp_path: Path) -> None:
    """Where nothing that can be started is found, the line to type is told, in the language of the project."""
    with speaking("fr"):
        put_down(tmp_path, "/nowhere/python")
    (tmp_path / "bin").mkdir()
    for name in ("sh", "dirname"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or name)
    env = {"PATH": str(tmp_path / "bin")}
    done = subprocess.run([tmp_path / COMMAND], capture_output=True, check=False, input="\n", text=True, env=env)
    assert (1, True) == (done.returncode, 'pip install "clearfold[studio]"' in done.stdout)
    assert "pas installé" in done.stdout


def test_double_click_on_windows_is_a_batch_of_its_lines(tmp_path: Path) -> None:
    """cmd.exe reads lines that end as its own do, and a path in which no sign is one of its own."""
    put_down(tmp_path, "C:\\100% ours\\python.exe", "nt")
    data = (tmp_path / BATCH).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b'in ("C:\\100%% ours\\python.exe" ' in data
    assert b"@" not in data.replace(b"@echo off", b"")


def test_project_with_an_old_leaflet_has_no_other(tmp_path: Path) -> None:
    """What keeps a project alive comes with it, and the example does not."""
    old = tmp_path / "tea.md"
    old.write_text("# Tea\n\nBoil fresh water for five minutes, and let the leaves rest.\n", "utf-8")
    main(["new", "-q", "--from", str(old), str(tmp_path / "mine")])
    assert (tmp_path / "mine/.gitignore").is_file()
    assert (tmp_path / "mine/content/publisher.yaml").is_file()
    assert not (tmp_path / "mine/content/example").exists()
