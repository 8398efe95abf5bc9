"""What stands before the text of a Markdown file: YAML, TOML, or pandoc's three lines."""

import re
from dataclasses import dataclass, field

_KEY = re.compile(r"""^(?P<key>[A-Za-z_-]+)\s*[:=]\s*(?P<value>.*?)\s*$""")


@dataclass(slots=True)
class Front:
    """Keys with their values, the lines as they stand, and on which line the text begins."""

    values: dict[str, str] = field(default_factory=dict)
    lines: list[tuple[int, str]] = field(default_factory=list)
    first: int = 1


def read_front(lines: list[str]) -> Front:
    """Return what stands before the text."""
    front = Front()
    if lines and lines[0].strip() in ("---", "+++"):
        fence = lines[0].strip()
        ends = (fence, "...") if fence == "---" else (fence,)
        end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() in ends), 0)
        if end:
            for number, line in enumerate(lines[1:end], 2):
                front.lines.append((number, line))
                if match := _KEY.match(line):
                    front.values.setdefault(match["key"].lower(), _bare(match["value"]))
            front.first = end + 2
    elif lines and lines[0].startswith("% "):
        for number, key in enumerate(("title", "author", "date")):
            if number < len(lines) and lines[number].startswith("%"):
                front.values[key] = lines[number][1:].strip()
                front.lines.append((number + 1, lines[number][1:]))
                front.first = number + 2
    return front


def _bare(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return "" if value in ("|", ">", ">-", "|-") else value
