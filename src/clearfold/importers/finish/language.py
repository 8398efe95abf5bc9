"""In which language a text is: by the small words of which every text is full."""

import re
from collections import Counter

_SMALL = {
    "nl": "de het een en van is dat niet je voor op zijn met worden wordt bij ook als aan er naar of uw om maar dit",
    "fr": "le la les des et est un une du que pour dans vous sur avec pas au ce qui par ou sont votre plus il en",
    "de": "der die das und ist nicht ein eine zu sie mit den von auf werden für wird im bei auch als oder sich dem ihr",
    "en": "the of and to is a in that you for it with are be as your this or not can on have if from may",
    "es": "el la los las de y que en un una es por con para no se su como más al del lo pero sus usted",
    "it": "il lo la gli le di e che un una è per con non si del della sono come più anche nel o alla dei",
    "pt": "o a os as de e que um uma é por com para não se do da em no na mais como ao dos ou",
    "da": "og at det er en af til på der for ikke den med du har kan som i vil eller fra et din",
    "sv": "och att det är en av till på som för inte den med du har kan i om eller från ett din vid",
    "nb": "og at det er en av til på som for ikke den med du har kan i om eller fra et din ved",
    "pl": "i w na z nie się do jest to że o jak dla po lub od są przez może być",
}
_WORDS = {lang: frozenset(words.split()) for lang, words in _SMALL.items()}
_LETTERS = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ENOUGH = 12  # small words, below which nothing is said


def guessed(text: str) -> str:
    """Return the language that a text is in, "" where that is not sure."""
    words = Counter(_LETTERS.findall(text.lower()))
    scores = sorted(((sum(words[w] for w in small), lang) for lang, small in _WORDS.items()), reverse=True)
    (best, lang), (second, _) = scores[:2]
    return lang if best >= _ENOUGH and best > 1.25 * second else ""


def tag(lang: str) -> str:
    """Return a language tag as BCP 47 writes it, "" where it is none."""
    parts = lang.replace("_", "-").strip().split("-")
    if not _TAG.fullmatch("-".join(parts)) or parts[0].lower() in ("und", "zxx", "none", "x"):
        return ""
    return "-".join([parts[0].lower(), *(part.upper() if len(part) == 2 else part for part in parts[1:])])
