"""Ids: names in ASCII that every format takes, from headings in any script and from what writers give."""

import re
from urllib.parse import unquote

from clearfold.press.leaflet import slug

_SAFE = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)


def heading_id(text: str, separator: str) -> str:
    """Return the id of a heading: its letters in ASCII, ``part`` before a number or where none is left."""
    plain = slug(text, separator)
    return plain if plain[:1].isalpha() else f"part{separator}{plain}".rstrip(separator)


def safe(name: str) -> str:
    """Return an id that a writer gave or links to, in the form in which it is published."""
    name = unquote(name)
    return name if _SAFE.fullmatch(name) else heading_id(name, "-")
