"""The braille of each language: the table of liblouis, and the signs of which the cells say what the print says.

A sign that is not here is not translated: liblouis would write its number in Unicode, in braille, without a word.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from clearfold.model.braille import Grade
from clearfold.press.braille.liblouis import translate

BLANK = "\u2800"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_COMMON = " !%&()+,-./:;=?@§°½¼¾“”’‘–—…"
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), "")
_PLAIN = {0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2011: "-", 0x3BC: "µ", 0x27: "’", 0x2032: "’", 0x2212: "-"}
_QUOTE, _OPENING = re.compile('"'), " \t\n([“‘«"
_MIXED = re.compile(r"(\d)(?=[½¼¾])")
_ROW = re.compile(r"([._-])\1{2,}")
_LONG_ROW = re.compile(r"([._-])\1{4,}")  # to write on: in braille nobody does
_DOTS = re.compile("…{2,}")
RAISED, LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_UPPER = "⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊"
_LOWER = "⠴⠂⠆⠒⠲⠢⠖⠶⠦⠔"
_ANTOINE = "⠼⠡⠣⠩⠹⠱⠫⠻⠳⠪"


@dataclass(frozen=True, slots=True)
class Code:
    """How a language is written: the ``table`` of liblouis, the ``signs`` it may be given, cells of others.

    ``own`` are cells that liblouis does not know, or writes as a blank; ``words`` is what to write instead of a sign
    that this braille does not have; ``system`` is how the registry of eBraille calls the code; ``note`` stands before
    and after words of the transcriber.
    """

    table: str
    system: str
    signs: frozenset[str]
    own: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    note: tuple[str, str] = ("⠠⠄", "⠠⠄")


def _digits(raised: str, lowered: str, cells: str, low: str = "") -> dict[str, str]:
    return {
        **{sign: raised + cell for sign, cell in zip(RAISED, cells, strict=True)},
        **{sign: lowered + cell for sign, cell in zip(LOWERED, low or cells, strict=True)},
    }


def _instead(*words: str) -> dict[str, str]:
    """Return what to write instead of signs of tables and addresses: yes, no, telephone, e-mail, about, hence."""
    return {sign: said for signs, said in zip(("●✓✔", "✗✘", "☎", "✉", "~≈", "⇒"), words, strict=True) for sign in signs}


def _signs(accented: str, others: str) -> frozenset[str]:
    return frozenset(_LETTERS + _COMMON + accented + accented.upper() + others)


CODES: Mapping[str, Code] = MappingProxyType(
    {
        "nl": Code(
            "nl.tbl",
            "Dutch grade1",
            _signs("éèêëàáâäîïóòôöúùûüç", "í„«»×±µ€*[]_#<>") - {"§"},
            # Smaller or equal is written as one sign after the other.
            {**_digits("⠬⠼", "⠡", _UPPER, _LOWER), "≥": "⠐⠕⠶", "≤": "⠐⠪⠶"},
            {
                "→": "naar",
                "$": "dollar",
                "§": "artikel",
                **_instead("ja", "nee", "telefoon", "e-mail", "ongeveer", "dus"),
            },
        ),
        "fr": Code(
            "fr-bfu-comp6.utb",
            "French grade1",
            _signs("éèêëàâîïôùûüçœæ", "«»×±µ€≥≤*[]_#→≈"),
            {**_digits("⠈", "⠢", _ANTOINE), "½": "⠠⠡⠌⠣", "¼": "⠠⠡⠌⠹", "¾": "⠠⠩⠌⠹"},
            {"„": "«", "‰": "pour mille", **_instead("oui", "non", "téléphone", "courriel", "environ", "donc")},
        ),
        "de": Code(
            "de-g0-detailed.utb",
            "German grade0",
            _signs("äöüéèêàáâôç", "ß„«»‚‹›×±µ€≥≤→*[]<>_"),
            _digits("⠌", "⠡", _LOWER),
            {"≙": "entspricht", **_instead("ja", "nein", "Telefon", "E-Mail", "etwa", "also")},
        ),
        "en": Code(
            "en-ueb-g1.ctb",
            "UEB grade1",
            _signs("éèêëàáâäíìîïóòôöúùûüçñ", "«»×±µ€£≥≤→*[]_#≈<>$•"),
            _digits("⠰⠔⠼", "⠰⠢⠼", _UPPER),
            {"„": "“", **_instead("yes", "no", "phone", "e-mail", "about", "so")},
            note=("⠈⠨⠣", "⠈⠨⠜"),
        ),
    }
)


BOXES = {"☐": "[-]", "☑": "[x]", "☒": "[x]"}
"""What stands for a box that somebody ticks: no braille of these languages has a sign for it."""


_CONTRACTED: Mapping[str, Code] = MappingProxyType(
    {
        # Behind # the sign of a number is lost, and raised and lowered figures are what words are contracted to.
        "fr": replace(
            CODES["fr"],
            table="fr-bfu-g2.ctb",
            system="French grade2",
            signs=CODES["fr"].signs - {"#"},
            own={sign: cell for sign, cell in CODES["fr"].own.items() if sign not in RAISED + LOWERED},
        ),
        "de": replace(CODES["de"], table="de-g2-detailed.ctb", system="German grade2"),
        "en": replace(CODES["en"], table="en-ueb-g2.ctb", system="UEB grade2"),
    }
)


def code_of(lang: str, grade: Grade = Grade.UNCONTRACTED) -> Code | None:
    """Return the braille of a language as BCP 47 names it, None where there is none here."""
    codes = CODES if grade is Grade.UNCONTRACTED else _CONTRACTED
    return codes.get(lang.split("-")[0].lower())


def plain(text: str) -> str:
    """Return a text with one blank for each stretch of white space, without what leaves no ink.

    Rows of dots and dashes to write on have four of them.
    """
    said = unicodedata.normalize("NFC", text).translate(_INVISIBLE).translate(_PLAIN)
    for sign, words in BOXES.items():
        said = said.replace(sign, words)
    said = _LONG_ROW.sub(r"\1\1\1\1", _DOTS.sub("....", said))
    said = _QUOTE.sub(lambda found: "“" if found.start() == 0 or said[found.start() - 1] in _OPENING else "”", said)
    # A number and a fraction would be one number: 1½ is no 11/2.
    return _MIXED.sub(r"\1 ", " ".join(said.split())).replace(" · ", " - ")


def unknown(text: str, code: Code) -> Iterator[str]:
    """Yield each sign of a text that this braille does not have, in order."""
    for sign in plain(text):
        if sign not in code.signs and sign not in code.own:
            yield sign


def cells(text: str, code: Code) -> str:
    """Return the cells of a text whose signs are all known."""
    pattern = "([" + "".join(code.own) + "])"
    said = plain(text)
    if code.table.startswith("de"):
        # German closes with the sign with which others open, and liblouis takes it for an opening one.
        said = re.sub(r"(?<=[^\s(\[„‚])[“‘]", lambda found: "”" if found[0] == "“" else "’", said)
    parts = re.split(pattern, said)
    return "".join(code.own.get(part) or _translated(part, code.table) for part in parts if part)


def _translated(text: str, table: str) -> str:
    """Return the cells of a text; French tables of liblouis shorten a row to write on, and each sign of it is said."""
    if not table.startswith("fr"):
        return translate(text, table)
    at, said = 0, []
    for row in _ROW.finditer(text):
        said += [translate(text[at : row.start()], table), translate(row[1], table) * len(row[0])]
        at = row.end()
    return "".join((*said, translate(text[at:], table)))
