"""The abbreviations that a body defines: their lines are taken out of the text before it is parsed."""

import re
from dataclasses import dataclass

_ABBREVIATION = re.compile(r"^ {0,3}\*\[(?P<short>[^\]\n]+)\] ?:[ ]*(?P<long>.*)$")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")


@dataclass(frozen=True, slots=True)
class Definition:
    """An abbreviation that the body defines: its line in the file, what is written, and what it stands for."""

    line: int
    short: str
    long: str


def take_definitions(text: str, first_line: int) -> tuple[str, list[Definition]]:
    """Take the lines that define abbreviations out of the text; code blocks keep theirs."""
    lines, found, fence = text.split("\n"), [], ""
    for index, line in enumerate(lines):
        if opening := _FENCE.match(line):
            mark = opening[1]
            fence = mark if not fence else ("" if mark.startswith(fence) else fence)
        elif not fence and (match := _ABBREVIATION.match(line)):
            found.append(Definition(index + first_line, match["short"].strip(), match["long"].strip()))
            lines[index] = ""
    return "\n".join(lines), found
