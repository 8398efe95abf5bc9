import re
from pathlib import Path

from clearfold.importers.examples import EXAMPLES
from clearfold.importers.rules import RULES

ROOT = Path(__file__).parents[2]


def test_every_code_has_its_example() -> None:
    """Each code of the ledger says why it is told, and how it looks; none is told of that there is not."""
    assert list(RULES) == list(EXAMPLES)


def test_every_code_is_told_somewhere() -> None:
    """No code of the ledger is one that nothing enters, and none is entered that there is not."""
    files = [path for path in (ROOT / "src/clearfold").rglob("*.py") if path.name not in ("rules.py", "examples.py")]
    told = {code for path in files for code in re.findall(r"IMP-\d{3}", path.read_text("utf-8"))}
    assert set(RULES) == told
