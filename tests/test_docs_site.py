"""The walk through the site of the documentation sees where a link leads, and how far a page is."""

from pathlib import Path

import pytest

from tests.docs_site import walk


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three pages: the front leads to the second, and that to the third."""
    folder = tmp_path / "site"
    (folder / "docs").mkdir(parents=True)
    (folder / "index.html").write_text('<p><a href="docs/editions.html">Editions</a>')
    (folder / "docs/editions.html").write_text('<p id="all"><a href="printing.html#fold">A booklet</a>')
    (folder / "docs/printing.html").write_text('<h2 id="fold">Fold</h2><a href="../index.html">Home</a>')
    return folder


def test_clicks_are_counted(site: Path) -> None:
    """The third page is two clicks away by the word that its link has, and by no other word."""
    far = [walk.clicks(site / "index.html", site / "docs/printing.html", word) for word in ("booklet", "livret")]
    assert [2, None] == far


def test_dead_links_are_told(site: Path) -> None:
    """A link to a file, to a folder or to a place that is not there is told; one that leads somewhere is not."""
    assert [] == list(walk._dead(site))
    dead = '<a href="no.html">one</a><a href="docs/">two</a><a href="docs/editions.html#no">three</a>'
    (site / "more.html").write_text(dead + '<a href="docs/editions.html#all">four</a>')
    assert ["one", "two", "three"] == [line.split("“")[1].split("”")[0] for line in walk._dead(site)]
