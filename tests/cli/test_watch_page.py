"""The page of "clearfold watch" in Chromium: in the program's language, at its place, and saying what is old."""

import re
from collections.abc import Iterator
from threading import Thread

import pytest

from clearfold.cli.watching.board import Board
from clearfold.cli.watching.server import FOLDER, server
from clearfold.cli.watching.words import page
from clearfold.model.messages import LANGUAGES, speaking
from clearfold.pipeline.watching.looks import Sketch
from clearfold.pipeline.watching.watcher import Making
from tests.cli.test_watch_server import COPY, faulty, good
from tests.mutations.browser import browser, program

in_chromium = pytest.mark.skipif(not program(), reason="Chromium is not installed")
TALL = b"<!DOCTYPE html><html lang=en><title>Tea</title><p>%s<div style='height:9000px'></div>"


def asked(expression: str) -> object:
    """Return the value of an expression in the page, once it is true."""
    waiting = f"new Promise(done => {{ const look = () => {{ const told = {expression}; "
    waiting += "told ? done(told) : setTimeout(look, 20); }; look(); })"
    answer = browser().asked("Runtime.evaluate", expression=waiting, awaitPromise=True, returnByValue=True)
    result = answer["result"]
    assert isinstance(result, dict)
    return result["value"]


@pytest.fixture
def board() -> Iterator[Board]:
    """A board whose page is open in Chromium, in Dutch."""
    board = Board()
    with speaking("nl"):
        served, address = server(board, 0)
    with served:
        Thread(target=served.serve_forever, daemon=True).start()
        browser().asked("Page.navigate", url=address)
        browser().loaded()
        yield board
        served.shutdown()


@pytest.mark.slow("starts Chromium")
@in_chromium
def test_page_shows_each_save_in_the_language_of_the_program(board: Board) -> None:
    """A save takes the last page's place where that was scrolled to; a mistake stands beside what is marked as old."""
    board.put(good(TALL % b"Hot tea"))
    frame = "document.querySelector('#frames iframe:not(.coming)')"
    assert "Webpagina: Tea" == asked(f"{frame}?.title")
    assert 700 == asked(f"({frame}.contentWindow.scrollTo(0, 700), {frame}.contentWindow.scrollY)")
    board.put(good(TALL % b"Cold tea"))
    assert asked(f"{frame}.contentDocument.body.textContent.includes('Cold tea')")
    assert (700, 1) == (asked(f"{frame}.contentWindow.scrollY"), asked("document.querySelectorAll('iframe').length"))
    board.put(Sketch(COPY, "hot", "Hot tea", (b"png",), 1, (), 0.1))
    assert "Schets van “Hot tea”, bladzijde 1 van 1" == asked("document.querySelector('#pictures img')?.alt")
    board.put(faulty())
    assert asked("!document.getElementById('problems').hidden")
    board.put(Making())
    assert asked("document.getElementById('told').textContent === 'Ze worden gemaakt …'")
    text = asked("document.body.innerText")
    assert isinstance(text, str)
    for told in ("Wat er mis is", "Tip: ", "Oud: de tekst", "Oud: van voor", "Alle uitgaven"):
        assert told in text
    assert ("nl", "en") == (asked("document.documentElement.lang"), asked("document.getElementById('title').lang"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_is_whole_in_each_language(lang: str) -> None:
    """Each word that the page and its script ask for is there, and speaks the language that the page says."""
    with speaking(lang):
        text = page().decode("utf-8")
    assert f'<html lang="{lang}">' in text
    assert [] == re.findall(r"\$\w+", text)
    used = set(re.findall(r"words\.(\w+)", (FOLDER / "watch.js").read_text("utf-8")))
    assert used == set(re.findall(r"&quot;(\w+)&quot;: &quot;", text))
