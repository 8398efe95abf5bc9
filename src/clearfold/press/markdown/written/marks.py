"""What begins a block: the signs at a line's start, as Markdown has them and as people paste them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearfold.press.markdown.written.lines import Line

PASTED = "•▪·◦‣⁃●■○∙▸►➢➤\uf0b7\uf0a7\uf0d8\uf0fc\uf06f\uf076"
DASHES = "–—"
FENCE = re.compile(r"(`{3,}|~{3,})([^`]*)$")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)(.*)$|(#{2,6})(?=[^#\s])(.*)$")
RULE = re.compile(r"([-*_])(?: *\1){2,} *$")
WRITING_LINE = re.compile(r"_{3,} *")  # behind the sign of an item, where a rule would leave the item empty
QUOTE = re.compile(r"> ?")
HTML = re.compile(
    r"</?(?:aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|head|header|hr|html|iframe|li|link|main|menu|meta|nav|ol|p|pre|script|section|style|summary|table|tbody|td|template"
    r"|textarea|tfoot|th|thead|title|tr|ul)(?=[\s/>]|$)|<!--|<[?!]",
    re.IGNORECASE,
)
BOX = re.compile(r"(?:!!!|\?\?\?\+?) ?(?=[\w\"“„«])")
COLONS = re.compile(r":{3,}")
NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ ]*")
ABBREVIATION = re.compile(r"\*\[[^\]\n]+\] ?:")
DEFINITION = re.compile(r":[ ]+(?=\S)")
MEASURE = r"[ \xa0\u202f]?(?:°|º|%|‰|€|kg|dpt|dioptr|mmhg|db\b|degr|grad|graden|celsius|fahrenheit|f\b|c\b|k\b)"
NUMBER = re.compile(r"[≥≤=~≈±+\-−–]?[ \xa0]?[€$£]?[ \xa0]?(?:\d|[½¼¾⅓⅔⅛])")
_NUMBERED_QUOTE = re.compile(r"\d{1,3}[.)][ \xa0]")
_LIST = re.compile(r"([-*+])(?:[ \xa0]+|$)|(\d{1,9})([.)])(?:[ \xa0]+|$)|([a-z])([.)])[ \xa0]+")
_PASTED = re.compile(rf"([{PASTED}])[ \xa0]*(?=\S)")
_DASH = re.compile(rf"([{DASHES}])[ \xa0]+(?=\S)")
_STUCK = "·○◦■●"  # these are signs of text where no space follows


@dataclass(frozen=True, slots=True)
class Marker:
    """The sign of a list item: its kind (``-``, ``1.``, ``a)``), its number, and what stands behind it."""

    kind: str
    number: int
    width: int
    text: str

    @property
    def ordered(self) -> bool:
        """Whether the item has a number or a letter."""
        return self.kind[0] in "1a"


def marker(line: Line) -> Marker | None:
    """Return the sign of a list item with which a line begins."""
    bare = line.bare
    if RULE.match(bare):
        return None
    if found := _LIST.match(bare):
        width = len(found[0]) if len(found[0]) <= 5 + len(found[2] or "") else len(found[0].rstrip()) + 1
        text = bare[width:]
        if found[1]:
            return Marker(found[1], 0, width, text)
        if found[2] and not text.strip():
            return None
        if found[2]:
            return Marker(f"1{found[3]}", int(found[2]), width, text)
        return Marker(f"a{found[5]}", ord(found[4]) - ord("a") + 1, width, text)
    if (found := _PASTED.match(bare)) and not (found[1] in _STUCK and len(found[0]) == 1):
        return Marker(found[1], 0, len(found[0]), bare[len(found[0]) :])
    if found := _DASH.match(bare):
        return Marker(found[1], 0, len(found[0]), bare[len(found[0]) :])
    return None


def starts(line: Line) -> bool:
    """Say whether a line begins a block of its own, lists and tables apart, also right after text."""
    bare = line.bare
    heading = HEADING.match(bare)
    return bool(
        (heading and (heading[2] or heading[4]))
        or FENCE.match(bare)
        or RULE.match(bare)
        or bare.startswith(">")
        or HTML.match(bare)
        or BOX.match(bare)
        or COLONS.match(bare)
        or NOTE.match(bare)
        or ABBREVIATION.match(bare)
    )


def siblings(lines: Sequence[Line], at: int) -> Iterator[Marker]:
    """Yield the signs of the items of a list that begins at a line, the first included."""
    first = marker(lines[at])
    gap = False
    for line in lines[at:] if first else ():
        found = marker(line)
        if line.blank:
            gap = True
            continue
        if found and first and found.kind == first.kind and line.indent < lines[at].indent + 2:
            yield found
        elif line.indent < lines[at].indent + 2 and (gap or starts(line)):
            return
        gap = False


def opens_list(lines: Sequence[Line], at: int, *, after_text: bool) -> bool:
    """Say whether a list begins at a line; right after text, a number must go on counting on a further line.

    Dashes and letters are items only where there are two: one is text. A plus before numbers is a sign.
    """
    first = marker(lines[at])
    if first is None or not first.text.strip():
        return False
    others = list(siblings(lines, at))
    counts = len(others) > 1 and (others[1].number == first.number + 1 or first.number == others[1].number == 1)
    if first.ordered and _goes_on(lines, at, first):
        return True
    if first.kind[0] == "a":
        return first.number == 1 and counts
    if first.kind in DASHES:
        return len(others) > 1
    if first.kind == "+" and all(re.match(r"[\d(]", item.text) for item in others):
        return False
    return counts or not (after_text and first.ordered)


def _goes_on(lines: Sequence[Line], at: int, mark: Marker) -> bool:
    """Say whether a number goes on counting behind items of another kind, which stand below the one before it."""
    before = None
    for line in reversed(lines[:at]):
        if line.blank or line.indent > lines[at].indent + 1 or starts(line):
            break
        found = marker(line)
        if found and found.kind == mark.kind:
            return before is not None and found.number + 1 == mark.number
        before = found or before
    return False


def is_sign(text: str) -> bool:
    """Say whether ``>`` before a text means “more than”: a number follows that is not the number of a list."""
    rest = text.removeprefix(">").lstrip(" \xa0")
    return bool(NUMBER.match(rest)) and not _NUMBERED_QUOTE.match(rest) and not re.match(r"[-–+] ", rest)
