"""What the cells of each language say, uncontracted: written from the codes themselves, and apart from the press.

Where a code has one sign for several characters, ``folds`` says which of them stands for all: the copy is read the same
way, so that no change of a cell is hidden by it. docs/braille.md lists them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from clearfold.proof.readers.braille.contracted import READ_BACK, TABLES

DIGITS = "0123456789"
RAISED, LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_UPPER = "⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊"
_LOWER = "⠴⠂⠆⠒⠲⠢⠖⠶⠦⠔"
_ANTOINE = "⠼⠡⠣⠩⠹⠱⠫⠻⠳⠪"
_ALPHABET = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵", "abcdefghijklmnopqrstuvwxyz", strict=True))


@dataclass(frozen=True, slots=True)
class Language:
    """How one language is read.

    ``letters`` and ``signs`` are cells with what they say. A number begins with ``number``; ``inside`` are the signs
    after which it goes on, ``before`` those that may stand between its sign and its first figure. ``capital`` is before
    a capital, ``capitals`` before several: as far as letters go, and over ``passes``; ``ends`` ends them. ``passage``
    begins whole words in capitals, which ``ends`` ends, or ``capitals`` before the last one. ``silent`` cells say
    nothing by themselves. ``addresses`` are the signs of a word that begins with ``⠠⠨``. ``note`` stands
    before and after what the transcriber says. ``table`` is that of liblouis where words are contracted, "" where not.
    """

    letters: Mapping[str, str]
    signs: Mapping[str, str]
    digits: Mapping[str, str]
    number: str
    inside: Mapping[str, str]
    capital: str
    capitals: str
    folds: tuple[tuple[re.Pattern[str], str], ...]
    before: frozenset[str] = frozenset()
    passes: frozenset[str] = frozenset()
    passage: str = ""
    ends: str = "⠠"
    silent: frozenset[str] = frozenset("⠠")
    addresses: Mapping[str, str] = field(default_factory=dict)
    note: tuple[str, str] = ("⠠⠄", "⠠⠄")
    table: str = ""

    @property
    def plain(self) -> "Language":
        """The same language letter by letter, as its numbers and the marks before items are written."""
        return replace(self, table="")

    @property
    def unread(self) -> bool:
        """Whether words are contracted in a way that cannot be read back."""
        return bool(self.table) and self.table not in READ_BACK


def _table(text: str) -> dict[str, str]:
    """Return cells with what they say, of "cells characters" parted by blanks."""
    parts = text.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _raised(raised: str, lowered: str, cells: str, low: str = "") -> dict[str, str]:
    return {
        **{raised + cell: sign for cell, sign in zip(cells, RAISED, strict=True)},
        **{lowered + cell: sign for cell, sign in zip(low or cells, LOWERED, strict=True)},
    }


def _folds(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), said) for pattern, said in (*EVERYWHERE, *pairs))


_AFTER_A = tuple(f"â{mark}" for mark in '),;:.?!"(*')
DASHES = "[–—−‑]"
EVERYWHERE = (
    ("☐", "[-]"),
    ("[☑☒]", "[x]"),
    ("½", "1/2"),
    ("¼", "1/4"),
    ("¾", "3/4"),
    ("…", "..."),
    (DASHES, "-"),
    (r"([._-])\1{4,}", r"\1\1\1\1"),  # a row to write on
    (r"(?<=\s)·(?=\s)", "-"),
    ("μ", "µ"),
)
QUOTES = '[“”„«»"]'
SINGLE = "[‘’‚'′]"
_BETWEEN = r"(?<=[^\W\d_])[’'′](?=[^\W\d_])"

_NL = Language(
    letters={**_ALPHABET, **_table("⠿ é ⠮ è ⠣ ê ⠫ ë ⠷ à ⠡ â ⠜ ä ⠩ î ⠻ ï ⠬ ó ⠹ ô ⠪ ö ⠾ ù ⠱ û ⠳ ü ⠯ ç")},
    signs={
        **_table("⠂ , ⠲ . ⠖ ! ⠢ ? ⠆ ; ⠒ : ⠤ - ⠌ / ⠦ ( ⠴ ) ⠶ \" ⠄ ' ⠔ * ⠸ _ ⠐⠼ # ⠐⠪ < ⠐⠕ > ⠐⠯ ç ⠐⠖ ! ⠖⠤ ± ⠈⠴ ° ⠰⠍ µ"),
        **dict(zip((f"⠬⠼{cell}" for cell in _UPPER), RAISED, strict=True)),
        # A lowered figure is the letter â with a mark after it: ₂ is â;
        **dict(zip((f"⠡{cell}" for cell in _LOWER), _AFTER_A, strict=True)),
    },
    digits=dict(zip(_UPPER, DIGITS, strict=True)),
    number="⠼",
    inside=_table("⠂ , ⠲ ."),
    capital="⠨",
    capitals="⠘",
    passage="⠘⠘",
    folds=_folds(
        *zip(LOWERED, _AFTER_A, strict=True),
        ("≤", '<"'),
        ("≥", '>"'),
        (r"€\s*(?=\d)", "e"),
        ("€", "euro"),
        ("[áà[]", "à"),
        ("[ÁÀ]", "À"),
        ("[úù\\]]", "ù"),
        ("[ÚÙ]", "Ù"),
        ("ò", "ó"),
        ("Ò", "Ó"),
        ("[í/]", "/"),
        ("[ä@]", "ä"),
        ("&", "ç"),
        ("×", "("),
        ("%", "é"),
        (f"=|{QUOTES}", '"'),
        (SINGLE, "'"),
        (r"\+", "!"),
    ),
    passes=frozenset(("⠄", "⠲", "⠐⠯", "⠐⠖")),
)
_FR = Language(
    letters={**_ALPHABET, **_table("⠿ é ⠮ è ⠣ ê ⠫ ë ⠷ à ⠡ â ⠜ æ ⠩ î ⠻ ï ⠹ ô ⠪ œ ⠾ ù ⠱ û ⠳ ü ⠯ ç")},
    signs={
        **_table('⠂ , ⠲ . ⠖ ! ⠢ ? ⠆ ; ⠒ : ⠤ - ⠤⠤ - ⠸⠤ - ⠌ / ⠦ ( ⠴ ) ⠶ " ⠄ \' ⠔ * ⠐⠤ _ ⠐⠼ # ⠐⠿ & ⠠⠖ ! ⠠⠶ " ⠖⠤ ±'),
        **_table("⠐⠬ % ⠐⠕ ° ⠘⠍ µ ⠘⠑ € ⠐⠔ × ⠘⠜ ≥ ⠘⠣ ≤ ⠸⠱ → ⠐⠶ ≈ ⠐⠏ § ⠘⠦ ["),
        **_raised("⠈", "⠢", _ANTOINE),
    },
    digits=dict(zip(_ANTOINE, DIGITS, strict=True)),
    number="⠠",
    inside=_table('⠂ , ⠲ . ⠤ - ⠌ / ⠒ : ⠖ ! ⠶ " ⠦ ( ⠴ ) ⠔ * ⠷ [ ⠾ ]'),
    before=frozenset("⠦⠴⠔⠖⠂⠤⠲⠌⠒⠶⠘⠈"),
    capital="⠨",
    capitals="⠨⠨",
    folds=_folds(
        (_BETWEEN, "\ue000"),
        (f"=|{QUOTES}|{SINGLE}", '"'),
        ("\ue000", "'"),
        (r"(?<!\d)\]", ")b"),
        ("@", "æ"),
        (r"\+", "!"),
    ),
    passes=frozenset(("⠄", "⠲", "⠤", "⠌")),
    ends="⠠⠄",
    silent=frozenset(),
)
_DE = Language(
    letters={
        **_ALPHABET,
        **_table("⠜ ä ⠪ ö ⠳ ü ⠮ ß ⠈⠿ é ⠈⠮ è ⠈⠣ ê ⠈⠷ à ⠈⠁ á ⠈⠡ â ⠈⠹ ô ⠈⠯ ç"),
    },
    signs={
        **_table('⠂ , ⠄ . ⠖ ! ⠠⠖ ! ⠈⠖ ! ⠢ ? ⠠⠢ ? ⠆ ; ⠠⠆ ; ⠒ : ⠠⠒ : ⠈⠒ : ⠤ - ⠠⠤ - ⠈⠤ - ⠐⠂ / ⠲ / ⠶ " ⠠⠶ " ⠈⠶ "'),
        **_table(
            '⠦ " ⠴ " ⠠⠦ " ⠠⠴ " ⠔ * ⠠⠔ * ⠐⠥ & ⠯ & ⠼⠚⠴ % ⠿ % ⠈⠴ ° ⠰⠍ µ ⠈⠑ € ⠈⠦ × ⠈⠕⠶ ≥ ⠈⠪⠶ ≤ ⠈⠕⠂ > ⠈⠪⠄ < ⠒⠒⠕ → ⠈⠖⠤ ±'
        ),
        **_table("⠈⠸ _ ⠬ § ⠼⠁⠆ 1/2 ⠼⠁⠲ 1/4 ⠼⠉⠲ 3/4"),
        **_raised("⠌", "⠡", _LOWER),
    },
    digits=dict(zip(_UPPER, DIGITS, strict=True)),
    number="⠼",
    inside=_table("⠂ , ⠄ . ⠈⠒ :"),
    capital="⠨",
    capitals="⠘",
    folds=_folds((rf"{QUOTES}|{SINGLE}|[()=\[\]‹›]", '"'), (r"\+", "!")),
    before=frozenset("⠂⠄⠒"),
    addresses={
        **_ALPHABET,
        **dict(zip("⠬⠡⠣⠩⠹⠱⠫⠻⠳⠪", DIGITS, strict=True)),
        **_table('⠈⠜ @ ⠄ . ⠲ / ⠒ : ⠤ - ⠈⠸ _ ⠢ ? ⠶ " ⠂ , ⠆ ; ⠖ ! ⠯ & ⠿ %'),
    },
)
_EN = Language(
    letters={
        **_ALPHABET,
        **{
            mark + cell: letter
            for mark, letters in (("⠘⠌", "áéíóú"), ("⠘⠡", "àèìòù"), ("⠘⠩", "âêîôû"), ("⠘⠒", "äëïöü"))
            for cell, letter in zip("⠁⠑⠊⠕⠥", letters, strict=True)
        },
        **_table("⠘⠯⠉ ç ⠘⠻⠝ ñ"),
    },
    signs={
        **_table("⠂ , ⠲ . ⠖ ! ⠦ ? ⠰⠦ ? ⠆ ; ⠒ : ⠤ - ⠠⠤ - ⠸⠌ / ⠐⠣ ( ⠐⠜ ) ⠨⠣ [ ⠨⠜ ] ⠴ \" ⠄ ' ⠠⠴ ' ⠠⠦ ' ⠸⠦ « ⠸⠴ »"),
        **_table("⠈⠯ & ⠈⠁ @ ⠨⠴ % ⠘⠚ ° ⠈⠑ € ⠈⠇ £ ⠈⠎ $ ⠘⠎ § ⠐⠶ = ⠐⠖ + ⠐⠦ × ⠸⠖ ± ⠸⠈⠜ ≥ ⠸⠈⠣ ≤ ⠘⠔ ≈ ⠰⠳⠕ → ⠨⠍ µ"),
        **_table("⠸⠹ # ⠐⠔ * ⠈⠣ < ⠈⠜ > ⠨⠤ _ ⠸⠲ •"),
        **_raised("⠰⠔⠼", "⠰⠢⠼", _UPPER),
    },
    digits=dict(zip(_UPPER, DIGITS, strict=True)),
    number="⠼",
    inside={**_table("⠂ , ⠲ . ⠌ /"), "⠐": " "},
    capital="⠠",
    capitals="⠠⠠",
    passage="⠠⠠⠠",
    folds=_folds((r"“|(?:^|(?<=[\s(\[‘«]))\"", "?"), ('[”"]', '"'), (SINGLE, "'")),
    before=frozenset("⠂⠲"),
    ends="⠠⠄",
    silent=frozenset("⠰"),
    note=("⠈⠨⠣", "⠈⠨⠜"),
)
LANGUAGES: Mapping[str, Language] = MappingProxyType({"nl": _NL, "fr": _FR, "de": _DE, "en": _EN})


def language_of(lang: str, *, contracted: bool = False) -> Language | None:
    """Return how a language is read, by its name in BCP 47; None where it is not known here."""
    short = lang.split("-")[0].lower()
    found = LANGUAGES.get(short)
    return replace(found, table=TABLES.get(short, "")) if found and contracted else found
