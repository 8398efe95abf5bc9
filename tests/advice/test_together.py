"""What several leaflets say of the same thing: each example of the table, and what only looks different."""

import re
from pathlib import Path

import pytest

from clearfold.advice import together
from clearfold.advice.reading import Reading, read
from clearfold.advice.rules import RULES, AdviceRule, Section
from clearfold.model.copy_rules.rule import Where
from clearfold.model.source import parse_source
from tests.advice.copies import LANGUAGES, TODAY

OF_SEVERAL = [rule for rule in RULES.values() if rule.section is Section.TOGETHER and rule.code != "ADV-110"]
CASES = [(rule, lang) for rule in OF_SEVERAL for lang in LANGUAGES]
NAMES = [f"{rule.code} {lang}" for rule, lang in CASES]


def _read(name: str, text: str, lang: str, where: Where) -> Reading:
    front, body = (text, "Drink.") if where is Where.FRONT else ("", text)
    copy = f"---\ntitle: Tea\nlang: {lang}\n{front}\n---\n\n{body}\n"
    return read(parse_source(Path(f"content/{name}/{lang}.md"), copy.encode()), TODAY)


def _codes(one: str, other: str, lang: str = "en", where: Where = Where.BODY) -> list[str]:
    return [a.code for a in together([_read("a", one, lang, where), _read("b", other, lang, where)])]


def _of_example(lines: str, rule: AdviceRule, lang: str) -> list[str]:
    parts = re.fullmatch(r"in one leaflet:\n(.*)\nin another:\n(.*)", lines, re.DOTALL)
    assert parts is not None
    return _codes(parts[1], parts[2], lang, rule.where)


@pytest.mark.parametrize(("rule", "lang"), CASES, ids=NAMES)
def test_two_leaflets_that_differ_are_told(rule: AdviceRule, lang: str) -> None:
    """The wrong lines of an example raise the code of their rule, once, and none other."""
    assert [rule.code] == _of_example(rule.examples[lang].wrong, rule, lang)


@pytest.mark.parametrize(("rule", "lang"), CASES, ids=NAMES)
def test_two_leaflets_that_agree_are_not_told(rule: AdviceRule, lang: str) -> None:
    """The right lines of an example, which say more or are written otherwise, raise none."""
    assert [] == _of_example(rule.examples[lang].right, rule, lang)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Take rituximab or cetuximab.", "Take omeprazole or esomeprazole."),
        ("Take prednisone.", "Take prednisolone."),
        ("Two doses of omeprazole.", "Two omeprazoles."),
        ("Call the helpline on 020 1234 5678.", "Call the ward on 020 1234 5687."),
        ("Call the helpline on 020 1234 5678, the ward on 020 1234 5687.", "Call the ward on 020 1234 5699."),
    ],
)
def test_what_only_looks_like_it_is_not_told(one: str, other: str) -> None:
    """Two medicines, a plural, two desks: these are two things."""
    assert [] == _codes(one, other)


def test_two_languages_may_spell_and_explain_in_two_ways() -> None:
    """A name is French in French."""
    copies = [_read("a", "Prenez le rituximab.", "fr", Where.BODY), _read("b", "Take rituximap.", "en", Where.BODY)]
    assert () == together(copies)


def test_contacts_of_one_address_have_one_number() -> None:
    """A desk is known by its e-mail address as well."""
    contact = "contact:\n  email: tea@example.org\n  phone: 02 123 45 67"
    assert ["ADV-102"] == _codes(contact, contact.replace("67", "76"), "en", Where.FRONT)


def test_note_switches_it_off() -> None:
    """“I meant it” holds across leaflets too."""
    note = "<!-- advice: off ADV-101, because the old packet says it so -->"
    assert [] == _codes("Take omeprazole. Omeprazole.", f"{note}\n\nTake omeprozole.")
