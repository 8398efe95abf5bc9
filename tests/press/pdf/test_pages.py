"""Printed pages: complaints of the renderer as diagnostics, and bytes that stay the same."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import read_source
from clearfold.press.editions import EDITIONS
from clearfold.press.markdown import read_leaflet
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.pages import read_looks

GARDEN = Path(__file__).parents[2] / "cases/long/garden/images"


def test_style_sheet_that_the_renderer_complains_of_is_a_diagnostic(tmp_path: Path) -> None:
    """A mistake in the association's own style sheet is told, with what the renderer says of it."""
    (tmp_path / "tea").mkdir()
    (tmp_path / "publisher.yaml").write_text("style: brand.css\n", "utf-8")
    (tmp_path / "brand.css").write_text("p { colour: red }", "utf-8")
    (tmp_path / "tea" / "en.md").write_text("---\ntitle: Tea\nlang: en\n---\n\nText.", "utf-8")
    leaflet = read_leaflet(read_source(tmp_path / "tea" / "en.md"))
    with pytest.raises(LeafletError, match=r"error SRC-070: large-print: .*colour"):
        EDITIONS[0].write(leaflet, EDITIONS[0], ())


@pytest.mark.parametrize("picture", ["soil.png", "bed.svg"])
def test_same_leaflet_in_another_folder_gives_the_same_bytes(tmp_path: Path, picture: str) -> None:
    """Where a leaflet and its pictures stand leaves no trace in the PDF."""
    made = set()
    for name in ("here", "elsewhere"):
        folder = tmp_path / name / "tea"
        folder.mkdir(parents=True)
        (folder / picture).write_bytes((GARDEN / picture).read_bytes())
        (folder / "en.md").write_text(f"---\ntitle: Tea\nlang: en\n---\n\n![Earth]({picture})", "utf-8")
        leaflet = read_leaflet(read_source(folder / "en.md"))
        made.add(EDITIONS[0].write(leaflet, EDITIONS[0], ()).data)
    assert 1 == len(made)


def test_rows_that_are_left_empty_can_be_written_in(tmp_path: Path) -> None:
    """An empty row is as high as a line of words: as many of them take as many pages."""
    (tmp_path / "en.md").write_text(
        "---\ntitle: Tea\nlang: en\n---\n\n| Day | Cups |\n| --- | --- |\n" + "| | |\n" * 60
    )
    leaflet = read_leaflet(read_source(tmp_path / "en.md"))
    pages = PdfReader(BytesIO(EDITIONS[0].write(leaflet, EDITIONS[0], ()).data)).pages
    assert 2 < len([page for page in pages if "Cups" in page.extract_text()])


@pytest.mark.parametrize(("expected", "head"), [(0, "| | |"), (2, "| | Cups |")])
def test_head_without_words_is_not_drawn(tmp_path: Path, expected: int, head: str) -> None:
    """Markdown knows no table without a head: one of empty cells alone has no bar above its rows."""
    (tmp_path / "en.md").write_text(f"---\ntitle: Tea\nlang: en\n---\n\nSay:\n\n{head}\n|---|---|\n| Monday | 3 |\n")
    leaflet = read_leaflet(read_source(tmp_path / "en.md"))
    looks = read_looks(open_pdf(EDITIONS[0].write(leaflet, EDITIONS[0], ()).data))
    (page,) = (look for look in looks if any("Monday" in line.text for line in look.lines))
    above = next(line.baseline for line in page.lines if "Monday" in line.text) + 20
    grounds = [shape for shape in page.shapes if shape.box.top - shape.box.bottom > 10 and shape.box.bottom > above]
    assert expected == len(grounds), grounds
