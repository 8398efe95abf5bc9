"""Which language is spoken: of those that messages are translated into, by a tag or by a name of the system's."""

import re
from enum import StrEnum


class Language(StrEnum):
    """The languages of the program; English is the one in which messages stand in the code."""

    EN = "en"
    NL = "nl"
    FR = "fr"
    DE = "de"


ENGLISH = Language.EN.value
LANGUAGES = tuple(language.value for language in Language)


def spoken(name: str) -> str | None:
    """Return the language of the program that a tag (nl-BE) or a locale (nl_BE.UTF-8) means; None for any other."""
    primary = re.split(r"[-_.@]", name.strip(), maxsplit=1)[0].lower()
    return primary if primary in LANGUAGES else None
