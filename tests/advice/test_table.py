"""Each advice of the table is told of its wrong example, in four languages, and never of what is right."""

import re
from collections.abc import Iterator

import pytest

from clearfold.advice.rules import RULES, AdviceRule, Section
from clearfold.model.copy_rules.rule import Where
from tests.advice.copies import LANGUAGES, codes
from tests.advice.near_misses import NEAR_MISSES

OF_ONE_COPY = [rule for rule in RULES.values() if rule.section is not Section.TOGETHER]
# Keys of the front matter are the same lines in every language: one of them tells.
CASES = [(r, lang) for r in OF_ONE_COPY for lang in (LANGUAGES if r.where is not Where.FRONT else LANGUAGES[:1])]
NAMES = [f"{rule.code} {lang}" for rule, lang in CASES]


def _like(rule: AdviceRule, found: list[str]) -> list[str]:
    """Return the codes of a rule's section that are about the same part of a copy: a short example lacks the others."""
    same = [code for code in found if RULES[code].section is rule.section and RULES[code].where is rule.where]
    return [code for code in same if rule.where is Where.BODY or code == rule.code]


def test_every_rule_has_an_example_in_each_language() -> None:
    """Who writes in any of the four languages finds an example in it."""
    assert [] == [rule.code for rule in RULES.values() if set(LANGUAGES) != set(rule.examples)]


@pytest.mark.parametrize(("rule", "lang"), CASES, ids=NAMES)
def test_wrong_example_is_told_once(rule: AdviceRule, lang: str) -> None:
    """The wrong lines of an example raise the code of their rule, once, and none other of its section."""
    found = codes(rule.examples[lang].wrong, lang, rule.where)
    assert [rule.code] == _like(rule, found)


@pytest.mark.parametrize(("rule", "lang"), CASES, ids=NAMES)
def test_right_example_is_not_told(rule: AdviceRule, lang: str) -> None:
    """The right lines of an example raise no code of the rule's section."""
    found = codes(rule.examples[lang].right, lang, rule.where)
    assert [] == _like(rule, found)


@pytest.mark.parametrize(("code", "lang", "text"), NEAR_MISSES, ids=lambda value: str(value)[:24])
def test_what_only_looks_like_it_is_not_told(code: str, lang: str, text: str) -> None:
    """Lines that are right, and look like what a rule speaks of, raise no code of its section."""
    assert [] == _like(RULES[code], codes(text, lang))


def test_every_check_of_words_has_a_near_miss_in_each_language() -> None:
    """A check of what stands in the text was tried on what it must leave alone, in every language."""
    asked = {(r.code, lang) for r, lang in CASES if r.where is Where.BODY and r.section is not Section.NOTES}
    assert set() == asked - {(code, lang) for code, lang, _ in NEAR_MISSES}


def test_fields_of_every_rule_are_filled() -> None:
    """What is told to people holds no field of a template."""
    told = (text for rule in RULES.values() for text in (rule.what, rule.why, rule.cure))
    assert [] == list(_fields(told))


def _fields(texts: Iterator[str]) -> Iterator[str]:
    return (text for text in texts if re.search(r"\{[a-z_]+\}", text))
