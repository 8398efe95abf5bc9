"""Values of YAML that do not say what their writer meant, and the same values between quotation marks."""

import re
from dataclasses import dataclass

import yaml

from clearfold.model.messages import message
from clearfold.press.front_matter.keys import FIXED, INNER_FIXED, LISTS, MAPS, NAMES
from clearfold.press.front_matter.yaml_rows import is_block

_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_ESCAPE = re.compile(r"\\(?:[0abtnvfre \"/\\N_LP\t]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
# What may stand in these is known, so that all from a # on can only be a note; so it is in a list of editions.
_NOTED = FIXED | INNER_FIXED | {"editions", "must_be_clean", "typeface"}
_NOTE = re.compile(r"(?:^|\s)#")
_COLOUR = re.compile(r"(#[0-9a-fA-F]{3,8})(?P<rest>\s+#.*)?$")
_SET = re.compile(r'(?<=[\[,\s])[“„”]([^“”„"\[\],]*)[”“](?=\s*[,\]])')
_ELISION = re.compile(r"'[a-zA-Z]{1,2}(?:\s|-)")
_PAIRS = {"“": "”“", "„": "“”", "«": "»", "‘": "’‘", "‚": "‘’", "”": "”", "»": "«", "’": "’"}


@dataclass(frozen=True, slots=True)
class Change:
    """What is wrong with a value, and the value as it should be; ``silent`` and ``sure`` as in a Slip."""

    fact: str
    value: str
    silent: bool = False
    sure: bool = True


def quoted(text: str) -> str:
    """Return a text between quotation marks, as YAML reads it back."""
    text = text.replace("\t", " ")
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def mended(value: str, key: str, *, dash: bool = False, nested: bool = False, block: bool = False) -> Change | None:
    """Return what is wrong with a value of a key, None for one that YAML reads as it is meant.

    ``dash`` tells that it is an item of a list, ``nested`` that more stands below its key, ``block`` that it goes over
    several lines.
    """
    if not value or (is_block(value) and block):
        return None
    if value[0] in "\"'":
        return _quotation(value)
    if value[0] in _PAIRS and value[-1] in _PAIRS[value[0]] and len(value) > 1:
        inner = _plain(value[1:-1].strip(), key, dash=dash, nested=nested)
        if inner is None:
            return None
        return Change(
            message("typographic quotation marks do not hold {value} together", value=value), inner.value, inner.silent
        )
    return _plain(value, key, dash=dash, nested=nested)


def _quotation(value: str) -> Change | None:
    mark = value[0]
    match = (_DOUBLE if mark == '"' else _SINGLE).match(value)
    if match is None:
        if mark == "'" and _ELISION.match(value):
            return Change(
                message("{value} begins with an apostrophe, which YAML takes for a quotation mark", value=value),
                quoted(value),
            )
        return Change(message("the quotation mark before {value} is never closed", value=value[1:]), quoted(value[1:]))
    if (rest := value[match.end() :]) and not re.match(r"\s+#", rest):
        # 'L'arthrose', "Say "hello" now": the first mark and the last belong together.
        if value[-1] == mark and (rest[0].isalnum() or value[match.end() - 2] == " "):
            return Change(
                message("the text {value} has its own quotation mark in it", value=value), quoted(value[1:-1])
            )
        return Change(message("the text {value} goes on after its quotation mark", value=value), quoted(value))
    if mark == '"' and "\\" in _ESCAPE.sub("", match[0]):
        return Change(
            message("a backslash has a meaning of its own between double marks: {value}", value=value),
            quoted(match[0][1:-1]),
        )
    return None


def _plain(value: str, key: str, *, dash: bool, nested: bool) -> Change | None:
    first, sign = value[:1], value.split()[0] if value.split() else ""
    if key in ("primary", "accent") and (colour := _COLOUR.match(value)):
        new = f'"{colour[1]}"{colour["rest"] or ""}'
        return Change(
            message("the colour {colour} has no quotation marks around it, and # begins a note", colour=colour[1]),
            new,
            silent=True,
        )
    if first == "#":
        return None if nested and not dash else _noted(value)
    if is_block(value):
        return Change(
            message(
                "“{value}” begins with “{first}”, which YAML takes for a sign of its own", value=value, first=first
            ),
            quoted(value),
            True,
        )
    if first in "[{":
        return _bracketed(value, key, dash=dash)
    begins = message(
        "“{value}” begins with “{first}”, which YAML takes for a sign of its own", value=value, first=first
    )
    if first in "&!":
        return Change(begins, quoted(value), silent=True)
    if first in "@`%*,]}|>" or sign in ("-", "?", ":"):
        return Change(begins, quoted(value))
    if dash and key in NAMES and re.match(r"name:\s+\S", value):
        return None  # other programs have keys of each author: the fields tell of it, and what to write
    if re.search(r":\s|:$", value):
        fact = message("“{value}” has a colon in it, and no quotation marks around it", value=value)
        return Change(fact, quoted(value), silent=dash)
    if _NOTE.search(value) and key not in _NOTED:
        return _noted(value)
    if "\t" in value:
        return Change(message("a tab stands in “{value}”, and YAML takes none", value=value), value.replace("\t", " "))
    return None


def _noted(value: str) -> Change:
    fact = message("all that stands from # on in “{value}” would be left out, as a note to yourself", value=value)
    return Change(fact, quoted(value), silent=True, sure=False)


def _bracketed(value: str, key: str, *, dash: bool) -> Change | None:
    plain = _SET.sub(r'"\1"', value)
    if plain != value:
        return Change(
            message("typographic quotation marks do not hold the texts in {value} together", value=value),
            plain,
            silent=True,
        )
    listed = key in (LISTS if value[0] == "[" else MAPS) and not dash
    try:
        yaml.compose(value, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        if listed and value[0] == "[" and "]" not in value:
            return Change(message("the bracket in “{value}” is never closed", value=value), f"{value}]")
        return Change(
            message(
                "“{value}” begins with “{value2}”, which YAML takes for a sign of its own", value=value, value2=value[0]
            ),
            quoted(value),
        )
    except RecursionError:
        return None
    if not value.startswith("{{"):  # a list or keys where a text is asked for: the fields tell of it
        return None
    return Change(
        message(
            "“{value}” begins with “{value2}”, which YAML takes for a sign of its own", value=value, value2=value[0]
        ),
        quoted(value),
        True,
    )
