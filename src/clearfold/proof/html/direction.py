"""In which direction languages are written, and what may stand apart from that."""

from unicodedata import bidirectional

# ISO 639 and ISO 15924, for the scripts that Unicode has with letters of class R or AL.
LANGUAGES = frozenset("ar arc ckb dv fa he iw ji ks lrc mzn nqo ps sd syr ug ur yi".split())
SCRIPTS = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa".split())
RIGHT_TO_LEFT = frozenset({"R", "AL"})


def direction_of(lang: str) -> str:
    """Return the direction in which a language (BCP 47) is written: ``ltr`` or ``rtl``."""
    primary, *others = lang.lower().split("-")
    scripts = [one for one in others if len(one) == 4 and one.isalpha()]
    turned = scripts[0] in SCRIPTS if scripts else primary in LANGUAGES
    return "rtl" if turned else "ltr"


def is_number(text: str) -> bool:
    """Say whether a text is a number, with its sign and unit: what is laid out from left to right in any text."""
    return any(c.isdigit() for c in text) and not any(bidirectional(c) in RIGHT_TO_LEFT for c in text)
