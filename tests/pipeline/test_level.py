"""Files that others made are measured where their level of print is given."""

from pathlib import Path

import pytest

from clearfold.cli.main import main
from clearfold.cli.output import FINDINGS
from clearfold.model.paper import Level
from clearfold.pipeline.checking.check import check
from tests.proof.printed import COPY, pdf


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Return a brochure with one paragraph in small letters, and its copy."""
    made, copy = tmp_path / "griep.pdf", tmp_path / "nl-BE.md"
    made.write_bytes(pdf(".first { font-size: 15pt }"))
    copy.write_text(COPY, encoding="utf-8")
    return made, copy


@pytest.mark.slow("prints and measures pages")
def test_level_measures_the_pages(files: tuple[Path, Path]) -> None:
    """Letters of 2.6 mm are too small in large print, and large enough in clear print."""
    made, copy = files
    large, clear, none = (check([made], copy, level=level)[0] for level in (Level.LARGE, Level.CLEAR, None))
    told = [{d.code for d in report.diagnostics if d.code.startswith("TYP")} for report in (large, clear, none)]
    assert [{"TYP-001"}, set(), set()] == told
    assert [0, 0, 1] == [sum("page rules" in why for why in report.not_run) for report in (large, clear, none)]


def test_level_is_an_option_of_check(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """The command line measures pages too."""
    made, copy = files
    assert FINDINGS == main(["check", str(made), "--source", str(copy), "--level", "large", "-v"])
    assert "TYP-001" in capsys.readouterr().out
