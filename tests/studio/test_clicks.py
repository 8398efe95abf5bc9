"""Hints that name signs of Markdown have a sentence for who sees none of them."""

import re
from pathlib import Path

from clearfold.advice.rules import RULES
from clearfold.model.copy_rules import COPY_RULES, mistake
from clearfold.model.diagnostic import Location
from clearfold.model.messages import speaking
from clearfold.studio.clicks import CLICKS, COMMANDS
from clearfold.studio.problems import problems

_SIGNS = re.compile(
    r"clearfold [a-z]|"
    r"!!!|:::|\[\^|\]\(|\]\{|\*\*|\\|(?<!\w)#{1,3}(?!\w)|\{\{|\|.*\||```|<!--|-->|&lt;|</|“- ”|dir=|after >"
)
_ELSEWHERE = {
    "SRC-042": "ids, which nothing but the plain view has",
    "ADV-001": "the note that switches advice off, which is a note to yourself in the text",
}


def test_every_hint_with_signs_says_what_to_click() -> None:
    """A rule whose hint has signs of Markdown has such a sentence, but for what no tool makes."""
    hints = {code: " ".join(words.hint for words in rule.wordings.values()) for code, rule in COPY_RULES.items()}
    hints |= {rule.code: rule.proposal for rule in RULES.values()}
    signs = {code for code, hint in hints.items() if _SIGNS.search(hint)}
    assert {"SRC-003", "SRC-100", "SRC-112", "ADV-042", "TRL-001"} <= signs
    assert set() == signs - set(CLICKS) - set(_ELSEWHERE)
    assert set() == set(CLICKS) - set(hints)


def test_sentence_is_told_in_the_language_that_is_spoken() -> None:
    """What to click stands beside the hint, and not with a mistake in another file, which no tool reaches."""
    copy, other = Path("tea/nl.md"), Path("publisher.yaml")
    found = [mistake("SRC-140", Location(path, 3), name="phone") for path in (copy, other)]
    with speaking("nl"):
        here, there = problems(copy, found)
    assert (True, "") == ("‘Wijzigen …’" in here.click, there.click)
    assert "!!! phone" in here.hint


def test_command_is_told_to_nobody_who_has_a_browser() -> None:
    """Where a hint is a command alone, what to click stands in its place, in the plain view too."""
    copy = Path("tea/fr.md")
    found = [mistake("TRL-005", Location(copy, 1), source="nl.md", name="fr")]
    (told,) = problems(copy, found)
    assert (told.click, False) == (told.hint, "clearfold" in told.hint)
    assert set(CLICKS) >= COMMANDS
