"""Every advice with its words, its reason, its source and its examples, in one table.

A code is never given a second meaning.
"""

from clearfold.advice.rules.action import ACTION
from clearfold.advice.rules.facts import FACTS
from clearfold.advice.rules.notes import NOTES
from clearfold.advice.rules.rule import AdviceRule, Section, Sureness, shown
from clearfold.advice.rules.together import TOGETHER
from clearfold.advice.rules.trust import TRUST
from clearfold.advice.rules.ways import WAYS
from clearfold.advice.rules.words import WORDS

__all__ = ["RULES", "AdviceRule", "Section", "Sureness", "shown"]

RULES = {rule.code: rule for rule in (*NOTES, *FACTS, *TRUST, *WORDS, *WAYS, *ACTION, *TOGETHER)}
