"""How a leaflet begins, and the form of its front matter, through the server."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clearfold.model.source import parse_source
from clearfold.press.front_matter.fields import FrontMatter
from clearfold.press.markdown import read_leaflet
from clearfold.studio.beginning import PATTERNS, from_pattern
from clearfold.studio.copy.front_matter import values_of
from clearfold.studio.routes.about import fields
from clearfold.studio.words import LANGUAGES

if TYPE_CHECKING:
    from tests.studio.conftest import Answer, Studio


def begin(studio: "Studio", **document: str) -> "Answer":
    return studio.ask("/new", "PUT", json.dumps(document).encode())


def about(studio: "Studio", values: dict[str, object]) -> "Answer":
    tab = {"X-Clearfold-Tab": "one"}
    studio.ask("/writer/tea/en", "PUT", b"{}", tab)
    sha256 = json.loads(studio.ask("/copy/tea/en").body)["sha256"]
    body = json.dumps({"values": values}).encode()
    return studio.ask("/about/tea/en", "PUT", body, {**tab, "If-Match": f'"{sha256}"'})


@pytest.mark.parametrize("lang", [*LANGUAGES, "nl-BE", "it"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_is_a_copy_without_a_mistake(tmp_path: Path, pattern: str, lang: str) -> None:
    """What a pattern writes can be built as it stands, in the language of the leaflet or in English."""
    copy = from_pattern(tmp_path, pattern, "What: a “title”?", lang)
    text = copy.read_text("utf-8")
    if lang != "it":
        assert () == read_leaflet(parse_source(copy, copy.read_bytes())).warnings
    assert ("What: a “title”?", len(PATTERNS[pattern])) == (values_of(text)["title"], text.count("\n## "))


def test_leaflet_begins_in_a_folder_of_its_own(studio: "Studio") -> None:
    """It stands on the shelf; a second one of that name is refused, and the first stays."""
    answer = begin(studio, pattern="illness", title="Hay fever", lang="en")
    assert (201, {"copy": "hay-fever/en"}) == (answer.status, json.loads(answer.body))
    first = (studio.folder / "content/hay-fever/en.md").read_bytes()
    again = begin(studio, pattern="treatment", title="Hay fever", lang="en")
    assert (409, "there") == (again.status, json.loads(again.body)["told"])
    assert first == (studio.folder / "content/hay-fever/en.md").read_bytes()
    assert "Hay fever" in studio.ask("/").text


@pytest.mark.parametrize(
    ("told", "document"),
    [
        ("title", {"pattern": "illness", "title": " ", "lang": "en"}),
        ("pattern", {"pattern": "x", "title": "x", "lang": "en"}),
        ("language", {"pattern": "illness", "title": "x", "lang": "../../x"}),
        ("language", {"pattern": "illness", "title": "x", "lang": ""}),
        ("language", {"of": "tea/en", "lang": "/etc"}),
    ],
)
def test_what_cannot_begin_is_told(studio: "Studio", told: str, document: dict[str, str]) -> None:
    """A word says what is missing, and nothing is made."""
    before = sorted(studio.folder.rglob("*"))
    answer = begin(studio, **document)
    assert (409, told, before) == (answer.status, json.loads(answer.body)["told"], sorted(studio.folder.rglob("*")))


def test_title_leads_to_no_other_folder(studio: "Studio") -> None:
    """Whatever the title, the leaflet's folder stands in content/."""
    answer = begin(studio, pattern="home", title="../../../etc/passwd", lang="en")
    assert {"copy": "etc-passwd/en"} == json.loads(answer.body)


def test_translation_begins_with_the_text_of_its_source(studio: "Studio") -> None:
    """It says of which copy it is, in which language, and that it is a draft; its source is as it was."""
    before = studio.copy.read_bytes()
    assert 201 == begin(studio, of="tea/en", lang="fr").status
    text = (studio.copy.parent / "fr.md").read_text("utf-8")
    values = values_of(text)
    assert ("fr", "en", "draft") == (values["lang"], values["translation_of"], values["status"])
    assert (before.decode().split("---\n")[2], before) == (text.split("---\n")[2], studio.copy.read_bytes())


@pytest.mark.slow("reads a file twice, in processes of their own")
def test_file_of_another_program_is_imported(studio: "Studio") -> None:
    """A web page becomes a copy, with the page that tells what was taken; no script of that page runs."""
    page = b"<html lang=en><title>Soup</title><h1>Soup</h1><h2>Make it</h2><p>Cut the leek.</p></html>"
    name = {"X-Clearfold-Name": "..%2F..%2FMy%20soup.html"}
    answer = studio.ask("/import?lang=en", "PUT", page, name)
    made = json.loads(answer.body)
    assert (201, "my-soup/en", True) == (answer.status, made["copy"], made["proven"])
    assert "Cut the leek." in (studio.folder / "content/my-soup/en.md").read_text("utf-8")
    report = studio.ask("/report/my-soup/en")
    assert (200, True) == (report.status, report.headers["content-security-policy"].startswith("sandbox;"))
    assert 404 == studio.ask("/report/tea/en").status


@pytest.mark.slow("reads files in processes of their own")
@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", b"PK\x03\x04 cut off"), ("b.exe", b"MZ\x00\x01"), ("c.pdf", b"%PDF-1.7\n")]
)
def test_file_that_is_none_is_refused(studio: "Studio", name: str, data: bytes) -> None:
    """What cannot be imported is told in a sentence that names no folder of the machine, and nothing is made."""
    before = sorted(studio.folder.rglob("*"))
    answer = studio.ask("/import?lang=en", "PUT", data, {"X-Clearfold-Name": name})
    told = json.loads(answer.body)["told"]
    assert (422, True, False) == (answer.status, bool(told), "clearfold-import" in told)
    assert before == sorted(studio.folder.rglob("*"))


def test_file_without_a_name_is_refused(studio: "Studio") -> None:
    """A name that leads elsewhere, or is none, is no name."""
    answers = [studio.ask("/import", "PUT", b"x", {"X-Clearfold-Name": name}) for name in ("", "..", "a/..")]
    assert [400, 400, 400] == [answer.status for answer in answers]


def test_form_has_every_key(studio: "Studio") -> None:
    """What a build knows has its field, with a label and a word of what it is for."""
    text = studio.ask("/about/tea/en").text
    assert list(FrontMatter.model_fields) == [field.name for field in fields()]
    assert [] == [field.name for field in fields() if f'data-key="{field.name}"' not in text]


def test_form_changes_its_value_alone(studio: "Studio") -> None:
    """A value is another, a new one stands at the end, and every other byte is what it was."""
    before = studio.copy.read_text("utf-8")
    assert 200 == about(studio, {"title": " Tea,  and how ", "glossary": {"pot": "To pour from.", "": "x"}}).status
    new = before.replace('"Tea: how to make it"', "Tea, and how").replace(
        "status: review\n", "status: review\nglossary:\n  pot: To pour from.\n"
    )
    assert new == studio.copy.read_text("utf-8")


@pytest.mark.parametrize(
    ("status", "values"),
    [(400, {"unknown": "x"}), (400, {"title": 1}), (400, {"authors": [1]}), (400, {"contact": {"phone": 1}})],
)
def test_what_is_no_value_changes_nothing(studio: "Studio", status: int, values: dict[str, object]) -> None:
    """A key that there is not, and a value that is none, are refused."""
    before = studio.copy.read_bytes()
    assert (status, before) == (about(studio, values).status, studio.copy.read_bytes())


def test_picture_that_decorates_keeps_its_empty_alternative(studio: "Studio") -> None:
    """An alternative that was left empty says that the picture decorates, and is written as such."""
    about(studio, {"cover": {"image": "images/a.svg", "alt": "", "focus": "", "credit": ""}})
    assert 'cover:\n  "images/a.svg"' not in studio.copy.read_text("utf-8")
    assert {"image": "images/a.svg", "alt": ""} == values_of(studio.copy.read_text("utf-8"))["cover"]
