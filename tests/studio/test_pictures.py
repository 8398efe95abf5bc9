"""Pictures put into a leaflet's folder by the studio: what is taken, under which name, and what is refused."""

import json
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from PIL import Image

from tests.studio.test_writing import TAB, allow

if TYPE_CHECKING:
    from tests.studio.conftest import Answer, Studio

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'


def dots(kind: str = "PNG", colour: int = 0) -> bytes:
    out = BytesIO()
    Image.new("RGB", (2, 2), (colour, 0, 0)).save(out, kind)
    return out.getvalue()


def send(studio: "Studio", name: str, data: bytes, tab: str = TAB) -> "Answer":
    return studio.ask(f"/image/tea/en?name={quote(name)}", "PUT", data, {"X-Clearfold-Tab": tab})


def test_picture_is_put_beside_the_copy(studio: "Studio") -> None:
    """It has a name that every address can hold, is listed, and is shown where no script of it can run."""
    allow(studio)
    answer = send(studio, "C:\\Foto's\\Théière (1).SVG", SVG)
    file = json.loads(answer.body)["file"]
    assert (201, "images/theiere-1.svg") == (answer.status, file)
    assert SVG == (studio.copy.parent / file).read_bytes()
    assert [file] == json.loads(studio.ask("/images/tea/en").body)
    shown = studio.ask(f"/image/tea/en?file={file}")
    policy = shown.headers["content-security-policy"]
    assert (SVG, "image/svg+xml", True) == (shown.body, shown.headers["content-type"], policy.startswith("sandbox;"))


def test_none_takes_the_place_of_another(studio: "Studio") -> None:
    """The same picture has one name; another one of its name gets a number."""
    allow(studio)
    names = [json.loads(send(studio, "pot.png", dots(colour=one)).body)["file"] for one in (1, 2, 1)]
    assert ["images/pot.png", "images/pot-2.png", "images/pot.png"] == names


@pytest.mark.parametrize(
    ("status", "name", "data"),
    [
        (415, "run.html", b"<p>"),
        (415, "", b"x"),
        (422, "pot.png", dots("JPEG")),
        (422, "pot.png", b"\x89PNG"),
        (422, "pot.svg", SVG.replace(b"<rect", b"<script>alert(1)</script><rect")),
        (422, "pot.svg", SVG.replace(b"<rect", b'<image href="https://example.org/a.png"/><rect')),
    ],
    ids="page nameless misnamed broken script fetching".split(),
)
def test_what_the_press_refuses_is_refused(studio: "Studio", status: int, name: str, data: bytes) -> None:
    """Nothing is written, and the reason is told."""
    allow(studio)
    answer = send(studio, name, data)
    assert (status, True) == (answer.status, bool(json.loads(answer.body)["told"]))
    assert not (studio.copy.parent / "images").exists()


def test_who_does_not_write_puts_no_picture(studio: "Studio") -> None:
    """The tab that reads adds nothing."""
    allow(studio)
    assert 423 == send(studio, "pot.png", dots(), "two").status


@pytest.mark.parametrize(
    "file", ["../../../outside.png", "/etc/passwd", "en.md", "none.png", "%00.png", "a" * 300 + ".png"]
)
def test_only_pictures_of_the_project_are_shown(studio: "Studio", file: str) -> None:
    """A name leads to no file outside of the project, and to none that is no picture."""
    (studio.folder.parent / "outside.png").write_bytes(dots())
    assert 404 == studio.ask(f"/image/tea/en?file={file}").status
