"""Texts of the front matter in which nothing is Markdown: signs in them would be printed as they stand."""

import re
from collections.abc import Iterator

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.press.front_matter.yaml_text import Address, Tree, Yaml

_PLAIN = frozenset(
    "title subtitle series publisher audience authors reviewers testers translated_by checked_by subjects "
    "formats".split()
)
_INNER = {"contact": ("phone", "hours", "address"), "cover": ("credit",)}
_TERMS = ("abbreviations", "glossary")
_SIGNS = re.compile(
    r"\*\*(?=\S)[^*]+\*\*|(?<![\w*])\*(?=[^\s*])[^*]*[^\s*]\*(?![\w*])|(?<!\w)__?(?=[^\W_])[^_]*[^\W_]__?(?!\w)"
    r"|\[[^\[\]]+\]\([^()\s]+\)|\[\^[^\[\]]+\]|`[^`]+`|==(?=\S)[^=]+==|(?<=\w)~\w+~|(?<=\w)\^\w+\^"
    r"|</?[A-Za-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d+);"
)
_NOTE = re.compile(r"(?<!`)\[\^[^\[\]\s]+\]")
_MEANS = message("has signs that mean something in the text below alone")
_REFERS = message("refers to a note, of which there are none in the front matter")
_SAY = message("write here, between brackets, what the note says")


def signs_told(document: Yaml) -> Iterator[Diagnostic]:
    """Warn of each plain text with signs of Markdown in it, and of each reference to a note (SRC-107)."""
    for address, text, plain in _texts(document.values):
        found = (_SIGNS if plain else _NOTE).search(text)
        if found is None:
            continue
        note = found[0].startswith("[^")
        held = message("write “{key}” without them: it is plain text", key=address[0])
        what, cure = (_REFERS, _SAY) if note else (_MEANS, held)
        yield mistake("SRC-107", document.place(address), text=found[0][:30], what=what, cure=cure)


def _texts(values: dict[str, Tree]) -> Iterator[tuple[Address, str, bool]]:
    """Yield each text with its address, and whether it is plain."""
    for key, value in values.items():
        if isinstance(value, str):
            yield (key,), value, key in _PLAIN
        elif isinstance(value, list):
            for at, one in enumerate(value):
                if isinstance(one, str):
                    yield (key, at), one, key in _PLAIN
        elif isinstance(value, dict):
            for name, one in value.items():
                if key in _TERMS:
                    yield (key, name), name, True
                if isinstance(one, str):
                    yield (key, name), one, name in _INNER.get(key, ())
