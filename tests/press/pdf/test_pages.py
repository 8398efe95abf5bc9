"""Printed pages: words that stay together, and complaints of the renderer as diagnostics."""

from pathlib import Path

import pytest

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import read_source
from clearfold.press.editions import EDITIONS
from clearfold.press.markdown import read_leaflet
from clearfold.press.pdf.pages import keep_whole

GARDEN = Path(__file__).parents[2] / "cases/long/garden/images"


@pytest.mark.parametrize(
    ("expected", "html"),
    [
        ("<p>een T\u2011cel</p>", "<p>een T-cel</p>"),
        ("<p>auto\u2011immuunziekte</p>", "<p>auto-immuunziekte</p>"),
        ("<p>hematopoëtische-stamceltransplantatie</p>", "<p>hematopoëtische-stamceltransplantatie</p>"),
        ('<p class="a-b">x - y</p>', '<p class="a-b">x - y</p>'),
        ("<p>CAR\xa0T\u2011cellen, 5\xa0mg, 20\xa0%, 5 mensen</p>", "<p>CAR T-cellen, 5 mg, 20 %, 5 mensen</p>"),
        ("<p>38,5\xa0°C, 2\xa0mmol/l, 400\xa0IE, 5 glazen</p>", "<p>38,5 °C, 2 mmol/l, 400 IE, 5 glazen</p>"),
        ("<p>1 mei\xa02026, 2026 en 5000 mensen</p>", "<p>1 mei 2026, 2026 en 5000 mensen</p>"),
        ('<p>Tea.\u2060<a class="noteref">[1]</a></p>', '<p>Tea.<a class="noteref">[1]</a></p>'),
        ("<title>T-cel</title><style>a-b</style>", "<title>T-cel</title><style>a-b</style>"),
    ],
)
def test_words_that_stay_together(expected: str, html: str) -> None:
    """Compounds, and numbers with their units, are not parted; tags and very long words are left alone."""
    assert expected == keep_whole(html)


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
