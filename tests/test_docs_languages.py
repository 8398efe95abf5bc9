"""The pages for editors say in each language what they say in English, as far as a program can see."""

import re
from pathlib import Path

import pytest

from clearfold.model.messages import LANGUAGES

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ("writing", "forms", "printing", "publishing")
_FENCED = re.compile(r"^ *(```+)\w*\n.*?^ *\1$", re.MULTILINE | re.DOTALL)
_MARKS = re.compile(
    r"^(#+) "  # the level of a heading
    r"|^\| (`\w+`(?:, `\w+`)*) \|"  # the keys of a row
    r"|^(\|)"
    r"|\]\(([^)#]+\.md(?:#[\w-]+)?|#[\w-]+)\)"  # where a link leads
    r"|`(clearfold \w+|[A-Z]{3}-\d{3}|--[\w-]+|\w+\.yaml)",
    re.MULTILINE,
)


def marks(page: Path) -> list[str]:
    """Return what a page has in every language, in its order: headings, rows, keys, links, codes and commands."""
    text = _FENCED.sub("", page.read_text("utf-8"))
    return [next(filter(None, match.groups())) for match in _MARKS.finditer(text)]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_page_follows_the_english_one(name: str, language: str) -> None:
    """Whoever changes a page for editors changes it in four languages: no heading, row, key, link or code differs."""
    assert marks(DOCS / f"{name}.md") == marks(DOCS / f"{name}.{language}.md")


def test_marks_are_found() -> None:
    """A page is compared by what it says: its headings, the keys in its tables, its links, codes and commands."""
    found = marks(DOCS / "writing.md")
    assert {"##", "`translated_by`, `checked_by`", "|", "translations.md", "SRC-131", "clearfold fix"} <= set(found)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_places_that_other_pages_lead_to_are_there(language: str) -> None:
    """On the site, a link to a section of an English page leads to the same in another language, by the same name."""
    leading = re.compile(r"\]\((?:\.\./)*(?:docs/)?([\w/-]+)\.md#([\w-]+)\)")
    pages = (*DOCS.rglob("*.md"), *DOCS.parent.glob("*.md"))
    asked = {found for page in pages for found in leading.findall(page.read_text("utf-8"))}
    here = {name: DOCS / f"{name}.{language}.md" for name in PAGES} | {"README": DOCS.parent / f"README.{language}.md"}
    assert [] == [
        (name, place)
        for name, place in sorted(asked)
        if name in here and f'<a id="{place}"></a>' not in here[name].read_text("utf-8")
    ]
