"""The parts of docs/ that are written from tables in the code: ``python -m tests.written_docs`` writes them anew."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from clearfold.advice.rules import RULES, AdviceRule, Section, shown
from clearfold.importers.rules import RULES as LEDGER
from clearfold.model.copy_rules import SECTIONS, CopyRule
from clearfold.model.messages import LANGUAGES
from clearfold.press.front_matter.fields import FrontMatter, PublisherFields
from clearfold.press.front_matter.keys import LISTS, MEANT, OF_MAPS, OTHERS
from tests import forms, written_reference

DOCS = Path(__file__).parents[1] / "docs"
PROJECT = DOCS.parent / "src/clearfold/starter/project"
SCHEMAS = PROJECT / "dot-schemas"
REUSABLE = DOCS.parent / ".github/workflows/leaflets.yml"
_CALLED = """\
# Written by `nox -s docs` from the workflow that a new project has: for repositories that
# call it, and have nothing of their own to keep up. docs/publishing.md says how.
name: leaflets

on:
  workflow_call:
    inputs:
      clearfold:
        description: What pip installs, such as clearfold[validators]==0.2.0, or the path of a wheel
        type: string
        default: "clearfold[validators]"

permissions:
  contents: read

env:
  CLEARFOLD: ${{ inputs.clearfold }}

"""


def written() -> Mapping[Path, str]:
    """Return the pages that have such parts, with their text as it should be."""
    mistakes, advice, imports = (DOCS / f"{name}.md" for name in ("mistakes", "advice", "import"))
    tables = [(heading, _table("What is wrong", _rows(rules))) for heading, rules in SECTIONS]
    return {
        mistakes: _with_tables(mistakes.read_text("utf-8"), tables),
        imports: _with_tables(imports.read_text("utf-8"), [("The ledger", _of_ledger())]),
        REUSABLE: _reusable(),
        DOCS / "commands.md": written_reference.page(),
        **{forms.path_of(language): forms.page(language) for language in LANGUAGES},
        advice: _with_tables(advice.read_text("utf-8"), _of_advice()),
        **{folder / "front-matter.schema.json": _schema(FrontMatter) for folder in (DOCS, SCHEMAS)},
        **{folder / "publisher.schema.json": _schema(PublisherFields) for folder in (DOCS, SCHEMAS)},
    }


def _reusable() -> str:
    """Return the workflow of a new project as one that other repositories call: the same jobs, begun by them."""
    own = (PROJECT / "dot-github/workflows/leaflets.yml").read_text("utf-8")
    return _CALLED + own[own.index("jobs:\n") :]


def _schema(model: type[BaseModel]) -> str:
    """Return the JSON Schema of what may be written, for editors that complete and check YAML as it is typed.

    It takes what Clearfold takes: 1.0 as a text, a text for a list of one, the keys of other programs.
    """
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_lenient(model.model_json_schema())}
    keys = schema["properties"]
    for name in LISTS & set(keys):
        keys[name] = {"anyOf": [keys[name], {"type": ["string", "number"]}]}
    for name in OF_MAPS & set(keys):
        (listed, _) = keys[name]["anyOf"]
        listed["items"] = {"anyOf": [listed["items"], {"type": ["string", "number"]}]}
    if "typeface" in keys:  # its name alone, for one that comes with Clearfold
        keys["typeface"] = {"anyOf": [*keys["typeface"]["anyOf"], {"type": "string"}]}
    if model is FrontMatter:
        keys |= {name: {} for name in sorted(OTHERS | set(MEANT)) if name not in keys}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _lenient(part: Any) -> Any:  # noqa: ANN401 -- a JSON Schema is any JSON
    if isinstance(part, list):
        return [_lenient(item) for item in part]
    if not isinstance(part, dict):
        return part
    found = {key: _lenient(value) for key, value in part.items()}
    if found.get("type") == "string" and not {"enum", "format", "const"} & set(found):
        found["type"] = ["string", "number"]
    return found


def _with_tables(page: str, tables: Iterable[tuple[str, str]]) -> str:
    """Put tables under their headings; a heading that is not there follows the one before."""
    end = len(page)
    for heading, table in tables:
        old = re.search(rf"^## {re.escape(heading)}\n[^|]*((?:^\|[^\n]*\n)+)", page, re.MULTILINE)
        start, stop = old.span(1) if old else (end, end)
        new = table if old else f"\n## {heading}\n\n{table}"
        page, end = page[:start] + new + page[stop:], start + len(new)
    return page


def _of_ledger() -> str:
    rows = (f"| `{r.code}` | {r.section} | {r.meaning} | {r.advice.format(name='…')} |" for r in LEDGER.values())
    return _table("Where | What it says | What to do", rows)


def _table(about: str, rows: Iterable[str]) -> str:
    """Return a table of codes, with what it has of each over its other columns."""
    columns = about.count("|") + 2
    return "".join(f"{row}\n" for row in (f"| Code | {about} |", "| --- " * columns + "|", *rows))


def _of_advice() -> Iterator[tuple[str, str]]:
    """Yield the sections of the advice and their tables."""
    for section in Section:
        if rules := [rule for rule in RULES.values() if rule.section is section]:
            yield section, _table("What is told | Why | By whom | For example", map(_advice_row, rules))


def _advice_row(rule: AdviceRule) -> str:
    example = rule.examples["en"]
    written = ", not ".join(f"`{_in_a_cell(shown(lines))}`" for lines in (example.right, example.wrong))
    what = f"{rule.what} ({rule.sureness})"
    return f"| `{rule.code}` | {what} | {rule.why} | {rule.by} | {written} |"


def _in_a_cell(lines: str) -> str:
    return " ¶ ".join(line for line in lines.split("\n") if line.strip()).replace("|", "\\|").replace("`", "’")


def _rows(rules: tuple[CopyRule, ...]) -> Iterator[str]:
    for rule in sorted(rules, key=lambda rule: rule.code):
        yield f"| `{rule.code}` | {rule.about} |"


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, "utf-8")
