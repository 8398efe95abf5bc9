"""The lines of a YAML file as people write them: indent, hyphen, key and value, before YAML's own rules are asked.

Only what a leaflet's front matter may hold is known here: keys with texts, lists of texts, and one level of keys
within a key. What YAML would refuse, or understand in another way, is still seen as what was meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ROW = re.compile(r"(?P<indent>\s*)(?P<dash>-(?:\s+|$)|)(?P<rest>.*)$", re.DOTALL)
_KEY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\s#'"\[{&*!|>%@`,?-][^#]*?|[^\s#'"\[{&*!|>%@`,?-])\s*:(?P<gap>\s+|$)""")
_PAIR = re.compile(r"[a-z_-]+:(?:\s|$)")
_BLOCK = re.compile(r"[|>][0-9]?[+-]?[0-9]?\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a YAML file, with the lines over which it goes.

    ``line`` counts from 0. ``head`` is what stands before the value: indent, hyphen, key and colon. ``value`` is the
    value's text, lines that go on with it joined by spaces; ``lines`` is their number. ``key`` is the row's own,
    ``under`` the key of the first column below which it stands.
    """

    line: int
    lines: int
    indent: str
    dash: str
    key: str
    head: str
    value: str
    under: str

    @property
    def column(self) -> int:
        """Return where the value begins, from 1."""
        return len(self.head) + 1


def rows(lines: Sequence[str]) -> Iterator[Row]:
    """Yield the values of a YAML file; comments, empty lines and texts in blocks (``|``, ``>``) are passed over."""
    at, under = 0, ""
    while at < len(lines):
        line = lines[at]
        if not line.strip() or line.lstrip().startswith("#"):
            at += 1
            continue
        row = _row(line, at, under)
        if not row.indent and not row.dash:
            under = row.key
            row = _row(line, at, under)
        end = at + 1
        if _BLOCK.match(row.value):
            end = _below(lines, at, len(row.indent))
            row = _over(row, row.value, end - at)
        else:
            texts = [row.value]
            while row.value and end < len(lines) and _goes_on(lines[end], row, texts):
                texts.append(lines[end].strip())
                end += 1
            row = _over(row, " ".join(texts), end - at)
        yield row
        at = end


def is_block(value: str) -> bool:
    """Tell whether a value is the sign of a text in the lines below it."""
    return _BLOCK.match(value) is not None


def is_pair(item: str) -> bool:
    """Tell whether an item of a list looks like a key with its value, and not like a text with a colon in it."""
    return _PAIR.match(item) is not None


def _row(line: str, at: int, under: str) -> Row:
    match = _ROW.match(line)
    assert match is not None
    key = _KEY.match(match["rest"])
    # In a list of ours every item is a text, so a colon in one is a colon.
    if key is None or match["dash"]:
        head = match["indent"] + match["dash"]
        return Row(at, 1, match["indent"], match["dash"], "", head, match["rest"].rstrip(), under)
    head = match["indent"] + key[0]
    value = match["rest"][key.end() :].rstrip()
    return Row(at, 1, match["indent"], "", key["key"].strip(" \t\u00a0\u202f\"'"), head, value, under)


def _over(row: Row, value: str, lines: int) -> Row:
    return Row(row.line, lines, row.indent, row.dash, row.key, row.head, value, row.under)


def _below(lines: Sequence[str], at: int, indent: int) -> int:
    """Return the first line after ``at`` that is neither empty nor further to the right."""
    for end in range(at + 1, len(lines)):
        if lines[end].strip() and len(lines[end]) - len(lines[end].lstrip()) <= indent:
            return end
    return len(lines)


def _goes_on(line: str, row: Row, texts: Sequence[str]) -> bool:
    """Tell whether a line goes on with the value of the row above it."""
    text = line.strip()
    width = len(line) - len(line.lstrip()) if text else 0
    if not text or width < len(row.indent) or (width == len(row.indent) and (row.key or row.dash or not row.indent)):
        return False
    if row.value[0] in "\"'" and not _closed(" ".join(texts), row.value[0]):
        return True
    if row.value[0] in "[{" and not texts[-1].endswith(("]", "}")):
        return True
    if text.startswith(("- ", "#")):
        return False
    # An item is a text, so a colon further down in it is a colon; unless the item itself begins with a key.
    return _KEY.match(text) is None or bool(row.dash and not is_pair(row.value))


def _closed(text: str, quote: str) -> bool:
    return len(text) > 1 and text.endswith(quote)
