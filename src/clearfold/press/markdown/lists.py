"""Numbered lists: how much room their numbers take before the text, for style sheets to leave it."""

from lxml.html import HtmlElement

WIDEST = 8  # characters; of a longer number the rest may stand in the margin
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def finish(root: HtmlElement) -> None:
    """Give every list whose longest number has more than one character the class ``marker-<characters>``."""
    for numbered in root.iter("ol"):
        longest = max((len(marker) for marker in _markers(numbered)), default=0)
        if longest > 1:
            name = f"marker-{min(longest, WIDEST)}"
            numbered.set("class", f"{numbered.get('class', '')} {name}".strip())


def _markers(numbered: HtmlElement) -> list[str]:
    """Return the numbers of a list's items as they are printed, without what follows them (HTML, 4.4.5)."""
    number, kind, found = _whole(numbered.get("start"), 1), numbered.get("type", "1"), []
    for item in numbered.iterfind("li"):
        number = _whole(item.get("value"), number)
        found.append(_printed(number, kind))
        number += 1
    return found


def _whole(value: str | None, otherwise: int) -> int:
    try:
        return int(value or "")
    except ValueError:
        return otherwise


def _printed(number: int, kind: str) -> str:
    """Return a number as letters or as a Roman numeral where a list has them: CSS Counter Styles 3, 6.1 and 6.2."""
    if kind in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, letter = divmod(number - 1, 26)
            letters = chr(ord("a") + letter) + letters
        return letters
    if kind in ("i", "I") and 0 < number < 400:
        roman = ""
        for value, sign in ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman
    return str(number)
