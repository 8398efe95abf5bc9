"""The page of "clearfold watch": what it shows of each piece of news, and to whom."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from clearfold.cli.watching.board import KEPT, Board
from clearfold.cli.watching.server import server
from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.pipeline.watching.looks import Look, Sketch
from clearfold.pipeline.watching.watcher import Made, Making

COPY = Path("content/tea/en.md")
WRONG = Diagnostic("SRC-003", Severity.ERROR, Location(COPY, 12, 1), "image has no alternative text", "write one")


def good(page: bytes = b"<!DOCTYPE html><p>Tea", copy: Path = COPY) -> Look:
    return Look(copy, "Tea", "en", page, (), (), frozenset(), 0.1)


def faulty() -> Look:
    return Look(COPY, "", "", b"", (WRONG,), (), frozenset(), 0.1)


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def address(board: Board) -> Iterator[str]:
    served, address = server(board, 0)
    with served:
        Thread(target=served.serve_forever, daemon=True).start()
        yield address
        served.shutdown()


def ask(address: str, way: str = "", method: str = "GET", **headers: str) -> HTTPResponse:
    parts = urlsplit(address)
    asked = HTTPConnection(parts.hostname or "", parts.port or 0)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    asked.request(method, way if way.startswith("/") else parts.path + way, headers=given)
    return asked.getresponse()


def test_page_and_its_parts_are_given(address: str) -> None:
    """The page, its style and its script are there, each with its type, none kept, none guessed."""
    found = [ask(address, way) for way in ("", "watch.css", "watch.js", "icon.svg")]
    assert [200] * 4 == [answer.status for answer in found]
    assert ["text/html", "text/css", "text/javascript", "image/svg+xml"] == [
        a.headers.get_content_type() for a in found
    ]
    assert {("no-store", "nosniff", "no-referrer")} == {
        tuple(a.headers[name] for name in ("Cache-Control", "X-Content-Type-Options", "Referrer-Policy")) for a in found
    }
    assert "require-trusted-types-for" in found[0].headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (421, {"Host": "example.org"}),
        (421, {"Host": "localhost"}),
        (403, {"Origin": "http://example.org"}),
        (403, {"Origin": "null"}),
        (403, {"Sec_Fetch_Site": "cross-site"}),
        (403, {"Sec_Fetch_Site": "same-site"}),
        (403, {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Origin": "null"}),
    ],
)
@pytest.mark.parametrize("way", ["", "news", "watch.js"])
def test_others_are_refused(address: str, status: int, headers: dict[str, str], way: str) -> None:
    """A name that leads here, and pages of others, get nothing."""
    assert status == ask(address, way, **headers).status


@pytest.mark.parametrize("way", ["/", "/news", "/watch.js", "/wrong/", "/wrong/news", "//", "/../"])
def test_nothing_is_given_without_the_secret(address: str, way: str) -> None:
    """Who does not know the address gets nothing, and is not told what there would be."""
    assert 403 == ask(address, way).status


def test_file_of_the_user_leads_to_the_page(address: str) -> None:
    """A browser comes from the file that redirects, which is another place, to the page alone."""
    coming = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    assert [200, 403] == [ask(address, way, **coming).status for way in ("", "watch.js")]


def test_nothing_can_be_sent(address: str) -> None:
    """The page is looked at: there is no other way to ask than GET."""
    assert {501} == {ask(address, method=method).status for method in ("POST", "PUT", "DELETE", "OPTIONS")}


@pytest.mark.parametrize(
    "way", ["made/manifest.json", "made/../en.md", "made/%2e%2e/en.md", "made/", "page-1.html", "x"]
)
def test_what_is_not_there_is_not_found(address: str, way: str) -> None:
    """Nothing but what the page shows is given, and no file before a set stands."""
    assert 404 == ask(address, way).status


def test_files_of_the_set_are_given_and_no_others(address: str, board: Board, tmp_path: Path) -> None:
    """A finished file is given by its name; a way out of its folder, and a link, lead to nothing."""
    board.folder = tmp_path / "en"
    board.folder.mkdir()
    (board.folder / "tea-en.html").write_text("<p>Tea", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (board.folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    ways = ("made/tea-en.html", "made/..%2fsecret.txt", "made/link.txt", "made/..", "made/secret.txt")
    assert [200, 404, 404, 404, 404] == [ask(address, way).status for way in ways]
    assert "sandbox allow-scripts" in ask(address, ways[0]).headers["Content-Security-Policy"]


def test_state_is_sent_at_once_and_at_each_piece_of_news(address: str, board: Board) -> None:
    """The first event has the state as it is, the next what has changed since."""
    stream = ask(address, "news")

    def state() -> dict[str, object]:
        line = stream.readline()
        while not line.startswith(b"data: "):
            line = stream.readline()
        found = json.loads(line.removeprefix(b"data: "))
        assert isinstance(found, dict)
        return found

    assert "text/event-stream" == stream.headers.get_content_type()
    assert "" == state()["page"]
    board.put(good())
    assert "page-1.html" == state()["page"]
    stream.close()


def test_page_is_shown_without_scripts(address: str, board: Board) -> None:
    """The leaflet is given as it was made, in a sandbox without scripts."""
    board.put(good(b"<!DOCTYPE html><p>Tea"))
    answer = ask(address, board.state["page"])
    assert b"<!DOCTYPE html><p>Tea" == answer.read()
    policy = answer.headers["Content-Security-Policy"]
    assert ("sandbox allow-same-origin;", True) == (policy[:26], "script-src" not in policy)


def test_last_good_page_stays_and_is_marked_old(board: Board) -> None:
    """With a mistake in the copy, the page before it is shown as old, and the mistake with its file and line."""
    board.put(good())
    board.put(Sketch(COPY, "hot", "Hot tea", (b"png",), 1, (), 0.1))
    page = board.state["page"]
    board.put(faulty())
    state = board.state
    assert (page, True, True) == (state["page"], state["old"], state["sketch_old"])
    assert [("SRC-003", f"{COPY}:12:1", "write one")] == [(p["code"], p["place"], p["hint"]) for p in state["problems"]]
    board.put(good(b"<!DOCTYPE html><p>Good tea"))
    assert (False, []) == (board.state["old"], board.state["problems"])


def test_another_copy_takes_the_place_of_the_first(board: Board) -> None:
    """Nothing of one copy is shown beside another, not even while that has a mistake."""
    board.put(good(copy=Path("content/coffee/en.md")))
    board.put(Sketch(Path("content/coffee/en.md"), "hot", "Hot coffee", (b"png",), 1, (), 0.1))
    board.put(faulty())
    assert (str(COPY), "", [], "") == tuple(board.state[name] for name in ("copy", "page", "pictures", "title"))


def test_build_is_told_while_it_lasts(board: Board) -> None:
    """It says that editions are being built, and why none were."""
    board.put(good())
    board.put(Making())
    assert board.state["building"]
    board.put(Made(fault="build/ cannot be written"))
    assert (False, ["build/ cannot be written"]) == (board.state["building"], board.state["told"])


def test_old_pages_are_given_up(board: Board) -> None:
    """Of a day of writing, the last pages are held, and no more."""
    for number in range(KEPT + 1):
        board.put(good(b"%d" % number))
    assert (None, ("text/html", b"1")) == (board.held("page-1.html"), board.held("page-2.html"))
