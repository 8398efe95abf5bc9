"""A copy without front matter: what to write at its beginning, filled in as far as the copy tells."""

import re
import tomllib
from collections.abc import Sequence
from itertools import pairwise

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.source import FENCE, Source
from clearfold.press.front_matter.keys import KEYS, MEANT, OTHERS
from clearfold.press.front_matter.yaml_values import mended

_PAIR = re.compile(r"(?P<key>[A-Za-z_-]+)\s*:(?:\s+(?P<value>.*))?$")
_HEADING = re.compile(r" {0,3}#{1,2}\s+(?P<text>.*?)(?:\s+#+)?\s*(?:\{[^}]*\})?\s*$")
_UNDER = re.compile(r" {0,3}(?:=+|-+)\s*$")
_FENCE_LIKE = re.compile(r"[-–—_*=\s]+$")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?$")


def is_missing(source: Source) -> bool:
    """Tell whether a copy begins without front matter."""
    return source.front_matter_line == 1


def missing(source: Source) -> Diagnostic:
    """Return what is said of a copy without front matter (SRC-009): one message, with the lines to write."""
    lines = source.body.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    place = source.at(source.body_line + first, 1)
    text = lines[first].strip()
    if text == "+++" and (block := _of_toml(lines[first + 1 :])):
        return mistake("SRC-009", place, "toml", block=_written(block))
    opening = bool(_FENCE_LIKE.match(text)) and first + 1 < len(lines)
    at = first + 1 if opening else first
    if keys := keys_at(lines[at:]):
        if opening:
            return mistake("SRC-009", place, "other", key=lines[at].strip(), line=text, fence=FENCE)
        end = lines[first + keys - 1].strip()
        return mistake("SRC-009", place, "bare", line=text, fence=FENCE, end=end)
    block = [
        f"title: {_value(title_of(source) or '…')}",
        f"lang: {_lang(source)}",
    ]
    return mistake("SRC-009", place, "none", block=_written(block))


_MARKS = re.compile(r"(\*{1,3}|_{1,3}|`)(?=\S)(.+?)(?<=\S)\1|\s*\{[^{}]*\}$")


def title_of(source: Source) -> str:
    """Return the words of the first heading of a body, of the first level if there is one; "" where there is none."""
    lines = source.body.split("\n")
    found = [(line, match["text"]) for line in lines if (match := _HEADING.match(line))]
    under = [above.strip() for above, line in pairwise(lines) if above.strip() and _UNDER.match(line)]
    pandoc = [line[1:].strip() for line in lines[:1] if line.startswith("%")]
    titles = [text for line, text in found if not line.lstrip().startswith("##")]
    title = next(iter([*pandoc, *titles, *under, *(text for _, text in found)]), "")
    return _MARKS.sub(lambda signs: signs[2], title).replace("\\", "")


def _written(block: Sequence[str]) -> str:
    return "".join(f"\n    {line}" for line in (FENCE, *block, FENCE))


def _value(text: str) -> str:
    change = mended(text, "title")
    return change.value if change else text


def _lang(source: Source) -> str:
    name = source.path.stem.replace("_", "-")
    return name if _TAG.match(name) else "nl"


def keys_at(lines: Sequence[str]) -> int:
    """Return how many lines of front matter a text begins with; 0 where it begins with none."""
    number, own = 0, False
    for line in lines:
        match = _PAIR.match(line)
        if match and match["key"].lower() in KEYS | OTHERS | set(MEANT):
            own = own or match["key"].lower() in ("title", "lang")
        elif not number or not line.startswith((" ", "\t", "- ")):
            break
        number += 1
    return number if own else 0


def _of_toml(lines: Sequence[str]) -> list[str]:
    """Return the keys of front matter in TOML as YAML has them, none where it cannot be read."""
    end = next((at for at, line in enumerate(lines) if line.strip() == "+++"), len(lines))
    try:
        values = tomllib.loads("\n".join(lines[:end]))
    except (tomllib.TOMLDecodeError, RecursionError):
        return []
    block: list[str] = []
    for key, value in values.items():
        if key in OTHERS or isinstance(value, dict):
            continue
        if isinstance(value, list):
            block += [f"{key}:", *(f"  - {_value(str(item))}" for item in value)]
        else:
            block.append(f"{key}: {_value(str(value))}")
    return block
