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
    """No code of the ledger is one that nothing enters."""
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src/clearfold").rglob("*.py") if path.name != "rules.py")
    told = set(re.findall(r"IMP-\d{3}", source))
    assert [] == [code for code in RULES if code not in told]
