"""What of a text is no number of its own: dates, telephone numbers, e-mail and web addresses, codes such as CD19."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import urlsplit

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]+[^\s<>().,;:!?]|\bdoi:\s?\S+[\w/]", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w.,/])(?:\+|00)\d[\d\u00a0\u202f ./()-]{6,18}\d|(?<![\w.,/+])0\d[\d\u00a0\u202f ./-]{6,14}\d(?!\w)"
)
_CODE = re.compile(r"(?<![\w-])(?!(?:[A-Z][a-zà-ÿ]{2,}))[A-Za-z]*[A-Z][A-Za-z]{0,6}-?\d+[A-Za-z]?(?:[.,]\d+)?(?!\w)")
_TAGS = re.compile(r"^(?:nl|fr|de|en|it|es|pt)(?:[-_][a-z]{2})?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class References:
    """What a text refers to; ``rest`` is the text with these blotted out, as long as it was."""

    rest: str
    dates: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def references(text: str, lang: str) -> References:
    """Return what a text refers to, each in one form for all languages."""
    found: dict[str, list[str]] = {"mails": [], "dates": [], "phones": [], "codes": []}

    def blot(name: str, value: str, match: re.Match[str]) -> None:
        nonlocal text
        if name:
            found[name].append(value)
        text = f"{text[: match.start()]}{'_' * (match.end() - match.start())}{text[match.end() :]}"

    for match in _MAIL.finditer(text):
        blot("mails", match[0].lower(), match)
    for match in _ADDRESS.finditer(text):
        blot("", "", match)
    for day, match in tuple(_dates(text, lang)):
        blot("dates", day, match)
    for match in tuple(_PHONE.finditer(text)):
        blot("phones", phone(match[0]), match)
    for match in tuple(_CODE.finditer(text)):
        blot("codes", match[0].replace("-", "").upper(), match)
    return References(text, *(tuple(found[key]) for key in ("dates", "phones", "mails", "codes")))


def phone(text: str) -> str:
    """Return a telephone number as it is dialled in its own country, whatever stands between its figures."""
    digits = re.sub(r"[^\d+]", "", text.replace("(0)", ""))
    return re.sub(r"^(?:\+|00)(?:32|31|33|49|44|352|41|43|39|34|351|353)", "0", digits)


@lru_cache
def _months(lang: str) -> Mapping[str, int]:
    """Return the names of the months in a language, long and short, in small letters."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    names = {}
    for width in ("wide", "abbreviated"):
        for number, name in locale.months["format"][width].items():
            names[str(name).lower().rstrip(".")] = number
    return MappingProxyType(names)


@lru_cache
def _date_patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(map(re.escape, _months(lang)), key=len, reverse=True))
    day, month = r"(?P<d>[0-3]?\d)(?:er|st|nd|rd|th|\.|e)?", rf"(?P<m>{months})\.?"
    return (
        re.compile(r"(?<![\d.])(?P<y>(?:19|20)\d\d)-(?P<n>[01]\d)-(?P<d>[0-3]\d)(?!\d)"),
        re.compile(r"(?<![\d.])(?P<d>[0-3]?\d)(?P<s>[./-])\s?(?P<n>[01]?\d)(?P=s)\s?(?P<y>(?:19|20)\d\d)(?!\d)"),
        re.compile(rf"(?<![\w.,]){day}\s{month}(?:\s(?P<y>(?:19|20)\d\d))?(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){month}\s{day}(?:,\s?(?P<y>(?:19|20)\d\d))?(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){month}\s(?P<y>(?:19|20)\d\d)(?!\w)", re.IGNORECASE),
    )


def _dates(text: str, lang: str) -> Iterator[tuple[str, re.Match[str]]]:
    taken: list[tuple[int, int]] = []
    for pattern in _date_patterns(lang):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            parts = match.groupdict()
            named = parts.get("m")
            month = _months(lang)[named.lower().rstrip(".")] if named else int(parts["n"] or 0)
            if not 1 <= month <= 12 or int(parts.get("d") or 1) > 31:
                continue
            taken.append(match.span())
            yield f"{parts.get('y') or '----'}-{month:02}-{int(parts.get('d') or 0):02}", match


def link(address: str) -> str:
    """Return an address as it is the same in all languages: without the parts that name a language."""
    if not address.lower().startswith(("http://", "https://")):
        return ""
    parts = urlsplit(address)
    host = ".".join(part for part in parts.netloc.lower().removeprefix("www.").split(".") if not _TAGS.match(part))
    path = [part for part in parts.path.split("/") if part]
    if len(host.split(".")) != len(parts.netloc.removeprefix("www.").split(".")) or any(map(_TAGS.match, path)):
        return f"{host}/…"  # the site's page in one language; in another it may have another name
    return "/".join((host, *path)) + (f"?{parts.query}" if parts.query else "")
