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
