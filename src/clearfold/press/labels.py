"""The words that templates add, in the leaflet's language: gettext files, English being the key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

LOCALES = Path(__file__).parent.parent / "locale"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language; calling it with the English words gives them."""

    lang: str
    words: Mapping[str, str]

    def __call__(self, english: str) -> str:
        """Return the words in this language; raises KeyError where the language lacks them."""
        return english if self.lang.split("-")[0] == "en" else self.words[english]

    @property
    def direction(self) -> str:
        """The direction in which the language is written: ``ltr``, or ``rtl`` as Arabic and Hebrew are."""
        return direction_of(self.lang)

    def day(self, value: date) -> str:
        """Return a date written out, as 23 november 2026."""
        from babel.dates import format_date

        written = format_date(value, "long", locale=_locale(self.lang))
        # CLDR writes “1 mars”; people say, and print, “1er mars”.
        return f"1er{written[1:]}" if value.day == 1 and self.lang.split("-")[0].lower() == "fr" else written

    def month(self, value: date) -> str:
        """Return a month and its year, as november 2026."""
        from babel.dates import format_skeleton

        # A month without its day is another word in Polish: listopad, and not listopada.
        return format_skeleton("yMMMM", value, locale=_locale(self.lang))


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages that have labels, from A to Z."""
    return tuple(sorted({"en", *(path.name for path in LOCALES.iterdir() if _catalogue(path.name).is_file())}))


def labels_of(lang: str) -> Labels | None:
    """Return the labels that fit a BCP 47 tag best, or None where there is none for its language."""
    primary = lang.split("-")[0].lower()
    if primary == "en":
        return Labels(lang, {})
    path = _catalogue(primary)
    return Labels(lang, _read(path)) if path.is_file() else None


def direction_of(lang: str) -> str:
    """Return the direction in which a language is written, by CLDR: ``ltr`` or ``rtl``."""
    from babel import Locale

    return Locale.parse(_locale(lang)).text_direction


def own_name(lang: str, beside: Iterable[str] = ()) -> str:
    """Return what a language is called in itself: with its region where another one would be called alike."""
    from babel import Locale

    primary = lang.split("-")[0].lower()
    alike = {other for other in beside if other.split("-")[0].lower() == primary} - {lang}
    locale = Locale.parse(_locale(lang) if alike else _locale(primary))
    name = (locale.get_display_name() if alike else locale.get_language_name()) or lang
    return f"{name[:1].upper()}{name[1:]}"


def _catalogue(primary: str) -> Path:
    return LOCALES / primary / "LC_MESSAGES" / "clearfold.po"


@lru_cache
def _read(path: Path) -> Mapping[str, str]:
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def _locale(lang: str) -> str:
    from babel.core import UnknownLocaleError, negotiate_locale
    from babel.localedata import locale_identifiers

    tag = negotiate_locale([lang.replace("-", "_"), lang.split("-")[0]], locale_identifiers())
    if tag is None:
        raise UnknownLocaleError(lang)
    return tag
