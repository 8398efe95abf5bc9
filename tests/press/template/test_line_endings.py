"""Words that no line can hold are parted between syllables, and no others."""

from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest

from clearfold.pipeline.building.build import build
from clearfold.press.template.line_endings import part_long_words, part_rows
from clearfold.press.template.page_text import page_tree
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.pages import read_looks

WORD = "arbeidsongeschiktheidsverzekering"
PARTED = "ar\u00adbeids\u00adon\u00adge\u00adschikt\u00adheids\u00adver\u00adze\u00adke\u00adring"


def parted(body: str, lang: str, line: int, cut: frozenset[str] = frozenset()) -> str:
    """Return what stands in a page's body once its long words are parted."""
    root = page_tree(f"<html><body>{body}</body></html>")
    part_long_words(root, lang, line, cut)
    page = tostring(root, "unicode").replace(" />", "/>")
    return page.removeprefix("<html><body>").removesuffix("</body></html>")


@pytest.mark.parametrize(
    ("expected", "html", "line"),
    [
        (f"<p>De {WORD} loopt.</p>", f"<p>De {WORD} loopt.</p>", 33),
        (f"<p>De {PARTED} loopt.</p>", f"<p>De {WORD} loopt.</p>", 32),
        (f"<h2>De {PARTED}</h2><p>{WORD}</p>", f"<h2>De {WORD}</h2><p>{WORD}</p>", 40),
        ("<p>De verzekering</p>", "<p>De ver\u00adzekering</p>", 32),
        (f'<p title="{WORD}">T</p>', f'<p title="{WORD}">T</p>', 32),
    ],
    ids=["it fits", "it does not", "in a heading", "a soft hyphen of the copy", "an attribute"],
)
def test_only_words_that_do_not_fit_are_parted(expected: str, html: str, line: int) -> None:
    """A word as long as the line stays whole; a heading's line holds fewer letters."""
    assert expected == parted(html, "nl-BE", line)


def test_word_that_would_overflow_begins_a_line() -> None:
    """A word of which not even the first syllable fits is put on a line of its own, unless it begins one already."""
    assert f"<p>De <br/>{PARTED}</p><p>{PARTED}</p>" == parted(
        f"<p>De {WORD}</p><p>{WORD}</p>", "nl", 20, frozenset({"ar"})
    )


def test_language_without_patterns() -> None:
    """Where nothing is known of a language's syllables, its words stay whole."""
    assert f"<p>{WORD}</p>" == parted(f"<p>{WORD}</p>", "tlh", 20)


@pytest.mark.slow("prints and proves pages")
def test_pages_with_long_words_are_proven(tmp_path: Path) -> None:
    """Title, heading, contents, text and table: nothing runs off the page, and every word is read whole."""
    copy = tmp_path / "content/werk/nl.md"
    copy.parent.mkdir(parents=True)
    table = f"| A | {WORD} |\n|---|---|\n| b | c |\n"
    body = f"## Hoe werkt bloedvormendestamceltransplantatie?\n\nEen {WORD} helpt.\n\n{table}"
    copy.write_text(f"---\ntitle: Bloedstamceltransplantatie en {WORD}\nlang: nl\n---\n\n{body}", "utf-8")
    (built,) = build([copy], tmp_path / "build", ["large-print-a5", "clear-print"])
    assert [] == [str(found) for report in built.reports for found in report.diagnostics]
    assert ["large-print-a5", "clear-print"] == [report.edition for report in built.reports]


def test_only_pages_with_parted_words_say_so() -> None:
    """It is told whether a line may end within a word: only then are pages looked through for what reaches too far."""
    pages = [page_tree(f"<html><body><p>{word}</p></body></html>") for word in (WORD, "De")]
    assert [True, False] == [part_long_words(root, "nl", 20) for root in pages]


@pytest.mark.parametrize("sign", [".", "_", "…", "-"])
def test_rows_to_write_on_go_on_where_the_line_ends(sign: str) -> None:
    """A row of dots or dashes fills its line and goes on in the next one: no sign of it has a line of its own."""
    root = page_tree(f"<html><body><p>Name: {sign * 41}</p></body></html>")
    part_rows(root, 60)
    (paragraph,) = root.iter("p")
    assert [] == list(paragraph)
    assert f"Name: {sign * 41}" == (paragraph.text or "").replace("\u200b", "")
    assert 40 == (paragraph.text or "").count("\u200b")


def test_rows_to_write_on_take_no_page(tmp_path: Path) -> None:
    """What is to be filled in is as long on paper as it was written."""
    (tmp_path / "tea").mkdir()
    rows = "".join(f"{name}: {'.' * 41}\n\n" for name in ("Name", "Tea", "Milk"))
    (tmp_path / "tea/en.md").write_text(f"---\ntitle: Tea\nlang: en\n---\n\n## Yours\n\n{rows}", "utf-8")
    (built,) = build([tmp_path / "tea"], tmp_path / "build", ["accessible"])
    assert built.folder is not None
    looks = read_looks(open_pdf((built.folder / "tea-en-accessible.pdf").read_bytes()))
    assert [] == [line.text for look in looks for line in look.lines if line.text.strip() == "."]
