"""Copies that are written for a test of advice, and what is advised on them."""

from datetime import date
from pathlib import Path

from clearfold.advice import advise
from clearfold.advice.advice import Advice
from clearfold.model.copy_rules.rule import Where
from clearfold.model.source import parse_source

TODAY = date(2026, 11, 29)
WHOLE = """\
published: 2026-11-01
review_by: 2029-11-01
authors: The tea society
reviewers: A nurse
testers: Four people who drink tea
sources: Guideline on tea, 2025
searched: 2026-10-01
funding: Paid from members’ fees.
conflicts: None.
contact:
  email: tea@example.org
"""
"""What a front matter says, of which advice asks."""
LANGUAGES = ("nl", "fr", "de", "en")


def advised(text: str, lang: str = "en", where: Where = Where.BODY) -> tuple[Advice, ...]:
    """Return the advice on a copy that holds lines in its text or its front matter, or is them."""
    title = f"---\ntitle: Tea\nlang: {lang}\n"
    whole = {
        Where.BODY: f"{title}{WHOLE}---\n\n{text}\n",
        Where.FRONT: f"{title}{text}\n---\n\nDrink.\n",
        Where.FILE: text,
    }
    return advise(parse_source(Path("content/tea/copy.md"), whole[where].encode()), TODAY).advice


def codes(text: str, lang: str = "en", where: Where = Where.BODY) -> list[str]:
    """Return the codes of the advice on such a copy, in the order of its places."""
    return [one.code for one in advised(text, lang, where)]


def within(text: str, lang: str = "en") -> list[str]:
    """Return the codes of the advice on the lines, leaving out what the copy as a whole lacks."""
    return [one.code for one in advised(text, lang) if one.place.line > 1]
