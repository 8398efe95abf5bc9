"""In which language a text is, told by its smallest words."""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+")
_SMALL: Mapping[str, frozenset[str]] = {
    "nl": frozenset(
        "de het een en van is dat in op te zijn met voor niet aan er om ook als bij maar wordt worden naar door over "
        "uit dan kan je uw deze dit die of heeft nog wat wie geen zich hun onze u mensen na tot".split()
    ),
    "fr": frozenset(
        "le la les un une et de des du est que qui dans en pour pas ne sur au aux avec ce cette ces se son sa ses par "
        "plus ou il elle ils vous votre vos sont être nous leur peut mais si sans on".split()
    ),
    "de": frozenset(
        "der die das ein eine und ist nicht zu mit den dem des von für auf im in sich auch es an als werden wird bei "
        "oder aus sie ihre ihr nach wie kann können einen einer durch wenn aber noch zum zur über".split()
    ),
    "en": frozenset(
        "the a and of to is in that it for on with are as be this was by at or not from your you have can they which "
        "will their has but if when may should what do an".split()
    ),
}
_LEAST = 3  # small words by which a language is told
_AHEAD = 1.3  # times the next


def language_of(text: str) -> str:
    """Return "nl", "fr", "de" or "en", and "" where the words of a text do not tell."""
    words = [word.lower() for word in _WORD.findall(text)]
    counts = sorted(((sum(word in small for word in words), name) for name, small in _SMALL.items()), reverse=True)
    (most, name), (next_most, _) = counts[0], counts[1]
    return name if most >= _LEAST and most > _AHEAD * next_most else ""
