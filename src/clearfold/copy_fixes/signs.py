"""Signs at the beginning of a line, and around titles and attributes, as word processors leave them."""

import re
from collections.abc import Callable, Iterator, Sequence

from clearfold.copy_fixes.lines import untouched

OUTER, INNER = "•●∙➢➤►▸‣⁃\uf0b7\uf0d8\uf0fc", "◦○▪■§o\uf0a7\uf06f"
_SIGNS = (OUTER + INNER).replace("§o", "")
_SURE = frozenset("•\uf0b7\uf0d8\uf0fc\uf0a7\uf06f")
_BLANKS = "\t\u00a0"
_ITEM = re.compile(r" *(?:[-*+]|\d{1,3}[.)]) ")
_FIGURE = re.compile(r"[\d≥≤~±<>+−–½¼¾-]")
_HASHES = re.compile(r"^(#{2,6})[\u00a0\t]*(?=[^#\s])(?! )")
_BULLET = re.compile(
    rf"(?P<quote>(?:> ?)*)(?P<indent>[ \t\u00a0\u2000-\u200a]*)"
    rf"(?:(?P<sign>[{_SIGNS}])[ \t\u00a0]*|(?P<word>[o§Øüv·])\t[ \t]*)(?=\S)"
)
# A sign before a figure may be a minus or a plus.
_STUCK = re.compile(
    r"(?P<head>[ \t\u00a0]*(?:[-*+](?!\u00a0\d)|\d{1,3}[.)]))"
    r"(?:\t[ \t\u00a0]*|\u00a0[ \u00a0\t]*| +[\u00a0\t][ \u00a0\t]*)(?=\S)"
)
_DASH = re.compile(r"(?P<indent> *)(?:[–·][ \u00a0\t]+|—\t+)(?=[^\s\d])")
_ROUND = re.compile(r"(?P<indent> *)(?P<number>\d{1,3})\)[ \u00a0\t]+(?=\S)")
_TERM = re.compile(r"^:[ \u00a0]*\t[ \u00a0\t]*(?=\S)")
_POINT = re.compile(r" *\d{1,3}\. ")
_TITLE = re.compile(
    r"(?P<head> *!!! ?[\w-]+ +)"
    r"(?:[“”]([^“”\"]*)[”“]|„([^„“”\"]*)[“”]|«[ \u00a0\u202f]?([^«»\"]*?)[ \u00a0\u202f]?»)[ \t]*$"
)
_BRACES = re.compile(r"(?<=[\])])\{[^{}\n]*=[“”„][^{}\n]*\}|<[A-Za-z][^<>\n]*=[“”„][^<>\n]*>")
_VALUE = re.compile(r"=[“”„]([^“”„\"]*)[“”]")


def mend_signs(lines: Sequence[str]) -> list[str]:
    """Return the lines with bullets, hashes, spaces and quotation marks as Markdown has them."""
    kept = untouched(lines)
    result = list(lines)
    for step in (_spaces, _heading, _title, _attributes):
        result = [line if number in kept else step(line) for number, line in enumerate(result)]
    result = _bullets(result, kept)
    result = _rows(result, kept, _DASH, lambda match: f"{match['indent']}- ")
    return _rounded(result, kept)


def _spaces(line: str) -> str:
    """Take tabs and no-break spaces from where they have no meaning: before a text, behind its sign, behind a text."""
    if _BULLET.match(line):
        return line.rstrip("\t\u00a0")
    line = _TERM.sub(":   ", line)
    line = _STUCK.sub(lambda match: f"{match['head']} ", line, count=1)
    text = line.lstrip(" \t\u00a0")
    before = line[: len(line) - len(text)].replace("\u00a0", " ").expandtabs(4)
    bare = text.rstrip(" \t\u00a0")
    after = "  " if text[len(bare) :].replace("\t", "").replace("\u00a0", "").startswith("  ") else ""
    return f"{before}{_untabbed(bare)}{after}" if bare else ""


def _heading(line: str) -> str:
    return _HASHES.sub(r"\1 ", line, count=1) if line.startswith("##") else line


def _bullets(lines: list[str], kept: frozenset[int]) -> list[str]:
    """Write pasted bullets as hyphens, those of the second level further to the right.

    In a list with an item that begins with a figure they become stars: a hyphen before a figure may be a minus.
    """
    found = [None if number in kept else _BULLET.match(line) for number, line in enumerate(lines)]
    result = list(lines)
    outer, mark = "", "-"  # the bullet with which the list began, and what is written for it
    for number, match in enumerate(found):
        if match and not outer:
            mark = "*" if any(_FIGURE.match(text) for text in _run(lines, found, number)) else "-"
        if match and (match["sign"] in _SURE or match["word"] or _beside(found, lines, number)):
            sign = match["sign"] or match["word"]
            outer = outer or sign
            result[number] = _bullet(lines[number], match, mark, inner=sign != outer and sign in INNER)
        elif lines[number].strip():
            outer = "-" if number not in kept and _ITEM.match(lines[number]) else ""
    return result


def _run(lines: Sequence[str], found: Sequence[re.Match[str] | None], first: int) -> Iterator[str]:
    """Yield the texts of the bullets from a line on, up to the first line that is neither empty nor has one."""
    for line, match in zip(lines[first:], found[first:], strict=True):
        if match:
            yield line[match.end() :]
        elif line.strip():
            return


def _beside(found: Sequence[re.Match[str] | None], lines: Sequence[str], number: int) -> bool:
    """Tell whether the line before or after, empty ones aside, has a bullet too: one alone may be a sign of text."""
    before = next((at for at in range(number - 1, -1, -1) if lines[at].strip()), number)
    after = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), number)
    return any(at != number and found[at] for at in (before, after))


def _bullet(line: str, match: re.Match[str], mark: str, *, inner: bool) -> str:
    before = re.sub("[^ \t]", " ", match["indent"]).expandtabs(4)
    if inner and len(before) < 4:
        before = "    "
    return f"{match['quote']}{before}{mark} {_untabbed(line[match.end() :].rstrip(' ' + _BLANKS))}"


def _untabbed(text: str) -> str:
    return re.sub("[ ]*\t[ \t]*", " ", text)


def _title(line: str) -> str:
    match = _TITLE.match(line)
    if match is None:
        return line
    title = next(part for part in match.groups()[1:] if part is not None)
    return f'{match["head"]}"{title}"'


def _attributes(line: str) -> str:
    return _BRACES.sub(lambda match: _VALUE.sub(r'="\1"', match[0]), line)


def _rounded(lines: list[str], kept: frozenset[int]) -> list[str]:
    """Write ``1)`` as ``1.`` in a copy that has no list with points: one would go on with the other."""
    if any(_POINT.match(line) for line in lines):
        return lines
    return _rows(lines, kept, _ROUND, lambda match: f"{match['indent']}{match['number']}. ")


def _rows(
    lines: list[str], kept: frozenset[int], pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]
) -> list[str]:
    """Write the signs of a list anew where two lines or more have them, one after the other: one alone may be text."""
    found = [None if number in kept else pattern.match(line) for number, line in enumerate(lines)]
    result = list(lines)
    for number, match in enumerate(found):
        beside = (found[other] for other in (number - 1, number + 1) if 0 <= other < len(lines))
        if match and any(beside):
            result[number] = f"{write(match)}{lines[number][match.end() :]}"
    return result
