"""What many people write comes out whole: each copy of tests/cases/printed is built and proven."""

from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont

from clearfold.pipeline.building.build import build
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.pages import read_looks

pytestmark = pytest.mark.no_cover

CASES = sorted((Path(__file__).parents[1] / "cases/printed").iterdir())


@pytest.mark.slow("builds and proves six leaflets")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_copy_is_published_with_its_warnings_alone(case: Path, tmp_path: Path) -> None:
    """Every edition that a case names is proven, and what is said of it is what the case expects."""
    expected = yaml.safe_load((case / "expect.yaml").read_text("utf-8"))
    (built,) = build([case], tmp_path, expected["editions"])
    said = [*built.diagnostics, *(found for report in built.reports for found in report.diagnostics)]
    assert sorted(expected.get("warnings", [])) == sorted(found.code for found in said), "\n".join(map(str, said))
    assert built.folder is not None
    assert built.folder.name == next(case.rglob("*.md")).stem


def test_typeface_without_hyphens_that_do_not_break(tmp_path: Path) -> None:
    """What a house typeface lacks is set with what it has: no sign comes from another font, and no compound breaks."""
    fonts = Path(__file__).parents[2] / "styles/fonts"
    for weight in (400, 700):
        with TTFont(fonts / f"InclusiveSans-{weight}.ttf") as font:
            for table in font["cmap"].tables:
                table.cmap = {code: name for code, name in table.cmap.items() if code not in (0x2010, 0x2011, 0x202F)}
            font.save(tmp_path / f"House-{weight}.ttf")
    (tmp_path / "publisher.yaml").write_text(
        "typeface:\n  family: House\n  regular: House-400.ttf\n  bold: House-700.ttf\n", "utf-8"
    )
    (tmp_path / "bed").mkdir()
    words = (
        "Le rendez-vous du demi-jardin est-il c’est-à-dire demain ? Oui ! Va-t-en, dit-elle : là-bas, au rez-de-sol. "
    )
    (tmp_path / "bed/fr.md").write_text(f"---\ntitle: Jardin\nlang: fr\n---\n\n## Où ?\n\n{words * 6}\n", "utf-8")
    (built,) = build([tmp_path / "bed"], tmp_path / "build", ["large-print-a5"])
    assert [] == [str(found) for report in built.reports for found in report.diagnostics]
    assert built.folder is not None
    text = open_pdf((built.folder / "bed-fr-large-print-a5.pdf").read_bytes())
    faces = {s.state.face.name for look in read_looks(text) for line in look.lines for s in line.stretches}
    assert {"House"} == {name.partition("-")[0] for name in faces}
