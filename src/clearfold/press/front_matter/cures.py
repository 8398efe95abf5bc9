"""What to write in place of a date, a language or an address that cannot be one, as far as the value tells."""

import re
from datetime import date

from babel import Locale, UnknownLocaleError

from clearfold.model.messages import message

_DATES = ("published", "review_by", "checked", "searched", "date")
_QUOTES = " \t\u00a0\"'“”„«»‘’‚"
_USUAL = {
    "id": message("use small letters, digits and single hyphens, such as “id: going-home”"),
    "primary": message('write # and six digits, between quotation marks, such as “primary: "#12305c"”'),
    "accent": message('write # and six digits, between quotation marks, such as “accent: "#ffc72c"”'),
    "email": message("write such as “email: name@example.org”"),
    "website": message("write such as “website: www.example.org”, or the address from https:// on"),
    "online": message("write the address in full, such as “online: https://example.org/leaflet”"),
    "report": message("write the address in full, such as “report: https://example.org/report”"),
    "standard": message(
        "write “standard: EPUB Accessibility 1.1 - WCAG 2.2 Level AA”, with the level that was reached"
    ),
}
_ASKED = "en nl fr de es it pt da sv nb fi pl tr ar".split()


def cure(key: str, value: str, lang: str) -> str:
    """Return a hint for a value that a key cannot have, with the right line where the value tells it."""
    bare = value.strip(_QUOTES)
    if key in _DATES:
        return _day(key, bare, lang)
    if key == "lang":
        tag = _tag(bare)
        return (
            message("write “lang: {tag}”", tag=tag)
            if tag
            else message("write a tag such as nl-BE, fr or en-GB, behind “lang: ”")
        )
    if key == "id" and (name := re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")):
        return message("write such as “id: {name}”", name=name)
    if key in ("primary", "accent") and (colour := re.fullmatch(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", bare)):
        digits = colour[1] if len(colour[1]) == 6 else "".join(sign * 2 for sign in colour[1])
        return message('write “{key}: "#{digits}"”', key=key, digits=digits)
    if key == "email" and re.fullmatch(r"<?(?:mailto:)?[^@\s<>]+\s*(?:@|\(at\)|\[at\])\s*[^@\s]+\.[^@\s.]+", bare):
        address = re.sub(r"\s*(?:@|\(at\)|\[at\])\s*", "@", bare.strip("<>").removeprefix("mailto:"))
        return message("write “email: {address}”", address=address)
    if key in ("online", "report") and re.fullmatch(r"(?:https?://?)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", bare):
        return message("write “{key}: https://{sub}”", key=key, sub=re.sub("^https?:/+", "", bare))
    return _USUAL.get(key, message("write “{key}: …” as docs/writing.md shows", key=key))


def _day(key: str, text: str, lang: str) -> str:
    days = [day.isoformat() for day in _days(text, lang)]
    if len(days) == 1:
        return message("write “{key}: {days}”", key=key, days=days[0])
    if days:
        return message(
            "write the year, the month and the day: “{key}: {days}” or “{key}: {days2}”",
            key=key,
            days=days[0],
            days2=days[1],
        )
    if text.lower() in ("true", "false", "yes", "no"):
        return message("take the line out, or write a date such as “{key}: 2026-11-23”", key=key)
    if month := _month_alone(text, lang):
        return message("write a day too, such as “{key}: {month}-01”", key=key, month=month)
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return message("write a month and a day too, such as “{key}: {text}-01-01”", key=key, text=text)
    return message("write the year, the month and the day, such as “{key}: 2026-11-23”", key=key)


def _days(text: str, lang: str) -> list[date]:
    """Return the days that a text may mean."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if match := re.match(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})(?!\d)", text):
        return _real([(int(match[1]), int(match[2]), int(match[3]))])
    if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text):
        return _real([(int(match[1]), int(match[2]), int(match[3]))])
    if match := re.fullmatch(r"(\d{1,2})\s?([-./])\s?(\d{1,2})\s?[-./]\s?(\d{4})", text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        both = [(year, month, day)]
        # With strokes, English has two orders.
        if match[2] == "/" and lang.lower().split("-")[0] == "en" and day != month:
            both.append((year, day, month))
        return _real(both)
    month = _named_month(text, lang)
    if month and len(numbers) == 2:
        day, year = sorted(numbers)
        return _real([(year, month, day)])
    return []


def _real(parts: list[tuple[int, int, int]]) -> list[date]:
    found = []
    for year, month, day in parts:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def _month_alone(text: str, lang: str) -> str:
    """Return the year and month of a text without a day, as "2026-03", or ""."""
    if match := re.fullmatch(r"(\d{4})[-./](\d{1,2})|(\d{1,2})[-./](\d{4})", text):
        year, month = int(match[1] or match[4]), int(match[2] or match[3])
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else ""
    named, years = _named_month(text, lang), re.findall(r"(?:19|20)\d\d", text)
    return f"{years[0]}-{named:02}" if named and len(years) == 1 else ""


def _named_month(text: str, lang: str) -> int:
    """Return the month of which the name stands in a text, in its language or in English; 0 for none."""
    words = {word.strip(".,").casefold() for word in text.split()}
    for tag in (lang.split("-")[0].lower(), "en", "nl", "fr", "de"):
        try:
            months = Locale.parse(tag).months["format"]
        except (ValueError, UnknownLocaleError):
            continue
        for width in ("wide", "abbreviated"):
            for number, name in months[width].items():
                if name.strip(".").casefold() in words:
                    return int(number)
    return 0


def _tag(text: str) -> str:
    """Return the language tag that a text means, such as nl-BE of nl_BE, and nl of Nederlands; "" for none."""
    tag = text.split(".")[0].replace("_", "-")
    if match := re.fullmatch(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?", tag):
        return f"{match[1].lower()}-{match[2].upper()}" if match[2] else match[1].lower()
    first = re.split(r"[\s(]", text.strip().casefold(), maxsplit=1)[0]
    for own in _ASKED:
        known = Locale.parse(own)
        names = {
            str(known.display_name).casefold(),
            *(str(Locale.parse(other).languages.get(own)).casefold() for other in ("en", "nl", "fr", "de")),
        }
        if first in names:
            return own
    return ""
