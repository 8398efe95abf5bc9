"""What is heard: trees as blocks, their scores against a copy, and Orca's log parted by its keys."""

from pathlib import Path

import pytest

from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.structure import read_structure, read_unplaced
from tests.heard.desktop import missing
from tests.heard.orca import Answer, answers
from tests.heard.score import Score, score
from tests.heard.tree import Thing, blocks, pages, read
from tests.heard.viewer_faults import FAULTS, ViewerFault


def line(text: str) -> Thing:
    return Thing("static", text=text)


def heading(name: str, *lines: str, level: int = 2) -> Thing:
    return Thing("heading", name, level=level, children=tuple(map(line, lines)))


def document(*things: Thing) -> Thing:
    return Thing("document", children=things)


COPY = Transcript(
    (
        Block(Kind.TITLE, "Treatment with CAR T-cells"),
        Block(Kind.PARAGRAPH, "Take one tablet a day."),
        Block(Kind.ALTERNATIVE, "A cell with antennas"),
        Block(Kind.TABLE_CELL, "Day", row=1, column=1, header=True),
        Block(Kind.TABLE_CELL, "Monday", row=2, column=1),
    )
)
TITLE = heading("Treatment with CAR T-cells", "Treatment with", "CAR T-cells", level=1)
TEXT = (line("Take one tablet"), line("a day."))
PICTURE = Thing("image", "A cell with antennas")
TABLE = Thing("table", children=(Thing("column header", "Day", "Day"), Thing("table cell", "Monday", "Monday")))


def heard(*things: Thing) -> Score:
    return score(COPY, (), document(*things))


def test_all_is_heard() -> None:
    """A document that says all as what it is passes."""
    assert heard(TITLE, *TEXT, PICTURE, TABLE).passed


@pytest.mark.parametrize(
    "things",
    [
        pytest.param((heading("Treatment withCAR T-cells", "Treatment with", "CAR T-cells", level=1),), id="glued"),
        pytest.param((heading("", "Treatment with CAR T-cells", level=3),), id="level"),
        pytest.param((line("Treatment with CAR T-cells"),), id="no heading"),
    ],
)
def test_heading_that_is_wrong(things: tuple[Thing, ...]) -> None:
    """A heading of another level, or with words run together in its name, does not pass."""
    assert not heard(*things, *TEXT, PICTURE, TABLE).passed


def test_word_that_is_lost() -> None:
    """A word that is not heard is counted and told."""
    words = heard(TITLE, line("Take tablet a day."), PICTURE, TABLE).words
    assert (14, 15, ("one",)) == (words.right, words.all, words.wrong)


def test_word_that_is_added() -> None:
    """Words that nobody wrote are told."""
    assert ("Page two",) == heard(TITLE, *TEXT, PICTURE, line("Page two"), TABLE).added


def test_picture_that_is_a_frame() -> None:
    """A figure in which there is no image is heard, but not as a picture."""
    found = heard(TITLE, *TEXT, Thing("panel", "A cell with antennas", roles="figure"), TABLE)
    assert (15, 0, 1) == (found.words.right, found.pictures.right, found.pictures.all)


def test_header_cell_that_is_a_cell() -> None:
    """A header cell must be heard as one."""
    plain = Thing("table", children=(Thing("table cell", "Day", "Day"), Thing("table cell", "Monday", "Monday")))
    assert ("Day",) == heard(TITLE, *TEXT, PICTURE, plain).header_cells.wrong


def test_link_that_is_named_twice() -> None:
    """A name that says its words twice is counted among the wrong ones."""
    link = Thing("link", "clay clay", "clay\ufffc", children=(Thing("link", "clay"),))
    assert ("clay clay",) == heard(link).names["link"].wrong


def test_children_stand_in_the_text() -> None:
    """Text is read around the children that it holds, inner lists as items of their own."""
    inner = Thing("list", children=(Thing("list item", "", "b"),))
    item = Thing("list item", "", "a \ufffc c", children=(inner,))
    assert [("a", 1), ("b", 2), ("c", 1)] == [(block.text, block.level) for block in blocks(document(item))]


def test_runs_of_a_text_are_read_once() -> None:
    """Chromium tells the runs of a text beside the text that they make."""
    bold = Thing("static", text="Wash.", children=(Thing("static", "Wash.", "Wash."),))
    runs = (Thing("static", "1. ", "1. "), bold, Thing("static", " Dry.", " Dry."))
    item = Thing("list item", "", "1. \ufffc Dry.", children=runs)
    assert ["1. Wash. Dry."] == [block.text for block in blocks(document(item))]


def test_buttons_around_the_pages_are_left_out() -> None:
    """Of a PDF in a viewer only the pages are held against the copy."""
    shown = document(Thing("push button", "Print", "Print"), Thing("landmark", "Page 1", children=(line("Neem in."),)))
    assert [("Neem in.", "page 1")] == [(block.text, block.place) for block in blocks(pages(shown))]


def test_tree_as_it_is_told() -> None:
    """What the bus tells becomes a tree."""
    told = (
        '{"role": "heading", "name": "Day", "level": "2", "children": [{"role": "static", "name": "", "text": "Day"}]}'
    )
    assert Thing("heading", "Day", level=2, children=(line("Day"),)) == read(told)


def test_speech_is_parted_by_keys() -> None:
    """What stands behind a key was said for it; names of keys are left out, a modifier and its key are one."""
    pressed = "vvvvv PROCESS ATSPI_KEY_PRESSED_EVENT: '{}' (1) vvvvv\n"
    said = "22:04:54.841274 - SPEECH OUTPUT: '{}'{{'established': False}}\n"
    log = "".join(
        (
            said.format("Screen reader on."),
            *(pressed.format("Control_L"), said.format("left control "), pressed.format("Home"), said.format("Top.")),
            *(pressed.format("h"), said.format("h "), said.format("It's Monday."), said.format("heading level 2.")),
        )
    )
    assert (
        Answer("", ("Screen reader on.",)),
        Answer("Control_L+Home", ("Top.",)),
        Answer("h", ("It's Monday.", "heading level 2.")),
    ) == answers(log)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_faults_of_viewers_are_none_of_the_file(fault: ViewerFault) -> None:
    """A small file for a report has tags, and all its marked words stand in them."""
    pdf = open_pdf(fault.data)
    assert read_structure(pdf).blocks
    assert () == read_unplaced(pdf)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where programs are missing the session names the packages that hold them."""
    monkeypatch.setenv("PATH", str(Path("/nowhere")))
    told = missing({"Firefox": None, "Chromium": "/usr/bin/chromium"})
    assert "apt-get install xvfb dbus openbox orca speech-dispatcher xdotool firefox-esr" in told
    assert "chromium" not in told
