"""Compare addresses: the same place may be written in several ways (RFC 3966; 3986, 6.2.2; 3987, 3.1; 5891)."""

import re
import unicodedata
from contextlib import suppress
from string import ascii_letters, digits
from urllib.parse import quote, unquote, urlsplit

PRINTED = "".join(chr(code) for code in range(0x21, 0x7F))
UNRESERVED = frozenset(ascii_letters + digits + "-._~")
_SEPARATORS = re.compile(r"(?:[-.() ]|%20)+")
DIGITS = 5  # of a telephone number; fewer are a number to choose, or the number of a page
_ENCODED = re.compile(r"%([0-9A-Fa-f]{2})")


def same_address(one: str, two: str) -> bool:
    """Say whether two addresses lead to one place: accents may be written out or encoded, a last slash left out."""
    return one == two or plain_address(one) == plain_address(two)


def belies(words: str, address: str) -> bool:
    """Say whether a link calls another number, or writes to another address, than its own words say.

    A number may be written with the code of its country, and without the zero that this replaces.
    """
    scheme, _, rest = address.strip().partition(":")
    rest = unquote(rest).partition("?")[0].partition(";")[0]
    if scheme.lower() == "mailto":
        return "@" in words and rest.casefold() not in words.casefold()
    said, called = ("".join(filter(str.isdecimal, text.replace("(0)", ""))).lstrip("0") for text in (words, rest))
    return scheme.lower() == "tel" and len(said) >= DIGITS and said not in called and called not in said


def plain_address(address: str) -> str:
    """Return an address in ASCII, in the one way in which RFC 3986 would have it written."""
    text = unicodedata.normalize("NFC", address.strip())
    if text[:4].lower() == "tel:":  # marks between the figures are for the eye: RFC 3966, 5.1.1
        number, semicolon, rest = text[4:].partition(";")
        text = f"tel:{_SEPARATORS.sub('', number)}{semicolon}{rest}"
    with suppress(ValueError):  # brackets that hold no address of a machine, for instance
        parts = urlsplit(text)
        if parts.netloc:
            user, at, host = parts.netloc.rpartition("@")
            text = parts._replace(scheme=parts.scheme.lower(), netloc=f"{user}{at}{_host(host)}").geturl()
    return _ENCODED.sub(_decoded, quote(text, safe=PRINTED)).rstrip("/")


def _host(host: str) -> str:
    name = unquote(host).lower()
    with suppress(UnicodeError):
        return name.encode("idna").decode("ascii")
    return name


def _decoded(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter in UNRESERVED else match[0].upper()
