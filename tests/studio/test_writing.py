"""Writing through the server: what is saved, what is refused, and that nothing is lost silently."""

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from clearfold.studio.launch import HOST
from tests.studio.copy_texts import texts

if TYPE_CHECKING:
    from tests.studio.conftest import Answer, Studio

TAB = "one"


def read(studio: "Studio", name: str = "tea/en") -> dict[str, object]:
    found: dict[str, object] = json.loads(studio.ask(f"/copy/{name}").body)
    return found


def put(studio: "Studio", path: str, document: object, match: object = "", tab: str = TAB) -> "Answer":
    headers = {"If-Match": f'"{match}"', "X-Clearfold-Tab": tab}
    return studio.ask(path, "PUT", json.dumps(document).encode(), headers)


def allow(studio: "Studio", tab: str = TAB, *, take: bool = False, name: str = "tea/en") -> bool:
    answer = put(studio, f"/writer/{name}", {"take": take}, tab=tab)
    return bool(json.loads(answer.body)["writes"])


def test_one_block_is_written(studio: "Studio") -> None:
    """A block is another, and every byte outside of it is what it was."""
    before = studio.copy.read_bytes()
    found = read(studio)
    allow(studio)
    pieces = [{"of": 0}, {"of": 1, "text": "Cold water."}, *({"of": n} for n in range(2, 5))]
    answer = put(studio, "/copy/tea/en", {"pieces": pieces}, found["sha256"])
    assert 200 == answer.status
    assert before.replace(b"Fresh water, from the tap.", b"Cold water.") == studio.copy.read_bytes()
    assert json.loads(answer.body)["sha256"] == read(studio)["sha256"]


def test_copies_are_opened_and_saved_as_they_stand(studio: "Studio") -> None:
    """What a page gives back untouched, as blocks or as a whole, is the file to the byte: every tenth copy, any end."""
    tea = studio.copy.parent
    some = list(texts().values())[::10]
    copies = dict(enumerate([*some, *(text.replace("\r\n", "\n").replace("\n", "\r\n") for text in some[::4])]))
    broken = []
    studio.copy.write_bytes(b"x")
    allow(studio)
    for number, text in copies.items():
        (tea / "en.md").write_bytes(text.encode())
        found = read(studio)
        blocks = found["blocks"]
        assert isinstance(blocks, list)
        retyped = {"pieces": [{"of": n, "text": block["text"]} for n, block in enumerate(blocks)]}
        for document in (retyped, {"text": found["text"]}):
            answer = put(studio, "/copy/tea/en", document, found["sha256"])
            if (200, text.encode()) != (answer.status, studio.copy.read_bytes()):
                broken.append(number)
    assert [] == broken


def test_change_of_others_is_not_written_over(studio: "Studio") -> None:
    """A save of what was read before answers with the version that stands there, which stays."""
    found = read(studio)
    allow(studio)
    studio.copy.write_bytes(studio.copy.read_bytes() + b"\nTheirs.\n")
    now = studio.copy.read_bytes()
    for document in ({"pieces": [{"of": 0}]}, {"text": "mine"}):
        answer = put(studio, "/copy/tea/en", document, found["sha256"])
        assert (412, True) == (answer.status, "Theirs." in json.loads(answer.body)["theirs"])
    assert now == studio.copy.read_bytes()


def test_save_without_a_digest_is_refused(studio: "Studio") -> None:
    """Who does not say what was read cannot write over it."""
    allow(studio)
    assert 412 == put(studio, "/copy/tea/en", {"text": "mine"}).status


def test_second_tab_reads_until_it_takes_over(studio: "Studio") -> None:
    """Two tabs never write by turns: the second is told, and takes over only where it asks to."""
    found = read(studio)
    allowed = [allow(studio, "one"), allow(studio, "two")]
    refused = put(studio, "/copy/tea/en", {"text": "two"}, found["sha256"], "two").status
    taken = allow(studio, "two", take=True)
    saved = put(studio, "/copy/tea/en", {"text": "two"}, found["sha256"], "two").status
    late = put(studio, "/copy/tea/en", {"text": "one"}, found["sha256"], "one").status
    assert ([True, False], 423, True, 200, 423) == (allowed, refused, taken, saved, late)


def test_draft_is_offered_until_it_is_saved(studio: "Studio") -> None:
    """What was typed is there when the page is opened again, and goes when it was saved."""
    found = read(studio)
    allow(studio)
    pieces = [{"of": 0}, {"of": None, "text": "In between."}, *({"of": n} for n in range(1, 5))]
    assert 204 == put(studio, "/draft/tea/en", {"pieces": pieces}, found["sha256"]).status
    draft = read(studio)["draft"]
    assert isinstance(draft, dict)
    assert (True, True, True) == ("In between." in str(draft["text"]), draft["same"], draft["head"])
    assert "In between." in [block["text"] for block in draft["blocks"]]
    assert b"In between." not in studio.copy.read_bytes()
    put(studio, "/copy/tea/en", {"text": draft["text"]}, found["sha256"])
    assert (None, True) == (read(studio)["draft"], b"In between." in studio.copy.read_bytes())


def test_draft_of_the_front_matter_is_told(studio: "Studio") -> None:
    """A draft that changes what stands above the text cannot be shown as blocks."""
    found = read(studio)
    allow(studio)
    put(studio, "/draft/tea/en", {"text": str(found["text"]).replace("Tea:", "Teas:")}, found["sha256"])
    draft = read(studio)["draft"]
    assert isinstance(draft, dict)
    assert not draft["head"]


def test_draft_can_be_thrown_away(studio: "Studio") -> None:
    """A draft that nobody wants is gone, and so is one that says what the copy says."""
    found = read(studio)
    allow(studio)
    for path, document in (("/no-draft/tea/en", {}), ("/draft/tea/en", {"text": found["text"]})):
        put(studio, "/draft/tea/en", {"text": "typed"}, found["sha256"])
        assert read(studio)["draft"] is not None
        put(studio, path, document, found["sha256"])
        assert read(studio)["draft"] is None


def test_what_is_mechanical_is_mended(studio: "Studio") -> None:
    """The cure of the command line is there at a click, and the copy of that day is kept."""
    text = studio.copy.read_text("utf-8").replace("- a pot", "• a pot").replace("- a spoon", "• a spoon")
    studio.copy.write_text(text, "utf-8")
    allow(studio)
    assert 200 == put(studio, "/cure/tea/en", {}, read(studio)["sha256"]).status
    assert "- a pot\n- a spoon" in studio.copy.read_text("utf-8")


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, b"{"),
        (400, b"[]"),
        (400, b"{}"),
        (400, b"[" * 100_000),
        (400, b'{"pieces": [{"of": 99}]}'),
        (400, b'{"pieces": [{"of": -1}]}'),
        (400, b'{"pieces": [{"of": true}]}'),
        (400, b'{"pieces": [{"of": null}]}'),
        (400, b'{"pieces": ["x"]}'),
        (400, b'{"pieces": {}}'),
        (400, b'{"text": "\\ud800"}'),
        (413, b'{"text": "' + b"x" * 20_000_000 + b'"}'),
    ],
    ids="cut list nothing deep far negative true none text map half large".split(),
)
def test_what_is_no_request_changes_nothing(studio: "Studio", status: int, body: bytes) -> None:
    """Whatever is sent in place of a copy is answered, and the copy stays."""
    before = studio.copy.read_bytes()
    allow(studio)
    headers = {"If-Match": f'"{read(studio)["sha256"]}"', "X-Clearfold-Tab": TAB}
    try:
        answered = studio.ask("/copy/tea/en", "PUT", body, headers).status
    except (BrokenPipeError, ConnectionResetError):
        answered = 413  # it was answered before all of it was sent
    assert (status, before) == (answered, studio.copy.read_bytes())


@pytest.mark.parametrize("path", ["../../outside", "..%2F..%2Foutside", "tea/%2e%2e/publisher", "tea/en.md", "nothing"])
@pytest.mark.parametrize("of", ["copy", "draft", "no-draft", "cure", "writer"])
def test_nothing_is_written_outside(studio: "Studio", path: str, of: str) -> None:
    """Only a copy of the project has an address."""
    (studio.folder.parent / "outside.md").write_bytes(b"not ours")
    assert 404 == put(studio, f"/{of}/{path}", {"text": "mine"}).status
    assert b"not ours" == (studio.folder.parent / "outside.md").read_bytes()


def test_file_that_is_no_text_is_told(studio: "Studio") -> None:
    """A file in another code is not opened: saving it would change it."""
    studio.copy.write_bytes(b"caf\xe9")
    assert 415 == studio.ask("/copy/tea/en").status


@contextmanager
def news(studio: "Studio", tab: str = TAB) -> Iterator[Iterator[tuple[str, dict[str, object]]]]:
    """Give what the studio tells of the copy, as it comes."""
    connection = http.client.HTTPConnection(HOST, studio.port, timeout=60)
    connection.request("GET", f"/{studio.secret}/news/tea/en?tab={tab}")
    answer = connection.getresponse()

    def events() -> Iterator[tuple[str, dict[str, object]]]:
        while line := answer.readline():
            if line.startswith(b"event: "):
                yield line[7:].decode().strip(), json.loads(answer.readline()[6:])

    try:
        yield events()
    finally:
        connection.close()


@pytest.mark.slow("starts the process that reads copies")
def test_news_are_of_other_versions_problems_advice_and_who_writes(own_studio: "Studio") -> None:
    """A page is told what is wrong in its copy and what to do better, and where, and that it may no longer write."""
    allow(own_studio)
    with news(own_studio) as events:
        first = next(told for name, told in events if name == "problems")
        allow(own_studio, "two", take=True)
        assert any(name == "writer" and not told["writes"] for name, told in events)
        own_studio.copy.write_bytes(own_studio.copy.read_bytes() + b"\n![](pot.svg)\n\nTake 500mg.\n")
        second = next(told for name, told in events if name == "problems")
        advice = next(told for name, told in events if name == "advice")["advice"]
    assert [] == first["problems"]
    found = second["problems"]
    assert isinstance(found, list)
    lines = {problem["line"] for problem in found}
    last = own_studio.copy.read_text("utf-8").count("\n")
    assert ({last - 2}, False) == (lines, str(own_studio.folder) in str(second))
    assert isinstance(advice, list)
    assert [last] == [one["line"] for one in advice if one["code"] == "ADV-013"]
