"""What the studio refuses: each request that a stranger could send, held against a server that runs."""

import os
import re
import socket
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clearfold.store.way_in import way_in
from clearfold.studio.guard import OWN_HEADER
from clearfold.studio.launch import HOST, new_secret
from clearfold.studio.pages import TEMPLATES

if TYPE_CHECKING:
    from tests.studio.conftest import Studio

FROM_US = {"Sec-Fetch-Site": "same-origin"}
OPENED = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


def test_first_page_is_given(shared: "Studio") -> None:
    """Whoever knows the secret gets the shelf."""
    assert 200 == shared.ask(f"/{shared.secret}/", raw=True).status


@pytest.mark.parametrize("path", ["/", "//", "/static/studio.js", "/{wrong}/", "/{cut}/", "/{secret}", "/x/{secret}/"])
def test_no_secret_is_refused(shared: "Studio", path: str) -> None:
    """Without the secret as the first part of the path nothing is given, not even whether something stands there."""
    filled = path.format(wrong=new_secret(), cut=shared.secret[:-1], secret=shared.secret)
    answer = shared.ask(filled, raw=True)
    assert (403, b"leaflet" in answer.body) == (answer.status, False)


@pytest.mark.parametrize("host", ["evil.example", "localhost:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", ""])
def test_foreign_host_is_refused(shared: "Studio", host: str) -> None:
    """A name that leads to this machine only since somebody made it so is misdirected, also with the secret."""
    headers = {"Host": host.format(port=shared.port)}
    assert 421 == shared.ask(f"/{shared.secret}/", headers=headers, raw=True).status


def test_two_hosts_are_refused(shared: "Studio") -> None:
    """A request with two names is none (RFC 9112, 3.2)."""
    with socket.create_connection((HOST, shared.port), timeout=10) as wire:
        own = f"{HOST}:{shared.port}"
        wire.sendall(f"GET /{shared.secret}/ HTTP/1.1\r\nHost: {own}\r\nHost: {own}\r\n\r\n".encode())
        assert b" 400 " in wire.recv(100)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:{port}"])
@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_foreign_origin_is_refused(shared: "Studio", origin: str, method: str) -> None:
    """A page of another origin gets nothing, and changes nothing."""
    headers = {"Origin": origin.format(port=shared.port)}
    assert 403 == shared.ask("/language", method, b"nl", headers).status


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
@pytest.mark.parametrize("path", ["/", "/static/studio.js", "/language"])
def test_what_a_browser_calls_foreign_is_refused(shared: "Studio", site: str, path: str) -> None:
    """A picture, a script, a frame of a foreign page is refused; so is one of another port of this machine."""
    assert 403 == shared.ask(path, headers={"Sec-Fetch-Site": site}).status


def test_only_the_first_page_is_opened_from_elsewhere(shared: "Studio") -> None:
    """The file that leads to the studio opens its first page in a tab; no other page, no frame, no write."""
    framed = {**OPENED, "Sec-Fetch-Dest": "iframe"}
    asked = [("/", "GET", OPENED), ("/static/studio.js", "GET", OPENED), ("/", "GET", framed), ("/", "PUT", OPENED)]
    assert [200, 403, 403, 403] == [shared.ask(path, method, headers=h).status for path, method, h in asked]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "MADEUP"])
def test_write_without_own_header_is_refused(shared: "Studio", method: str) -> None:
    """Whatever may change something needs the header that a foreign page cannot send without being asked first."""
    answer = shared.ask(f"/{shared.secret}/language", method, headers=FROM_US, raw=True)
    assert (403, None) == (answer.status, answer.headers.get("access-control-allow-origin"))


@pytest.mark.parametrize("method", ["POST", "DELETE", "PATCH"])
def test_method_that_there_is_not_is_told(shared: "Studio", method: str) -> None:
    """What has the header, and yet is no method of the address, is answered as such."""
    assert 405 == shared.ask("/language", method).status


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/guard.py",
        "/cover/../../etc/passwd",
        "/cover/..%2F..%2Fetc%2Fpasswd",
        "/cover/tea/en.md",
        "/cover//etc/passwd",
        "/cover/tea%00en",
        "/cover/C:%5Cwindows",
        "/%2e%2e/%2e%2e/etc/passwd",
    ],
)
def test_no_path_leads_outside(shared: "Studio", path: str) -> None:
    """What is not on the list of the project's copies, or of the studio's own files, is nothing."""
    answer = shared.ask(path)
    assert (404, False) == (answer.status, b"root:" in answer.body or b"import " in answer.body)


def test_link_out_of_the_project_is_no_copy(shared: "Studio", tmp_path: Path) -> None:
    """A copy that is a link to a file elsewhere is not on the shelf."""
    elsewhere = tmp_path / "secret.md"
    elsewhere.write_text("---\ntitle: Not to be seen\nlang: en\n---\n", "utf-8")
    link = shared.folder / "content" / "tea" / "de.md"
    link.symlink_to(elsewhere)
    try:
        assert "Not to be seen" not in shared.ask("/").text
    finally:
        link.unlink()


def test_every_answer_has_the_guards_headers(shared: "Studio") -> None:
    """Pages, files and refusals are kept by nobody, sniffed by nobody, and may fetch from the studio alone."""
    answers = [shared.ask("/"), shared.ask("/static/studio.js"), shared.ask("/none"), shared.ask("/", raw=True)]
    kept = [
        (a.headers["cache-control"], a.headers["x-content-type-options"], a.headers["referrer-policy"]) for a in answers
    ]
    assert [("no-store", "nosniff", "no-referrer")] * 4 == kept
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "require-trusted-types-for 'script'" in policy
        assert "frame-ancestors 'none'" in policy
        assert not {"'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"} & set(policy.replace(";", " ").split())
        assert not {"set-cookie", "server"} & set(answer.headers)


def test_pages_hold_no_script_and_no_style_of_their_own(shared: "Studio") -> None:
    """What the policy would refuse is in no page."""
    text = shared.ask("/").text
    assert [] == [sign for sign in ("<script>", " style=", " onclick=", "javascript:") if sign in text]


def test_what_pages_fetch_is_there(shared: "Studio") -> None:
    """Every script, sheet and picture that a template names is given, as what it is."""
    named = {
        name for path in TEMPLATES.glob("*.j2") for name in re.findall(r"/static/([\w.]+)", path.read_text("utf-8"))
    }
    assert [] == [name for name in named if shared.ask(f"/static/{name}").status != 200]
    assert "text/javascript; charset=utf-8" == shared.ask("/static/studio.js").headers["content-type"]


def test_title_of_a_copy_is_text(studio: "Studio") -> None:
    """Markup in front matter is shown as it is written, and is no markup of the page."""
    text = studio.copy.read_text("utf-8").replace("Tea: how to make it", "<img src=x onerror=alert(1)>")
    studio.copy.write_text(text, "utf-8")
    answer = studio.ask("/").text
    assert ("<img src=x" in answer, "&lt;img src=x" in answer) == (False, True)


def test_new_studios_have_new_secrets() -> None:
    """A secret has 128 bits, and no two are the same."""
    secrets = {new_secret() for _ in range(100)}
    assert (100, {32}) == (len(secrets), {len(one) for one in secrets})


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes; the file stands in the user's own folder")
def test_file_that_leads_in_is_the_users_alone() -> None:
    """Nobody else can read the address, and the file goes when the studio does."""
    with way_in("http://127.0.0.1:1/abc/", "studio") as path:
        assert 0o600 == stat.S_IMODE(path.stat().st_mode)
        assert "url=http://127.0.0.1:1/abc/" in path.read_text("utf-8")
    assert not path.exists()


def test_server_is_not_reached_from_another_address(shared: "Studio") -> None:
    """The studio listens on 127.0.0.1, and on no other address of this machine."""
    with socket.socket() as other:
        other.settimeout(5)
        assert 0 != other.connect_ex(("127.0.0.2", shared.port))


def test_own_header_has_one_name(shared: "Studio") -> None:
    """The script of the pages sends the header that the guard asks for."""
    assert OWN_HEADER in shared.ask("/static/studio.js").text
