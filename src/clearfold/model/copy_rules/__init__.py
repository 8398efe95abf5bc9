"""What can be wrong with a copy: every SRC code with its severity and its words, in one table.

A code is never given a second meaning. SRC-090 and those above up to SRC-099 are the proof's.
"""

from clearfold.model.copy_rules.design import DESIGN
from clearfold.model.copy_rules.file import FILE
from clearfold.model.copy_rules.front_matter import FRONT_MATTER
from clearfold.model.copy_rules.html import HTML
from clearfold.model.copy_rules.limits import LIMITS
from clearfold.model.copy_rules.pictures import PICTURES
from clearfold.model.copy_rules.rule import CopyRule
from clearfold.model.copy_rules.text import TEXT
from clearfold.model.copy_rules.translations import TRANSLATIONS
from clearfold.model.copy_rules.written import WRITTEN
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import Message

__all__ = ["COPY_RULES", "SECTIONS", "CopyRule", "mistake"]

SECTIONS: tuple[tuple[str, tuple[CopyRule, ...]], ...] = (
    ("The file and its front matter", (*FILE, *FRONT_MATTER)),
    ("HTML in the copy", HTML),
    ("Pictures", PICTURES),
    ("Headings, links, notes", TEXT),
    ("Markdown as people write it", WRITTEN),
    ("The look", DESIGN),
    ("Safety and limits", LIMITS),
    ("Translations", TRANSLATIONS),
)
"""The rules in the order of docs/mistakes.md, with the headings that they stand under there."""
COPY_RULES = {rule.code: rule for _, rules in SECTIONS for rule in rules}


def mistake(code: str, location: Location, wording: str = "", /, **values: object) -> Diagnostic:
    """Return a finding about a copy in the words of its rule; raises KeyError for a field that is not given."""
    rule = COPY_RULES[code]
    words = rule.wordings[wording]
    return Diagnostic(code, rule.severity, location, Message(words.fact, values), Message(words.hint, values))
