"""What many people write comes out whole: each copy of tests/cases/printed is built and proven."""

from pathlib import Path

import pytest
import yaml

from clearfold.pipeline.build import build

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
    assert built.folder.name == next(case.glob("*.md")).stem
