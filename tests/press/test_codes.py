"""The codes of the copy's mistakes: documented, and each with something that raises it."""

import re
from pathlib import Path

from clearfold.model.copy_rules import COPY_RULES
from clearfold.model.copy_rules.rule import Where

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"\bSRC-\d{3}\b")


def codes(*paths: Path) -> set[str]:
    return {code for path in paths for code in CODE.findall(path.read_text("utf-8"))}


def test_every_code_has_a_case() -> None:
    """Each code is expected by some test, by one of the cases, or by the example of its rule, which is tried."""
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    expected = codes(*tests, *(ROOT / "tests/cases").rglob("expect.yaml"))
    shown = {code for code, rule in COPY_RULES.items() if rule.where is not Where.PROJECT}
    assert set() == codes(ROOT / "docs/mistakes.md") - expected - shown
