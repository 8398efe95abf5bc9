"""The codes of the copy's mistakes: documented, and each with something that raises it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"\bSRC-\d{3}\b")


def codes(*paths: Path) -> set[str]:
    return {code for path in paths for code in CODE.findall(path.read_text("utf-8"))}


def test_every_code_has_a_case() -> None:
    """Each code is expected by some test or by one of the cases."""
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    expected = codes(*tests, *(ROOT / "tests/cases").rglob("expect.yaml"))
    assert set() == codes(ROOT / "docs/mistakes.md") - expected
