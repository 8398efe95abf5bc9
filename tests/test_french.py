"""A run in French: what is wrong with copies and files is told in French, and no English is left in it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from clearfold.cli.commands.explain import at_length
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.media_types import EPUB, PDF
from clearfold.model.messages import Message, message, speaking
from clearfold.model.messages import told as told_of
from clearfold.pipeline.explain import explanations
from clearfold.press.front_matter.keys import INNER_FIXED, INNER_TEXTS, KEYS
from clearfold.press.front_matter.validation import CHOICES
from clearfold.proof.checks.page.breaches import Breach
from clearfold.proof.checks.page.breaches import told as breach
from clearfold.proof.checks.text.completeness import FURNITURE
from clearfold.proof.findings.finding import Finding, listed, quoted
from clearfold.proof.findings.rules import RULES
from clearfold.proof.prove import prove
from clearfold.proof.report import sorted_findings
from clearfold.proof.report.page import to_html
from tests.faults import sample
from tests.page.exhibits import exhibit
from tests.press.markdown.test_messages import BAD, told

ENGLISH = re.compile(
    r"\b(?:the|and|of|is|are|this|that|to|with|has|have|not|for|from|which|where|its|by|an|write|take|what|"
    r"there|your|does|was|were|than|other|words?|copy|cannot|must|stands?|below|before|behind|missing|none|nothing|hint|error)\b",
    re.IGNORECASE,
)
"""Words of English that French does not have; “on”, “or”, “as”, “a”, “me”, “pour” and the like are of both."""
# What is written alike in every language: words of the copy, lines to write, commands, and the names of characters.
ASIDE = re.compile(
    r"«[^»]*»|“[^”]*”|`[^`]*`|\[[^\]]*\]\([^)]*\)|<[^>]*>|\([^()]*U\+[^()]*\)|--\w+|clearfold \w+|\S+/\S+"
)
ALIKE = (
    KEYS
    | INNER_TEXTS
    | INNER_FIXED
    | {str(one) for kind in CHOICES.values() for one in kind}
    # Kinds of boxes, elements and editions, which people write as they stand.
    | set("note tip important warning phone amount question person calendar span large print epub".split())
)
WORD = re.compile(r"(?<![\w.#/<-])[a-z]{3,}(?![\w.=/>:-])")
NAMED = re.compile(r"[^,]*, U\+[0-9A-F]+|U\+[0-9A-F]+ \(.*\)")  # a character, by its name in Unicode


def _values(words: str) -> Iterator[str]:
    """Yield what stands in the fields of a message and is told as it is; a text that is no message at all is one."""
    if not isinstance(words, Message):
        yield words
    for value in (words.values or {}).values() if isinstance(words, Message) else ():
        if isinstance(value, str):
            yield from _values(value)


def _unmarked(found: Diagnostic, written: str) -> Iterator[str]:
    """Yield what would be told in English to everybody: words that are no message, and not the copy's."""
    for part in filter(None, (found.fact, found.hint)):
        for value in _values(part):
            known = {*re.findall(r"\w+", written.lower()), *ALIKE}
            if not NAMED.fullmatch(value) and any(word not in known for word in WORD.findall(value)):
                yield value


def _written(case: Path) -> str:
    files = (path for path in sorted(case.rglob("*")) if path.suffix in (".md", ".yaml", ".svg"))
    return "\n".join(path.read_text("utf-8", "replace") for path in files if path.name != "expect.yaml")


@pytest.mark.slow("reads every bad copy twice")
@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_all_that_is_told_of_a_copy_is_marked(case: Path) -> None:
    """What is told of a copy is messages, and in their fields words of the copy, its keys, or messages again."""
    (copy,) = case.glob("*.md")
    assert [] == [value for found in told(copy) for value in _unmarked(found, _written(case))]


@pytest.mark.slow("reads every bad copy twice")
@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_no_english_is_told_of_a_copy_in_french(case: Path) -> None:
    """A line about a copy in French has no word of English but what stands in the copy."""
    (copy,) = case.glob("*.md")
    with speaking("fr"):
        lines = [str(found) for found in told(copy)]
    assert [] == [word for line in lines for word in ENGLISH.findall(ASIDE.sub("", line))]


NAMES = re.compile(r"Conseillé par.*\d{4}(?:-\d\d)*\.|Word|words:|PrintScaling \S+ None|\bnone\b|\w+\.xhtml|l'an\b")
"""What stands in English in the words about a code: titles of guidelines, names, keys and values."""


def test_no_english_is_told_of_a_code_in_french() -> None:
    """What “clearfold explain” says of each code, its example included, has no word of English."""
    with speaking("fr"):
        lines = [line for one in explanations().values() for line in at_length(one).splitlines()]
    assert [] == [line for line in lines if ENGLISH.search(ASIDE.sub("", NAMES.sub("", line)))]


def in_english(found: Diagnostic) -> list[str]:
    """Return the words of English that are left when a finding is told in French."""
    with speaking("fr"):
        return ENGLISH.findall(ASIDE.sub("", str(found)))


def test_sentences_of_parts_are_told_in_french() -> None:
    """What is put together of words, measures, “and 4 more” and two orders of reading is French as a whole."""
    small = message("the x-height is at least {least} mm in {level} print", least=2.9, level="large")
    breaches = [Breach(0, f"Woord {n}", None, message("drawn over other text")) for n in range(9)]
    (found,) = breach("TYP-001", breaches, small)
    assert isinstance(found, Finding)
    orders = [replace(found, stream=message(name)) for name in ("structure order", "content order")]
    (both,) = sorted_findings(orders)
    left = message("{what}: {words}", what=message(RULES["TXT-005"].fact), words=listed([quoted("Bel ons")], ""))
    assert ([], []) == (in_english(both), in_english(replace(found, fact=left)))


def test_file_that_cannot_be_read_is_told_in_french() -> None:
    """The reason why, which was raised as an error, is told in French too."""
    locked = BytesIO()
    with pikepdf.open(BytesIO(sample.pdf())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    report = prove(sample.copy(), locked.getvalue(), PDF, name="griep.pdf")
    assert ["TXT-090"] == [one.code for one in report.diagnostics]
    assert [] == [word for one in report.diagnostics for word in in_english(one)]


def test_entry_that_the_contents_lack_is_told_in_french() -> None:
    """What an edition's own words are called is French too, in the words around and in its quotation marks."""
    lacking = message("{text}, {name}{times}", text=quoted("Wat nu?"), name=FURNITURE["contents entry"], times="")
    with speaking("fr"):
        assert "«\xa0Wat nu?\xa0», entrée du sommaire" == told_of(lacking)


VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
SAID = ("alt", "aria-label", "placeholder", "title")


class Words(HTMLParser):
    """Takes the words of a page that are in the page's own language, in attributes too, and no code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lang = ""
        self.aside: list[bool] = [False]
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "html":
            self.lang = said.get("lang") or ""
        if tag not in VOID:
            other = said.get("lang", self.lang) != self.lang
            self.aside.append(self.aside[-1] or other or tag in ("code", "style", "script"))
        if not (self.aside[-1] or said.get("lang", self.lang) != self.lang):
            self.words += [said[name] or "" for name in SAID if name in said]

    def handle_endtag(self, tag: str) -> None:
        self.aside.pop()

    def handle_data(self, data: str) -> None:
        if not self.aside[-1]:
            self.words.append(data)


def _page() -> str:
    changed = sample.pdf_with("Dit helpt bij griep:", "Dit schaadt bij griep:")
    with speaking("fr"):
        return to_html((exhibit(changed, PDF, "griep.pdf"), exhibit(sample.epub(), EPUB, "griep.epub")))


def test_page_of_the_proof_is_in_french() -> None:
    """The page for editors says that it is French, and has no word of English but in what it quotes."""
    page = Words(_page())
    assert ("fr", []) == (page.lang, [word for text in page.words for word in ENGLISH.findall(ASIDE.sub("", text))])
