"""Signs within lines, for markdown-it: H~2~O, 10^6^, ==marked==, 5*3, a < b, and stars that stand next to words."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

BETWEEN = (
    (re.compile(r"~([^\s~]+)~(?!~)"), re.compile(r"[\w)\]]"), "sub"),
    (re.compile(r"\^([^\s^]+)\^"), re.compile(r"[\w)\]]"), "sup"),
    (re.compile(r"\^([^\W_]{1,3})\^(?!\^)"), re.compile(r"[^^]|$"), "sup"),  # the number of a note below a table
    (re.compile(r"==(?=[^\s=])([^=]*[^\s=])==(?![=\w])"), re.compile(r"[^=\w]|$"), "strong"),
)
STARS_BEFORE, STARS_BEHIND = re.compile(r"((?:(?<!\\)\*)*)\w+$"), re.compile(r"\w+(\**)")
LONGEST = 100  # letters before a star that are looked at
TO_WRITE_ON = re.compile(r"_+(?:[/.:,;–—+%°|-]+_+)+")
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*([^<>]*)>")
VALUED = re.compile(r"""[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+)""")
BARE = frozenset({"markdown", "hidden", "reversed", "/"})


def signs(md: MarkdownIt) -> None:
    """Teach a parser the signs of docs/writing.md that CommonMark does not have."""
    md.inline.ruler.before("emphasis", "between", _between)
    md.inline.ruler.before("emphasis", "times", _times)
    md.inline.ruler.before("emphasis", "within", _within)
    md.inline.ruler.before("emphasis", "lines", _lines)
    md.inline.ruler.at("emphasis", _stars)
    md.inline.ruler.before("html_inline", "less", _less)
    md.block.ruler.before("deflist", "terms", _terms)


def _between(state: StateInline, silent: bool) -> bool:
    before = state.src[state.pos - 1] if state.pos else ""
    for pattern, left, tag in BETWEEN:
        found = pattern.match(state.src, state.pos, state.posMax)
        if not found or not left.match(before):
            continue
        if not silent:
            state.push(f"{tag}_open", tag, 1).markup = found[0][: found.start(1) - found.start()]
            end, state.pos, state.posMax = state.posMax, found.start(1), found.end(1)
            state.md.inline.tokenize(state)
            state.posMax = end
            state.push(f"{tag}_close", tag, -1).markup = found[0][found.end(1) - found.start() :]
        state.pos = found.end()
        return True
    return False


def _times(state: StateInline, silent: bool) -> bool:
    """Read a star between figures as a star."""
    found = re.compile(r"\*{1,2}(?=\d)").match(state.src, state.pos)
    if not found or not state.pos or not state.src[state.pos - 1].isdigit():
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def _within(state: StateInline, silent: bool) -> bool:
    """Read the one star within a word, as in Leser*innen, as a star."""
    at = state.pos
    before = STARS_BEFORE.search(state.src[max(at - LONGEST, 0) : at]) if state.src[at] == "*" else None
    behind = STARS_BEHIND.match(state.src, at + 1, state.posMax)
    if not before or not behind or 1 in (len(before[1]), len(behind[1])):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True


def _lines(state: StateInline, silent: bool) -> bool:
    """Read lines to write on, such as those of a date (``__/__/____``), as they stand."""
    found = TO_WRITE_ON.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def _stars(state: StateInline, silent: bool) -> bool:
    """Read stars as CommonMark does, but let them end before a letter and behind a sign: ``**Note:**a``."""
    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    scanned = state.scanDelims(state.pos, mark == "*")
    end = state.pos + scanned.length
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < state.posMax else " "
    can_open, can_close = scanned.can_open, scanned.can_close
    if mark == "*":
        can_open, can_close = can_open or not after.isspace(), can_close or not before.isspace()
    for _ in range(scanned.length):
        state.push("text", "", 0).content = mark
        at = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(mark), scanned.length, at, -1, can_open, can_close))
    state.pos = end
    return True


def _less(state: StateInline, silent: bool) -> bool:
    """Read ``<`` as a sign where what follows are words, and no attributes: ``a<b and c>d``."""
    found = TAG.match(state.src, state.pos)
    if not found or all(word in BARE for word in VALUED.sub(" ", found[1]).split()):
        return False
    if not silent:
        state.pending += "<"
    state.pos += 1
    return True


def _terms(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read the first of several terms that share a definition; the last one is the parser's own."""
    line = start
    while line < end and not state.isEmpty(line) and not _text(state, line).startswith(": "):
        line += 1
    if silent or line < start + 2 or line >= end or not _text(state, line).startswith(": "):
        return False
    for number in range(start, line - 1):
        state.push("dl_open", "dl", 1).map = [number, number + 1]
        state.push("dt_open", "dt", 1).map = [number, number + 1]
        inline = state.push("inline", "", 0)
        inline.map, inline.content, inline.children = [number, number + 1], _text(state, number).rstrip(" \\"), []
        state.push("dt_close", "dt", -1)
        state.push("dl_close", "dl", -1)
    state.line = line - 1
    return True


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
