"""What is spoken in place of words that are shown, such as a label or an expansion: may it stand for them."""

import re

from clearfold.proof.compare.letters import fold

ABBREVIATED = 2  # words of what may be spoken in full


def misleads(shown: str, spoken: str) -> bool:
    """Say whether other words are spoken than are shown.

    A short word may be spoken in full, but for its figures; a label may say more around the words that it names.
    """
    ours, theirs = _words(shown), _words(spoken)
    if not ours or not theirs or "".join(ours) == "".join(theirs):
        return False
    if any(theirs[at : at + len(ours)] == ours for at in range(len(theirs) - len(ours) + 1)):
        return False
    figures = re.findall(r"\d+", shown) != re.findall(r"\d+", spoken)
    return figures or len(ours) > ABBREVIATED


def _words(text: str) -> list[str]:
    words = (
        "".join(char for char in word if char.isalnum()) for word in fold(" ".join(text.split())).casefold().split()
    )
    return [word for word in words if word]
