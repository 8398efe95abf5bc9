"""A set of editions replaces the last one whole, or not at all."""

from pathlib import Path

import pytest

from clearfold.press.copy import read_leaflet
from clearfold.press.edition import Output
from clearfold.press.leaflet import Leaflet
from clearfold.shelf import put
from clearfold.source import parse_source


@pytest.fixture
def leaflet(tmp_path: Path) -> Leaflet:
    return read_leaflet(parse_source(tmp_path / "en.md", b"---\ntitle: Tea\nlang: en\n---\n\nText."))


def output(name: str, data: bytes = b"new") -> Output:
    return Output("epub", name, "application/epub+zip", data, 0, ())


def test_set_that_cannot_be_written_leaves_the_last_one(leaflet: Leaflet, tmp_path: Path) -> None:
    """An output whose name the file system refuses leaves no litter, and the good set as it was."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub", b"good")], folder, good=True)
    with pytest.raises(OSError, match="too long"):
        put(leaflet, [output("tea.epub"), output("x" * 300)], folder, good=True)
    assert b"good" == (folder / "tea.epub").read_bytes()
    assert [folder] == list(folder.parent.iterdir())


def test_folder_that_cannot_be_replaced_is_given_back(
    leaflet: Leaflet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the new set cannot take the place of the old one, the old one stands there again."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub", b"good")], folder, good=True)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if target == folder and not path.name.endswith("-old"):
            raise PermissionError("refused")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        put(leaflet, [output("tea.epub")], folder, good=True)
    assert b"good" == (folder / "tea.epub").read_bytes()
    assert [folder] == list(folder.parent.iterdir())


def test_manifest_that_cannot_be_read_is_written_anew(leaflet: Leaflet, tmp_path: Path) -> None:
    """A broken manifest does not stop a build."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub")], folder, good=True)
    (folder / "manifest.json").write_text("broken", "utf-8")
    _, manifest = put(leaflet, [output("tea.epub")], folder, good=True)
    assert ["tea.epub"] == [file.path for file in manifest.files]


def test_ticket_stands_beside_its_file_and_stays_with_it(leaflet: Leaflet, tmp_path: Path) -> None:
    """A later build of another edition keeps the ticket, and the manifest names it."""
    folder = tmp_path / "tea" / "en"
    sheets = Output("print-shop", "tea-shop.pdf", "application/pdf", b"%PDF", 8, (), ticket="Print on paper\n")
    put(leaflet, [sheets], folder, good=True)
    _, manifest = put(leaflet, [output("tea.epub")], folder, good=True)
    assert [("tea-shop.pdf", "tea-shop-ticket.txt"), ("tea.epub", "")] == [(f.path, f.ticket) for f in manifest.files]
    assert "Print on paper\n" == (folder / "tea-shop-ticket.txt").read_text("utf-8")


def test_manifest_without_tickets_is_still_read(leaflet: Leaflet, tmp_path: Path) -> None:
    """A folder of an older version keeps its editions."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub")], folder, good=True)
    path = folder / "manifest.json"
    path.write_text(path.read_text("utf-8").replace(',\n      "ticket": ""', ""), "utf-8")
    assert '"ticket"' not in path.read_text("utf-8")
    _, manifest = put(leaflet, [output("new.epub")], folder, good=True)
    assert ["new.epub", "tea.epub"] == [file.path for file in manifest.files]
