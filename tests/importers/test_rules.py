import re
from pathlib import Path

from clearfold.importers.rules import RULES

ROOT = Path(__file__).parents[2]


def row(code: str) -> str:
    rule = RULES[code]
    return f"| `{code}` | {rule.section} | {rule.fact.replace('{name}', '…')} |"


def test_documented_codes_are_the_real_ones() -> None:
    """docs/import.md has a row for each code of the ledger, in its words."""
    written = [line for line in (ROOT / "docs/import.md").read_text("utf-8").splitlines() if line.startswith("| `IMP-")]
    assert [row(code) for code in RULES] == written


def test_every_code_is_told_somewhere() -> None:
    """No code of the ledger is one that nothing enters, and none is entered that there is not."""
    files = [path for path in (ROOT / "src/clearfold").rglob("*.py") if path.name != "rules.py"]
    told = {code for path in files for code in re.findall(r"IMP-\d{3}", path.read_text("utf-8"))}
    assert set(RULES) == told
